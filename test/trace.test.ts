/** Formulas opened up: with values in the place of names, the conversions in words, and what is missing for a quantity. */
import { describe, expect, test } from 'vitest';
import { checkUnits, unitOf } from '../src/engine/dimensions.ts';
import { parseFormula } from '../src/engine/formula.ts';
import { conversionsOf, substituted } from '../src/engine/print.ts';
import { checkedQuantity, findQuantity } from '../src/engine/checked.ts';
import { declarationOf, mechanismsOf, methodNames, trace } from '../src/engine/trace.ts';
import { exact, measured, partOf } from './part-by-hand.ts';

const leaves: Readonly<Record<string, { readonly value: number; readonly unit: string }>> = {
  a: { value: 2, unit: '1' }, b: { value: 3, unit: '1' }, c: { value: 4, unit: '1' }, p: { value: 700, unit: 'W' },
  t: { value: 60, unit: 's' }, h: { value: 2, unit: 'h' }, e: { value: 0.5, unit: 'kWh' }, j: { value: 0.25, unit: 'J/token' },
  k: { value: 1000, unit: 'token' }, r: { value: 10, unit: 'request' }, q: { value: 0.001, unit: 'kWh/request' },
}; // prettier-ignore
const leaf = (name: string) => leaves[name] ?? { value: Number.NaN, unit: '?' };

describe('values in the place of names', () => {
  test.each([
    ['a + b - c', '2 + 3 - 4'],
    ['a - (b + c)', '2 - (3 + 4)'],
    ['a - (b - c)', '2 - (3 - 4)'],
    ['(a - b) - c', '2 - 3 - 4'],
    ['a + (b - c)', '2 + 3 - 4'],
    ['a / (b / c)', '2 / (3 / 4)'],
    ['a / (b * c)', '2 / (3 * 4)'],
    ['a / b / c', '2 / 3 / 4'],
    ['a * (b + c)', '2 * (3 + 4)'],
    ['(a + b) * c', '(2 + 3) * 4'],
    ['a + b * c', '2 + 3 * 4'],
    // Powers are read from the right.
    ['a ^ b ^ c', '2 ^ 3 ^ 4'],
    ['(a ^ b) ^ c', '(2 ^ 3) ^ 4'],
    ['a ^ (b + c)', '2 ^ (3 + 4)'],
    ['(a * b) ^ c', '(2 * 3) ^ 4'],
    ['-a', '-2'],
    ['b - -a', '3 - (-2)'],
    ['b * -a', '3 * (-2)'],
    ['(-a) ^ b', '(-2) ^ 3'],
    ['a ^ -b', '2 ^ (-3)'],
    ['-(a + b)', '-(2 + 3)'],
    ['0 - a', '-2'],
    ['1 - a', '1 - 2'],
    ['min(a, b + c)', 'min(2, 3 + 4)'],
    ['exp(-a) * 1e9', 'exp(-2) * 1e9'],
    ['if(a + 1 >= b, c - 1, -c)', 'if(2 + 1 >= 3, 4 - 1, -4)'],
    // Under a division or a power the unit belongs to the number.
    ['p * t', '700 W * 60 s'],
    ['p / q', '700 W / (0.001 kWh/request)'],
    ['q * p', '0.001 kWh/request * 700 W'],
    ['q / p', '0.001 kWh/request / 700 W'],
    ['t ^ 2', '(60 s) ^ 2'],
    ['a ^ b', '2 ^ 3'],
  ])('%s is %s', (formula, expected) => {
    expect(substituted(parseFormula(formula), leaf)).toBe(expected);
  });

  test('conversions do not show', () => {
    const checked = checkUnits('m.q', parseFormula('p * (t + h)'), (name) => unitOf(leaf(name).unit, name), unitOf('kWh', 'q')); // prettier-ignore
    expect(substituted(checked, leaf)).toBe('700 W * (60 s + 2 h)');
  });
});

describe('conversions in words, without the symbols that stay', () => {
  const toKilowattHours = 2.7777777777777776e-7;
  test.each<[string, string, readonly (readonly [string, string, number])[]]>([
    ['p * t', 'kWh', [['W*s', 'kWh', toKilowattHours]]],
    ['j * k', 'kWh', [['J', 'kWh', toKilowattHours]]],
    ['j * k / r', 'kWh/request', [['J', 'kWh', toKilowattHours]]],
    ['j', 'kWh/token', [['J', 'kWh', toKilowattHours]]],
    ['t + h', 's', [['h', 's', 3600]]],
    ['t - h', 's', [['h', 's', 3600]]],
    ['-h', 's', [['h', 's', 3600]]],
    ['min(t, h)', 's', [['h', 's', 3600]]],
    ['ln(h / t)', '1', [['h/s', '1', 3600]]],
    ['2 ^ (h / t)', '1', [['h/s', '1', 3600]]],
    ['(h / t) ^ 2', '1', [['h/s', '1', 3600]]],
    ['if(t < h, e, p * t)', 'kWh', [['h', 's', 3600], ['W*s', 'kWh', toKilowattHours]]],
    ['t * t * p', 's*kWh', [['s^2*W', 's*kWh', toKilowattHours]]],
    ['p / e', '1/s', [['W/kWh', '1/s', toKilowattHours]]],
    ['a * p * t + e', 'kWh', [['kWh', 'W*s', 3_600_000], ['W*s', 'kWh', toKilowattHours]]],
    ['e * a', 'kWh', []],
    ['p * t', 'J', []],
  ])('%s in %s', (formula, declared, expected) => {
    const expression = checkUnits('m.q', parseFormula(formula), (name) => unitOf(leaf(name).unit, name), unitOf(declared, 'q'));
    expect(conversionsOf(expression, declared, (name) => leaf(name).unit).map(({ from, to, factor }) => [from, to, factor])).toEqual(expected);
  }); // prettier-ignore
});

describe('a part opened up', () => {
  const part = partOf(['reported-server', 'facility', 'operation', 'totals', 'training-estimate'], { ...measured, grid_ghg: 0.5 }); // prettier-ignore
  const open = (name: string) => trace(part).open(name);
  const missing = (name: string) => trace(part).missing(name);
  const value = (name: string) => trace(part).value(name);

  test('a quantity: its formula, its values, what it reads, where it comes from', () => {
    expect(open('it_energy')).toEqual({
      kind: 'quantity', id: 'it_energy', mechanism: 'reported-server', unit: 'kWh/request',
      meaning: 'energy of a prompt at the servers, its share of waiting machines included',
      formula: '(1 + idle) * reported_energy', value: 0.0015, substituted: '(1 + 0.5) * 0.001 kWh/request',
      conversions: [], source: 'google-gemini-2025', reads: ['idle', 'reported_energy'],
    }); // prettier-ignore
    expect(open('ghg_operation_total')).toMatchObject({
      mechanism: 'totals', value: 0.03, substituted: '20 request/period * 0.0015 kgCO2e/request',
    }); // prettier-ignore
  });

  test('an input and a number of the method', () => {
    expect(open('pue')).toEqual({
      kind: 'input', id: 'pue', unit: '1', meaning: 'energy of the data centre per energy of its servers', value: 2,
      input: part.inputs.find(({ id }) => id === 'pue'),
    }); // prettier-ignore
    expect(open('training_efficiency')).toMatchObject({
      kind: 'constant', id: 'training_efficiency', mechanism: 'training-estimate', unit: '1', value: 0.3,
      range: { low: 0.21, central: 0.3, high: 0.55 }, source: 'published-mfu', year: 2024,
      meaning: 'share of the peak FLOP/s that training reaches',
    }); // prettier-ignore
    expect([value('training_efficiency'), value('energy_total'), value('grid_adpe')]).toEqual([0.3, 0.06, undefined]);
  });

  test('what is not known is not opened; what it lacks is named, itself never', () => {
    expect([open('adpe_operation'), open('nothing'), open('training_gpu_hours')]).toEqual([undefined, undefined, undefined]);
    expect(missing('adpe_operation_total')).toEqual(['grid_adpe']);
    expect(missing('ghg_embodied_total')).toEqual(['ghg_embodied']);
    expect(missing('training_gpu_hours')).toEqual(['flop_per_weight', 'training_parameters', 'training_tokens', 'training_flops']); // prettier-ignore
    expect([missing('ghg_operation_total'), missing('grid_adpe'), missing('nothing')]).toEqual([[], [], []]);
    // Given a formula that fails further down, once is enough for what two of its terms lack.
    const bare = trace(partOf(['facility', 'water', 'totals'], { requests: 1, location_share: 1, iterations: 1, calls: 1 }));
    expect(bare.missing('water_operation_total')).toEqual(['it_energy', 'wue', 'pue', 'grid_water']);
  }); // prettier-ignore

  test('a value from outside goes before the formula and before the number of the method', () => {
    const given = trace(partOf(['reported-server', 'facility'], { ...measured, it_energy: 1, facility_energy: 5 }));
    expect(given.value('facility_energy')).toBe(5);
    expect(given.open('facility_energy')?.kind).toBe('input');
  });

  test('an input is told in the words of the mechanisms that read it', () => {
    const words = (mechanism: string) => {
      const found = trace({ mechanisms: [mechanism], inputs: [{ id: 'requests', range: exact(1) }] }).open('requests');
      return found && [found.unit, found.meaning];
    };
    expect(words('data')).toEqual(['request/period', 'kept results of the period']);
    const share = (mechanism: string) => trace({ mechanisms: [mechanism], inputs: [{ id: 'server_share', range: exact(0.4) }] }).open('server_share')?.meaning; // prettier-ignore
    expect(share('fleet')).toBe('energy of the server per energy of its accelerators');
    expect(share('server-energy')).toBe('energy of the server per energy measured on its accelerators');
    expect(words('speech')).toEqual([declarationOf('requests')?.unit, declarationOf('requests')?.meaning]);
    expect(() => trace({ mechanisms: [], inputs: [{ id: 'nowhere', range: exact(1) }] }).open('nowhere')).toThrow(
      'the method does not declare "nowhere"',
    );
  });
});

describe('names of the method', () => {
  test('each once: inputs, numbers and quantities', () => {
    const names = methodNames();
    expect(new Set(names).size).toBe(names.length);
    for (const name of ['pue', 'training_efficiency', 'facility_energy']) expect(names).toContain(name);
  });

  test('with unit and meaning; of an input and a quantity of one name those of the input', () => {
    expect(declarationOf('facility_energy')).toMatchObject({ unit: 'kWh/request', meaning: 'what the meter of the data centre sees' }); // prettier-ignore
    expect(declarationOf('pue')).toMatchObject({ unit: '1', minimum: 1 });
    expect(declarationOf('nothing')).toBeUndefined();
  });

  test('and who gives a quantity', () => {
    expect(mechanismsOf('facility_energy')).toEqual(['facility', 'reported-facility']);
    expect(mechanismsOf('pue')).toEqual([]);
    expect(findQuantity('facility', 'pue')).toBeUndefined();
    expect(checkedQuantity('facility', 'facility_energy').needs).toEqual(['pue', 'it_energy']);
    expect(() => checkedQuantity('facility', 'pue')).toThrow('facility does not give "pue"');
  });
});
