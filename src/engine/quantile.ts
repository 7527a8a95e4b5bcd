/** Two quantiles of many values, without sorting them all. */
import type { Column } from './evaluate.ts';
import { columnAt, reserve, rows, startWork, type Place } from './rows.ts';

/** The ends of an interval. */
export type Quantiles = readonly [low: number, high: number];

/** Shares of the values below and above an interval of 5 to 95 %. */
const [low, high] = [0.05, 0.95];

/** Between two values an end is the outer one: never narrower than what was drawn, and 0 where as many draws are 0. */
const lowRank = (count: number): number => Math.floor(low * (count - 1));
const highRank = (count: number): number => Math.ceil(high * (count - 1));

/** The 5-95 % interval of values, which are left as they are. */
export function quantilePair(values: Column): Quantiles {
  startWork();
  const count = values.length;
  const [place, work] = [reserve(8 * count), reserve(rows().rankedBytes(count))];
  columnAt(place, count).set(values);
  rows().ranked(place, count, work, lowRank(count), highRank(count));
  const [lower = Number.NaN, higher = Number.NaN] = columnAt(work, 2);
  return [lower, higher];
}

/** Values that a tally looks at before it opens its windows. */
const sampleRows = 1024;

/** The most values that a tally keeps: its windows are about a ninth of all, give or take what chance does to one sample. */
const roomFor = (count: number): number => Math.max(Math.ceil(count / 6), Math.min(count, sampleRows));

/** Bytes of the room that the tallies of so many values use one after the other. */
export const tallyWork = (count: number): number => 8 * roomFor(count);

/** Reserves a tally (tally.as.ts) for a column of so many values that passes block by block. */
export function startTally(count: number): Place {
  const room = roomFor(count);
  const place = reserve(rows().tallyBytes(room));
  rows().startTally(place, count, lowRank(count), highRank(count), room, Math.min(count, sampleRows));
  return place;
}

/** The same interval as `quantilePair` gives; undefined where the sample did not tell where its ends are. @param work of `tallyWork`. */
export function endTally(place: Place, work: Place): Quantiles | undefined {
  rows().endTally(place, work);
  const [lower = Number.NaN, higher = Number.NaN] = columnAt(place, 2);
  return Number.isNaN(lower + higher) ? undefined : [lower, higher];
}
