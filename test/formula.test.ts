/** The language of the method: how text is read, what it is compiled to, how units are held together, what is refused and where. */
import { describe, expect, test } from 'vitest';
import { checkUnits, unitOf } from '../src/engine/dimensions.ts';
import { emitKernel } from '../src/engine/emit.ts';
import type { Kernel } from '../src/engine/evaluate.ts';
import { namesOf, parseFormula, type Expression } from '../src/engine/formula.ts';
import { checkMethod, constantRange, type Mechanism } from '../src/engine/method.ts';
import { stepsOf, toPostfix } from '../src/engine/postfix.ts';
import { InternalError } from '../src/errors.ts';
import { within } from './within.ts';

const units: Readonly<Record<string, string>> = { p: 'W', t: 's', h: 'h', e: 'kWh', j: 'J', n: '1', b: 'bit', o: 'B' };
const checked = (formula: string, declared: string): Expression =>
  checkUnits('m.q', parseFormula(formula), (name) => (units[name] ? unitOf(units[name], name) : undefined), unitOf(declared, 'm.q')); // prettier-ignore
const postfix = (formula: string): string => toPostfix(parseFormula(formula));

describe('reading', () => {
  test.each([
    ['a+b*c', '0 1 2 * +'],
    ['a - b + c', '0 1 - 2 +'],
    ['a / b * c', '0 1 / 2 *'],
    ['a ^ b ^ c', '0 1 2 ^ ^'],
    ['-a * b', '#0 0 - 1 *'],
    ['a ^ -b', '0 #0 1 - ^'],
    ['-a ^ b', '#0 0 1 ^ -'],
    ['((a))', '0'],
    ['a_1 + b2c', '0 1 +'],
    ['  a  ', '0'],
    ['1.25e-3 + 2e+2 + 3e4 + 10', '#0.00125 #200 + #30000 + #10 +'],
    ['a * (b - a)', '0 1 0 - *'],
    ['min(a, b + 1)', '0 1 #1 + min'],
    ['max(a, b)', '0 1 max'],
    ['exp(a) + ln(a) + log2(a) + ceil(a)', '0 exp 0 ln + 0 log2 + 0 ceil +'],
    ['if(a < b, c, d)', '0 1 < 2 3 choose'],
    ['if(a + 1 >= b * 2, c - 1, d / 2)', '0 #1 + 1 #2 * >= 2 #1 - 3 #2 / choose'],
    ['if(a <= b, c, d)', '0 1 <= 2 3 choose'],
    ['if(a > b, c, d)', '0 1 > 2 3 choose'],
    ['iffy + minimum', '0 1 +'],
  ])('%s is %s', (formula, expected) => {
    expect(postfix(formula)).toBe(expected);
  });

  test.each([
    ['', 'formula "": expected a value, found the end'],
    ['a +', 'formula "a +": expected a value, found the end'],
    ['+ a', 'formula "+ a": expected a value, found +'],
    ['a b', 'formula "a b": expected the end, found b'],
    ['a )', 'formula "a )": expected the end, found )'],
    ['(a', 'formula "(a": expected ")", found the end'],
    ['a * , b', 'formula "a * , b": expected a value, found ,'],
    ['min a', 'formula "min a": expected "(", found a'],
    ['min(a)', 'formula "min(a)": expected 2 argument(s) of min, found the end'],
    ['max(a, b, c)', 'formula "max(a, b, c)": expected 2 argument(s) of max, found the end'],
    ['exp(a, b)', 'formula "exp(a, b)": expected 1 argument(s) of exp, found the end'],
    ['min(a, b', 'formula "min(a, b": expected ")", found the end'],
    ['if a', 'formula "if a": expected "(", found a'],
    ['if(a, b, c)', 'formula "if(a, b, c)": expected a comparison, found ,'],
    ['if(a < b)', 'formula "if(a < b)": expected ",", found )'],
    ['if(a < b, c)', 'formula "if(a < b, c)": expected ",", found )'],
    ['if(a < b, c, d', 'formula "if(a < b, c, d": expected ")", found the end'],
    ['a & b', 'formula "a & b": cannot read "& b"'],
    ['a +  Ä', 'formula "a +  Ä": cannot read "Ä"'],
    ['A', 'formula "A": cannot read "A"'],
  ])('%j is refused, at its place', (formula, message) => {
    expect(() => parseFormula(formula)).toThrow(new InternalError(message));
  });

  test('names in order of appearance, each once, wherever they stand', () => {
    expect(namesOf(parseFormula('c + a * c'))).toEqual(['c', 'a']);
    expect(namesOf(parseFormula('if(d < a, b, min(c, e))'))).toEqual(['d', 'a', 'b', 'c', 'e']);
    expect(namesOf({ type: 'convert', value: { type: 'name', name: 'a' }, factor: 2 })).toEqual(['a']);
    expect(namesOf(parseFormula('1 + 2'))).toEqual([]);
  });
});

describe('units', () => {
  test.each([
    // A watt for a second is a joule.
    ['p * t', 'J', '0 1 *'],
    ['p * t', 'kWh', '0 1 * #2.7777777777777776e-7 *'],
    ['e / t', 'W', '0 1 / #3600000 *'],
    ['t + h', 's', '0 1 #3600 * +'],
    ['t - h', 'h', '0 1 #3600 * - #0.0002777777777777778 *'],
    ['-h', 's', '#0 0 - #3600 *'],
    ['min(t, h)', 's', '0 1 #3600 * min'],
    ['max(h, t)', 's', '0 1 #0.0002777777777777778 * max #3600 *'],
    ['ln(h / t)', '1', '0 1 / #3600 * ln'],
    ['(h / t) ^ (o / b)', '1', '0 1 / #3600 * 2 3 / #8 * ^'],
    ['if(t < h, e, j)', 'J', '0 1 #3600 * < 2 3 #2.7777777777777776e-7 * choose #3600000 *'],
    ['if(t < t, e, e)', 'kWh', '0 0 < 1 1 choose'],
  ])('%s in %s is %s', (formula, declared, expected) => {
    expect(toPostfix(checked(formula, declared))).toBe(expected);
  });

  test.each([
    ['p + t', 'W', 'm.q: cannot add energy/time and time'],
    ['p - t', 'W', 'm.q: cannot subtract energy/time and time'],
    ['n - t', 's', 'm.q: cannot subtract 1 and time'],
    ['1 - t', 's', 'm.q: cannot subtract 1 and time'],
    ['min(p, t)', 'W', 'm.q: cannot compare energy/time and time'],
    ['if(p < t, n, n)', '1', 'm.q: cannot compare energy/time and time'],
    ['if(n < 1, p, t)', 'W', 'm.q: cannot choose between energy/time and time'],
    ['ln(t)', '1', 'm.q: the argument of ln must be a pure number, not time'],
    ['t ^ 2', 's', 'm.q: the base of a power must be a pure number, not time'],
    ['2 ^ t', '1', 'm.q: an exponent must be a pure number, not time'],
    ['p * t', 's', 'm.q: declares time, but its formula gives energy'],
    ['p * x', 'W', 'm.q: reads "x", which nothing declares'],
  ])('%s in %s does not build', (formula, declared, message) => {
    expect(() => checked(formula, declared)).toThrow(new InternalError(message));
  });

  test('a conversion is never written by hand; a unit that nobody knows is named', () => {
    const value = { type: 'name', name: 'n' } as const;
    const by = (expression: Expression) => () => checkUnits('m.q', expression, () => unitOf('1', ''), unitOf('1', ''));
    expect(by({ type: 'convert', value, factor: 2 })).toThrow(
      'm.q: conversions are put in by the checker, not written',
    );
    expect(() => unitOf('furlong', 'm.q')).toThrow('m.q: unknown unit "furlong"');
  });
});

describe('compiled', () => {
  const run = (expression: Expression, columns: readonly Float64Array[], rows: number): number[] => {
    const out = new Float64Array(rows);
    (new Function(`return ${emitKernel(expression)}`)() as Kernel['run'])(columns, out);
    return [...out];
  };

  test('row by row, a column of one row the same in all', () => {
    const [a, b] = [Float64Array.of(1, 2, 3), Float64Array.of(10)];
    expect(run(parseFormula('a * b + a'), [a, b], 3)).toEqual([11, 22, 33]);
    expect(run(parseFormula('if(a < 2, a, b)'), [a, b], 3)).toEqual([1, 10, 10]);
    expect(run(parseFormula('min(a, 2) ^ max(a, 2)'), [a], 3)).toEqual([1, 4, 8]);
    expect(run(checked('t + h', 's'), [a, b], 3)).toEqual([36_001, 36_002, 36_003]);
  });

  test('a formula that holds no number does not compile', () => {
    expect(() => emitKernel({ type: 'number', value: Number.NaN })).toThrow('a formula holds NaN');
    const value = { type: 'number', value: 1 } as const;
    expect(() => emitKernel({ type: 'convert', value, factor: Infinity })).toThrow('a formula holds Infinity');
  });
});

describe('postfix', () => {
  test('is read as operands, values and operations, each with what it takes', () => {
    expect(stepsOf('0 #0.5 1 choose')).toEqual([
      { operand: 0, takes: 0 }, { value: 0.5, takes: 0 }, { operand: 1, takes: 0 }, { operation: 'choose', takes: 3 },
    ]); // prettier-ignore
    expect(stepsOf('0 ceil')).toEqual([{ operand: 0, takes: 0 }, { operation: 'ceil', takes: 1 }]); // prettier-ignore
    for (const [operation, takes] of [['+', 2], ['-', 2], ['*', 2], ['/', 2], ['^', 2], ['min', 2], ['max', 2], ['exp', 1], ['ln', 1], ['log2', 1], ['<', 2], ['<=', 2], ['>', 2], ['>=', 2]] as const)
      expect(stepsOf(`${'0 '.repeat(takes)}${operation}`).at(-1)).toEqual({ operation, takes });
  }); // prettier-ignore

  test.each([
    ['0 1', '"0 1" is no formula'],
    ['0 +', '"0 +" is no formula'],
    ['0 x', 'formula "0 x": "x" is no step'],
    ['#y', 'formula "#y": "#y" is no step'],
  ])('%j is refused', (text, message) => {
    expect(() => stepsOf(text)).toThrow(message);
  });
});

describe('declarations', () => {
  const quantity = (formula: string, unit = '1') => ({ unit, formula, source: 's', meaning: 'm' });
  const constant = (value: number, more: object = {}) => ({ unit: '1', value, source: 's', year: 2024, meaning: 'm', ...more }); // prettier-ignore
  const mechanism = (more: Partial<Mechanism>): Mechanism => ({
    id: 'm', meaning: 'm', inputs: {}, constants: {}, quantities: {}, ...more,
  }); // prettier-ignore
  const check =
    (...all: readonly Partial<Mechanism>[]) =>
    () =>
      checkMethod(all.map(mechanism), new Set(['s']));

  test('every quantity with what it needs and its formula in units', () => {
    const found = check({
      inputs: { x: { unit: 'h', meaning: 'x' } },
      constants: { k: constant(2) },
      quantities: { a: quantity('k * x', 's'), b: quantity('a + x', 's') },
    })();
    expect(found.map(({ id, mechanism: own, needs }) => [own, id, needs])).toEqual([
      ['m', 'a', ['k', 'x']],
      ['m', 'b', ['a', 'x']],
    ]);
    expect(found.map(({ expression }) => toPostfix(expression))).toEqual(['0 1 * #3600 *', '0 1 #3600 * +']);
  });

  test.each<[string, () => unknown, string]>([
    ['a source of a constant', check({ constants: { k: constant(1, { source: 'x' }) } }), 'm.k: unknown source "x"'],
    ['a source of a quantity', check({ quantities: { a: { ...quantity('1'), source: 'x' } } }), 'm.a: unknown source "x"'],
    ['a low above its value', check({ constants: { k: constant(1, { low: 1.1 }) } }), 'm.k: low, value and high are not in order'],
    ['a high below its value', check({ constants: { k: constant(1, { high: 0.9 }) } }), 'm.k: low, value and high are not in order'],
    ['a value that is none', check({ constants: { k: constant(Number.NaN) } }), 'm.k: low, value and high are not in order'],
    ['a name twice', check({ inputs: { a: { unit: '1', meaning: 'a' } }, quantities: { a: quantity('1') } }), 'm.a: declared twice'],
    ['a name of two units', check({ quantities: { a: quantity('1') } }, { id: 'n', inputs: { a: { unit: 's', meaning: 'a' } } }), 'n.a: is s here and 1 elsewhere'],
    ['an unknown unit', check({ inputs: { a: { unit: 'furlong', meaning: 'a' } } }), 'm.a: unknown unit "furlong"'],
    ['a circle of one', check({ quantities: { a: quantity('a + 1') } }), 'm: circle a -> a'],
    ['a circle of three', check({ quantities: { a: quantity('b'), b: quantity('c'), c: quantity('a') } }), 'm: circle a -> b -> c -> a'],
  ])('%s does not build', (_, build, message) => {
    expect(build).toThrow(new InternalError(message));
  }); // prettier-ignore

  test('a quantity that two others read is no circle; a constant stands at its own ends', () => {
    const diamond = { a: quantity('b + c'), b: quantity('d'), c: quantity('d'), d: quantity('1') };
    expect(check({ quantities: diamond })()).toHaveLength(4);
    expect(constantRange(constant(2))).toEqual({ low: 2, central: 2, high: 2 });
    expect(constantRange(constant(2, { low: 1, high: 4 }))).toEqual({ low: 1, central: 2, high: 4 });
    expect(check({ constants: { k: constant(2, { low: 2, high: 2 }) } })()).toEqual([]);
  });
});

test('a joule is a joule: units of one scale are not converted', () => {
  expect(toPostfix(checked('p * t + j', 'J'))).toBe('0 1 * 2 +');
  const [factor = ''] = /#\S+/.exec(toPostfix(checked('j', 'kWh'))) ?? [];
  expect(Number(factor.slice(1))).toSatisfy(within(1 / 3.6e6, 1e-15));
});
