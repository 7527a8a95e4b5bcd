/** Sums of rows that came in parts: of one group and another, of one name of a model and another. */
import { exactSum } from '../engine/exact-sum.ts';
import type { RowSums } from '../engine/row-moments.ts';
import { keyOf, type Exponents } from '../engine/products.ts';
import { InternalError } from '../errors.ts';
import { counts, type LogQuery, type SummedRows } from '../usage-log/types.ts';
import type { Counted } from './types.ts';

export class JoinedRows implements RowSums {
  readonly #sums: ReadonlyMap<string, number>;
  readonly #largest: ReadonlyMap<string, number>;

  constructor({ products, limited }: Pick<LogQuery, 'products' | 'limited'>, lines: readonly SummedRows[]) {
    this.#sums = new Map(
      products.map((exponents, place) => [
        keyOf(exponents),
        exactSum(lines.map(({ sums }) => sums[place] ?? Number.NaN)),
      ]),
    );
    this.#largest = new Map(
      limited.map((exponents, place) => [
        keyOf(exponents),
        lines.reduce((most, line) => Math.max(most, line.largest[place] ?? 0), 0),
      ]),
    );
  }

  sum(exponents: Exponents): number {
    return known(this.#sums, exponents);
  }

  largest(exponents: Exponents): number {
    return known(this.#largest, exponents);
  }
}

function known(sums: ReadonlyMap<string, number>, exponents: Exponents): number {
  const found = sums.get(keyOf(exponents));
  if (found === undefined) throw new InternalError(`the log was not asked for the product ${keyOf(exponents)}`);
  return found;
}

export const rowsIn = (lines: readonly Pick<SummedRows, 'rows'>[]): number =>
  lines.reduce((sum, { rows }) => sum + rows, 0);

/** Whether every row of a line says a count. */
export const says = ({ known: bits }: Pick<SummedRows, 'known'>, slot: number): boolean => (bits & (1 << slot)) !== 0;

export function countedIn(lines: readonly SummedRows[]): Counted {
  const entries = counts.map((count, slot) => {
    const saying = lines.filter((line) => says(line, slot));
    return [count, saying.length === 0 ? null : exactSum(saying.map(({ counted }) => counted[slot] ?? 0))];
  });
  return Object.fromEntries(entries) as Record<(typeof counts)[number], number | null>;
}
