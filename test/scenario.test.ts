/** A scenario as a whole: what each field becomes, the period, JSON, size, and hostile input. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { InputError } from '../src/errors.ts';
import type { Value } from '../src/scenario/types.ts';
import { read, scenarioWith } from './scenario.fixtures.ts';

const exactly = (value: number): Value => ({ range: { low: value, central: value, high: value } });

const everything = {
  name: 'Everything',
  description: 'All fields of this version\non two lines',
  period: 'year',
  functional_unit: { name: 'sheet', volume: '300k/year' },
  carbon_price: { value: '200 EUR/t', source: 'a report' },
  usages: [
    {
      id: 'text',
      description: 'Text',
      model: { name: 'own', total_parameters: '70B', active_parameters: 17, bits: '8 bits' },
      provider: 'azure-openai',
      region: 'azure/eastus2',
      grid: { intensity: 'unknown', water: '2 L/kWh', adpe: 5e-8, primary_energy: '9 MJ/kWh', basis: 'location' },
      pue: 'unknown',
      wue: '0.4 L/kWh',
      requests: '20 per user/day',
      users: '1.8M',
      iterations: 1.5,
      tokens: { input: 900, output: '600', reasoning: 'unknown', cached_input: { low: 10, high: 40 } },
      task: 'summarisation',
      measured: { energy: '0.3 Wh', ghg: '1.14 g', water: '16.7 mL', boundary: 'gpu' },
      serving: { accelerator: 'h100', accelerators: 8, batch: '8 to 128', bits: 8, idle: 0, host: '30 %' },
      spend: '12 kUSD/year',
    },
    {
      id: 'fleet',
      region: [
        { region: 'aws/eu-west-3', share: '33.3 %' },
        { grid: 'USA', share: 0.667 },
      ],
      fleet: { accelerator: 'h100', count: '5k', utilisation: '10..20 %', hours: '8 h/day', share: 1 },
    },
    {
      id: 'bill',
      model: 'unknown',
      region: 'unknown',
      requests: 'unknown',
      spend: { amount: '1 kEUR/month', sector: 'it' },
    },
  ],
};

describe('a scenario', () => {
  it('becomes values in the units of their fields', () => {
    const { scenario, warnings } = read(stringify(everything));
    expect(warnings).toEqual([]);
    expect(scenario).toEqual({
      name: 'Everything',
      description: 'All fields of this version\non two lines',
      period: 'year',
      training: { mode: 'include', runs: [] },
      functionalUnit: { name: 'sheet', volume: exactly(300_000) },
      carbonPrice: { range: { low: 0.2, central: 0.2, high: 0.2 }, source: 'a report', currency: 'EUR' },
      usages: [
        {
          id: 'text',
          path: 'usages[0]',
          description: 'Text',
          model: { name: 'own', total_parameters: exactly(70), active_parameters: exactly(17), bits: exactly(8) },
          provider: 'azure-openai',
          locations: [
            {
              share: 1,
              path: 'grid',
              region: 'azure/eastus2',
              grid: {
                intensity: 'unknown',
                water: exactly(2),
                adpe: exactly(5e-8),
                primary_energy: exactly(9),
              },
            },
          ],
          pue: 'unknown',
          wue: exactly(0.4),
          requests: { per: 'user', count: exactly(7300) },
          users: exactly(1_800_000),
          iterations: exactly(1.5),
          tokens: {
            input: exactly(900),
            output: exactly(600),
            reasoning: 'unknown',
            cached_input: { range: { low: 10, central: 20, high: 40 } },
          },
          task: 'summarisation',
          measured: { energy: exactly(0.0003), ghg: exactly(0.00114), water: exactly(0.0167), boundary: 'gpu' },
          serving: {
            accelerator: 'h100',
            accelerators: exactly(8),
            batch: { range: { low: 8, central: 32, high: 128 } },
            bits: exactly(8),
            idle: exactly(0),
            host: exactly(0.3),
          },
          spend: { amount: exactly(12_000), currency: 'USD' },
          unknown: ['grid.intensity', 'pue', 'tokens.reasoning'],
        },
        {
          id: 'fleet',
          path: 'usages[1]',
          locations: [
            { share: 0.333, path: 'region[0]', region: 'aws/eu-west-3' },
            { share: 0.667, path: 'region[1]', grid: 'USA' },
          ],
          fleet: {
            accelerator: 'h100',
            count: exactly(5000),
            utilisation: { range: { low: 0.1, central: 0.15, high: 0.2 } },
            hours: exactly(2920),
            share: exactly(1),
          },
          unknown: [],
        },
        {
          id: 'bill',
          path: 'usages[2]',
          locations: [],
          requests: 'unknown',
          spend: { amount: exactly(12_000), currency: 'EUR', sector: 'it' },
          unknown: ['requests', 'region', 'model'],
        },
      ],
    });
  });

  it.each([
    [
      'three thirds',
      'grid: [{ grid: a, share: 33.3 % }, { grid: b, share: 33.3 % }, { grid: c, share: 33.3 % }]',
      [1 / 3, 1 / 3, 1 / 3],
    ],
    ['a whole', 'grid: [{ grid: a, share: 25 % }, { region: b, grid: c, share: 75 % }]', [0.25, 0.75]],
  ])('makes %s of the shares', (_name, fields, expected) => {
    const [usage] = read(scenarioWith(`    ${fields}\n`)).scenario.usages;
    const shares = usage?.locations.map(({ share }) => share) ?? [];
    expect(shares.length).toBe(expected.length);
    for (const [index, share] of shares.entries()) expect(Math.abs(share - (expected[index] ?? 0))).toBeLessThan(1e-15);
  });

  it.each([
    ['the year, by default', '', 'requests: 12/month', 'year', 144],
    ['as it says', 'period: month\n', 'requests: 12/year', 'month', 1],
    ['that of the volume', 'functional_unit: { name: a, volume: 5/week }\n', 'requests: 1/day', 'week', 7],
    [
      'that of the volume in a block',
      'functional_unit: { name: a, volume: { value: 5, unit: k/day } }\n',
      'requests: 7/week',
      'day',
      1,
    ],
    [
      'the year for a volume by the hour',
      'functional_unit: { name: a, volume: 5/hour }\n',
      'requests: 1/day',
      'year',
      365,
    ],
    ['once for a volume without time', 'functional_unit: { name: a, volume: 5k }\n', 'requests: 12', 'once', 12],
    [
      'as it says, whatever the volume',
      'period: day\nfunctional_unit: { name: a, volume: 365/year }\n',
      'requests: 365/year',
      'day',
      1,
    ],
  ])('has the period %s', (_name, top, requests, period, count) => {
    const { scenario } = read(`name: a\n${top}usages:\n  - { id: x, ${requests} }\n`);
    expect([scenario.period, scenario.usages[0]?.requests]).toEqual([period, { per: 'period', count: exactly(count) }]);
  });
});

describe('JSON', () => {
  it('reads to the same scenario as YAML', () => {
    const { scenario } = read(stringify(everything));
    expect(read(JSON.stringify(everything)).scenario).toEqual(scenario);
    expect(read(`\uFEFF\n${JSON.stringify(everything, null, 2)}\n`).scenario).toEqual(scenario);
    // With a comment it is no JSON any more, and still YAML.
    expect(read(`${JSON.stringify(everything, null, 2)} # a comment\n`).scenario).toEqual(scenario);
  });

  it('has places all the same', () => {
    const text = JSON.stringify({ name: 'a', usages: [{ id: 'x', pue: 1.2 }] }, null, 2);
    const place = read(text).locate('usages[0].pue');
    expect(place).toEqual({ file: 'scenario.yaml', line: 6, column: 14, length: 3, excerpt: '      "pue": 1.2' });
  });

  it('reads 10 000 usages with their defaults', () => {
    const many = (count: number): string =>
      JSON.stringify({
        name: 'Many',
        defaults: { tokens: { input: 900 }, region: 'azure/eastus2' },
        usages: Array.from({ length: count }, (_, index) => ({
          id: `usage-${index}`,
          model: 'gpt-4o',
          requests: `${index + 1}k/year`,
          tokens: { output: '100 to 400' },
          pue: { low: 1.1, high: 1.3 },
        })),
      });
    const { scenario } = read(many(10_000));
    expect(scenario.usages.length).toBe(10_000);
    expect(scenario.usages[9_999]?.requests).toEqual({ per: 'period', count: exactly(10_000_000) });
    expect(scenario.usages[9_999]?.tokens).toEqual({
      input: exactly(900),
      output: { range: { low: 100, central: 200, high: 400 } },
    });
  });
});

describe('whatever the file', () => {
  const keys = fc.constantFrom(
    'name',
    'usages',
    'defaults',
    'extends',
    'period',
    'functional_unit',
    'carbon_price',
    'id',
    'model',
    'region',
    'grid',
    'pue',
    'wue',
    'requests',
    'users',
    'tokens',
    'input',
    'cached_input',
    'measured',
    'energy',
    'boundary',
    'fleet',
    'hours',
    'spend',
    'amount',
    'serving',
    'share',
    'value',
    'low',
    'high',
    'unit',
    'source',
    'volume',
    '__proto__',
    'constructor',
    'toString',
    '<<',
    '',
  );
  const texts = fc.constantFrom(
    'unknown',
    '5',
    '012',
    '1,000',
    '5 to 6',
    '6..5 %',
    '3 kWh',
    '1/year',
    '5 per unit',
    '5 per user/day',
    '1e999',
    'once',
    'month',
    '-1',
    'a\nb',
    '\u001b',
    'scenario.yaml',
    '../x',
    'kgCO2/kWh',
    '~5',
    '1:30',
    '$5',
    '5 k',
    '*',
    '',
  );
  const values = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      texts,
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc
        .array(fc.tuple(fc.oneof(keys, fc.string()), tie('value')), { maxLength: 6 })
        .map((entries) => Object.fromEntries(entries)),
    ),
  })).value;

  /** The full scenario with one of its values, anywhere in it, put in place of another. */
  const mutated = fc.tuple(fc.infiniteStream(fc.nat()), values).map(([choices, value]) => {
    const scenario = structuredClone(everything) as unknown;
    let holder = scenario as Record<string, unknown>;
    for (;;) {
      const names = Object.keys(holder);
      const name = names[(choices.next().value ?? 0) % names.length] ?? 'name';
      const inside = holder[name];
      const goOn =
        typeof inside === 'object' &&
        inside !== null &&
        Object.keys(inside).length > 0 &&
        (choices.next().value ?? 0) % 4 > 0;
      if (!goOn) {
        Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
        return scenario;
      }
      holder = inside as Record<string, unknown>;
    }
  });

  /** Reads, or is refused with problems that all have a place. */
  const readsOrRefuses = (text: string): void => {
    try {
      read(text);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      expect(error.problems.length).toBeGreaterThanOrEqual(1);
      expect(error.problems.filter(({ place, code }) => !place && code !== 'bad-yaml')).toEqual([]);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  };

  it('a mutated scenario is read or refused, as JSON and as YAML', () => {
    fc.assert(
      fc.property(mutated, (scenario) => {
        readsOrRefuses(JSON.stringify(scenario));
        readsOrRefuses(stringify(scenario));
      }),
      { seed: 20_261_123, numRuns: 300 },
    );
  });

  it('any JSON value and any text is read or refused', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          values.map((value) => JSON.stringify(value) ?? ''),
          fc.string({ unit: 'binary' }),
        ),
        readsOrRefuses,
      ),
      { seed: 20_261_123, numRuns: 300 },
    );
  });
});
