/**
 * The fair share of each practice in what all achieve together: the Shapley value (Shapley 1953), the mean of what a
 * practice adds over all orders in which it could come.
 */

const bits = (mask: number): number => {
  let count = 0;
  for (let rest = mask; rest > 0; rest &= rest - 1) count += 1;
  return count;
};

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

/**
 * Shape   `values[mask]` is what the practices of the mask achieve together; 2^n of them, the one of nobody first.
 * Units   those of the values; the parts add up to `values[2^n - 1] - values[0]`, whatever the order.
 * Errors  RangeError when the number of values is no power of two.
 * Example shapley([0, 10, 20, 40]) -> [15, 25]
 */
export function shapley(values: ArrayLike<number>): number[] {
  const players = Math.log2(values.length);
  if (!Number.isInteger(players)) throw new RangeError(`${values.length} values are not those of all combinations`);
  const at = (mask: number): number => values[mask] ?? Number.NaN;
  return Array.from({ length: players }, (_, player) => {
    let sum = 0;
    for (let mask = 0; mask < values.length; mask += 1) {
      if ((mask >> player) & 1) continue;
      const before = bits(mask);
      const weight = (factorial(before) * factorial(players - before - 1)) / factorial(players);
      sum += weight * (at(mask | (1 << player)) - at(mask));
    }
    return sum;
  });
}
