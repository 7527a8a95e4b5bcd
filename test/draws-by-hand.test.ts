/** Draws, operation by operation: rows against plain arithmetic, intervals in any order of reading, what fails and what then stands. */
import { describe, expect, test } from 'vitest';
import { draws, type Support } from '../src/engine/draws.ts';
import { emitKernel } from '../src/engine/emit.ts';
import { planOf, type Kernel } from '../src/engine/evaluate.ts';
import { namesOf, parseFormula } from '../src/engine/formula.ts';
import { toPostfix, type Operation } from '../src/engine/postfix.ts';
import { quantilePair } from '../src/engine/quantile.ts';
import { Tape } from '../src/engine/tape.ts';
import type { Response } from '../src/engine/uncertainty.ts';
import { exact, inputOf } from './part-by-hand.ts';
import { within } from './within.ts';

const samples = 2000;
const supportOf = (id: string): Support => (id === 'share' ? { spread: 'bounded', minimum: 0, maximum: 1 } : { spread: 'positive' }); // prettier-ignore
const engine = () => draws({ samples, seed: 7, supportOf });
const kernel = (id: string, formula: string): Kernel => {
  const expression = parseFormula(formula);
  const run = new Function(`return ${emitKernel(expression)}`)() as Kernel['run'];
  return { id, mechanism: 'm', unit: '1', needs: namesOf(expression), run, postfix: toPostfix(expression) };
};
const wide = (id: string, key = id) => inputOf(id, { low: 1, central: 2, high: 6 }, { key });
const rowsOf = ({ column }: Response): number[] => [...column];

describe('arithmetic on results, draw by draw', () => {
  const own = engine();
  const [x, y] = [own.single(wide('x')), own.single(wide('y'))];
  const [left, right] = [rowsOf(x), rowsOf(y)];
  const expectRows = (found: Response | undefined, of: (one: number, other: number) => number): void => {
    const rows = found ? rowsOf(found) : [];
    expect(rows).toHaveLength(samples + 1);
    for (const [row, value] of rows.entries()) expect(value).toSatisfy(within(of(left[row] ?? 0, right[row] ?? 0), 1e-14));
  }; // prettier-ignore

  test('sum, difference, product, quotient, formula', () => {
    expectRows(own.sum([x, y, x]), (one, other) => 2 * one + other);
    expectRows(own.combine('-', x, y), (one, other) => one - other);
    expectRows(own.combine('*', x, y), (one, other) => one * other);
    expectRows(own.ratio(x, y), (one, other) => one / other);
    expectRows(own.ratio(x, own.single(inputOf('k', 4))), (one) => one / 4);
    expectRows(own.apply(kernel('q', 'a ^ 2 + b'), [x, y]), (one, other) => one ** 2 + other);
    expect(own.sum([])).toBeUndefined();
    expect(own.sum([x])).toBe(x);
    expect(own.ratio(x, own.single(inputOf('k', 0)))).toBeUndefined();
  });

  test('central values come first, and before any draw', () => {
    const fresh = engine();
    expect(fresh.combine('-', fresh.single(wide('x')), fresh.single(inputOf('k', 5))).central).toBe(-3);
    expect([left[0], right[0]]).toEqual([2, 2]);
  });

  test('what is put in for the user marks what it goes into', () => {
    const assumed = own.single(inputOf('z', { low: 1, central: 2, high: 3 }, { status: 'default' }));
    expect([x.assumed, assumed.assumed]).toEqual([false, true]);
    expect([own.sum([x, assumed])?.assumed, own.sum([x, y])?.assumed]).toEqual([true, false]);
    expect([own.ratio(x, assumed)?.assumed, own.ratio(x, y)?.assumed]).toEqual([true, false]);
    const exactly = own.single(inputOf('k', 2, { status: 'default' }));
    expect([own.ratio(x, exactly)?.assumed, own.ratio(x, own.single(inputOf('k', 2)))?.assumed]).toEqual([true, false]);
    expect([own.combine('*', assumed, x).assumed, own.combine('*', y, x).assumed]).toEqual([true, false]);
    expect([own.apply(kernel('q', 'a'), [assumed]).assumed, own.apply(kernel('q', 'a'), [x]).assumed]).toEqual([true, false]); // prettier-ignore
    const plan = planOf([kernel('q', 'x + z'), kernel('r', 'x + x')], ['x', 'z']);
    const answers = own.respond(plan, [wide('x'), inputOf('z', 1, { status: 'unknown' })], ['q', 'r']);
    expect([answers.get('q')?.assumed, answers.get('r')?.assumed, answers.get('none')]).toEqual([
      true,
      false,
      undefined,
    ]);
  });

  test('a draw of nothing tells nothing per unit: the centre stands there, and only there', () => {
    const touching = own.single(inputOf('t', { low: 0, central: 1, high: 3 }));
    const divisor = rowsOf(touching);
    expect(divisor.filter((value) => value === 0).length).toBeGreaterThan(20);
    const quotient = own.ratio(x, touching);
    for (const [row, value] of (quotient ? rowsOf(quotient) : []).entries())
      expect(value).toSatisfy(within(divisor[row] === 0 ? 2 : (left[row] ?? 0) / (divisor[row] ?? 1), 1e-14));
  });

  test('results of other draws are taken row by row; of another number of draws they are our bug', () => {
    const other = draws({ samples, seed: 8, supportOf }).single(wide('x'));
    const [sum, theirs] = [own.sum([x, other]), rowsOf(other)];
    for (const [row, value] of (sum ? rowsOf(sum) : []).entries()) expect(value).toSatisfy(within((left[row] ?? 0) + (theirs[row] ?? 0), 1e-14)); // prettier-ignore
    const fewer = draws({ samples: 10, seed: 7, supportOf }).single(wide('x'));
    expect(() => own.sum([x, fewer])).toThrow('11 rows on a tape of 2001');
    expect(own.interval({ keys: [], column: Float64Array.of(3), assumed: false })).toEqual(exact(3));
  });
});

describe('inputs', () => {
  test('one key is one order of draws, whatever its range: the draws rise together', () => {
    const own = engine();
    const one = rowsOf(own.single(wide('x', 'shared'))).slice(1);
    const two = rowsOf(own.single(inputOf('x', { low: 10, central: 11, high: 30 }, { key: 'shared' }))).slice(1);
    const order = (values: readonly number[]) => values.map((_, row) => row).toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0)); // prettier-ignore
    expect(order(one)).toEqual(order(two));
    expect(one).not.toEqual(two);
    expect(order(rowsOf(own.single(wide('x', 'apart'))).slice(1))).not.toEqual(order(one));
  });

  test.each([
    ['low', { low: 1.5, central: 2, high: 6 }],
    ['central', { low: 1, central: 3, high: 6 }],
    ['high', { low: 1, central: 2, high: 7 }],
  ])('another %s is another input of the same key', (_, range) => {
    const own = engine();
    const [one, other] = [own.single(wide('x', 'k')), own.single(inputOf('x', range, { key: 'k' }))];
    expect(rowsOf(one)).not.toEqual(rowsOf(other));
    expect(rowsOf(own.single(wide('x', 'k')))).toEqual(rowsOf(one));
  });

  test('a share of the same range as something positive is spread otherwise', () => {
    const own = engine();
    const range = { low: 0.2, central: 0.5, high: 0.9 };
    const [share, positive] = [inputOf('share', range, { key: 'k' }), inputOf('x', range, { key: 'k' })];
    expect(Math.max(...own.single(share).column)).toBeLessThanOrEqual(1);
    expect(Math.max(...own.single(positive).column)).toBeGreaterThan(1);
  });
});

describe('intervals', () => {
  const ends = (found: Response, own = engine()) => {
    const { low, central, high } = own.interval(found);
    return [low, central, high];
  };

  test('are the quantiles of the draws, and hold the centre', () => {
    const own = engine();
    const x = own.combine('*', own.single(wide('x')), own.single(wide('y')));
    const [low, high] = quantilePair(x.column.slice(1));
    expect(ends(x, own)).toEqual([low, 4, high]);
    // Of something whose draws are all above its centre, the centre is the low.
    const rare = own.apply(kernel('q', 'if(a >= 2, if(a <= 2, 0, a), a)'), [own.single(wide('x'))]);
    expect(own.interval(rare).low).toBe(0);
  });

  test('of a multiple: so many times its ends', () => {
    const own = engine();
    const x = own.single(wide('x'));
    const [low = 0, , high = 0] = ends(x, own);
    const [six, quarter] = [
      own.combine('*', own.single(inputOf('k', 6)), x),
      own.ratio(x, own.single(inputOf('k', 4))),
    ];
    expect(ends(six, own)).toEqual([6 * low, 12, 6 * high]);
    expect(quarter && ends(quarter, own)).toEqual([low / 4, 0.5, high / 4]);
    const negative = own.combine('*', own.single(inputOf('k', -1)), x);
    expect(ends(negative, own)).toEqual([-high, -2, -low]);
    expect(own.signedInterval(negative)).toBe(own.interval(negative));
  });

  test('may be read in any order, copied and compared', () => {
    const build = (read: readonly number[]) => {
      const own = engine();
      const results = ['x', 'y', 'z'].map((id) => own.combine('-', own.single(wide(id)), own.single(wide('w'))));
      const all = results.map(own.interval);
      for (const at of read) void all[at]?.low;
      return all.map((each) => ({ ...each }));
    };
    const first = build([]);
    expect(build([2, 0, 1])).toEqual(first);
    expect(build([1])).toEqual(first);
    const keys = first.map((each) => Object.keys(each).toSorted());
    expect(keys).toEqual([['central', 'high', 'low'], ['central', 'high', 'low'], ['central', 'high', 'low']]); // prettier-ignore
  });

  test('where a draw of one is no number, it is named, and the others are read', () => {
    const own = engine();
    const x = own.single(wide('x'));
    const inverse = own.apply(kernel('inverse', '1 / a'), [own.single(inputOf('t', { low: 0, central: 1, high: 3 }))]);
    const [fine, failing, later] = [own.interval(x), own.interval(inverse), own.interval(own.sum([x, x]) ?? x)];
    expect(() => failing.low).toThrow('a draw of m.inverse is no number');
    expect(later.low).toSatisfy(within(2 * fine.low, 1e-12));
    expect(() => failing.high).toThrow('a draw of m.inverse is no number');
  });

  test('shares of the width: nothing of what has no part in the result, or only noise', () => {
    const own = engine();
    const [x, y] = [own.single(wide('x')), own.single(wide('y'))];
    own.single(wide('z'));
    const shares = own.widthShares(own.combine('*', x, y));
    expect([...shares.keys()].toSorted()).toEqual(['x', 'y', 'z']);
    expect(shares.get('z')).toBe(0);
    expect([...shares.values()].reduce((sum, each) => sum + each, 0)).toSatisfy(within(1, 1e-12));
    expect(own.widthShares(own.single(inputOf('k', 2))).size).toBe(0);
    // Of a multiple they are those of what it is a multiple of.
    expect(own.widthShares(own.combine('*', x, own.single(inputOf('k', 3)))).get('x')).toSatisfy(within(1, 1e-9));
  });
});

describe('operations of the tape', () => {
  const values = [0.5, 1, 1, 2, 3, 8];
  test.each<[Operation, (left: number, right: number, third: number) => number]>([
    ['+', (left, right) => left + right],
    ['-', (left, right) => left - right],
    ['*', (left, right) => left * right],
    ['/', (left, right) => left / right],
    ['^', (left, right) => left ** right],
    ['min', Math.min],
    ['max', Math.max],
    ['<', (left, right) => Number(left < right)],
    ['<=', (left, right) => Number(left <= right)],
    ['>', (left, right) => Number(left > right)],
    ['>=', (left, right) => Number(left >= right)],
    ['ceil', Math.ceil],
    ['exp', Math.exp],
    ['ln', Math.log],
    ['log2', Math.log2],
  ])('%s: of numbers, and row by row', (operation, plain) => {
    for (const right of values) {
      const tape = new Tape(values.length);
      const [column, number] = [tape.column(Float64Array.from(values)), tape.number(right)];
      const found = [...tape.rows(tape.apply(operation, column, number))];
      for (const [row, left] of values.entries()) {
        expect(found[row], `${left} ${operation} ${right}`).toSatisfy(within(plain(left, right, left), 1e-15));
        expect(tape.central(tape.apply(operation, tape.number(left), number))).toSatisfy(
          within(plain(left, right, left), 1e-15),
        );
      }
    }
  });

  test('choose takes the one or the other, of numbers and row by row', () => {
    const tape = new Tape(3);
    const [yes, one, two] = [
      tape.column(Float64Array.of(1, 0, 1)),
      tape.column(Float64Array.of(5, 6, 7)),
      tape.number(9),
    ];
    expect([...tape.rows(tape.apply('choose', yes, one, two))]).toEqual([5, 9, 7]);
    expect(tape.central(tape.apply('choose', tape.number(0), one, two))).toBe(9);
    expect(tape.central(tape.apply('choose', tape.number(1), one, two))).toBe(5);
  });
});
