/** At which value of one input a figure keeps a target: by bisection, whatever the formula. */

export interface Solution {
  /** Null where no value between the ends reaches it. */
  readonly value: number | null;
  /** The figure at the value, or at the end that comes nearest. */
  readonly figure: number;
  /** The value at which it is nearest, when nothing reaches it. */
  readonly nearest: number;
}

const rounds = 200;

/**
 * Shape   `figure` is continuous and rises or falls over the whole interval.
 * Bounds  low <= high, both finite; the value is exact to the last bits that bisection can part.
 * Example solve({ figure: (x) => 2 * x, target: 3, low: 0, high: 10 }).value -> 1.5
 */
export function solve({
  figure,
  target,
  low,
  high,
}: {
  readonly figure: (value: number) => number;
  readonly target: number;
  readonly low: number;
  readonly high: number;
}): Solution {
  const [atLow, atHigh] = [figure(low) - target, figure(high) - target];
  if (Math.sign(atLow) === Math.sign(atHigh) && atLow !== 0) {
    const isLow = Math.abs(atLow) <= Math.abs(atHigh);
    return { value: null, figure: (isLow ? atLow : atHigh) + target, nearest: isLow ? low : high };
  }
  let [from, to] = [low, high];
  for (let round = 0; round < rounds; round += 1) {
    // In the middle of the sizes where both ends have one, so that tiny and huge values cost the same.
    const middle = from > 0 && to / from > 4 ? Math.sqrt(from * to) : (from + to) / 2;
    if (middle <= from || middle >= to) break;
    if (Math.sign(figure(middle) - target) === Math.sign(atLow)) from = middle;
    else to = middle;
  }
  // A target is a ceiling: where the figure jumps over it, the side below is the one that keeps it.
  const [atFrom, atTo] = [figure(from) - target, figure(to) - target];
  const isFrom = atFrom <= 0 === atTo <= 0 ? Math.abs(atFrom) <= Math.abs(atTo) : atFrom <= 0;
  const value = isFrom ? from : to;
  return { value, figure: figure(value), nearest: value };
}
