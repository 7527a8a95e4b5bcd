/** Rank correlation (Spearman 1904) of draws with a result, for many inputs at once. */
import type { Column } from './evaluate.ts';
import { trailingHalf } from './float-bits.ts';

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

/** Sum of products. Where one of the two is centred, the other need not be. */
function dot(left: Column | Uint32Array, right: Column): number {
  let sum = 0;
  for (let index = 0; index < right.length; index += 1)
    sum += (left[index] ?? Number.NaN) * (right[index] ?? Number.NaN);
  return sum;
}

/** Of a result with inputs whose draws lie in each of the strata 0 to n - 1 once. */
export function squaredRankCorrelations(
  result: Column,
  inputs: ReadonlyMap<string, Uint32Array>,
): ReadonlyMap<string, number> {
  const ranks = centredRanks(result);
  const square = dot(ranks, ranks);
  return new Map([...inputs].map(([key, strata]) => [key, (dot(strata, ranks) / square) ** 2]));
}
