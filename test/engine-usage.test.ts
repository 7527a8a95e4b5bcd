/** What a usage answers over the period, by hand: phases, totals and bounds; usages added up; figures with their intervals. */
import { describe, expect, test } from 'vitest';
import { perRequest, respondUsage, supportOf, usedInputs } from '../src/engine/baseline.ts';
import { central } from '../src/engine/central.ts';
import { jointBound, sumUsages, unknownCriteria, type CriterionResponse } from '../src/engine/criteria.ts';
import { draws } from '../src/engine/draws.ts';
import { climateCost, impactsOf } from '../src/engine/impacts.ts';
import { propagation } from '../src/engine/propagate.ts';
import { centralOf, type Response } from '../src/engine/uncertainty.ts';
import { exact, inputOf, measured, partOf } from './part-by-hand.ts';
import { within } from './within.ts';

const chain = ['reported-server', 'facility', 'water', 'operation', 'totals'];
const grid = { grid_ghg: 0.5, grid_water: 3, wue: 1, grid_primary_energy: 9 };
/** A life of four years for each prompt: the whole accelerator and an eighth of the server. */
const hardware = {
  allocated_time: 4 * 365 * 86_400, hardware_lifetime: 4, accelerators_per_server: 8,
  accelerator_embodied_ghg: 164, server_embodied_ghg: 5700,
}; // prettier-ignore
const training = {
  training_runs: 2, training_part: 0.5, place_share: 1, development: 1.5, training_ghg: 100, training_energy: 10,
}; // prettier-ignore
const trained = ['training-by-runs', 'training-totals'];

const value = (response: Response | undefined) => response && centralOf(response);
const usage = (mechanisms: readonly string[], values: Parameters<typeof partOf>[1], uncertainty = propagation) =>
  respondUsage([partOf(mechanisms, values)], uncertainty);
const told = ({ total, phases, bound, missing }: CriterionResponse) => ({
  total: value(total) === undefined ? undefined : Number(value(total)?.toPrecision(12)),
  phases: Object.fromEntries([...phases].map(([phase, own]) => [phase, Number(centralOf(own).toPrecision(12))])),
  bound,
  missing,
});

describe.each([
  ['propagation', propagation],
  ['central values', central],
  ['draws', draws({ samples: 100, seed: 1, supportOf })],
] as const)('a usage by %s', (_, uncertainty) => {
  const all = { ...measured, ...grid };

  test('energy 20 x 0.003; 0.5 kg, 9 MJ a kWh; water 20 (0.0015 x 1 + 0.003 x 3)', () => {
    const { criteria, requests } = usage(chain, all, uncertainty);
    expect(told(criteria.energy)).toEqual({ total: 0.06, phases: { operation: 0.06 }, bound: null, missing: [] });
    expect(told(criteria.water)).toEqual({ total: 0.21, phases: { operation: 0.21 }, bound: null, missing: [] });
    // Whose hardware is not known: at least that.
    expect(told(criteria.ghg)).toEqual({ total: 0.03, phases: { operation: 0.03 }, bound: 'lower', missing: [] });
    expect(told(criteria.primary_energy)).toMatchObject({ total: 0.54, bound: 'lower' });
    expect(told(criteria.adpe)).toEqual({ total: undefined, phases: {}, bound: null, missing: [] });
    expect(value(requests)).toBe(10);
  });

  test('hardware: 164 + 5 700 / 8 a prompt', () => {
    const { ghg } = usage([...chain, 'embodied'], { ...all, ...hardware }, uncertainty).criteria;
    expect(told(ghg)).toEqual({
      total: 17_530.03, phases: { operation: 0.03, embodied: 17_530 }, bound: null, missing: [],
    }); // prettier-ignore
  });

  test('a training alone is whole: 2 x 0.5 x 1.5 x 100 kg', () => {
    const { criteria, requests } = usage(trained, training, uncertainty);
    expect(told(criteria.ghg)).toEqual({ total: 150, phases: { training: 150 }, bound: null, missing: [] });
    expect(told(criteria.energy)).toEqual({ total: 15, phases: { training: 15 }, bound: null, missing: [] });
    expect(value(requests)).toBe(0);
  });

  test('a training beside a use whose hardware is not known stays a lower bound', () => {
    const { criteria } = usage([...chain, ...trained], { ...all, ...training }, uncertainty);
    expect(told(criteria.ghg)).toMatchObject({ total: 150.03, bound: 'lower' });
  });

  test('of a bill the greenhouse gases are those of the money, an upper bound', () => {
    const { criteria } = usage(['spend', ...chain], { ...all, spend: 100, spend_factor: 0.3 }, uncertainty);
    expect(told(criteria.ghg)).toEqual({ total: 30, phases: { operation: 0.03 }, bound: 'upper', missing: [] });
    expect(told(criteria.energy)).toMatchObject({ total: 0.06, bound: null });
  });

  test('by contract, and accelerators busy: none where nothing gives them', () => {
    const more = { ...all, grid_ghg_market: 0.1, accelerator_time: 100, period_time: 4000 };
    const found = usage([...chain, 'market-based', 'busy'], more, uncertainty);
    expect(value(found.market)).toSatisfy(within(0.006, 1e-12));
    expect(value(found.busy)).toSatisfy(within(0.5, 1e-12));
    const without = usage(chain, all, uncertainty);
    expect([without.market, without.busy, without.work]).toEqual([undefined, undefined, undefined]);
  });

  test('work is counted in what is made: 10 requests of 3 pictures, of 2 minutes, of 500 tokens', () => {
    const count = (mechanism: string, more: Parameters<typeof partOf>[1]) => {
      const { work } = usage([mechanism, 'totals'], { ...measured, ...more }, uncertainty);
      return [work?.of, value(work?.total)];
    };
    expect(count('image-latents', { image_count: 3 })).toEqual(['images_total', 30]);
    expect(count('speech', { audio_seconds: 120 })).toEqual(['audio_minutes_total', 20]);
    expect(count('embeddings', { embedding_tokens: 500 })).toEqual(['embedded_tokens_total', 5000]);
  });

  test('places add up: 0.3 of the requests at PUE 2, 0.7 at PUE 1', () => {
    const parts = [
      partOf(chain, { ...all, location_share: 0.3 }),
      partOf(chain, { ...all, location_share: 0.7, pue: 1 }),
    ];
    const { criteria, requests } = respondUsage(parts, uncertainty);
    expect(told(criteria.energy).total).toBe(0.039);
    expect(value(requests)).toBe(10);
  });

  test('of one kept result a tenth; unknown where there is none', () => {
    const one = perRequest(usage([...chain, 'embodied'], { ...all, ...hardware }, uncertainty), uncertainty);
    expect(told(one.ghg)).toEqual({
      total: 1753.003, phases: { operation: 0.003, embodied: 1753 }, bound: null, missing: [],
    }); // prettier-ignore
    const none = perRequest(usage(chain, { ...all, requests: 0 }, uncertainty), uncertainty);
    expect(told(none.ghg)).toEqual({ total: undefined, phases: {}, bound: 'lower', missing: [] });
  });
});

describe('usages added up', () => {
  const one = { id: 'one', criteria: usage([...chain, 'embodied'], { ...measured, ...grid, ...hardware }).criteria };
  const two = { id: 'two', criteria: usage(chain, { ...measured, ...grid }).criteria };
  const bill = {
    id: 'bill',
    criteria: usage(['spend'], { spend: 100, spend_factor: 0.3, location_share: 1 }).criteria,
  };
  const dark = { id: 'dark', criteria: null };

  test('phase by phase; the least certain of the bounds', () => {
    expect(told(sumUsages([one, one], propagation).ghg)).toEqual({
      total: 35_060.06, phases: { operation: 0.06, embodied: 35_060 }, bound: null, missing: [],
    }); // prettier-ignore
    expect(told(sumUsages([one, two], propagation).ghg)).toMatchObject({
      total: 17_530.06, phases: { operation: 0.06, embodied: 17_530 }, bound: 'lower',
    }); // prettier-ignore
    expect(told(sumUsages([one, bill], propagation).ghg)).toMatchObject({ total: 17_560.03, bound: 'upper' });
    expect(told(sumUsages([two, bill], propagation).ghg)).toMatchObject({ total: 30.03, bound: 'mixed' });
  });

  test('of which one is unknown: it is named, and the rest is a lower bound', () => {
    expect(told(sumUsages([one, dark], propagation).ghg)).toMatchObject({ bound: 'lower', missing: ['dark'] });
    expect(told(sumUsages([one, bill], propagation).energy)).toMatchObject({ total: 0.06, bound: 'lower', missing: ['bill'] }); // prettier-ignore
    expect(told(sumUsages([dark, bill], propagation).energy)).toEqual({
      total: undefined, phases: {}, bound: null, missing: ['dark', 'bill'],
    }); // prettier-ignore
    expect(told(unknownCriteria('dark').water)).toEqual({
      total: undefined,
      phases: {},
      bound: null,
      missing: ['dark'],
    });
  });

  test.each([
    [[], false, null],
    [[null], false, null],
    [[null], true, 'lower'],
    [[null, 'lower'], false, 'lower'],
    [['upper'], false, 'upper'],
    [['upper', null], true, 'mixed'],
    [['upper', 'lower'], false, 'mixed'],
    [['mixed'], false, 'mixed'],
  ] as const)('bounds %j, a part unknown: %s, make %s', (bounds, isPartial, expected) => {
    expect(jointBound(new Set(bounds), isPartial)).toBe(expected);
  });
});

describe('figures', () => {
  const carbonPrice = inputOf('carbon_price', { low: 0.1, central: 0.2, high: 0.4 });
  const options = { per: null, carbonPrice, currency: 'EUR', uncertainty: propagation };
  const part = partOf([...chain, 'embodied'], { ...measured, ...grid, ...hardware, grid_ghg: { low: 0.25, central: 0.5, high: 1 } }); // prettier-ignore
  const { criteria } = respondUsage([part], propagation);
  const unit = propagation.single(inputOf('units', 5));

  test('with their unit, their interval and their phases; unknown is null', () => {
    const { ghg, adpe, energy } = impactsOf(criteria, options);
    expect(ghg).toMatchObject({ unit: 'kgCO2e', perUnit: null, bound: null, missing: [], assumed: [] });
    expect(ghg.phases).toMatchObject({ operation: { central: 0.03 }, embodied: exact(17_530), training: null });
    expect(ghg.phases.operation?.low).toSatisfy(within(0.015, 1e-12));
    expect(ghg.phases.operation?.high).toSatisfy(within(0.06, 1e-12));
    expect(ghg.total?.central).toSatisfy(within(17_530.03, 1e-12));
    expect(adpe).toEqual({
      unit: 'kgSbeq', total: null, perUnit: null, bound: null, missing: [], assumed: [],
      phases: { operation: null, embodied: null, training: null },
    }); // prettier-ignore
    expect(energy.unit).toBe('kWh');
  });

  test('per functional unit: a fifth', () => {
    const { ghg, energy, climate_cost } = impactsOf(criteria, { ...options, per: unit });
    expect(ghg.perUnit?.central).toSatisfy(within(3506.006, 1e-12));
    expect(energy.perUnit?.central).toSatisfy(within(0.012, 1e-12));
    expect(climate_cost.perUnit?.central).toSatisfy(within(701.2012, 1e-12));
    const nothing = propagation.single(inputOf('units', 0));
    expect(impactsOf(criteria, { ...options, per: nothing }).ghg.perUnit).toBeNull();
  });

  test('climate cost: 17 530 kg at 0.2, from half to twice; in the currency of the scenario', () => {
    const { climate_cost } = impactsOf(criteria, { ...options, currency: 'CAD' });
    expect(climate_cost).toMatchObject({ unit: 'CAD', phases: {}, missing: [], bound: null, assumed: [] });
    expect(climate_cost.total?.central).toSatisfy(within(3506.006, 1e-12));
    expect(climate_cost.total?.high).toSatisfy(within(7012.012, 1e-6));
    const whole = propagation.single(inputOf('ghg_total', 1000));
    const cost = climateCost(whole, { carbonPrice: inputOf('carbon_price', 0.2), uncertainty: propagation });
    expect(cost.column).toEqual(Float64Array.of(200));
    const none = impactsOf(unknownCriteria('dark'), options).climate_cost;
    expect(none).toMatchObject({ total: null, perUnit: null, missing: ['dark'], assumed: [] });
  });

  test('an assumed price marks the cost alone, an assumed grid the greenhouse gases and their phase', () => {
    const priced = impactsOf(criteria, { ...options, carbonPrice: { ...carbonPrice, status: 'default' } });
    expect([priced.climate_cost.assumed, priced.ghg.assumed]).toEqual([['total'], []]);
    const inputs = part.inputs.map((each) => (each.id === 'grid_ghg' ? { ...each, status: 'default' as const } : each));
    const assumed = impactsOf(respondUsage([{ ...part, inputs }], propagation).criteria, options);
    expect(assumed.ghg.assumed).toEqual(['total', 'operation']);
    expect(assumed.climate_cost.assumed).toEqual(['total']);
    expect(assumed.water.assumed).toEqual([]);
  });
});

test('inputs that no result reads are not among those that are used', () => {
  const used = usedInputs(partOf(['reported-server', 'facility', 'totals'], { ...measured, grid_ghg: 0.5, batch: 3 }));
  expect(used.has('pue')).toBe(true);
  expect([used.has('grid_ghg'), used.has('batch')]).toEqual([false, false]);
});

test('a share is spread between 0 and 1, a PUE from 1 up, what the method does not bound above nothing', () => {
  expect(supportOf('location_share')).toEqual({ spread: 'bounded', minimum: 0, maximum: 1 });
  expect(supportOf('pue')).toEqual({ spread: 'bounded', minimum: 1 });
  expect(supportOf('batch')).toEqual({ spread: 'positive' });
  expect(supportOf('nothing of the method')).toEqual({ spread: 'positive' });
});
