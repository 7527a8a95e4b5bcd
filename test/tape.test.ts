import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kernelsOf, mechanisms } from '../src/engine/compiled.ts';
import { stepsOf } from '../src/engine/postfix.ts';
import { squaredRankCorrelations } from '../src/engine/rank-correlation.ts';
import { quantilePair } from '../src/engine/quantile.ts';
import { columnAt, integersAt, rows as memoryRows } from '../src/engine/rows.ts';
import { seedOf, shuffle, uniformOf } from '../src/engine/seeded.ts';
import { strataOf } from '../src/engine/strata.ts';
import { Tape } from '../src/engine/tape.ts';
import { within } from './within.ts';

/** More than one block, the last one not full. */
const rows = 2500;

/** A column whose rows are these: row 0 is its centre. */
const drawOf = (tape: Tape, values: Float64Array): number => tape.column(values);

/** Which part each draw of a key lies in. */
const orderOf = (key: string, seed: number, samples: number): Uint16Array | Uint32Array => {
  const own = seedOf(key, seed);
  const { orders, orderBytes } = strataOf(samples, [own]);
  return integersAt(orders.get(own) ?? Number.NaN, samples, orderBytes).slice();
};

const columnFrom = (value: (row: number) => number): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) => value(row));

describe('formulas of the method', () => {
  test('every one gives, row for row, what its compiled loop gives: the centre to the last bit, draws to the last digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        for (const kernel of mechanisms.flatMap(({ id }) => kernelsOf(id))) {
          const tape = new Tape(rows);
          // Numbers from 0.5 to 2 that differ from name to name and from row to row; every third name is exact.
          const columns = kernel.needs.map((_, place) => {
            const value = (row: number): number => 0.5 + ((seed * (place + 1) * 7919 + row * 104729) % 3001) / 2000;
            return place % 3 === 2 ? Float64Array.of(value(0)) : columnFrom(value);
          });
          const expected = new Float64Array(columns.some(({ length }) => length > 1) ? rows : 1);
          kernel.run(columns, expected);
          const entries = columns.map((column) =>
            column.length === 1 ? tape.number(column[0] ?? Number.NaN) : drawOf(tape, column),
          );
          if (!expected.every(Number.isFinite)) continue;
          const entry = tape.formula(kernel.postfix, entries, kernel.id);
          const found = tape.rows(entry);
          expect([kernel.mechanism, kernel.id, found[0]]).toEqual([kernel.mechanism, kernel.id, expected[0]]);
          // A last digit of a power or a logarithm counts for more where formulas take near numbers from each other.
          const near = /\^|ln|log2|exp/.test(kernel.postfix) ? 1e-11 : 4e-15;
          expect([...found].every((value, row) => within(expected[row] ?? Number.NaN, near)(value))).toBe(true);
        }
      }),
      { numRuns: 5 },
    );
  });

  test('what is no formula is refused', () => {
    expect(() => stepsOf('0 1')).toThrow('"0 1" is no formula');
    expect(() => stepsOf('0 plus')).toThrow('"plus" is no step');
  });

  test('a formula that gives no number is named', () => {
    const tape = new Tape(rows);
    expect(() => tape.formula('0 1 /', [tape.number(1), tape.number(0)], 'm.quotient')).toThrow(
      'm.quotient gave Infinity',
    );
    const divisor = drawOf(
      tape,
      columnFrom((row) => (row === 2000 ? 0 : 1)),
    );
    const quotient = tape.formula('0 1 /', [tape.number(1), divisor], 'm.late');
    expect(() => tape.rows(quotient)).toThrow('a draw of m.late is no number');
  });
});

describe('what is written twice', () => {
  test('stands once', () => {
    const tape = new Tape(rows);
    const x = drawOf(
      tape,
      columnFrom((row) => row + 1),
    );
    expect(tape.apply('*', x, tape.number(2))).toBe(tape.apply('*', x, tape.number(2)));
    expect(tape.apply('*', x, tape.number(2))).not.toBe(tape.apply('*', x, tape.number(3)));
    expect(tape.apply('-', x, tape.number(2))).not.toBe(tape.apply('-', tape.number(2), x));
    expect(tape.formula('0 1 +', [x, x], 'a')).toBe(tape.formula('0 1 +', [x, x], 'b'));
  });

  test('numbers give numbers: nothing is drawn', () => {
    const tape = new Tape(rows);
    const entry = tape.formula('0 1 * #2 ^', [tape.number(3), tape.number(4)], 'square');
    expect(tape.isExact(entry)).toBe(true);
    expect(tape.rows(entry)).toEqual(Float64Array.of(144));
    expect(tape.quantiles(entry)).toEqual([144, 144]);
  });
});

describe('reading', () => {
  test('announced or not, together or alone, in any order: the same rows and quantiles', () => {
    const build = () => {
      const tape = new Tape(rows);
      const x = drawOf(
        tape,
        columnFrom((row) => 1 + Math.sin(row) ** 2),
      );
      const y = drawOf(
        tape,
        columnFrom((row) => 2 + Math.cos(row)),
      );
      const sum = tape.apply('+', x, y);
      const power = tape.apply('^', sum, tape.apply('/', x, y));
      const chosen = tape.apply('choose', tape.apply('<', x, y), power, sum);
      return { tape, entries: [sum, power, chosen] };
    };
    const together = build();
    for (const entry of together.entries) together.tape.announce(entry);
    const alone = build();
    const copied = build();
    for (const [place, entry] of together.entries.entries()) {
      const expected = [...together.tape.rows(entry)];
      const other = together.entries.length - 1 - place;
      alone.tape.rows(alone.entries[other] ?? 0);
      expect([...alone.tape.rows(entry)]).toEqual(expected);
      expect([...copied.tape.read(entry)]).toEqual(expected);
      expect(together.tape.quantiles(entry)).toEqual(quantilePair(Float64Array.from(expected.slice(1))));
    }
  });

  test('a multiple of a draw is known as one, through products and quotients by positive numbers only', () => {
    const tape = new Tape(rows);
    const x = drawOf(
      tape,
      columnFrom((row) => row + 1),
    );
    const six = tape.apply('*', tape.number(2), tape.apply('*', x, tape.number(3)));
    expect(tape.multiple(tape.apply('/', six, tape.number(4)))).toEqual({ of: x, times: 1.5 });
    const inverse = tape.apply('/', tape.number(4), six);
    expect(tape.multiple(inverse)).toEqual({ of: inverse, times: 1 });
    const negative = tape.apply('*', x, tape.number(-1));
    expect(tape.multiple(negative)).toEqual({ of: negative, times: 1 });
    const more = tape.apply('+', x, tape.number(1));
    expect(tape.multiple(more)).toEqual({ of: more, times: 1 });
  });
});

describe('quantiles of columns that are not kept', () => {
  const quantilesOf = (column: Float64Array): readonly [number, number] => {
    const tape = new Tape(column.length);
    return tape.quantiles(tape.column(column));
  };
  const uniform = uniformOf('values', 1);
  const many = 10_001;
  const from = (value: (row: number) => number): Float64Array =>
    Float64Array.from({ length: many }, (_, row) => value(row));

  test.each([
    ['of any kind', from(() => Math.exp(6 * uniform()))],
    ['of both signs', from(() => uniform() - 0.5)],
    ['of which many are 0', from(() => Math.max(0, uniform() - 0.06))],
    ['of which nearly all are 0', from(() => (uniform() < 0.01 ? 1 : 0))],
    ['of three values', from(() => Math.floor(3 * uniform()))],
    ['that are all the same', from(() => 7)],
    // The first block tells nothing of the others.
    ['that rise', from((row) => row)],
    ['that fall', from((row) => -row)],
    ['that jump after the first block', from((row) => (row < 1024 ? uniform() : 1000 + uniform()))],
    ['that stand still after the first block', from((row) => (row < 1024 ? uniform() : 0.05))],
  ])('values %s: those of the whole column', (_, column) => {
    expect(quantilesOf(column)).toEqual(quantilePair(column.subarray(1)));
    const sorted = column.slice(1).toSorted();
    expect(quantilesOf(column)).toEqual([sorted[499], sorted[9500]]);
  });

  test.each([1, 2, 3, 19, 20, 100, 1022, 1023, 1024, 1025, 2047, 2048, 5000])('of %d draws', (count) => {
    const column = Float64Array.from({ length: count + 1 }, uniform);
    expect(quantilesOf(column)).toEqual(quantilePair(column.subarray(1)));
  });
});

describe('strata', () => {
  test('each is drawn once, in an order that hangs on the key and the seed', () => {
    const order = orderOf('batch', 1, 10_000);
    expect([...order].toSorted((left, right) => left - right)).toEqual(
      Array.from({ length: 10_000 }, (_, each) => each),
    );
    expect(orderOf('batch', 1, 10_000)).toEqual(order);
    expect(orderOf('batch', 2, 10_000)).not.toEqual(order);
    expect(orderOf('batches', 1, 10_000)).not.toEqual(order);
  });

  test.each([1, 2, 3, 1000, 65_536, 65_537, 99_999])(
    'of %d the order is that of the generator of pure-rand',
    (count) => {
      for (const [key, seed] of [
        ['batch', 1],
        ['', 0],
        ['pue', 2_147_483_647],
      ] as const) {
        const expected = Uint32Array.from({ length: count }, (_, each) => each);
        shuffle(expected, uniformOf(key, seed));
        expect(Uint32Array.from(orderOf(key, seed, count))).toEqual(expected);
      }
    },
  );

  test.each([10_000, 70_000])('of %d two keys are not correlated: within four standard errors', (count) => {
    const keys = ['a', 'b', 'c', 'd', 'e'];
    const orders = new Map(keys.map((key) => [key, orderOf(key, 1, count)]));
    const seeds = new Map(keys.map((key) => [key, seedOf(key, 1)]));
    for (const key of keys) {
      for (const [other, square] of squaredRankCorrelations(Float64Array.from(orders.get(key) ?? []), seeds)) {
        if (other === key) expect(square).toSatisfy(within(1, 1e-12));
        else expect(square).toBeLessThan(16 / count);
      }
    }
  });

  // Of statistics.NormalDist().inv_cdf of Python 3.11.
  test.each([
    [0.5, 0],
    [0.6, 0.2533471031357998],
    [0.95, 1.6448536269514715],
    [0.001, -3.090232306167813],
    [1e-12, -7.034483825301132],
    [1e-300, -37.0470962993612],
  ])('the standard normal quantile of %d', (p, expected) => {
    expect(memoryRows().normalQuantile(p)).toSatisfy(within(expected, 1e-15));
  });

  test('halves of the normal strata mirror each other', () => {
    const strata = columnAt(strataOf(101, []).normal, 101);
    expect(strata[50]).toBe(0);
    for (let place = 0; place < 50; place += 1) expect(strata[place]).toBe(-(strata[100 - place] ?? Number.NaN));
  });
});

test('rank correlation: 1 of what rises with an input, whatever its shape, and less of what hangs on two', () => {
  const orders = new Map(['x', 'y'].map((key) => [key, orderOf(key, 1, 1000)]));
  const x = orders.get('x') ?? new Uint32Array();
  const y = orders.get('y') ?? new Uint32Array();
  const seeds = new Map(['x', 'y'].map((key) => [key, seedOf(key, 1)]));
  const rising = squaredRankCorrelations(
    Float64Array.from(x, (rank) => Math.exp(rank / 100)),
    seeds,
  );
  expect(rising.get('x')).toSatisfy(within(1, 1e-12));
  const both = squaredRankCorrelations(
    Float64Array.from(x, (rank, place) => 1 + 3 * rank + 4 * (y[place] ?? 0)),
    seeds,
  );
  expect(both.get('x')).toSatisfy(within(0.36, 0.1));
  expect(both.get('y')).toSatisfy(within(0.64, 0.1));
});
