/** At which value a figure keeps to a ceiling: roots, jumps, dips, and the edges of the search. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { solve } from '../src/practices/solve.ts';
import { within } from './within.ts';

const line = (x: number): number => 2 * x;
/** 1 inside, 10 outside. */
const dip = (from: number, to: number) => (x: number) => (x >= from && x <= to ? 1 : 10);

describe('a value that keeps to a ceiling', () => {
  test('roots of rising and of falling figures', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), fc.boolean(), (root, rising) => {
        const figure = (x: number): number => (rising ? x : -x);
        const found = solve({ figure, ceiling: figure(root), today: 1, low: 1e-9, high: 1e9 });
        return within(root, 1e-9)(found.value);
      }),
    );
  });

  test('the figure at a value is never above the ceiling', () => {
    const steps = (x: number): number => Math.ceil(x / 7) * 3 + Math.sin(x);
    const double = fc.double({ min: 0.01, max: 1000, noNaN: true });
    fc.assert(
      fc.property(double, double, (ceiling, today) => {
        const { value, figure } = solve({ figure: steps, ceiling, today, low: 0, high: 1e5 });
        return value === null || (figure === steps(value) && figure <= ceiling);
      }),
    );
  });

  test('nearest first: of two turns the one next to today', () => {
    const figure = (x: number): number => (x - 3) ** 2;
    expect(solve({ figure, ceiling: 1, today: 9, low: 0, high: 100 }).value).toSatisfy(within(4, 1e-9));
    expect(solve({ figure, ceiling: 1, today: 0.5, low: 0, high: 100 }).value).toSatisfy(within(2, 1e-9));
  });

  test('nearest first: of a turn below and one above, the one fewer steps away', () => {
    const kept = (low: number, high: number) => (x: number) => Math.max(low / x, x / high);
    const at = (low: number, high: number) =>
      solve({ figure: kept(low, high), ceiling: 1, today: 1, low: 1e-3, high: 1e3 }).value;
    expect(at(0.5, 1.5)).toSatisfy(within(1.5, 1e-9));
    expect(at(0.7, 2)).toSatisfy(within(0.7, 1e-9));
  });

  test('a dip between two looks of size is found: each is a step of a few percent', () => {
    // Below the ceiling from 0.0100 to 0.0104 alone: wider than a step from 1 to 0.0001, narrower than one of equal parts.
    const dip = (x: number): number => (x >= 0.01 && x <= 0.0104 ? 1 : 10);
    expect(solve({ figure: dip, ceiling: 5, today: 1, low: 1e-4, high: 1 })).toMatchObject({ figure: 1 });
    const rare = (x: number): number => (x >= 100 && x <= 104 ? 1 : 10);
    expect(solve({ figure: rare, ceiling: 5, today: 1, low: 1, high: 1e4 })).toMatchObject({ figure: 1 });
  });

  test('the example of the docstring', () => {
    expect(solve({ figure: line, ceiling: 3, today: 1, low: 0, high: 10 })).toEqual({
      kind: 'value', value: 1.5, figure: 3, nearest: 1.5,
    }); // prettier-ignore
  });

  test('nowhere: the value where it is lowest; everywhere: where it is highest', () => {
    expect(solve({ figure: line, ceiling: 1, today: 3, low: 1, high: 10 })).toEqual({
      kind: 'never', value: null, figure: 2, nearest: 1,
    }); // prettier-ignore
    expect(solve({ figure: line, ceiling: 20, today: 3, low: 1, high: 10 })).toEqual({
      kind: 'always', value: null, figure: 20, nearest: 10,
    }); // prettier-ignore
  });

  test('what changes nothing, to the last digits, says so and stays where it is', () => {
    for (const figure of [() => 5, (x: number) => 5 + x * 1e-12])
      expect(solve({ figure, ceiling: 1, today: 3, low: 1, high: 10 })).toMatchObject({
        kind: 'no-effect', value: null, nearest: 3,
      }); // prettier-ignore
    expect(solve({ figure: (x) => 5 + x * 1e-6, ceiling: 1, today: 3, low: 1, high: 10 }).kind).toBe('never');
  });

  test('a figure without a value: left out, and none at all is no effect', () => {
    const half = (x: number): number => (x < 2 ? Number.NaN : x);
    expect(solve({ figure: half, ceiling: 4, today: 8, low: 0, high: 10 }).value).toSatisfy(within(4, 1e-9));
    expect(solve({ figure: half, ceiling: 1, today: 8, low: 0, high: 10 }).kind).toBe('never');
    const none = solve({ figure: () => Number.NaN, ceiling: 1, today: 8, low: 0, high: 10 });
    expect(none).toMatchObject({ value: null, nearest: 8 });
    expect(none.figure).toBeNaN();
  });

  test('today at an end: only the other side is looked at', () => {
    expect(solve({ figure: line, ceiling: 4, today: 1, low: 1, high: 10 }).value).toSatisfy(within(2, 1e-12));
    expect(solve({ figure: line, ceiling: 4, today: 10, low: 1, high: 10 }).value).toSatisfy(within(2, 1e-12));
  });

  test('from 0 up, and down to 0', () => {
    expect(solve({ figure: line, ceiling: 4, today: 0, low: 0, high: 1e6 }).value).toSatisfy(within(2, 1e-9));
    expect(solve({ figure: line, ceiling: 0, today: 5, low: 0, high: 10 })).toMatchObject({ kind: 'value', value: 0 });
    expect(solve({ figure: line, ceiling: 2e-9, today: 5, low: 0, high: 10 }).value).toSatisfy(within(1e-9, 1e-6));
  });

  test('a jump: four digits, on the side that keeps to the ceiling', () => {
    const up = (x: number): number => (x > 3.14159265 ? 10 : 1);
    expect(solve({ figure: up, ceiling: 5, today: 1, low: 0, high: 100 })).toEqual({
      kind: 'jump', value: 3.141, figure: 1, nearest: 3.141,
    }); // prettier-ignore
    const down = (x: number): number => (x < 3.14159265 ? 10 : 1);
    expect(solve({ figure: down, ceiling: 5, today: 1, low: 0, high: 100 })).toMatchObject({
      kind: 'jump', value: 3.142, figure: 1,
    }); // prettier-ignore
    // A short number beyond which it does not keep: the value itself.
    const narrow = (x: number): number => (x > 3.14159265 && x < 3.1416 ? 1 : 10);
    expect(solve({ figure: narrow, ceiling: 5, today: 3.14159, low: 3.14159, high: 3.141595 })).toMatchObject({
      kind: 'jump', figure: 1,
    }); // prettier-ignore
  });
});

describe('where it looks', () => {
  test('down to 0 in steps of size, as on the way to anything', () => {
    const found = solve({ figure: dip(0.01, 0.012), ceiling: 5, today: 1, low: 0, high: 1 });
    expect(found).toMatchObject({ kind: 'jump', figure: 1 });
    expect(found.value).toSatisfy(within(0.012, 1e-3));
  });

  test('up from 0: the nearest of two turns', () => {
    const figure = (x: number): number => (x > 2 && x < 5 ? 10 : 1);
    expect(solve({ figure, ceiling: 5, today: 0, low: 0, high: 1000 })).toEqual({
      kind: 'jump', value: 2, figure: 1, nearest: 2,
    }); // prettier-ignore
  });

  test('from below 0, where a use shrinks', () => {
    expect(solve({ figure: line, ceiling: 0.2, today: -0.5, low: -1, high: 1 }).value).toSatisfy(within(0.1, 1e-9));
    expect(solve({ figure: dip(0.2, 0.3), ceiling: 5, today: -0.5, low: -1, high: 1 }).value).toSatisfy(within(0.2, 1e-3)); // prettier-ignore
    expect(solve({ figure: dip(-0.3, -0.2), ceiling: 5, today: -0.5, low: -1, high: 1 }).value).toSatisfy(within(-0.3, 1e-3)); // prettier-ignore
  });

  test('never beyond its ends', () => {
    const asked: number[] = [];
    const figure = (x: number): number => line((asked.push(x), x));
    // Just beyond today the ceiling would be passed.
    expect(solve({ figure, ceiling: 20.05, today: 10, low: 1, high: 10 })).toMatchObject({
      kind: 'always',
      nearest: 10,
    });
    expect(solve({ figure, ceiling: 1.95, today: 1, low: 1, high: 10 })).toMatchObject({ kind: 'never', nearest: 1 });
    expect([Math.min(...asked), Math.max(...asked)]).toEqual([1, 10]);
  });

  test('a figure of today that has no value is no figure that misses', () => {
    const figure = (x: number): number => (x < 2 ? Number.NaN : x);
    expect(solve({ figure, ceiling: 4, today: 1, low: 0, high: 10 }).value).toSatisfy(within(4, 1e-9));
  });
});

describe('what it tells', () => {
  test('a value that meets the ceiling is no jump, whatever its size', () => {
    for (const ceiling of [1e-9, 1e-3, 1, 1e6, 1e12])
      for (const slope of [3, 0.7, 1e-3]) {
        const found = solve({ figure: (x) => slope * x, ceiling, today: 1, low: 0, high: 1e16 });
        expect(found.kind, `${slope} x = ${ceiling}`).toBe('value');
        expect(found.value).toSatisfy(within(ceiling / slope, 1e-9));
      }
  });

  test('a jump of something small is one', () => {
    const figure = (x: number): number => (x > 3.14159265 ? 1e-5 : 1e-6);
    expect(solve({ figure, ceiling: 5e-6, today: 1, low: 0, high: 100 })).toMatchObject({ kind: 'jump', value: 3.141 });
  });

  test.each([
    [0.000314159265, 0.0003141],
    [314.159265, 314.1],
    [31_415_926.5, 31_410_000],
  ])('beside a jump at %d four digits: %d', (edge, short) => {
    const figure = (x: number): number => (x > edge ? 10 : 1);
    expect(solve({ figure, ceiling: 5, today: edge / 3, low: 0, high: edge * 100 })).toMatchObject({
      kind: 'jump', value: short, figure: 1,
    }); // prettier-ignore
  });

  test('a jump at 0 itself', () => {
    const figure = (x: number): number => (x > 0 ? 10 : 1);
    expect(solve({ figure, ceiling: 5, today: 5, low: 0, high: 10 })).toEqual({
      kind: 'jump', value: 0, figure: 1, nearest: 0,
    }); // prettier-ignore
  });

  test('no effect is judged by the size of the figure', () => {
    expect(solve({ figure: (x) => 5e6 + x * 1e-6, ceiling: 1, today: 3, low: 1, high: 10 }).kind).toBe('no-effect');
    expect(solve({ figure: (x) => 5e-6 + x * 1e-12, ceiling: 1, today: 3, low: 1, high: 10 }).kind).toBe('always');
  });
});
