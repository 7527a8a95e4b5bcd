/** Groups of rows that are joined after they were added up: nothing is lost, and what is not known stays so. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactSum, lostBy } from '../src/engine/exact-sum.ts';
import { countedIn, JoinedRows, rowsIn } from '../src/metered/row-sums.ts';
import { counts, type SummedRows } from '../src/usage-log/types.ts';
import { within } from './within.ts';

const query = { products: [[1, 0], [1, 1]], limited: [[0, 1]] } as const; // prettier-ignore
const line = (more: Partial<SummedRows>): SummedRows => ({
  group: [], model: null, provider: null, region: null, known: 0, rows: 1, sums: [0, 0], largest: [0], counted: counts.map(() => 0),
  first: null, last: null, ...more,
}); // prettier-ignore
const tenths = Array.from({ length: 10 }, () => 0.1);

describe('sums', () => {
  test('of ten times 0.1 beside 1e15: 1 more, whichever comes first; added plainly 1.25', () => {
    expect([1e15, ...tenths].reduce((sum, each) => sum + each, 0)).toBe(1e15 + 1.25);
    expect([exactSum([1e15, ...tenths]), exactSum([...tenths, 1e15])]).toEqual([1e15 + 1, 1e15 + 1]);
    expect([exactSum([]), exactSum([3]), exactSum([1, Number.NaN])]).toEqual([0, 3, Number.NaN]);
  });

  test('property: what a sum of whole numbers beyond 2^53 loses is what big integers say', () => {
    const whole = fc.integer({ min: -(2 ** 31), max: 2 ** 31 }).map((each) => each * 2 ** 25);
    const small = fc.integer({ min: -(2 ** 31), max: 2 ** 31 });
    fc.assert(
      fc.property(whole, small, (one, other) => {
        const lost = Number(BigInt(one) + BigInt(other) - BigInt(one + other));
        return lostBy(one, other) === lost && lostBy(other, one) === lost;
      }),
    );
  });
});

describe('groups', () => {
  const lines = [1e15, ...tenths].map((sum, at) => line({ sums: [sum, 2 * sum], largest: [at], rows: 2 }));

  test('add up without loss, product by product; the largest is the largest of all', () => {
    const joined = new JoinedRows(query, lines);
    expect([joined.sum([1, 0]), joined.sum([1, 1])]).toEqual([1e15 + 1, 2e15 + 2]);
    expect(joined.largest([0, 1])).toBe(10);
    expect(rowsIn(lines)).toBe(22);
  });

  test('of none: nothing; a product that the log was not asked for is our bug', () => {
    const none = new JoinedRows(query, []);
    expect([none.sum([1, 0]), none.largest([0, 1])]).toEqual([0, 0]);
    expect(() => none.sum([2, 0])).toThrow('the log was not asked for the product 2,0');
    expect(() => none.largest([1, 0])).toThrow('the log was not asked for the product 1,0');
  });

  test('counts are those of the groups that say them, and unknown where none does', () => {
    const [first = '', second = ''] = counts;
    const counted = [1e15, ...tenths].map((sum) => line({ known: 1, counted: counts.map(() => sum) }));
    const found: Readonly<Record<string, number | null>> = countedIn([...counted, line({ known: 0, counted: counts.map(() => 7) })]); // prettier-ignore
    expect(found[first]).toSatisfy(within(1e15 + 1, 0));
    expect(found[second]).toBeNull();
  });
});
