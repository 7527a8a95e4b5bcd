/** Differences of results, which can be negative: an interval of their own, because a negative number has no logarithm. */
import type { Range } from '../units.ts';
import { at, centralOf, type Response, type Uncertainty } from './uncertainty.ts';

/** After less before, on common draws: what both share cancels. */
export function difference({ combine }: Uncertainty, after: Response, before: Response): Response {
  return combine('-', after, before);
}

export function product({ combine }: Uncertainty, left: Response, right: Response): Response {
  return combine('*', left, right);
}

/**
 * The interval of a result of any sign by propagation: moves added in quadrature, as logarithms where no input can change the sign, so
 * that a difference which is surely above nothing has an interval above nothing.
 */
export function propagatedSigned(response: Response): Range {
  const central = centralOf(response);
  const { column } = response;
  if (column.length === 1) return { low: central, central, high: central };
  let up = 0;
  let down = 0;
  if (column.every((value) => value * central > 0)) {
    for (let row = 1; row < column.length; row += 2) {
      const moves = [Math.log(at(column, row) / central), Math.log(at(column, row + 1) / central)];
      up += Math.max(0, ...moves) ** 2;
      down += Math.min(0, ...moves) ** 2;
    }
    const ends = [central * Math.exp(-Math.sqrt(down)), central * Math.exp(Math.sqrt(up))];
    return { low: Math.min(...ends), central, high: Math.max(...ends) };
  }
  for (let row = 1; row < column.length; row += 2) {
    const moves = [at(column, row) - central, at(column, row + 1) - central];
    up += Math.max(0, ...moves) ** 2;
    down += Math.min(0, ...moves) ** 2;
  }
  return { low: central - Math.sqrt(down), central, high: central + Math.sqrt(up) };
}
