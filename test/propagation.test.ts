/** Propagation of error, move by move: what is added, divided, aligned; signed intervals. */
import { describe, expect, test } from 'vitest';
import { planOf, type Plan } from '../src/engine/evaluate.ts';
import { movedColumns, propagation, swingsOf } from '../src/engine/propagate.ts';
import { difference, product, propagatedSigned } from '../src/engine/signed.ts';
import { exact, inputOf, kernelOf as kernel, responseOf as response, told } from './part-by-hand.ts';
import { within } from './within.ts';

const { apply, combine, interval, ratio, single, sum, widthShares } = propagation;
describe('inputs moved', () => {
  const plan = (): Plan => planOf([], ['a', 'b', 'c', 'd']);

  test('each uncertain key at its low and at its high, in two rows of its own', () => {
    const { keys, columns } = movedColumns(plan(), [
      inputOf('a', { low: 1, central: 2, high: 4 }),
      inputOf('b', 7),
      inputOf('c', { low: 10, central: 20, high: 30 }, { key: 'shared' }),
      inputOf('d', { low: 5, central: 6, high: 6 }, { key: 'shared' }),
    ]);
    expect(keys).toEqual(['a', 'shared']);
    expect(columns.map((column) => [...column])).toEqual([
      [2, 1, 4, 2, 2], [7], [20, 20, 20, 10, 30], [6, 6, 6, 5, 6],
    ]); // prettier-ignore
  });

  test('an exact value that is kept as a column is that column; an uncertain one is moved all the same', () => {
    const column = Float64Array.of(9);
    const { columns } = movedColumns(plan(), [
      inputOf('a', 9, { column }),
      inputOf('b', { low: 1, central: 2, high: 3 }, { column: Float64Array.of(2) }),
    ]);
    expect(columns[0]).toBe(column);
    expect([...(columns[1] ?? [])]).toEqual([2, 1, 3]);
  });
});

describe('sums', () => {
  test('of the same keys row by row; of none nothing; of one itself', () => {
    const keys = ['a'];
    const one = response(keys, [2, 1, 4]);
    expect(sum([])).toBeUndefined();
    expect(sum([one])).toBe(one);
    const found = sum([one, response(keys, [10]), response(keys, [20, 19, 21], true)]);
    expect(found && told(found)).toEqual({ keys: ['a'], column: [32, 30, 35], assumed: true });
    expect(sum([one, one])?.assumed).toBe(false);
    // Phases of a usage have their keys in common, those too that do not move one of them.
    const wide = ['a', 'b'];
    const phases = sum([response(wide, [2, 1, 4, 2, 2]), response(wide, [1])]);
    expect(phases?.keys).toBe(wide);
    expect([...(phases?.column ?? [])]).toEqual([3, 2, 5, 3, 3]);
  });

  test('of other keys move by move: what both have moves both, what moves nothing is left out', () => {
    const found = sum([
      response(['a', 'b'], [10, 8, 13, 9, 12]),
      response(['b', 'c'], [100, 90, 120, 100, 100], true),
      response([], [5]),
    ]);
    expect(found && told(found)).toEqual({ keys: ['a', 'b'], column: [115, 113, 118, 104, 137], assumed: true });
    const oneSided = sum([response(['d'], [5, 4, 5]), response(['e'], [5, 5, 7])]);
    expect(oneSided && told(oneSided)).toEqual({ keys: ['d', 'e'], column: [10, 9, 10, 10, 12], assumed: false });
  });
});

describe('arithmetic on results', () => {
  const [one, two] = [response(['a'], [10, 5, 20]), response(['b'], [4, 2, 8], true)];

  test('row by row over the keys of both', () => {
    expect(told(combine('-', one, two))).toEqual({ keys: ['a', 'b'], column: [6, 1, 16, 8, 2], assumed: true });
    expect(told(combine('*', one, two))).toEqual({ keys: ['a', 'b'], column: [40, 20, 80, 20, 80], assumed: true });
    expect(told(combine('-', one, response(['a'], [1, 2, 3])))).toEqual({ keys: ['a'], column: [9, 3, 17], assumed: false });
    expect(told(combine('-', one, response([], [1])))).toEqual({ keys: ['a'], column: [9, 4, 19], assumed: false });
    expect(told(combine('*', response([], [3]), one))).toEqual({ keys: ['a'], column: [30, 15, 60], assumed: false });
    expect(told(combine('-', response(['z'], [3]), one))).toMatchObject({ column: expect.arrayContaining([-7, -2, -17]) });
    // Of a usage that is exact under the keys of all, and of one under keys of its own.
    const keys = ['a'];
    const shared = combine('-', response(keys, [10, 5, 20]), response(keys, [1]));
    expect([shared.keys, ...shared.column]).toEqual([['a'], 9, 4, 19]);
    expect(combine('-', response(keys, [10, 5, 20]), response(keys, [1, 2, 3])).keys).toBe(keys);
    expect(told(combine('-', one, response(['z'], [1])))).toEqual({ keys: ['a'], column: [9, 4, 19], assumed: false });
    expect(told(combine('-', response(['c'], [1, 2, 3]), response(['a', 'b'], [10, 5, 20, 8, 12])))).toEqual({
      keys: ['c', 'a', 'b'], column: [-9, -8, -7, -4, -19, -7, -11], assumed: false,
    });
    expect(told(difference(propagation, one, two)).column).toEqual([6, 1, 16, 8, 2]);
    expect(told(product(propagation, one, two)).column).toEqual([40, 20, 80, 20, 80]);
  }); // prettier-ignore

  test('a ratio: row by row; undefined per nothing; the centre where a bound of the divisor alone is nothing', () => {
    const found = ratio(one, two);
    expect(found && told(found)).toEqual({ keys: ['a', 'b'], column: [2.5, 1.25, 5, 5, 1.25], assumed: true });
    const exactly = ratio(one, response([], [4], true));
    expect(exactly && told(exactly)).toEqual({ keys: ['a'], column: [2.5, 1.25, 5], assumed: true });
    expect([ratio(one, response([], [4]))?.assumed, ratio(two, response([], [4]))?.assumed]).toEqual([false, true]);
    expect(ratio(one, response([], [0]))).toBeUndefined();
    expect(ratio(one, response(['b'], [0, 0, 3]))).toBeUndefined();
    expect([...(ratio(one, response(['b'], [4, 0, 8]))?.column ?? [])]).toEqual([2.5, 1.25, 5, 2.5, 1.25]);
  });

  test('a formula over results', () => {
    const found = apply(kernel('q', ['x', 'y'], (x, y) => x + 2 * y), [one, two]); // prettier-ignore
    expect(told(found)).toEqual({ keys: ['a', 'b'], column: [18, 13, 28, 14, 26], assumed: true });
    expect(told(apply(kernel('q', ['x'], (x) => -x), [one]))).toEqual({ keys: ['a'], column: [-10, -5, -20], assumed: false }); // prettier-ignore
    expect([...apply(kernel('q', [], () => 3), []).column]).toEqual([3]); // prettier-ignore
  });

  test('an input on its own, and what is put in for the user', () => {
    expect(told(single(inputOf('a', { low: 1, central: 2, high: 4 })))).toEqual({ keys: ['a'], column: [2, 1, 4], assumed: false }); // prettier-ignore
    expect(told(single(inputOf('a', 3, { status: 'default' })))).toEqual({ keys: [], column: [3], assumed: true });
    expect(single(inputOf('a', 3, { status: 'given' })).assumed).toBe(false);
  });
});

describe('intervals', () => {
  test('from 0 upward the moves are absolute; an exact result has no width', () => {
    expect(interval(response(['a', 'b'], [0, 0, 3, 0, 4]))).toEqual({ low: 0, central: 0, high: 5 });
    expect(interval(response([], [7]))).toEqual(exact(7));
  });

  test('of a key both of whose moves go up, the larger counts, and nothing goes down', () => {
    const found = interval(response(['a'], [10, 20, 40]));
    expect(found.low).toBe(10);
    expect(found.high).toSatisfy(within(40, 1e-12));
    const falls = interval(response(['a'], [10, 5, 2.5]));
    expect(falls.high).toBe(10);
    expect(falls.low).toSatisfy(within(2.5, 1e-12));
  });

  test('shares of the width: in proportion to the squares of the moves; a result that can be 0 weighs a million', () => {
    const shares = widthShares(response(['a', 'b'], [10, 5, 20, 2.5, 40]));
    expect(shares.get('a')).toSatisfy(within(1 / 5, 1e-12));
    expect(shares.get('b')).toSatisfy(within(4 / 5, 1e-12));
    const wide = widthShares(response(['a', 'b'], [10, 0, 10, 10, 10e6]));
    expect(wide.get('a')).toSatisfy(within(0.5, 1e-12));
    expect(widthShares(response([], [5])).size).toBe(0);
    expect(widthShares(response(['a'], [5, 5, 5])).size).toBe(0);
    // A key that moves nothing carries nothing.
    expect(widthShares(response(['a', 'b'], [10, 5, 20, 10, 10])).get('b')).toBe(0);
  });

  test('the swing of each key that moves the result', () => {
    expect(swingsOf(response(['a', 'b', 'c'], [10, 5, 20, 10, 10, 10, 11]))).toEqual([
      { key: 'a', atLow: 5, atHigh: 20 },
      { key: 'c', atLow: 10, atHigh: 11 },
    ]);
    expect(swingsOf(response(['a'], [10, 9, 10]))).toEqual([{ key: 'a', atLow: 9, atHigh: 10 }]);
    expect(swingsOf(response([], [10]))).toEqual([]);
  });

  test('of any sign: as logarithms where no move changes it, else in quadrature', () => {
    expect(propagatedSigned(response([], [-3]))).toEqual(exact(-3));
    const above = propagatedSigned(response(['a', 'b'], [10, 5, 20, 10, 40]));
    expect(above.low).toSatisfy(within(5, 1e-12));
    expect(above.high).toSatisfy(within(10 * Math.exp(Math.hypot(Math.log(2), Math.log(4))), 1e-12));
    const below = propagatedSigned(response(['a'], [-10, -5, -20]));
    expect([below.low, below.central, below.high]).toSatisfy(([low, centre, high]: number[]) =>
      within(-20, 1e-12)(low) && centre === -10 && within(-5, 1e-12)(high)); // prettier-ignore
    expect(propagatedSigned(response(['a', 'b'], [1, -2, 5, 5, 4]))).toEqual({ low: -2, central: 1, high: 1 + Math.hypot(4, 4) }); // prettier-ignore
    expect(propagatedSigned(response(['a'], [0, 0, 2]))).toEqual({ low: 0, central: 0, high: 2 });
    expect(propagatedSigned(response(['a'], [2, 0, 3]))).toEqual({ low: 0, central: 2, high: 3 });
  });
});
