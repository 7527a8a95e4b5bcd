/** Practices where usages differ: several at once, unknown ones, several places, phases and inputs of one option. */
import { describe, expect, test } from 'vitest';
import type { PracticeId } from '../src/assessment.ts';
import { respondUsage } from '../src/engine/baseline.ts';
import { propagation } from '../src/engine/propagate.ts';
import { centralOf } from '../src/engine/uncertainty.ts';
import { applyChange } from '../src/practices/apply.ts';
import type { Change, ChangedPart } from '../src/practices/change.ts';
import { combine, type UsageToday } from '../src/practices/combine.ts';
import { everyCombination } from '../src/practices/every-combination.ts';
import { bestPair, partsAfter, stepsOf, type OptionsOf } from '../src/practices/options.ts';
import { change, ghgOf, input, part } from './practices-by-hand.ts';
import { within } from './within.ts';

const usage = (id: string, changes: readonly Change[], values: Readonly<Record<string, number>> = {}): UsageToday => {
  const parts = [part(values)];
  return { id, parts, changes, criteria: respondUsage(parts, propagation).criteria };
};
const grid = (factor: number): Change => change('location', { inputs: [input('grid_ghg', 0.5 * factor)] });
const prompts = (factor: number): Change => change('iterations', { inputs: [input('iterations', factor)] });
const totals = (usages: readonly UsageToday[], players: readonly PracticeId[]) => {
  const { all, practices } = combine(usages, players, propagation);
  const kg = (found: typeof all.ghg) => Number((found.total ? centralOf(found.total) : Number.NaN).toPrecision(9));
  return { all: kg(all.ghg), alone: practices.map(({ alone }) => kg(alone.ghg)), practices };
};

describe('practices of several usages', () => {
  test('each usage takes its own change of each practice: 15 g at a half and at a quarter', () => {
    const found = totals([usage('a', [grid(0.5), prompts(0.25)])], ['location', 'iterations']);
    expect(found.alone).toEqual([0.0075, 0.00375]);
    expect(found.practices.map(({ pathGhg }) => Number(pathGhg.toPrecision(9)))).toEqual([0.0075, 0.001875]);
    // (7.5 + (3.75 - 1.875)) / 2 of 13.125, and (11.25 + 5.625) / 2 of it.
    expect(found.practices.map(({ shares }) => Number(shares.ghg?.toPrecision(9)))).toEqual([
      Number((4.6875 / 13.125).toPrecision(9)),
      Number((8.4375 / 13.125).toPrecision(9)),
    ]);
  });

  test('a practice that only one of them has changes that one: 15 g and 30 g', () => {
    const found = totals([usage('a', [grid(0.5)]), usage('b', [prompts(0.5)], { requests: 20 })], ['location', 'iterations']);
    expect([found.all, ...found.alone]).toEqual([0.0225, 0.0375, 0.03]);
    expect(found.practices.map(({ pathGhg }) => Number(pathGhg.toPrecision(9)))).toEqual([0.0375, 0.0225]);
  }); // prettier-ignore

  test('a usage that nobody knows stays so, whatever is done to it', () => {
    const dark = { ...usage('dark', [grid(0.1)]), criteria: null };
    const { all, practices } = combine([usage('a', [grid(0.5)]), dark], ['location'], propagation);
    expect(all.ghg).toMatchObject({ missing: ['dark'], bound: 'lower' });
    expect(all.ghg.total && centralOf(all.ghg.total)).toSatisfy(within(0.0075, 1e-12));
    expect(practices[0]?.pathGhg).toSatisfy(within(0.0075, 1e-12));
  });

  test('a usage that gets worse is named once, though more than one criterion rises', () => {
    const [item] = totals([usage('a', [prompts(2)]), usage('b', [prompts(0.5)])], ['iterations']).practices;
    expect(item?.worseIn.map(({ usage: id, factor }) => [id, Number(factor.toPrecision(9))])).toEqual([['a', 2]]);
    expect(item?.rising.length).toBeGreaterThan(1);
  });

  test('where no cut is shared there is no share of the climate cost either', () => {
    const [item] = totals([usage('a', [grid(2)])], ['location']).practices;
    expect(Object.keys(item?.shares ?? { some: 1 })).not.toContain('climate_cost');
  });
});

test('every combination adds up the phases: electricity at another grid, hardware as it is', () => {
  const own = part({
    grid_adpe: 1e-8, allocated_time: 3600, hardware_lifetime: 4, accelerators_per_server: 8, accelerator_embodied_ghg: 164,
    server_embodied_ghg: 5700, accelerator_embodied_adpe: 5.1e-3, server_embodied_adpe: 0.37,
  }); // prettier-ignore
  const parts = [{ ...own, mechanisms: ['embodied', ...own.mechanisms] }];
  const changes = [grid(0.5), prompts(0.25)];
  const found = everyCombination({ parts, changes, players: ['location', 'iterations'] });
  for (const mask of [0, 1, 2, 3]) {
    const after = changes.filter((_, at) => (mask >> at) & 1).reduce<readonly ChangedPart[]>(applyChange, parts);
    expect(found.get('ghg')?.[mask], `ghg ${mask}`).toSatisfy(within(ghgOf(after), 1e-12));
    const { total } = respondUsage(after, propagation).criteria.adpe;
    expect(found.get('adpe')?.[mask], `adpe ${mask}`).toSatisfy(within(total ? centralOf(total) : Number.NaN, 1e-12));
  }
  expect(ghgOf(parts)).toBeGreaterThan(0.1);
});

describe('steps', () => {
  const place = (name: string, intensity: number, pue: number) => ({ name, inputs: [input('grid_ghg', intensity), input('pue', pue)] }); // prettier-ignore
  const model = (name: string, energy: number) => ({ name, inputs: [input('reported_energy', energy)] });
  const options = (more: Partial<OptionsOf> = {}): OptionsOf => ({
    id: 'chat', parts: [part()], places: [], models: [], can: { iterations: false, output: false }, ...more,
  }); // prettier-ignore
  const halves = [part({ location_share: 0.4 }), part({ location_share: 0.6, grid_ghg: 0.1 })];

  test('a place brings all its inputs: 15 g at 0.1 kg/kWh for 0.5 and a PUE of 1 for 2', () => {
    const steps = stepsOf(options({ places: [place('dirty', 0.5, 1), place('clean', 0.1, 1), place('hot', 0.1, 2)] }));
    expect(steps.map(({ name, after }) => [name, Number(after.toPrecision(9))])).toEqual([
      ['dirty', 0.0075], ['clean', 0.0015], ['hot', 0.003],
    ]); // prettier-ignore
  });

  test('at several places a model and a number of prompts change all of them, each in its place', () => {
    const several = options({ parts: halves, models: [model('small', 0.0001)] });
    const [small] = stepsOf(several);
    // A tenth of 0.4 x 15 g + 0.6 x 3 g.
    expect(small?.after).toSatisfy(within(0.00078, 1e-12));
    expect(small && ghgOf(partsAfter(halves, [small]))).toSatisfy(within(0.00078, 1e-12));
    const doubled = halves.map((each) => ({ ...each, inputs: each.inputs.map((own) => (own.id === 'iterations' ? input('iterations', 2) : own)) })); // prettier-ignore
    const [fewer] = stepsOf(options({ parts: doubled, can: { iterations: true, output: false } }));
    expect([fewer?.to, fewer && Number(fewer.after.toPrecision(9))]).toEqual([1.6, 0.01248]);
  });

  test('an answer may be shorter than a token, a prompt is one', () => {
    const brief = options({
      parts: [part({ output_tokens: 4, iterations: 1.1 })],
      can: { iterations: true, output: true },
    });
    expect(stepsOf(brief).map(({ practice, to }) => [practice, to && Number(to.toPrecision(9))])).toEqual([
      ['iterations', 1], ['output', 3.2], ['output', 2.4], ['output', 1.6], ['output', 0.8],
    ]); // prettier-ignore
  });

  test('of equal pairs the first', () => {
    const pairs = options({ places: [place('a', 0.1, 1), place('b', 0.1, 1)], models: [model('x', 0.0001), model('y', 0.0001)] }); // prettier-ignore
    expect(bestPair(pairs)).toMatchObject({ place: 'a', model: 'x', pairs: 4 });
    expect(bestPair({ ...pairs, places: [] })).toBeUndefined();
    expect(bestPair({ ...pairs, models: [] })).toBeUndefined();
    expect(bestPair(options())).toBeUndefined();
  });
});
