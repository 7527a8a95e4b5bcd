import { describe, expect, test } from 'vitest';
import { assess } from '../src/assess.ts';
import type { Assessment, Criterion } from '../src/assessment.ts';
import { defaultCatalog } from '../src/catalog/index.ts';
import { InputError } from '../src/errors.ts';
import { within } from './within.ts';

const catalog = defaultCatalog();

/** A scenario of JSON text, read by the library; intervals by propagation, which is exact. */
function run(...usages: readonly object[]): Assessment {
  return runWith({}, ...usages);
}

function runWith(top: object, ...usages: readonly object[]): Assessment {
  const text = JSON.stringify({
    name: 'test',
    period: 'year',
    ...top,
    usages: usages.map((each, at) => ({ id: `u${at}`, ...each })),
  });
  const load = (target: string): string => {
    throw new Error(`nothing to load: ${target}`);
  };
  return assess({ file: 'test.json', text, load }, { catalog, hash: () => 'none', samples: 0 });
}

const total = (assessment: Assessment, criterion: Criterion) => assessment.baseline.impacts[criterion].total;
const central = (assessment: Assessment, criterion: Criterion): number =>
  total(assessment, criterion)?.central ?? Number.NaN;

const text = { model: 'gpt-4o', requests: '1M/year', tokens: { input: 900, output: 600 } };
const fleet = { fleet: { accelerator: 'nvidia-h100', count: 10, utilisation: '60 %', hours: '8760 h/year' } };
const measured = { measured: { energy: '0.3 Wh', boundary: 'server' }, requests: '1M/year', iterations: 1 };

describe('properties of a footprint', () => {
  test.each([
    ['text', text],
    ['measured', measured],
    ['fleet', fleet],
    ['fleet with requests', { ...fleet, requests: '1M/year' }],
    ['task', { task: 'summarisation', requests: '1M/year' }],
    ['spend', { spend: '12 kEUR/year' }],
  ])('%s: a place parted in two equal places changes nothing', (_, usage) => {
    const one = run({ ...usage, pue: 1.2, grid: 'FRA' });
    const two = run({
      ...usage,
      pue: 1.2,
      grid: [
        { grid: 'FRA', share: '30 %' },
        { grid: 'FRA', share: '70 %' },
      ],
    });
    for (const criterion of ['energy', 'ghg', 'water', 'adpe', 'primary_energy'] as const) {
      const expected = total(one, criterion);
      if (expected === null) expect(total(two, criterion)).toBeNull();
      else {
        expect(total(two, criterion)?.central).toSatisfy(within(expected.central, 1e-12));
        expect(total(two, criterion)?.low).toSatisfy(within(expected.low, 1e-9));
        expect(total(two, criterion)?.high).toSatisfy(within(expected.high, 1e-9));
      }
    }
  });

  test('ten times the requests, ten times the footprint', () => {
    const one = run(text);
    const ten = run({ ...text, requests: '10M/year' });
    for (const criterion of ['energy', 'ghg', 'water', 'adpe', 'primary_energy', 'climate_cost'] as const) {
      expect(central(ten, criterion)).toSatisfy(within(10 * central(one, criterion), 1e-12));
    }
  });

  test('more output tokens, longer input, more iterations, a higher PUE: more energy', () => {
    const base = central(run(text), 'energy');
    for (const change of [
      { tokens: { input: 900, output: 700 } },
      { tokens: { input: 1900, output: 600 } },
      { iterations: 2 },
      { pue: 1.5 },
    ]) {
      expect(central(run({ ...text, ...change }), 'energy')).toBeGreaterThan(base);
    }
  });

  test('phases add up to the total, and usages to the scenario', () => {
    const both = run(text, fleet);
    const { ghg } = both.baseline.impacts;
    const phases = (ghg.phases.operation?.central ?? Number.NaN) + (ghg.phases.embodied?.central ?? Number.NaN);
    expect(ghg.total?.central).toSatisfy(within(phases, 1e-12));
    const usages = both.baseline.usages.reduce(
      (sum, usage) => sum + (usage.impacts.ghg.total?.central ?? Number.NaN),
      0,
    );
    expect(ghg.total?.central).toSatisfy(within(usages, 1e-12));
  });
});

describe('fleets and bills', () => {
  test('10 H100 at 60 %: 10 x 700 W x (0.15 + 0.85 x 0.6) x 8760 h x 1.43 x 1.2', () => {
    const expected = 10 * 0.7 * (0.15 + 0.85 * 0.6) * 8760 * 1.43 * 1.2;
    expect(central(run({ ...fleet, pue: 1.2, grid: 'FRA' }), 'energy')).toSatisfy(within(expected, 1e-12));
  });

  test('no request, no division: a fleet that nobody uses still draws its power', () => {
    const idle = run({ ...fleet, pue: 1.2, grid: 'FRA', requests: '1M/year' });
    expect(idle.baseline.usages[0]?.perRequest.energy.total?.central).toSatisfy(
      within(central(idle, 'energy') / 1e6, 1e-12),
    );
  });

  test('a spend in a currency without a factor is refused, never converted one to one', () => {
    for (const spend of ['12 kGBP/year', { amount: '12 kUSD/year', sector: 'computing-services' }]) {
      let codes: readonly string[] = [];
      try {
        run({ spend });
      } catch (error) {
        if (error instanceof InputError) codes = error.problems.map(({ code }) => code);
      }
      expect(codes).toEqual(['no-factor']);
    }
  });

  test('a bill is an upper bound, an unknown part a lower one, both together neither', () => {
    const bill = { spend: '12 kEUR/year' };
    expect(run(bill).baseline.impacts.ghg.bound).toBe('upper');
    expect(run(measured).baseline.impacts.ghg.bound).toBe('lower');
    expect(run(text).baseline.impacts.ghg.bound).toBeNull();
    expect(run(bill, text).baseline.impacts.ghg.bound).toBe('upper');
    expect(run(bill, measured).baseline.impacts.ghg.bound).toBe('mixed');
  });
});

describe('which evidence is used', () => {
  const estimatorOf = (usage: object): string | undefined => run(usage).baseline.usages[0]?.estimator;

  test.each([
    ['measured', { ...text, ...measured, ...fleet }],
    ['text', { ...text, ...fleet }],
    ['fleet', { model: 'gpt-4o', ...fleet, requests: '1M/year' }],
    ['fleet', { model: 'gpt-4o', ...fleet }],
    ['text', { model: 'gpt-4o', requests: '1M/year', spend: '12 kEUR/year' }],
    ['spend', { model: 'gpt-4o', spend: '12 kEUR/year' }],
    ['task', { task: 'summarisation', requests: '1M/year' }],
    ['none', { model: 'unknown', requests: 'unknown' }],
  ])('%s for %j', (estimator, usage) => {
    expect(estimatorOf(usage)).toBe(estimator);
  });

  test('a measured figure is checked by the tokens: 0.3 Wh at the server x 1.12 x PUE against the text method', () => {
    const { crossChecks } = run({ ...text, ...measured }).baseline.usages[0] ?? { crossChecks: [] };
    expect(crossChecks.map(({ estimator }) => estimator)).toEqual(['text']);
  });

  test('greenhouse gases measured alone: the energy of the model is no check of itself', () => {
    const usage = { ...text, measured: { ghg: '1 gCO2e' } };
    expect(run(usage).baseline.usages[0]?.crossChecks).toEqual([]);
    expect(run(usage).baseline.impacts.ghg.phases.operation?.central).toSatisfy(within(1000, 1e-12));
  });

  test('what is given and not used is said', () => {
    const codes = run({ ...text, spend: '12 kEUR/year', users: 5 }).warnings.map(({ code, path }) => [code, path]);
    expect(codes).toEqual([
      ['not-used', 'usages[0].spend'],
      ['not-used', 'usages[0].users'],
    ]);
  });

  test('idle 0, host 0 and PUE 1 give the energy of the GPU alone', () => {
    const gpu = {
      measured: { energy: '1 Wh', boundary: 'gpu' },
      serving: { idle: 0, host: 0 },
      pue: 1,
      requests: '1M/year',
      iterations: 1,
    };
    expect(central(run(gpu), 'energy')).toSatisfy(within(1000, 1e-12));
  });
});

describe('intervals', () => {
  test('a value of "defaults" is one unknown for all usages', () => {
    const usage = { ...measured, pue: 1 };
    const shared = runWith({ defaults: { grid: { intensity: '0.1 to 0.4 kgCO2e/kWh' } } }, usage, usage);
    const alone = run({ ...usage, requests: '2M/year', grid: { intensity: '0.1 to 0.4 kgCO2e/kWh' } });
    expect(total(shared, 'ghg')?.high).toSatisfy(within(total(alone, 'ghg')?.high ?? Number.NaN, 1e-9));
    expect(total(shared, 'ghg')?.low).toSatisfy(within(total(alone, 'ghg')?.low ?? Number.NaN, 1e-9));
  });

  test('two values of two usages are two unknowns: the sum is narrower', () => {
    const usage = { ...measured, pue: 1, grid: { intensity: '0.1 to 0.4 kgCO2e/kWh' } };
    const alone = total(run({ ...usage, requests: '2M/year' }), 'ghg');
    expect(total(run(usage, usage), 'ghg')?.high).toBeLessThan(alone?.high ?? Number.NaN);
  });

  test('from 0 upward there is a width too', () => {
    const grid = { intensity: { low: 0, value: 0, high: 0.5, unit: 'kgCO2e/kWh' } };
    const usage = { measured: { energy: '1 Wh', boundary: 'facility' }, requests: '1M/year', iterations: 1, grid };
    expect(total(run(usage), 'ghg')).toEqual({ low: 0, central: 0, high: 500 });
  });

  test('0 requests: nothing in the period, unknown per request', () => {
    const none = run({ ...text, requests: '0/year' });
    expect(central(none, 'ghg')).toBe(0);
    expect(none.baseline.usages[0]?.perRequest.ghg.total).toBeNull();
    expect(none.baseline.impacts.ghg.perUnit).toBeNull();
  });
});

describe('assumptions', () => {
  const statusOf = (assessment: Assessment, input: string): string | undefined =>
    assessment.ledger.find((entry) => entry.input === input)?.status;

  test('sizes that nobody published are assumed, published ones are not', () => {
    expect(statusOf(run(text), 'total_parameters')).toBe('default');
    expect(statusOf(run({ ...text, model: 'meta/llama-3.1-8b-instruct' }), 'total_parameters')).toBe('catalogue');
  });

  test('"unknown" is told from silence', () => {
    expect(statusOf(run({ ...text, serving: { batch: 'unknown' } }), 'batch')).toBe('unknown');
    expect(statusOf(run(text), 'batch')).toBe('default');
    expect(statusOf(run({ ...text, region: 'unknown' }), 'grid_ghg')).toBe('unknown');
  });

  test('hidden tokens that nobody gave are listed as 0', () => {
    expect(statusOf(run(text), 'reasoning_tokens')).toBe('default');
    expect(statusOf(run({ ...text, tokens: { input: 1, output: 1, reasoning: 'unknown' } }), 'reasoning_tokens')).toBe(
      'unknown',
    );
  });

  test('shares of the width add up to 1; without a result there are none', () => {
    const sum = run(text).ledger.reduce((all, { widthShare }) => all + (widthShare ?? Number.NaN), 0);
    expect(sum).toSatisfy(within(1, 1e-9));
    expect(run({ model: 'unknown', requests: 'unknown' }).ledger.map(({ widthShare }) => widthShare)).toEqual([null]);
  });

  test('a figure that rests on given values alone carries no mark', () => {
    const { energy, ghg } = run({
      measured: { energy: '1 Wh', boundary: 'facility' },
      requests: '1M/year',
      iterations: 1,
      grid: 'FRA',
    }).baseline.impacts;
    expect(energy.assumed).toEqual([]);
    expect(ghg.assumed).toEqual([]);
    expect(run(text).baseline.impacts.ghg.assumed).toEqual(['total', 'operation', 'embodied']);
  });
});
