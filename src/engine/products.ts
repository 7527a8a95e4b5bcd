/**
 * Sums of products: what the formulas of the method make of a few numbers that vary, with everything else in the coefficients.
 */
import type { Column } from './evaluate.ts';
import type { Comparison, Expression, FunctionName } from './formula.ts';
import { at } from './uncertainty.ts';

/** Power of each number of a row in a product. */
export type Exponents = readonly number[];

export interface Term {
  readonly exponents: Exponents;
  /** One row, or the central value and the moves. */
  readonly coefficient: Column;
}

/** A sum of products; that of the exponents 0 is the same in every row. */
export type Terms = ReadonlyMap<string, Term>;

/** A part of the formula that holds only as long as no row passes a limit: `min(1, share)` is the share. */
export interface Limit {
  readonly terms: Terms;
  readonly limit: Column;
}

/** Thrown where a formula is no sum of products of these numbers; moments.ts catches it. */
export class NotAProduct {
  readonly slots: readonly number[];

  constructor(slots: readonly number[]) {
    this.slots = slots;
  }
}

export const keyOf = (exponents: Exponents): string => exponents.join();

export function zip(left: Column, right: Column, combine: (left: number, right: number) => number): Column {
  const out = new Float64Array(Math.max(left.length, right.length));
  for (let row = 0; row < out.length; row += 1) out[row] = combine(at(left, row), at(right, row));
  return out;
}

const slotsOf = (...all: readonly Terms[]): number[] => [
  ...new Set(
    all.flatMap((terms) =>
      [...terms.values()].flatMap(({ exponents }) => exponents.flatMap((power, slot) => (power === 0 ? [] : [slot]))),
    ),
  ),
];

function add(left: Terms, right: Terms, sign: 1 | -1): Terms {
  const sum = new Map(left);
  for (const [key, { exponents, coefficient }] of right) {
    const known = sum.get(key);
    const own = sign === 1 ? coefficient : coefficient.map((value) => -value);
    sum.set(key, { exponents, coefficient: known ? zip(known.coefficient, own, (one, other) => one + other) : own });
  }
  return sum;
}

function multiply(left: Terms, right: Terms): Terms {
  let product: Terms = new Map();
  for (const one of left.values()) {
    for (const other of right.values()) {
      const exponents = one.exponents.map((power, slot) => power + (other.exponents[slot] ?? 0));
      const coefficient = zip(one.coefficient, other.coefficient, (value, factor) => value * factor);
      product = add(product, new Map([[keyOf(exponents), { exponents, coefficient }]]), 1);
    }
  }
  return product;
}

function divide(above: Terms, below: Terms): Terms {
  const [divisor, ...others] = below.values();
  if (!divisor || others.length > 0) throw new NotAProduct(slotsOf(below));
  return new Map(
    [...above.values()].map((term) => {
      const exponents = term.exponents.map((power, slot) => power - (divisor.exponents[slot] ?? 0));
      const coefficient = zip(term.coefficient, divisor.coefficient, (value, by) => value / by);
      return [keyOf(exponents), { exponents, coefficient }];
    }),
  );
}

const functions: Readonly<Record<FunctionName, (left: number, right: number) => number>> = {
  min: Math.min,
  max: Math.max,
  ceil: Math.ceil,
  exp: Math.exp,
  ln: Math.log,
  log2: Math.log2,
};

const holds: Readonly<Record<Comparison, (left: number, right: number) => boolean>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

/** Evaluates one formula over sums of products. */
export class Expander {
  readonly #constant: Exponents;
  readonly limits: Limit[] = [];

  constructor(slots: number) {
    this.#constant = Array.from({ length: slots }, () => 0);
  }

  same(coefficient: Column): Terms {
    return new Map([[keyOf(this.#constant), { exponents: this.#constant, coefficient }]]);
  }

  number(slot: number): Terms {
    const exponents = this.#constant.map((_, each) => (each === slot ? 1 : 0));
    return new Map([[keyOf(exponents), { exponents, coefficient: Float64Array.of(1) }]]);
  }

  /** The value that is the same in every row; undefined when it is none. */
  valueOf(terms: Terms): Column | undefined {
    return terms.size === 1 ? terms.get(keyOf(this.#constant))?.coefficient : undefined;
  }

  evaluate(node: Expression, operand: (name: string) => Terms): Terms {
    const visit = (inner: Expression): Terms => this.evaluate(inner, operand);
    switch (node.type) {
      case 'number':
        return this.same(Float64Array.of(node.value));
      case 'name':
        return operand(node.name);
      case 'convert':
        return multiply(visit(node.value), this.same(Float64Array.of(node.factor)));
      case 'binary': {
        const [left, right] = [visit(node.left), visit(node.right)];
        switch (node.operator) {
          case '+':
            return add(left, right, 1);
          case '-':
            return add(left, right, -1);
          case '*':
            return multiply(left, right);
          case '/':
            return divide(left, right);
          case '^':
            return this.#over([left, right], ([base = 0, exponent = 0]) => base ** exponent);
          default:
            return node.operator satisfies never;
        }
      }
      case 'call': {
        const operands = node.arguments.map(visit);
        const [left, right] = operands;
        if (node.function === 'min' && left && right) {
          const [one, other] = [this.valueOf(left), this.valueOf(right)];
          if (one && !other) return this.#within(right, one);
          if (other && !one) return this.#within(left, other);
        }
        const apply = functions[node.function];
        return this.#over(operands, ([one = 0, two = 0]) =>
          operands.length === 1 ? (apply as (value: number) => number)(one) : apply(one, two),
        );
      }
      case 'if':
        return this.#over(
          [node.left, node.right, node.whenTrue, node.whenFalse].map(visit),
          ([left = 0, right = 0, whenTrue = 0, whenFalse = 0]) =>
            holds[node.comparison](left, right) ? whenTrue : whenFalse,
        );
      default:
        return node satisfies never;
    }
  }

  #within(terms: Terms, limit: Column): Terms {
    this.limits.push({ terms, limit });
    return terms;
  }

  /** Any function of values that are the same in every row. */
  #over(operands: readonly Terms[], apply: (values: readonly number[]) => number): Terms {
    const columns = operands.map((terms) => this.valueOf(terms));
    const rows = Math.max(...columns.map((column) => column?.length ?? 1));
    const known = columns.flatMap((column) => column ?? []);
    if (known.length < operands.length) throw new NotAProduct(slotsOf(...operands));
    return this.same(Float64Array.from({ length: rows }, (_, row) => apply(known.map((column) => at(column, row)))));
  }
}
