/** Rank correlation (Spearman 1904) of draws with a result, for many inputs at once. */
import type { Column } from './evaluate.ts';
import { columnAt, reserve, rows, type Place } from './rows.ts';
import { orderIn, strataOf } from './strata.ts';

/** The rank of each value less the mean of all ranks, in the memory of the rows; of equal values, the earlier is the lower. */
function centredRanks(values: Column): Place {
  const count = values.length;
  const [tagged, ranks] = [reserve(8 * count), reserve(8 * count)];
  const column = columnAt(tagged, count);
  column.set(values);
  rows().tag(tagged, count);
  column.sort();
  rows().centredRanks(tagged, count, ranks);
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
  const ranks = centredRanks(result);
  return new Map(
    [...seeds].map(([name, seed]) => {
      // Where one of the two is centred, the other need not be.
      const product = rows().dot(orderIn(strata, seed), strata.orderBytes, ranks, count);
      return [name, (product / sumOfSquares(count)) ** 2];
    }),
  );
}
