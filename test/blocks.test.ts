import { describe, expect, test } from 'vitest';
import { runBlocks } from '../src/engine/blocks.ts';
import type { Entry, Maker } from '../src/engine/maker.ts';
import type { Operation } from '../src/engine/postfix.ts';
import { quantilePair } from '../src/engine/quantile.ts';
import { reserve } from '../src/engine/rows.ts';
import { strataOf } from '../src/engine/strata.ts';
import { TaskList } from '../src/engine/task-list.ts';

const rows = 1001;
const x = Float64Array.from({ length: rows }, (_, row) => 1 + (row % 7) / 8);
const y = Float64Array.from({ length: rows }, (_, row) => 3 + (row % 5) / 8);

const column = (values: Float64Array): Maker => ({ kind: 'column', column: values });
const operation = (name: Operation, left: Entry, right: Entry = left, third: Entry = left): Maker => ({
  kind: 'operation', operation: name, left, right, third,
}); // prettier-ignore

const run = (makers: readonly Maker[], columns: readonly Entry[], quantiles: readonly Entry[] = []) =>
  runBlocks({
    makers,
    formulas: [],
    centrals: makers.map(() => 1),
    known: new Map(),
    columns: new Set(columns),
    quantiles: new Set(quantiles),
    rows,
  });

/** The draws of an entry: its centre is told, not computed. */
const drawsOf = (makers: readonly Maker[], entry: Entry): number[] =>
  Array.from(run(makers, [entry]).columns.get(entry)?.subarray(1) ?? []);
const drawn = (value: (row: number) => number): number[] =>
  Array.from({ length: rows - 1 }, (_, draw) => value(draw + 1));
const at = (values: Float64Array, row: number): number => values[row] ?? Number.NaN;

test('only what is asked for is given: rows of some, quantiles of others', () => {
  const { columns, quantiles } = run([column(x), column(y), operation('+', 0, 1)], [2], [0]);
  expect([[...columns.keys()], [...quantiles.keys()]]).toEqual([[2], [0]]);
});

test('quantiles are told by the tally, without the rows', () => {
  const { quantiles } = run([column(x), column(y), operation('*', 0, 1)], [], [2]);
  const product = x.map((value, row) => value * at(y, row));
  expect(quantiles.get(2)).toEqual(quantilePair(product.subarray(1)));
});

test('of what is known already its rows are read, and not how they were made', () => {
  const known = new Map([[0, y]]);
  const makers = [column(x), operation('+', 0)];
  const { columns } = runBlocks({
    makers,
    formulas: [],
    centrals: [3, 6],
    known,
    columns: new Set([1]),
    quantiles: new Set(),
    rows,
  });
  expect([...(columns.get(1) ?? [])].slice(1)).toEqual(drawn((row) => 2 * at(y, row)));
});

test('a draw that is no number: of a formula by its name, of anything else as a result', () => {
  const zero = x.map((_, row) => (row === 900 ? 0 : 1));
  const makers = [column(x), column(zero), operation('/', 0, 1), operation('+', 2, 0)];
  const inputs = { makers, centrals: [1, 1, 1, 1], known: new Map(), rows };
  const wanted = { columns: new Set([3]), quantiles: new Set<Entry>() };
  expect(() => runBlocks({ ...inputs, ...wanted, formulas: [] })).toThrow('a draw of a result is no number');
  const named = [undefined, undefined, 'm.quotient', 'm.sum'];
  expect(() => runBlocks({ ...inputs, ...wanted, formulas: named })).toThrow('a draw of m.quotient is no number');
});

describe('columns of a block are used again', () => {
  test('as soon as nothing reads them: a long chain takes little more than a short one', () => {
    const endOfWork = (length: number): number => {
      const chain = Array.from({ length }, (_, place) => operation('*', place + 1, 0));
      run([column(x), column(y), ...chain], [], [length + 1]);
      return reserve(0);
    };
    // A task is 88 bytes; a column of a block is 2 kB.
    expect(endOfWork(300) - endOfWork(3)).toBeLessThan(300 * 100);
  });

  // Freed twice, a column is given to two results, and the second overwrites the first.
  test.each<[string, Maker, (row: number) => number]>([
    ['both operands', operation('*', 2), (row) => (at(x, row) + at(y, row)) ** 2],
    ['the choice and what is chosen', operation('choose', 2, 2, 1), (row) => at(y, row)],
    ['the choice and the other', operation('choose', 2, 1, 2), (row) => at(x, row) + at(y, row)],
    ['both that are chosen from', operation('choose', 0, 2, 2), (row) => at(x, row) + at(y, row)],
    ['all three', operation('choose', 2), (row) => at(x, row) + at(y, row)],
  ])('once where %s are one', (_, twice, value) => {
    const makers = [
      column(x), column(y), operation('+', 0, 1), twice, operation('+', 3, 0), operation('-', 3, 0), operation('*', 4, 5),
    ]; // prettier-ignore
    const expected = drawn((row) => (value(row) + at(x, row)) * (value(row) - at(x, row)));
    expect(drawsOf(makers, 6)).toEqual(expected);
  });

  test('not before: what a later task reads stays', () => {
    const makers = [column(x), column(y), operation('+', 0, 1), operation('-', 0, 1), operation('*', 2, 3), operation('+', 4, 2)]; // prettier-ignore
    const expected = drawn((row) => {
      const [sum, difference] = [at(x, row) + at(y, row), at(x, row) - at(y, row)];
      return sum * difference + sum;
    });
    expect(drawsOf(makers, 5)).toEqual(expected);
  });
});

test('an operand that is not there yet is no operand', () => {
  const makers = [operation('+', 1), column(x)];
  const list = new TaskList({
    order: [0, 1],
    makerOf: (entry) => makers[entry] ?? { kind: 'number' },
    columns: new Set(),
    quantiles: new Set(),
    rows,
    strata: strataOf(rows - 1, []),
  });
  expect(() => list.add(0, 1, undefined)).toThrow('an operand stands behind what reads it');
});
