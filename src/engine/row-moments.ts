/** Products of the numbers of rows, added up row by row. */
import type { Column } from './evaluate.ts';
import { lostBy } from './exact-sum.ts';
import { keyOf, type Exponents } from './products.ts';

/** What must be added up of the rows of a usage. */
export interface Shape {
  /** Products whose sums are needed. */
  readonly products: readonly Exponents[];
  /** Of these also the largest is needed. */
  readonly limited: readonly Exponents[];
}

/** What rows add up to, wherever they were added. */
export interface RowSums {
  sum(exponents: Exponents): number;
  largest(exponents: Exponents): number;
}

/** Sums over the rows that were added so far; their number does not change what is held. */
export class Moments implements RowSums {
  readonly #factors: readonly (readonly { readonly slot: number; readonly up: boolean }[])[];
  readonly #sums: Float64Array;
  /** What the sums lost to rounding: Neumaier. */
  readonly #lost: Float64Array;
  readonly #largest: Float64Array;
  readonly #places: ReadonlyMap<string, number>;
  #rows = 0;

  constructor({ products, limited }: Shape) {
    const all = new Map([...products, ...limited].map((exponents) => [keyOf(exponents), exponents]));
    this.#places = new Map([...all.keys()].map((key, place) => [key, place]));
    this.#factors = [...all.values()].map((exponents) =>
      exponents.flatMap((power, slot) => Array.from({ length: Math.abs(power) }, () => ({ slot, up: power > 0 }))),
    );
    this.#sums = new Float64Array(all.size);
    this.#lost = new Float64Array(all.size);
    this.#largest = new Float64Array(all.size);
  }

  get rows(): number {
    return this.#rows;
  }

  add(numbers: Column): void {
    this.#rows += 1;
    const [sums, lost, largest] = [this.#sums, this.#lost, this.#largest];
    for (let place = 0; place < sums.length; place += 1) {
      let product = 1;
      for (const { slot, up } of this.#factors[place] ?? []) {
        const value = numbers[slot] ?? Number.NaN;
        product = up ? product * value : product / value;
      }
      const before = sums[place] ?? 0;
      lost[place] = (lost[place] ?? 0) + lostBy(before, product);
      sums[place] = before + product;
      if (product > (largest[place] ?? 0)) largest[place] = product;
    }
  }

  sum(exponents: Exponents): number {
    const place = this.#places.get(keyOf(exponents)) ?? -1;
    return (this.#sums[place] ?? Number.NaN) + (this.#lost[place] ?? Number.NaN);
  }

  largest(exponents: Exponents): number {
    return this.#largest[this.#places.get(keyOf(exponents)) ?? -1] ?? Number.NaN;
  }
}
