import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emitKernel } from '../src/engine/emit.ts';
import { toPostfix } from '../src/engine/postfix.ts';
import { evaluate, orderKernels, planOf, type Column, type Kernel } from '../src/engine/evaluate.ts';
import { parseFormula } from '../src/engine/formula.ts';
import { checkMethod, type Mechanism } from '../src/engine/method.ts';
import { propagation } from '../src/engine/propagate.ts';
import type { Response } from '../src/engine/uncertainty.ts';
import { among } from './part-by-hand.ts';
import { within } from './within.ts';

const sources = new Set(['s']);

function mechanism(
  quantities: Record<string, { unit: string; formula: string }>,
  inputs: Record<string, string> = {},
): Mechanism {
  return {
    id: 'm',
    meaning: 'm',
    inputs: Object.fromEntries(Object.entries(inputs).map(([id, unit]) => [id, { unit, meaning: id }])),
    constants: {},
    quantities: Object.fromEntries(
      Object.entries(quantities).map(([id, { unit, formula }]) => [id, { unit, formula, source: 's', meaning: id }]),
    ),
  };
}

/** Value of a formula whose names have these values and units. */
function compute(unit: string, formula: string, values: Record<string, readonly [number, string]>): number {
  const inputs = Object.fromEntries(Object.entries(values).map(([id, [, text]]) => [id, text]));
  const [checked] = checkMethod([mechanism({ result: { unit, formula } }, inputs)], sources);
  if (!checked) throw new Error('nothing checked');
  const run = new Function(`return ${emitKernel(checked.expression)}`)() as Kernel['run'];
  const ids = Object.keys(values);
  const columns: Column[] = Object.values(values).map(([value]) => Float64Array.of(value));
  const postfix = toPostfix(checked.expression);
  evaluate(planOf([{ id: 'result', mechanism: 'm', unit, needs: checked.needs, run, postfix }], ids), columns);
  return columns[ids.length]?.[0] ?? Number.NaN;
}

describe('formulas', () => {
  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2 ^ 3 ^ 2', 512],
    ['8 / 4 / 2', 1],
    ['10 - 4 - 3', 3],
    ['2 ^ -1', 0.5],
    ['-2 ^ 2', -4],
    ['3 - -2', 5],
    ['min(4, 2) + max(1, 3)', 5],
    ['ceil(1.2)', 2],
    ['exp(0)', 1],
    ['ln(exp(2))', 2],
    ['log2(8)', 3],
    ['if(1 < 2, 10, 20)', 10],
    ['if(2 <= 1, 10, 20)', 20],
    ['1.5e3', 1500],
  ])('%s = %d', (formula, expected) => {
    expect(compute('1', formula, {})).toBe(expected);
  });

  test.each([
    ['1 +', 'expected a value, found the end'],
    ['1 2', 'expected the end, found 2'],
    ['min(1)', 'expected 2 argument(s) of min'],
    ['if(1, 2, 3)', 'expected a comparison'],
    ['a & b', 'cannot read "& b"'],
    ['(1', 'expected ")"'],
  ])('%s does not parse: %s', (formula, message) => {
    expect(() => parseFormula(formula)).toThrow(message);
  });
});

describe('units of formulas', () => {
  test('an energy in joules becomes kilowatt-hours where they are declared', () => {
    expect(compute('kWh', 'p * t', { p: [700, 'W'], t: [3600, 's'] })).toSatisfy(within(0.7, 1e-12));
  });

  test('terms in different units of one dimension are converted', () => {
    expect(compute('s', 'a + b', { a: [1, 's'], b: [500, 'ms'] })).toSatisfy(within(1.5, 1e-12));
  });

  test('comparisons convert too', () => {
    expect(compute('1', 'if(a < b, 1, 0)', { a: [2, 's'], b: [500, 'ms'] })).toBe(0);
    expect(compute('s', 'min(a, b)', { a: [2, 's'], b: [500, 'ms'] })).toSatisfy(within(0.5, 1e-12));
  });

  test('a ratio of two scales is a pure number in an exponent', () => {
    expect(compute('1', '2 ^ (a / b)', { a: [16, 'bit'], b: [1, 'B'] })).toSatisfy(within(4, 1e-12));
  });

  test.each([
    ['kWh', 'p + t', 'm.result: cannot add energy/time and time'],
    ['kWh', 'p', 'm.result: declares energy, but its formula gives energy/time'],
    ['1', 'exp(t)', 'm.result: the argument of exp must be a pure number, not time'],
    ['1', 'p ^ 2', 'm.result: the base of a power must be a pure number, not energy/time'],
    ['1', 'if(p < t, 1, 2)', 'm.result: cannot compare energy/time and time'],
    ['W', 'if(1 < 2, p, t)', 'm.result: cannot choose between energy/time and time'],
    ['W', 'p * missing / t', 'm.result: reads "missing", which nothing declares'],
  ])('declared %s, formula %s does not build', (unit, formula, message) => {
    expect(() => compute(unit, formula, { p: [1, 'W'], t: [1, 's'] })).toThrow(message);
  });

  test('a circle does not build', () => {
    const circle = mechanism({ a: { unit: '1', formula: 'b' }, b: { unit: '1', formula: 'a' } });
    expect(() => checkMethod([circle], sources)).toThrow('circle a -> b -> a');
  });

  test('one name has one unit everywhere', () => {
    const first = mechanism({ a: { unit: '1', formula: 'x' } }, { x: '1' });
    const second = { ...mechanism({ b: { unit: 's', formula: 'x' } }, { x: 's' }), id: 'n' };
    expect(() => checkMethod([first, second], sources)).toThrow('n.x: is s here and 1 elsewhere');
  });

  test('a quantity without a known source does not build', () => {
    expect(() => checkMethod([mechanism({ a: { unit: '1', formula: '1' } })], new Set())).toThrow('unknown source "s"');
  });
});

const kernel = (id: string, needs: string[], run: (...values: number[]) => number, owner = 'm'): Kernel => ({
  id,
  mechanism: owner,
  unit: '1',
  needs,
  run: (columns, out) => {
    for (let row = 0; row < out.length; row += 1) {
      out[row] = run(...columns.map((column) => column[column.length === 1 ? 0 : row] ?? Number.NaN));
    }
  },
  // The order of evaluation reads no formula.
  postfix: '',
});

describe('order of evaluation', () => {
  const double = kernel('double', ['x'], (x) => 2 * x);
  const plus = kernel('plus', ['double', 'y'], (a, b) => a + b);

  test('needs come first, whatever the order of declaration', () => {
    const order = orderKernels(among([plus, double]), ['m'], new Set(['x', 'y']));
    expect(order.map(({ id }) => id)).toEqual(['double', 'plus']);
  });

  test('what cannot be computed is left out, not taken as 0', () => {
    expect(orderKernels(among([plus, double]), ['m'], new Set(['x'])).map(({ id }) => id)).toEqual(['double']);
  });

  test('the mechanism named first gives a quantity that two of them offer', () => {
    const other = kernel('double', ['x'], (x) => 3 * x, 'n');
    expect(orderKernels(among([double, other]), ['n', 'm'], new Set(['x']))).toEqual([other]);
  });

  test('a given value goes before a formula', () => {
    expect(orderKernels(among([plus, double]), ['m'], new Set(['double', 'y', 'x'])).map(({ id }) => id)).toEqual([
      'plus',
    ]);
  });

  test('a result that is not finite is our bug', () => {
    expect(() => evaluate(planOf([kernel('inverse', ['x'], (x) => 1 / x)], ['x']), [Float64Array.of(0)])).toThrow(
      'm.inverse gave Infinity',
    );
  });
});

const spread = (central: number, factor: number) => ({ low: central / factor, central, high: central * factor });
const positive = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
const widening = fc.double({ min: 1, max: 10, noNaN: true });

describe('propagation of error', () => {
  const { interval: intervalOf, ratio, respond, single: responseOf, sum, widthShares } = propagation;
  const product = kernel('product', ['x', 'y'], (x, y) => x * y);
  const plus = kernel('sum', ['x', 'y'], (x, y) => x + y);
  const answer = (of: Kernel, x: [number, number, string], y: [number, number, string]): Response => {
    const inputs = [
      { id: 'x', key: x[2], range: spread(x[0], x[1]) },
      { id: 'y', key: y[2], range: spread(y[0], y[1]) },
    ];
    const response = respond(planOf([of], ['x', 'y']), inputs, [of.id]).get(of.id);
    if (!response) throw new Error('no response');
    return response;
  };

  test('product of independent log-normal inputs: the closed form, widths add in quadrature', () => {
    // 95th percentile factor of the product: exp(sqrt(ln(2)^2 + ln(3)^2)) = 3.6656...
    const interval = intervalOf(answer(product, [5, 2, 'a'], [7, 3, 'b']));
    const factor = Math.exp(Math.hypot(Math.log(2), Math.log(3)));
    expect(interval.central).toBe(35);
    expect(interval.high).toSatisfy(within(35 * factor, 1e-12));
    expect(interval.low).toSatisfy(within(35 / factor, 1e-12));
  });

  test('inputs of one key move together: the square of a factor 2 is a factor 4', () => {
    const interval = intervalOf(answer(product, [5, 2, 'a'], [5, 2, 'a']));
    expect(interval.high).toSatisfy(within(100, 1e-12));
    expect(interval.low).toSatisfy(within(6.25, 1e-12));
  });

  test('a fixed input has no width', () => {
    const interval = intervalOf(answer(product, [5, 1, 'a'], [7, 1, 'b']));
    expect(interval).toEqual({ low: 35, central: 35, high: 35 });
  });

  test('a ratio of two results of one input has no width', () => {
    const above = answer(product, [5, 2, 'a'], [7, 1, 'b']);
    const per = ratio(above, responseOf({ id: 'x', key: 'a', range: spread(5, 2) }));
    const interval = intervalOf(per ?? above);
    expect(interval.low).toSatisfy(within(7, 1e-12));
    expect(interval.high).toSatisfy(within(7, 1e-12));
  });

  test('shares of the width add up to 1, in proportion to the squares', () => {
    const shares = widthShares(answer(product, [5, 2, 'a'], [7, 4, 'b']));
    expect(shares.get('a')).toSatisfy(within(1 / 5, 1e-12));
    expect(shares.get('b')).toSatisfy(within(4 / 5, 1e-12));
  });

  test('property: the interval holds its centre, and scales with it', () => {
    fc.assert(
      fc.property(positive, widening, positive, widening, positive, (x, fx, y, fy, scale) => {
        const interval = intervalOf(answer(plus, [x, fx, 'a'], [y, fy, 'b']));
        expect(interval.low).toBeLessThanOrEqual(interval.central);
        expect(interval.high).toBeGreaterThanOrEqual(interval.central);
        const scaled = intervalOf(answer(plus, [x * scale, fx, 'a'], [y * scale, fy, 'b']));
        expect(scaled.high / scaled.central).toSatisfy(within(interval.high / interval.central, 1e-9));
      }),
    );
  });

  test('property: a sum of usages equals the usages, and a shared input is not averaged away', () => {
    fc.assert(
      fc.property(positive, widening, (x, factor) => {
        const one = responseOf({ id: 'x', key: 'shared', range: spread(x, factor) });
        const interval = intervalOf(sum([one, one, one, one]) ?? one);
        expect(interval.central).toSatisfy(within(4 * x, 1e-12));
        expect(interval.high).toSatisfy(within(4 * x * factor, 1e-9));
      }),
    );
  });
});
