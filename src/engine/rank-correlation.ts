/** Rank correlation (Spearman 1904) of draws with a result, for many inputs at once. */
import type { Column } from './evaluate.ts';
import { columnAt, reserve, rows } from './rows.ts';
import { orderIn, strataOf } from './strata.ts';

/** Place of the lower half of a floating-point number among two 32-bit integers; rows.ts refuses machines where it is the other. */
const trailingHalf = 0;

/** Draws are counted in the lowest bits of a number: fewer than this, and too low to tell two draws apart. */
const mostDraws = 2 ** 20;

/** The rank of each value less the mean of all ranks; of equal values, the earlier is the lower. */
function centredRanks(values: Column): Column {
  // Each value carries its place in its lowest bits, so that a plain sort, far quicker than one with a comparison, orders places.
  const sorted = values.slice();
  const halves = new Uint32Array(sorted.buffer);
  for (let place = 0; place < values.length; place += 1) {
    const bits = halves[2 * place + trailingHalf] ?? 0;
    halves[2 * place + trailingHalf] = bits - (bits % mostDraws) + place;
  }
  sorted.sort();
  const ranks = new Float64Array(values.length);
  const mean = (values.length - 1) / 2;
  for (let rank = 0; rank < ranks.length; rank += 1)
    ranks[(halves[2 * rank + trailingHalf] ?? 0) % mostDraws] = rank - mean;
  return ranks;
}

/** The sum of the squares of so many ranks, centred: those of 0 to n - 1. */
const sumOfSquares = (count: number): number => (count * (count * count - 1)) / 12;

/**
 * Of a result with inputs whose draws lie in each of the strata 0 to n - 1 once.
 * @param seeds of the orders of their draws, by name.
 */
export function squaredRankCorrelations(
  result: Column,
  seeds: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const count = result.length;
  const strata = strataOf(count, seeds.values());
  const ranks = reserve(8 * count);
  columnAt(ranks, count).set(centredRanks(result));
  return new Map(
    [...seeds].map(([name, seed]) => {
      // Where one of the two is centred, the other need not be.
      const product = rows().dot(orderIn(strata, seed), ranks, count);
      return [name, (product / sumOfSquares(count)) ** 2];
    }),
  );
}
