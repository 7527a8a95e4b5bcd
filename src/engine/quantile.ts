/** Two quantiles of many values, without sorting them all. */

/** Puts the value of rank `k` at place `k`, smaller ones before it and larger ones after (Hoare's selection). */
function select(values: Float64Array, k: number, from: number, to: number): number {
  let left = from;
  let right = to;
  while (left < right) {
    const pivot = values[(left + right) >> 1] ?? Number.NaN;
    let low = left;
    let high = right;
    while (low <= high) {
      while ((values[low] ?? Number.NaN) < pivot) low += 1;
      while ((values[high] ?? Number.NaN) > pivot) high -= 1;
      if (low > high) break;
      const one = values[low] ?? Number.NaN;
      values[low] = values[high] ?? Number.NaN;
      values[high] = one;
      low += 1;
      high -= 1;
    }
    if (k <= high) right = high;
    else if (k >= low) left = low;
    else break;
  }
  return values[k] ?? Number.NaN;
}

/** The quantile between the two values around rank p (n - 1): definition 7 of Hyndman and Fan (1996). */
function quantile(values: Float64Array, p: number, from: number): number {
  const place = p * (values.length - 1);
  const k = Math.floor(place);
  const below = select(values, k, from, values.length - 1);
  if (place === k) return below;
  let above = Number.POSITIVE_INFINITY;
  for (let index = k + 1; index < values.length; index += 1) above = Math.min(above, values[index] ?? above);
  return below + (place - k) * (above - below);
}

/** Quantiles `low` < `high` of the values, which are left as they are. */
export function quantilePair(values: Float64Array, low: number, high: number): [number, number] {
  const copy = values.slice();
  const first = quantile(copy, low, 0);
  return [first, quantile(copy, high, Math.floor(low * (copy.length - 1)))];
}
