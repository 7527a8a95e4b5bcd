/** Two quantiles of many values, without sorting them all. */
import type { Column } from './evaluate.ts';
import { columnAt, reserve, rows, startWork } from './rows.ts';

/**
 * The interval that holds all values but the share below `low` and above `high`; values are left as they are. Between two values
 * it takes the outer one: never narrower than what was drawn, and 0 where as many draws are 0.
 */
export function quantilePair(values: Column, low: number, high: number): [number, number] {
  startWork();
  const count = values.length;
  const [place, work] = [reserve(8 * count), reserve(rows().rankedBytes(count))];
  columnAt(place, count).set(values);
  const last = count - 1;
  rows().ranked(place, count, work, Math.floor(low * last), Math.ceil(high * last));
  const [lower = Number.NaN, higher = Number.NaN] = columnAt(work, 2);
  return [lower, higher];
}
