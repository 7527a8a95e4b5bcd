/** Plans, and central values alone: what is evaluated, in which order, and what is refused. */
import { describe, expect, test } from 'vitest';
import { central } from '../src/engine/central.ts';
import { centralFigures } from '../src/engine/central-figures.ts';
import { evaluate, orderKernels, planOf, scratch } from '../src/engine/evaluate.ts';
import { evaluateMechanism } from '../src/engine/mechanism.ts';
import { centralOf, reachOfAssumptions } from '../src/engine/uncertainty.ts';
import {
  among,
  exact,
  inputOf,
  kernelOf as kernel,
  measured,
  partOf,
  responseOf as response,
  told,
} from './part-by-hand.ts';
import { within } from './within.ts';

describe('central values alone', () => {
  test('one row, the same arithmetic', () => {
    const [one, two] = [response(['a'], [10, 5, 20]), response([], [4], true)];
    expect(told(central.combine('-', one, two))).toEqual({ keys: [], column: [6], assumed: true });
    expect(told(central.combine('*', one, two))).toEqual({ keys: [], column: [40], assumed: true });
    expect(told(central.combine('*', one, one)).assumed).toBe(false);
    expect([...(central.ratio(one, two)?.column ?? [])]).toEqual([2.5]);
    expect(central.ratio(one, response([], [0]))).toBeUndefined();
    expect([central.sum([]), [...(central.sum([one, two, two])?.column ?? [])]]).toEqual([undefined, [18]]);
    expect(central.interval(one)).toEqual(exact(10));
    expect(central.widthShares(one).size).toBe(0);
    expect(central.apply(kernel('q', ['x', 'y'], (x, y) => x + y), [one, two]).assumed).toBe(true); // prettier-ignore
    expect(told(central.single(inputOf('a', { low: 1, central: 2, high: 3 }, { status: 'unknown' })))).toEqual({ keys: [], column: [2], assumed: true }); // prettier-ignore
    expect(told(central.apply(kernel('q', ['x'], (x) => 3 * x), [two]))).toEqual({ keys: [], column: [12], assumed: true }); // prettier-ignore
  });

  test('any quantity of a part, some inputs at other values; unknown is absent', () => {
    const part = partOf(['reported-server', 'facility', 'totals'], measured);
    const found = centralFigures(part, ['facility_energy', 'prompts', 'ghg_operation'], new Map([['pue', 3]]));
    expect([...found.keys()]).toEqual(['facility_energy', 'prompts']);
    expect(found.get('facility_energy')).toSatisfy(within(0.0045, 1e-12));
    expect(centralFigures(part, ['pue'], new Map()).get('pue')).toBe(2);
  });

  test('one mechanism over columns: row by row, unknown where an input is', () => {
    const inputs = { ghg_footprint: Float64Array.of(1, 2), rebound: Float64Array.of(0), avoided_total: Float64Array.of(5) }; // prettier-ignore
    expect(evaluateMechanism('value', inputs)('environment_axis')).toEqual(Float64Array.of(4, 3));
    const of = evaluateMechanism('value', { ...inputs, ghg_footprint: null });
    expect([of('environment_axis'), of('nothing')]).toEqual([null, null]);
    // What was read stays as it was when the mechanism is evaluated for another.
    const kept = evaluateMechanism('value', inputs)('environment_axis');
    evaluateMechanism('value', { ...inputs, avoided_total: Float64Array.of(50) });
    expect(kept).toEqual(Float64Array.of(4, 3));
  });
});

describe('plans', () => {
  const double = kernel('double', ['x'], (x) => 2 * x);
  const plus = kernel('plus', ['double', 'y'], (a, b) => a + b);

  test('only what the targets need', () => {
    const ids = (targets: readonly string[]) => orderKernels(among([double, plus]), ['m'], new Set(['x', 'y']), targets).map(({ id }) => id); // prettier-ignore
    expect([ids(['double']), ids(['plus']), ids(['none']), ids([])]).toEqual([['double'], ['double', 'plus'], [], []]);
    expect(orderKernels(among([double]), ['other'], new Set(['x']))).toEqual([]);
    const circle = [kernel('a', ['b'], (b) => b), kernel('b', ['a'], (a) => a)];
    expect(orderKernels(among(circle), ['m'], new Set())).toEqual([]);
  });

  test('places, what is read, and what is refused', () => {
    const plan = planOf([double, plus], ['x', 'y', 'z']);
    expect([...plan.places.keys()]).toEqual(['x', 'y', 'z', 'double', 'plus']);
    expect([...plan.reads].toSorted()).toEqual(['double', 'x', 'y']);
    expect(() => planOf([plus], ['x', 'y'])).toThrow('m.plus: "double" has no value');
    expect(() => planOf([], ['x', 'y', 'y'])).toThrow('"y" has two values');
    expect(() => evaluate(plan, [Float64Array.of(1)])).toThrow('m.plus: an operand has no value');
    expect(scratch(plan, 1, 5)).toBe(scratch(plan, 1, 5));
    expect(scratch(plan, 1, 5)).not.toBe(scratch(plan, 2, 5));
  });

  test('as many rows as the longest operand; the row that holds no number is told', () => {
    const columns = [Float64Array.of(1, 2, 3), Float64Array.of(10)];
    evaluate(planOf([double, plus], ['x', 'y']), columns);
    expect([...(columns[3] ?? [])]).toEqual([12, 14, 16]);
    const inverse = planOf([kernel('inverse', ['x'], (x) => 1 / x)], ['x']);
    expect(() => evaluate(inverse, [Float64Array.of(1, 2, 0)])).toThrow('m.inverse gave Infinity');
  });

  test('what an assumed input reaches', () => {
    const plan = planOf([double, plus], ['x', 'y']);
    const reach = (x: 'default' | 'given', y: 'default' | 'given') =>
      [...reachOfAssumptions(plan, [inputOf('x', 1, { status: x }), inputOf('y', 1, { status: y })])].toSorted();
    expect([reach('default', 'given'), reach('given', 'default'), reach('given', 'given'), reach('default', 'given')]).toEqual([[0, 2, 3], [1, 3], [], [0, 2, 3]]); // prettier-ignore
    expect(centralOf({ keys: [], column: Float64Array.of(1), assumed: false, central: 5 })).toBe(5);
  });
});
