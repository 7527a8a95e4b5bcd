/** Two methods for one kept result: answers, what makes them differ one change at a time, and what is left to the formula. */
import { describe, expect, test } from 'vitest';
import { centralFigures } from '../src/engine/central-figures.ts';
import { compareMethods, type Compared } from '../src/engine/second-opinion.ts';
import type { Range } from '../src/units.ts';
import { partOf } from './part-by-hand.ts';
import { within } from './within.ts';

type Values = Readonly<Record<string, number | Range>>;

const size = { low: 40, central: 70, high: 100 };
const shared: Values = {
  total_parameters: size, active_parameters: size, output_tokens: 400, reasoning_tokens: 0, pue: 1.2, grid_ghg: 0.5, requests: 1000,
  location_share: 1, iterations: 2, calls: 1, hardware_lifetime: 4, accelerators_per_server: 8, accelerator_embodied_ghg: 164,
  server_embodied_ghg: 5700, experts: 0, experts_used: 0, declared_cache: 0, recurrent_state: 0, mixture: 0, input_tokens: 200,
  cached_tokens: 0, batch: 32, bits: 8, accelerator_flops: 2250e12, accelerator_bandwidth: 8000, accelerator_power: 1000,
  accelerator_memory: 96, idle: 0.12, host: 0.3, parallel_samples: 2, occupancy: 0.7,
}; // prettier-ignore
/** H100, as the other method takes it. */
const reference = partOf([], { accelerator_memory: 80, accelerator_power: 700, accelerator_flops: 989.5e12, accelerator_bandwidth: 3350 }).inputs; // prettier-ignore
const chain = ['facility', 'operation', 'embodied', 'totals'];
const ours = ['text', 'accelerator-count', ...chain];
const theirs = ['ecologits-0.9', ...chain];
/** What ecologits-0.9.yaml fixes itself is not given twice. */
const fixedByThem = new Set(['batch', 'bits', 'accelerator_memory', 'hardware_lifetime', 'accelerators_per_server', 'accelerator_embodied_ghg', 'server_embodied_ghg']); // prettier-ignore
const forThem = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !fixedByThem.has(name)));
const compared = (more: Values = {}, shares: readonly number[] = [1]): Compared => ({
  own: shares.map((share) => partOf(ours, { ...shared, ...more, location_share: share })),
  other: shares.map((share) => partOf(theirs, forThem({ ...shared, ...more, location_share: share }))),
  reference,
});
const compare = (...given: Parameters<typeof compared>) => {
  const found = compareMethods(compared(...given));
  if (!found) throw new Error('no energy');
  return found;
};
const figure = (mechanisms: readonly string[], values: Values, name: string) =>
  centralFigures(partOf(mechanisms, values), [name], new Map()).get(name) ?? Number.NaN;

describe('answers', () => {
  test('of one kept result: two prompts of each method, whatever the number of requests', () => {
    const { own, other, ratio } = compare();
    const [mine, their] = [2 * figure(ours, shared, 'facility_energy'), 2 * figure(theirs, forThem(shared), 'facility_energy')]; // prettier-ignore
    expect(own.energy).toSatisfy(within(mine, 1e-12));
    expect(other.energy).toSatisfy(within(their, 1e-12));
    expect(ratio).toSatisfy(within(their / mine, 1e-12));
    expect(own.ghg).toSatisfy(within(0.5 * mine + 2 * figure(ours, shared, 'ghg_embodied'), 1e-12));
    expect(compare({ requests: 7 }).own.energy).toSatisfy(within(own.energy, 1e-12));
  });

  test('with the size of the model at its low and at its high, and nothing else', () => {
    const { other, otherLow, otherHigh } = compare({ output_tokens: { low: 1, central: 400, high: 9000 } });
    for (const [found, weights] of [[otherLow, 40], [other, 70], [otherHigh, 100]] as const) // prettier-ignore
      expect(found.energy).toSatisfy(within(2 * figure(theirs, forThem({ ...shared, total_parameters: weights, active_parameters: weights }), 'facility_energy'), 1e-12)); // prettier-ignore
  });

  test('places are weighed by their share of the requests', () => {
    const one = compare();
    const two = compare({}, [0.25, 0.75]);
    expect(two.own.energy).toSatisfy(within(one.own.energy, 1e-12));
    expect(two.other.ghg).toSatisfy(within(one.other.ghg, 1e-12));
    // Of half of the requests the figure is that of one all the same.
    const half = compare({}, [0.25, 0.25]);
    expect(half.own.energy).toSatisfy(within(one.own.energy, 1e-12));
    expect(half.own.ghg).toSatisfy(within(one.own.ghg, 1e-12));
  });
});

describe('steps', () => {
  test('one change at a time, from ours to theirs; their factors multiply to the ratio', () => {
    const { steps, ratio } = compare();
    expect(steps.map(({ cause, from, to }) => [cause, from, to && Number(to.toPrecision(6))])).toEqual([
      ['batch', 32, 64],
      ['input-tokens', 200, 0],
      ['bits', 8, 16],
      // 1.2 x 70 x 16 / 8 are 168 GB: two of ours of 96 GB, four of theirs of 80.
      ['accelerators', 2, 4],
      ['idle', 0.12, 0],
      // 1.2 kW for eight of 700 W.
      ['host', 0.3, 0.214286],
      ['parallel-samples', 2, 1],
      ['formula', null, null],
    ]);
    expect(steps.reduce((all, { factor }) => all * factor, 1)).toSatisfy(within(ratio, 1e-12));
  });

  test('each factor is that of our method with the values changed so far', () => {
    const { steps } = compare();
    const factor = (cause: string) => steps.find((each) => each.cause === cause)?.factor;
    const energy = (more: Values) => figure(ours, { ...shared, ...more }, 'facility_energy');
    const batch = { batch: 64 };
    const input = { ...batch, input_tokens: 0, cached_tokens: 0 };
    const bits = { ...input, bits: 16 };
    const machines = { ...bits, accelerators: 4, accelerator_power: 700, accelerator_flops: 989.5e12, accelerator_bandwidth: 3350 }; // prettier-ignore
    const chained = [{}, batch, input, bits, machines, { ...machines, idle: 0 }];
    for (const [at, cause] of ['batch', 'input-tokens', 'bits', 'accelerators', 'idle'].entries())
      expect(factor(cause), cause).toSatisfy(within(energy(chained[at + 1] ?? {}) / energy(chained[at] ?? {}), 1e-12));
    expect(factor('parallel-samples')).toSatisfy(within(0.5, 1e-12));
  });

  test('with the input what was cached of it goes as well', () => {
    const { steps } = compare({ cached_tokens: 100 });
    const energy = (more: Values) => figure(ours, { ...shared, batch: 64, ...more }, 'facility_energy');
    const expected = energy({ input_tokens: 0 }) / energy({ cached_tokens: 100 });
    expect(steps.find(({ cause }) => cause === 'input-tokens')?.factor).toSatisfy(within(expected, 1e-12));
  });

  test('what changes nothing is left out', () => {
    const { steps } = compare({ batch: 64, bits: 16, idle: 0, parallel_samples: 1, input_tokens: 0 });
    expect(steps.map(({ cause }) => cause)).toEqual(['accelerators', 'host', 'formula']);
  });

  test('nothing written: theirs is nothing, and no formula is blamed; nothing read either: no comparison', () => {
    const silent = compare({ output_tokens: 0 });
    expect([silent.other.energy, silent.ratio]).toEqual([0, 0]);
    expect(silent.steps.at(-1)).toMatchObject({ cause: 'input-tokens', factor: 0 });
    expect(compareMethods(compared({ output_tokens: 0, input_tokens: 0 }))).toBeUndefined();
  });

  test('a part that gives no energy, and a usage without a part, are our bugs', () => {
    const { own, other } = compared();
    for (const each of [
      { own: [], other },
      { own, other: [] },
    ])
      expect(() => compareMethods({ ...each, reference })).toThrow('second opinion: a usage without a place');
    const [part] = own;
    const bare = { mechanisms: ['totals'], inputs: part?.inputs ?? [] };
    expect(() => compareMethods({ own: [bare], other, reference })).toThrow(
      'second opinion: nothing gives "energy_total"',
    );
  });
});
