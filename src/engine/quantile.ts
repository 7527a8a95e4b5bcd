/**
 * Two quantiles of many values, without sorting them all: values are counted by the leading bits of their floating-point
 * form, which rise with the value, and only the few beside the rank that is asked for are sorted.
 */

import { leadingHalf } from './float-bits.ts';

/** Fewer are sorted outright. */
const fewValues = 256;
const buckets = 2048;

/** Used again at each call: hundreds of intervals would allocate as many. */
let workspace = new Int32Array(0);
const counts = new Uint32Array(buckets + 1);

/** The leading bits of each value, as integers in the order of the values; valid until the next call. */
function keysOf(values: Float64Array): Int32Array {
  const halves = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
  if (workspace.length < values.length) workspace = new Int32Array(values.length);
  const keys = workspace.subarray(0, values.length);
  for (let index = 0; index < keys.length; index += 1) {
    const bits = halves[2 * index + leadingHalf] ?? 0;
    // Of negative numbers a larger magnitude is a smaller value.
    keys[index] = bits ^ ((bits >> 31) & 0x7fffffff);
  }
  return keys;
}

function endsOf(keys: Int32Array): { least: number; most: number } {
  let least = keys[0] ?? 0;
  let most = least;
  for (let index = 1; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    if (key < least) least = key;
    else if (key > most) most = key;
  }
  return { least, most };
}

function count(keys: Int32Array, least: number, shift: number): void {
  counts.fill(0);
  for (let index = 0; index < keys.length; index += 1) {
    const bucket = ((keys[index] ?? 0) - least) >>> shift;
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
}

/** Gives the value of a rank, from 0. */
function ranked(values: Float64Array): (rank: number) => number {
  if (values.length <= fewValues) {
    const sorted = values.slice().sort();
    return (rank) => sorted[rank] ?? Number.NaN;
  }
  const keys = keysOf(values);
  const { least, most } = endsOf(keys);
  const shift = Math.max(0, 32 - Math.clz32(most - least) - Math.log2(buckets));
  count(keys, least, shift);
  let found: { readonly bucket: number; readonly sorted: Float64Array } | undefined;
  const valuesOf = (bucket: number, size: number): Float64Array => {
    if (found?.bucket === bucket) return found.sorted;
    const sorted = new Float64Array(size);
    let place = 0;
    for (let index = 0; index < keys.length; index += 1) {
      if (((keys[index] ?? 0) - least) >>> shift === bucket) sorted[place++] = values[index] ?? Number.NaN;
    }
    found = { bucket, sorted: sorted.sort() };
    return found.sorted;
  };
  return (rank) => {
    let below = 0;
    for (let bucket = 0; ; bucket += 1) {
      const size = counts[bucket] ?? 0;
      if (rank < below + size || bucket >= buckets) return valuesOf(bucket, size)[rank - below] ?? Number.NaN;
      below += size;
    }
  };
}

/**
 * The interval that holds all values but the share below `low` and above `high`; values are left as they are. Between two values
 * it takes the outer one: never narrower than what was drawn, and 0 where as many draws are 0.
 */
export function quantilePair(values: Float64Array, low: number, high: number): [number, number] {
  const valueOf = ranked(values);
  const last = values.length - 1;
  return [valueOf(Math.floor(low * last)), valueOf(Math.ceil(high * last))];
}
