/** Formulas as sums of products of a few numbers that vary: by hand, and against the formula itself at any numbers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Column } from '../src/engine/evaluate.ts';
import { parseFormula } from '../src/engine/formula.ts';
import { Expander, keyOf, NotAProduct, zip, type Terms } from '../src/engine/products.ts';

const slots = ['a', 'b', 'c'] as const;
const fixed: Readonly<Record<string, Column>> = {
  k: Float64Array.of(3),
  // A centre and two moves.
  u: Float64Array.of(2, 1, 4),
};

function expand(formula: string): { readonly terms: Terms; readonly expander: Expander } {
  const expander = new Expander(slots.length);
  const terms = expander.evaluate(parseFormula(formula), (name) => {
    const own = fixed[name];
    return own ? expander.same(own) : expander.number(slots.findIndex((each) => each === name));
  });
  return { terms, expander };
}

/** Exponents of a, b and c with their coefficients. */
const told = (formula: string) =>
  Object.fromEntries([...expand(formula).terms].map(([key, { coefficient }]) => [key, [...coefficient]]));

const slotsThatStop = (formula: string): readonly number[] => {
  try {
    expand(formula);
  } catch (error) {
    if (error instanceof NotAProduct) return error.slots.toSorted();
    throw error;
  }
  return [];
};

describe('by hand', () => {
  test.each([
    ['a + b', { '1,0,0': [1], '0,1,0': [1] }],
    ['a + a', { '1,0,0': [2] }],
    ['a - 3 * a', { '1,0,0': [-2] }],
    ['a * b * a', { '2,1,0': [1] }],
    ['(a + b) * (a - 2)', { '2,0,0': [1], '1,0,0': [-2], '1,1,0': [1], '0,1,0': [-2] }],
    ['a * b / b', { '1,0,0': [1] }],
    ['(a + 6) / (2 * b)', { '1,-1,0': [0.5], '0,-1,0': [3] }],
    ['-c', { '0,0,0': [0], '0,0,1': [-1] }],
    ['u * a + k', { '1,0,0': [2, 1, 4], '0,0,0': [3] }],
    ['a * u / k', { '1,0,0': [2 / 3, 1 / 3, 4 / 3] }],
    ['a - u * a', { '1,0,0': [-1, 0, -3] }],
    ['a * (u ^ 2)', { '1,0,0': [4, 1, 16] }],
    ['a * 2 ^ u', { '1,0,0': [4, 2, 16] }],
    ['max(u, k) * a', { '1,0,0': [3, 3, 4] }],
    ['min(u, k) * a', { '1,0,0': [2, 1, 3] }],
    ['ceil(u / k) * a', { '1,0,0': [1, 1, 2] }],
    ['exp(ln(k)) * log2(8) * a', { '1,0,0': [Math.exp(Math.log(3)) * 3] }],
  ])('%s', (formula, expected) => {
    expect(told(formula)).toEqual(expected);
  });

  test.each([
    ['u < 2', [20, 10, 20]],
    ['u <= 2', [10, 10, 20]],
    ['u > 2', [20, 20, 10]],
    ['u >= 2', [10, 20, 10]],
  ])('if(%s, 10, 20), at the centre and at its moves', (condition, expected) => {
    expect(told(`if(${condition}, 10, 20) * a`)).toEqual({ '1,0,0': expected });
  });

  test('a conversion is a factor', () => {
    const expander = new Expander(1);
    const value = { type: 'name', name: 'a' } as const;
    const terms = expander.evaluate({ type: 'convert', value, factor: 3600 }, () => expander.number(0));
    expect([...terms.values()]).toEqual([{ exponents: [1], coefficient: Float64Array.of(3600) }]);
  });

  test('what is the same in every row is known as such', () => {
    const { terms, expander } = expand('u * k');
    expect(expander.valueOf(terms)).toEqual(Float64Array.of(6, 3, 12));
    for (const formula of ['a', 'a + 1', '1 + a', 'a / b']) {
      const other = expand(formula);
      expect(other.expander.valueOf(other.terms), formula).toBeUndefined();
    }
  });
});

describe('what is no sum of products names the numbers that stand in the way', () => {
  test.each([
    ['k / (a + b)', [0, 1]],
    ['c / (a + 1)', [0]],
    ['2 ^ b', [1]],
    ['a ^ 2', [0]],
    ['log2(a * c)', [0, 2]],
    ['max(a, k)', [0]],
    ['min(a, b)', [0, 1]],
    ['if(a < k, 1, 2)', [0]],
    ['if(k < 2, b, c)', [1, 2]],
  ])('%s: %j', (formula, expected) => {
    expect(slotsThatStop(formula)).toEqual(expected);
  });
});

describe('min of what varies and a number', () => {
  test.each(['min(a * b, u)', 'min(u, a * b)'])('%s is the product, as long as it is below the limit', (formula) => {
    const { terms, expander } = expand(formula);
    expect([...terms.keys()]).toEqual(['1,1,0']);
    expect(expander.limits.map(({ terms: own, limit }) => [[...own.keys()], [...limit]])).toEqual([
      [['1,1,0'], [2, 1, 4]],
    ]);
  });

  test('of two numbers there is no limit', () => {
    expect(expand('min(u, k) * a').expander.limits).toEqual([]);
  });
});

test('property: the sum of its products is the formula, at any numbers', () => {
  const formula = fc.letrec<{ node: string; divisor: string }>((tie) => ({
    divisor: fc.constantFrom('a', 'b', 'c', 'k', '(a * b)', '(k * c)', '2.5'),
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('a', 'b', 'c', 'k', '0.5', '7'),
      fc.tuple(tie('node'), fc.constantFrom('+', '-', '*'), tie('node')).map(([left, sign, right]) => `(${left} ${sign} ${right})`),
      fc.tuple(tie('node'), tie('divisor')).map(([above, below]) => `${above} / ${below}`),
    ),
  })).node; // prettier-ignore
  const value = fc.integer({ min: 1, max: 9 });
  fc.assert(
    fc.property(formula, value, value, value, (text, a, b, c) => {
      const plain = new Function('a', 'b', 'c', 'k', `return ${text}`) as (...values: number[]) => number;
      const numbers = [a, b, c];
      let [sum, size] = [0, 0];
      for (const { exponents, coefficient } of expand(text).terms.values()) {
        const term = exponents.reduce((all, power, slot) => all * (numbers[slot] ?? 0) ** power, coefficient[0] ?? 0);
        sum += term;
        size += Math.abs(term);
      }
      // What cancels loses digits of the largest of its terms.
      return Math.abs(sum - plain(a, b, c, 3)) <= 1e-12 * Math.max(size, 1);
    }),
  );
});

test('columns row by row; one of a single row is the same in all', () => {
  const minus = (left: number, right: number): number => left - right;
  expect(zip(Float64Array.of(1, 2, 3), Float64Array.of(10), minus)).toEqual(Float64Array.of(-9, -8, -7));
  expect(zip(Float64Array.of(10), Float64Array.of(1, 2, 3), minus)).toEqual(Float64Array.of(9, 8, 7));
  expect(zip(Float64Array.of(1, 2), Float64Array.of(10, 20), minus)).toEqual(Float64Array.of(-9, -18));
  expect(keyOf([1, -2, 0])).toBe('1,-2,0');
});
