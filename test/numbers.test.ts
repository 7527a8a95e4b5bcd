/** Figures lose nothing on their way: sums over a million rows, sizes from 1e-12 to 1e15, and what JSON prints. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Moments } from '../src/engine/row-moments.ts';
import { runCli } from './run-cli.ts';
import { within } from './within.ts';

describe('a million rows', () => {
  const plain = { products: [[1]], limited: [[1]] };
  const summed = (rows: Iterable<number>): number => {
    const moments = new Moments(plain);
    const row = new Float64Array(1);
    for (const value of rows) {
      row[0] = value;
      moments.add(row);
    }
    return moments.sum([1]);
  };
  function* million(value: (row: number) => number): Generator<number> {
    for (let row = 0; row < 1e6; row += 1) yield value(row);
  }

  test('of 0.1 are 100 000, to the last bit; added plainly they are not', () => {
    let plainly = 0;
    for (const value of million(() => 0.1)) plainly += value;
    expect(plainly).not.toSatisfy(within(100_000, 1e-12));
    expect(summed(million(() => 0.1))).toBe(100_000);
  });

  test('of 0.1 after one of 1e15, and before it', () => {
    // Beside 1e15 a double has no digit below 1/8: plainly each 0.1 would be 1/8 or nothing.
    expect(summed([1e15, ...million(() => 0.1)])).toBe(1e15 + 100_000);
    expect(summed([...million(() => 0.1), 1e15])).toBe(1e15 + 100_000);
  });

  test('of sizes from 1e-12 to 1e12, in any order, are the exact sum', () => {
    // Each size 40 000 times: 40 000 x 1.111...1 x 10^12, 25 ones.
    const sizes = (row: number): number => 10 ** ((row % 25) - 12);
    const exact = 40_000 * Number('1111111111111.111111111111');
    expect(summed(million(sizes))).toSatisfy(within(exact, 1e-15));
    expect(summed(million((row) => sizes(999_999 - row)))).toSatisfy(within(exact, 1e-15));
  });

  test('property: products of counts, in any order, to 1e-15', () => {
    const value = fc.double({ min: 1e-12, max: 1e15, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 50 }), (rows) => {
        const sum = (all: typeof rows): number => {
          const moments = new Moments({ products: [[1, -1]], limited: [] });
          for (const [up, down] of all) moments.add(Float64Array.of(up, down));
          return moments.sum([1, -1]);
        };
        expect(sum(rows)).toSatisfy(within(sum(rows.toReversed()), 1e-15));
        // Fifty terms above nothing, added plainly, lose less than fifty halves of a last place.
        const plain = rows.reduce((all, [up, down]) => all + up / down, 0);
        expect(sum(rows)).toSatisfy(within(plain, 1e-14));
      }),
    );
  });
});

/** Every number of a JSON text as it is written. */
const numbersIn = (json: string): string[] => json.replace(/"(?:[^"\\]|\\.)*"/g, '""').match(/-?\d[\d.]*(?:e[+-]?\d+)?/gi) ?? []; // prettier-ignore

describe('from 1e-12 to 1e15', () => {
  const assessed = async (requests: string, fields: string) => {
    const stdin = `name: a\nusages:\n  - id: a\n    requests: ${requests}\n    region: azure/eastus2\n    ${fields}\n`;
    const { code, stdout, stderr } = await runCli(['assess', '-', '--format', 'json'], { stdin });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toMatch(/NaN|Infinity/);
    return stdout;
  };
  const totalsOf = (stdout: string): Record<string, number> => {
    const { baseline } = JSON.parse(stdout) as {
      baseline: { impacts: Record<string, { total: { central: number } | null }> };
    };
    return Object.fromEntries(
      Object.entries(baseline.impacts).flatMap(([name, { total }]) => (total ? [[name, total.central]] : [])),
    );
  };

  test.each([
    ['a model', 'model: gpt-4o'],
    ['a measurement', 'measured: { energy: 0.3 Wh, boundary: facility }'],
  ])('requests: every criterion of %s is in proportion to them', async (_, fields) => {
    const one = totalsOf(await assessed('1/year', fields));
    expect(Object.keys(one).length).toBeGreaterThan(3);
    for (const [requests, factor] of [
      ['1e-12/year', 1e-12],
      ['1e15/year', 1e15],
    ] as const) {
      const found = totalsOf(await assessed(requests, fields));
      // Two figures of twelve digits each.
      for (const [name, value] of Object.entries(one))
        expect(found[name], name).toSatisfy(within(value * factor, 1.1e-11));
    }
  });

  test('what JSON prints has twelve digits at most, and is read back as it is written', async () => {
    for (const requests of ['1e-12/year', '123456.789012345/year', '1e15/year']) {
      const numbers = numbersIn(await assessed(requests, 'model: gpt-4o'));
      expect(numbers.length).toBeGreaterThan(50);
      for (const text of numbers) {
        const [digits = ''] = text.replace(/^-?0*\.?0*/, '').replace('.', '').split(/e/i); // prettier-ignore
        expect(digits.replace(/0+$/, '').length, text).toBeLessThanOrEqual(12);
        expect(Number(Number(text).toPrecision(12)), text).toBe(Number(text));
        expect(JSON.stringify(Number(text))).toBe(text);
      }
    }
  });
});
