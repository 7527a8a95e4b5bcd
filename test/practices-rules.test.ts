/** The good practices as rules: fair shares, changes of inputs, combinations and steps, on parts made by hand. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PracticeId } from '../src/assessment.ts';
import { respondUsage } from '../src/engine/baseline.ts';
import { propagation } from '../src/engine/propagate.ts';
import { centralOf } from '../src/engine/uncertainty.ts';
import { applyChange } from '../src/practices/apply.ts';
import type { Change } from '../src/practices/change.ts';
import { combine } from '../src/practices/combine.ts';
import { everyCombination } from '../src/practices/every-combination.ts';
import { atOnePlace, bestPair, partsAfter, stepsOf, type OptionsOf, type Step } from '../src/practices/options.ts';
import { shapley } from '../src/practices/shapley.ts';
import { change, ghgOf, input, part, range } from './practices-by-hand.ts';
import { within } from './within.ts';

describe('the Shapley value', () => {
  const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 16, maxLength: 16 });

  test('two players, by hand', () => {
    // Alone 10 and 20, together 40: (10 + 40 - 20) / 2 and (20 + 40 - 10) / 2.
    expect(shapley([0, 10, 20, 40])).toEqual([15, 25]);
  });

  test('efficiency: the parts add up to the whole', () => {
    fc.assert(
      fc.property(values, (game) => {
        const sum = shapley(game).reduce((total, each) => total + each, 0);
        const whole = (game[15] ?? 0) - (game[0] ?? 0);
        return Math.abs(sum - whole) <= 1e-9 * Math.max(1, ...game.map(Math.abs));
      }),
    );
  });

  test('null player: who adds nothing earns 0', () => {
    fc.assert(
      fc.property(values, (game) => {
        // The second player never changes the value.
        const without = game.map((_, mask) => game[mask & ~2] ?? 0);
        return shapley(without)[1] === 0;
      }),
    );
  });

  test('symmetry: two who add the same earn the same', () => {
    fc.assert(
      fc.property(values, (game) => {
        const swapped = (mask: number): number => (mask & ~3) | ((mask & 1) << 1) | ((mask & 2) >> 1);
        const symmetric = game.map((value, mask) => (value + (game[swapped(mask)] ?? 0)) / 2);
        const [first = 0, second = 0] = shapley(symmetric);
        return Math.abs(first - second) <= 1e-9 * Math.max(1, ...game.map(Math.abs));
      }),
    );
  });

  test('refuses what is not all combinations', () => {
    expect(() => shapley([0, 1, 2])).toThrow(new RangeError('3 values are not those of all combinations'));
  });
});

describe('a practice changes inputs', () => {
  const part = {
    mechanisms: ['text'],
    inputs: [
      { id: 'iterations', key: 'i', range: { low: 4, central: 4, high: 4 } },
      { id: 'location_share', key: '', range: { low: 1, central: 1, high: 1 } },
    ],
  };
  const none = { share: 1, retry: 0, inputs: [], factor: null };

  test('a share splits the requests, and a retry adds some of them again', () => {
    const parts = applyChange([part], { ...none, practice: 'model', share: 0.8, retry: 0.05 });
    const shares = parts.map(({ inputs }) => inputs.find(({ id }) => id === 'location_share')?.range.central);
    expect(shares).toHaveLength(2);
    expect(shares[0]).toSatisfy(within(0.8, 1e-12));
    // 20 % as today, and 5 % of 80 % asked again.
    expect(shares[1]).toSatisfy(within(0.24, 1e-12));
  });

  test('a factor keeps the key of what it scales, so that draws stay common', () => {
    const factor = { id: 'iterations_factor', key: 'f', range: { low: 0.5, central: 0.5, high: 0.5 } };
    const [changed] = applyChange([part], { ...none, practice: 'iterations', factor });
    expect(changed?.mechanisms).toEqual(['fewer-iterations', 'text']);
    expect(changed?.inputs.map(({ id, key }) => [id, key])).toEqual([
      ['iterations_today', 'i'],
      ['location_share', ''],
      ['iterations_factor', 'f'],
    ]);
  });
});

describe('requests that a practice reaches', () => {
  const half = { location: [input('grid_ghg', 0.25)] };

  test('all of them: one part; none of them and no retries: the part as it is', () => {
    expect(applyChange([part()], change('location', { inputs: half.location }))).toHaveLength(1);
    expect(ghgOf(applyChange([part()], change('location', { inputs: half.location })))).toSatisfy(
      within(0.0075, 1e-12),
    );
    expect(applyChange([part()], change('location', { inputs: half.location, share: 0 }))).toEqual([part()]);
  });

  test('a share and its retries, low and high ends as well', () => {
    const wide = part();
    const inputs = wide.inputs.map((each) =>
      each.id === 'location_share' ? { ...each, range: { low: 0.2, central: 0.5, high: 1 } } : each,
    );
    const made = applyChange(
      [{ ...wide, inputs }],
      change('location', { inputs: half.location, share: 0.5, retry: 0.2 }),
    );
    const shares = made.map((each) => each.inputs.find(({ id }) => id === 'location_share')?.range);
    expect(shares).toEqual([
      { low: 0.1, central: 0.25, high: 0.5 },
      { low: 0.12, central: 0.3, high: 0.6 },
    ]);
  });

  test('inputs that a part does not have are left out, and the others keep their place', () => {
    const [made] = applyChange([part()], change('location', { inputs: [input('grid_ghg', 0.1), input('nowhere', 3)] }));
    expect(made?.inputs.map(({ id }) => id)).toEqual(part().inputs.map(({ id }) => id));
    expect(made?.inputs.find(({ id }) => id === 'grid_ghg')?.range.central).toBe(0.1);
  });

  test('a model by name is deployed anew, one without a name divides', () => {
    const deployed = part({ accelerators: 8 });
    const [named] = applyChange([deployed], change('model', { inputs: [input('reported_energy', 0.0001)] }));
    expect(named?.inputs.map(({ id }) => id)).not.toContain('accelerators');
    const factor = input('model_divisor', 10);
    const [divided] = applyChange([deployed], change('model', { factor }));
    expect(divided?.mechanisms).toEqual(['right-sizing', ...deployed.mechanisms]);
    expect(divided?.inputs.at(-1)).toEqual(factor);
    expect(divided?.inputs.map(({ id }) => id)).toContain('accelerators');
  });

  test.each([
    ['iterations', 'fewer-iterations', 'iterations', 'iterations_factor'],
    ['output', 'shorter-output', 'output_tokens', 'output_factor'],
  ] as const)('%s by a part scales, as a number replaces', (practice, mechanism, id, factorId) => {
    const [scaled] = applyChange([part()], change(practice, { factor: input(factorId, 0.5) }));
    expect(scaled?.mechanisms[0]).toBe(mechanism);
    expect(scaled?.inputs.find((each) => each.id === `${id}_today`)?.key).toBe(id);
    const [set] = applyChange([part()], change(practice, { inputs: [input(id, 7)] }));
    expect(set?.inputs.find((each) => each.id === id)?.range.central).toBe(7);
  });
});

describe('every combination', () => {
  const players = ['location', 'iterations', 'model'] as const;
  const share = fc.double({ min: 0.1, max: 1, noNaN: true });
  const retry = fc.double({ min: 0, max: 0.5, noNaN: true });
  const value = fc.double({ min: 0.1, max: 3, noNaN: true });

  test('is what the practices give one after the other, part by part', () => {
    fc.assert(
      fc.property(fc.tuple(share, share, share), retry, fc.tuple(value, value, value), fc.nat(7), (shares, again, to, mask) => {
        const changes = [
          change('location', { share: shares[0], inputs: [input('grid_ghg', to[0]), input('pue', 1 + to[0])] }),
          change('iterations', { share: shares[1], inputs: [input('iterations', to[1])] }),
          change('model', { share: shares[2], retry: again, inputs: [input('reported_energy', to[2])] }),
        ];
        const parts = [part({ location_share: 0.3 }), part({ location_share: 0.7, grid_ghg: 0.1 })];
        const found = everyCombination({ parts, changes, players }).get('ghg')?.[mask];
        const own = changes.filter((_, at) => (mask >> at) & 1);
        return within(ghgOf(own.reduce<Parameters<typeof applyChange>[0]>(applyChange, parts)), 1e-9)(found);
      }),
    ); // prettier-ignore
  });

  test('a practice that the usage does not have changes nothing of it, whatever its bit', () => {
    const changes = [change('model', { inputs: [input('reported_energy', 0.0005)] })];
    const found = everyCombination({ parts: [part()], changes, players }).get('ghg') ?? [];
    const rounded = [...found].map((each) => Number(each.toPrecision(12)));
    expect(rounded).toEqual([0.015, 0.015, 0.015, 0.015, 0.0075, 0.0075, 0.0075, 0.0075]);
  });

  test('another model is deployed anew: the number of accelerators of today stays with the requests that stay', () => {
    const text = (more: Readonly<Record<string, number>>) => ({
      mechanisms: ['text', 'accelerator-count', 'facility', 'operation', 'totals'],
      inputs: Object.entries({
        total_parameters: 405, active_parameters: 405, experts: 0, experts_used: 0, declared_cache: 0, recurrent_state: 0,
        mixture: 0, bits: 16, input_tokens: 200, cached_tokens: 0, output_tokens: 400, reasoning_tokens: 0, batch: 64,
        accelerator_flops: 989.5e12, accelerator_bandwidth: 3350, accelerator_power: 700, accelerator_memory: 80, idle: 0.1,
        host: 0.3, parallel_samples: 1, pue: 1.2, grid_ghg: 0.5, grid_water: 1, wue: 1, requests: 10, location_share: 1,
        iterations: 1, calls: 1, ...more,
      }).map(([id, value]) => ({ id, key: id, range: range(value) })),
    }); // prettier-ignore
    const changes = [
      change('location', { share: 0.5, inputs: [input('grid_ghg', 0.1)] }),
      change('model', {
        share: 0.6,
        retry: 0.1,
        inputs: [input('total_parameters', 8), input('active_parameters', 8)],
      }),
    ];
    const models = ['location', 'model'] as const;
    for (const parts of [[text({ accelerators: 32 })], [text({})]]) {
      const found = everyCombination({ parts, changes, players: models }).get('ghg') ?? [];
      for (const mask of [0, 1, 2, 3]) {
        const own = changes.filter((_, at) => (mask >> at) & 1);
        const expected = ghgOf(own.reduce<Parameters<typeof applyChange>[0]>(applyChange, parts));
        expect(found[mask], `mask ${mask}`).toSatisfy(within(expected, 1e-9));
      }
      // The small model needs one accelerator, the large one sixteen, and was given more.
      expect(found[2]).toBeLessThan((found[0] ?? 0) * 0.6);
    }
  });

  test('of a bill the greenhouse gases are those of the money alone', () => {
    const own = part({ spend: 100, spend_factor: 0.3 });
    const parts = [{ ...own, mechanisms: ['spend', ...own.mechanisms] }];
    const found = everyCombination({ parts, changes: [change('iterations', { inputs: [input('iterations', 2)] })], players: ['iterations'] }); // prettier-ignore
    expect([...(found.get('ghg') ?? [])]).toEqual([30, 30]);
    const energy = [...(found.get('energy') ?? [])];
    expect((energy[1] ?? 0) / (energy[0] ?? 1)).toSatisfy(within(2, 1e-12));
  });

  test('factors: half of the prompts, a tenth of the energy', () => {
    const changes = [
      change('iterations', { factor: input('iterations_factor', 0.5) }),
      change('model', { factor: input('model_divisor', 10) }),
    ];
    const found = everyCombination({ parts: [part({ iterations: 4 })], changes, players: ['iterations', 'model'] });
    const ghg = found.get('ghg') ?? [];
    for (const [mask, left] of [1, 0.5, 0.1, 0.05].entries())
      expect((ghg[mask] ?? 0) / (ghg[0] ?? 1)).toSatisfy(within(left, 1e-12));
  });
});

describe('practices together', () => {
  const parts = [part()];
  const criteria = respondUsage(parts, propagation).criteria;
  const together = (changes: readonly Change[], players: readonly PracticeId[]) =>
    combine([{ id: 'chat', parts, changes, criteria }], players, propagation);
  const ghg = (all: ReturnType<typeof together>['all']) => (all.ghg.total ? centralOf(all.ghg.total) : Number.NaN);

  test('two halves: a quarter; alone, on the path, and one half of the cut each', () => {
    const changes = [
      change('location', { inputs: [input('grid_ghg', 0.25)] }),
      change('iterations', { inputs: [input('iterations', 0.5)] }),
    ];
    const { practices, all } = together(changes, ['location', 'iterations']);
    expect(ghg(all)).toSatisfy(within(0.015 / 4, 1e-12));
    for (const { alone, shares } of practices) {
      expect(ghg(alone)).toSatisfy(within(0.0075, 1e-12));
      expect(shares.ghg).toSatisfy(within(0.5, 1e-12));
      expect(shares.climate_cost).toBe(shares.ghg);
    }
    expect(practices.map(({ pathGhg }) => Number(pathGhg.toPrecision(12)))).toEqual([0.0075, 0.00375]);
    expect(practices.map(({ path }) => Number(ghg(path()).toPrecision(12)))).toEqual([0.0075, 0.00375]);
    expect(practices.map(({ rising, worseIn }) => [rising, worseIn])).toEqual([[[], []], [[], []]]); // prettier-ignore
    // A place moves no energy: who adds nothing earns exactly nothing.
    expect(practices.map(({ shares }) => shares.energy)).toEqual([0, 1]);
  });

  test('a rise has no shares, and is told with its criteria and its usage', () => {
    const { practices } = together([change('location', { inputs: [input('grid_ghg', 1)] })], ['location']);
    const [item] = practices;
    expect(item?.rising).toEqual(['ghg']);
    expect(item?.shares.ghg).toBeUndefined();
    expect(item?.shares.climate_cost).toBeUndefined();
    expect(item?.worseIn.map(({ usage }) => usage)).toEqual(['chat']);
    expect(item?.worseIn[0]?.factor).toSatisfy(within(2, 1e-12));
  });

  test('a cut below a thousandth is none to share; the last digits are no rise', () => {
    const tiny = together([change('location', { inputs: [input('grid_ghg', 0.5 * (1 - 5e-4))] })], ['location']);
    expect(tiny.practices[0]?.shares).toEqual({});
    const digits = together([change('location', { inputs: [input('grid_ghg', 0.5 * (1 + 1e-12))] })], ['location']);
    expect(digits.practices[0]).toMatchObject({ rising: [], worseIn: [] });
  });

  test('a usage without a total is in none of them, and stays unknown', () => {
    const changes = [change('location', { inputs: [input('grid_ghg', 0.25)] })];
    const unknown = { id: 'dark', parts: [], changes: [], criteria: null };
    const { practices, all } = combine([{ id: 'chat', parts, changes, criteria }, unknown], ['location'], propagation);
    expect(all.ghg).toMatchObject({ missing: ['dark'], bound: 'lower' });
    expect(practices[0]?.pathGhg).toSatisfy(within(0.0075, 1e-12));
  });
});

describe('steps of a usage', () => {
  const place = (name: string, intensity: number) => ({ name, inputs: [input('grid_ghg', intensity)] });
  const smaller = (name: string, energy: number) => ({ name, inputs: [input('reported_energy', energy)] });
  const usage = (more: Partial<OptionsOf> = {}): OptionsOf => ({
    id: 'chat',
    parts: [part({ iterations: 4 })],
    places: [place('north', 0.05), place('south', 0.4)],
    models: [smaller('small', 0.0001), smaller('tiny', 0.00005)],
    can: { iterations: true, output: true },
    ...more,
  });
  const told = (steps: readonly Step[]) =>
    steps.map(({ practice, name, from, to, after }) => [practice, name, from, to, Number(after.toPrecision(9))]);

  test('every place, model and strength, with what each leaves of 0.06 kg', () => {
    expect(told(stepsOf(usage()))).toEqual([
      ['location', 'north', null, null, 0.006],
      ['location', 'south', null, null, 0.048],
      ['iterations', null, 4, 3.2, 0.048],
      ['iterations', null, 4, 2.4, 0.036],
      ['iterations', null, 4, 1.6, 0.024],
      ['iterations', null, 4, 1, 0.015],
      ['output', null, 100, 80, 0.06],
      ['output', null, 100, 60, 0.06],
      ['output', null, 100, 40, 0.06],
      ['output', null, 100, 20, 0.06],
      ['model', 'small', null, null, 0.006],
      ['model', 'tiny', null, null, 0.003],
    ]);
  });

  test('none where there is no choice, no input, or nothing to lower', () => {
    expect(stepsOf(usage({ places: [], models: [], can: { iterations: false, output: false } }))).toEqual([]);
    const least = usage({ parts: [part({ iterations: 1, output_tokens: 0 })], places: [], models: [] });
    expect(stepsOf(least)).toEqual([]);
    expect(stepsOf(usage({ parts: [], places: [], models: [] }))).toEqual([]);
  });

  test('two prompts: no less than one, told once', () => {
    const found = stepsOf(usage({ parts: [part({ iterations: 2 })], places: [], models: [], can: { iterations: true, output: false } })); // prettier-ignore
    expect(found.map(({ to }) => to)).toEqual([1.6, 1.2, 1]);
  });

  test('the change of a step gives, evaluated, what the step said', () => {
    const own = usage();
    for (const step of stepsOf(own)) expect(ghgOf(partsAfter(own.parts, [step]))).toSatisfy(within(step.after, 1e-9));
  });

  test('the best pair is the lowest of all pairs', () => {
    expect(bestPair(usage())).toMatchObject({ usage: 'chat', place: 'north', model: 'tiny', pairs: 4 });
    expect(bestPair(usage())?.after).toSatisfy(within(0.0003, 1e-9));
    const other = usage({ places: [place('south', 0.4), place('middle', 0.2), place('north', 0.05)] });
    expect(bestPair(other)).toMatchObject({ place: 'north', model: 'tiny', pairs: 6 });
    const reversed = usage({ models: [smaller('tiny', 0.00005), smaller('small', 0.0001)] });
    expect(bestPair(reversed)).toMatchObject({ place: 'north', model: 'tiny' });
    expect(bestPair(usage({ places: [] }))).toBeUndefined();
    expect(bestPair(usage({ models: [] }))).toBeUndefined();
  });

  test('a move is of all places at once: one part of each kind, of all the requests', () => {
    const parts = [part({ location_share: 0.4, pue: 1 }), part({ location_share: 0.6, pue: 3 })];
    const data = { ...part({ location_share: 0.5 }), mechanisms: ['facility'] };
    const moved = atOnePlace([...parts, data]);
    expect(moved.map(({ mechanisms }) => mechanisms.length)).toEqual([4, 1]);
    const value = (id: string) => moved[0]?.inputs.find((each) => each.id === id)?.range.central;
    expect([value('location_share'), value('pue')]).toEqual([1, 1]);
    const steps = stepsOf(usage({ parts, models: [], can: { iterations: false, output: false } }));
    expect(ghgOf(partsAfter(parts, steps.slice(0, 1)))).toSatisfy(within(steps[0]?.after ?? 0, 1e-9));
  });

  test('another model is deployed anew', () => {
    const deployed = usage({ parts: [part({ accelerators: 8 })] });
    const model = stepsOf(deployed).filter(({ practice }) => practice === 'model');
    const [after] = partsAfter(deployed.parts, model.slice(0, 1));
    expect(after?.inputs.map(({ id }) => id)).not.toContain('accelerators');
    const prompts = stepsOf(deployed).filter(({ practice }) => practice === 'output');
    expect(partsAfter(deployed.parts, prompts.slice(0, 1))[0]?.inputs.map(({ id }) => id)).toContain('accelerators');
  });
});
