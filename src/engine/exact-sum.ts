/** Sums of doubles that lose nothing to the sizes of their terms (Neumaier 1974). */

/** What `one + other` loses to rounding, exactly. */
export function lostBy(one: number, other: number): number {
  const sum = one + other;
  return Math.abs(one) >= Math.abs(other) ? one - sum + other : other - sum + one;
}

/** Example exactSum([1e15, ...ten times 0.1]) -> 1e15 + 1; added plainly they are 1e15 + 1.25 */
export function exactSum(values: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    lost += lostBy(sum, value);
    sum += value;
  }
  return sum + lost;
}
