/**
 * What is read of rows, in WebAssembly (rows.as.ts): values by their rank, and how they go with an order of draws.
 *
 * Values are found by their rank without sorting all: they are counted by the leading bits of their floating-point form, which rise
 * with the value, and only the few beside the rank are looked at.
 */

import { stratum } from './draws.as';

/** Sum of products of an order with a column. */
export function dot(order: usize, bytes: usize, column: usize, rows: usize): f64 {
  let sum: f64 = 0;
  for (let row: usize = 0; row < rows; row++) sum += <f64>stratum(order, bytes, row) * load<f64>(column + (row << 3));
  return sum;
}

/** A value carries its place in its lowest bits, too low to tell two draws apart, so that a plain sort orders places. */
const placeBits: u64 = 0xfffff;

export function tag(values: usize, count: u32): void {
  for (let each: usize = 0; each < <usize>count; each++) {
    const place = values + (each << 3);
    store<u64>(place, (load<u64>(place) & ~placeBits) | <u64>each);
  }
}

/** The rank of each value less the mean of all ranks, by its place. @param tagged in the order of the values. */
export function centredRanks(tagged: usize, count: u32, out: usize): void {
  const mean = <f64>(count - 1) / 2;
  for (let rank: usize = 0; rank < <usize>count; rank++)
    store<f64>(out + (<usize>(load<u64>(tagged + (rank << 3)) & placeBits) << 3), <f64>rank - mean);
}

const buckets: u32 = 2048;

/** Bytes of work for so many values: a key each, the counts, and the values of one bucket. */
export function rankedBytes(count: u32): usize {
  return (<usize>count << 2) + (<usize>buckets << 2) + 16 + (<usize>count << 3);
}

/** The leading bits, as an integer in the order of the values: of negative numbers a larger magnitude is a smaller value. */
// @ts-ignore: decorator
@inline
function keyOf(value: f64): i32 {
  const bits = <i32>(reinterpret<u64>(value) >> 32);
  return bits ^ ((bits >> 31) & 0x7fffffff);
}

/**
 * Two values of a column by their rank, from 0, of finite values: the lower is left in the first row of `work`, the higher in
 * the second.
 */
export function ranked(values: usize, count: u32, work: usize, lower: u32, higher: u32): void {
  const keys = work;
  const counts = keys + ((<usize>count << 2) + 7 & ~7);
  const few = counts + (<usize>buckets << 2);
  let least = keyOf(load<f64>(values));
  let most = least;
  for (let each: usize = 0; each < <usize>count; each++) {
    const key = keyOf(load<f64>(values + (each << 3)));
    store<i32>(keys + (each << 2), key);
    if (key < least) least = key;
    if (key > most) most = key;
  }
  const width = 32 - clz<u32>(<u32>(most - least));
  const shift = width > 11 ? width - 11 : 0;
  memory.fill(counts, 0, <usize>buckets << 2);
  for (let each: usize = 0; each < <usize>count; each++) {
    const bucket = counts + (<usize>(<u32>(load<i32>(keys + (each << 2)) - least) >> shift) << 2);
    store<u32>(bucket, load<u32>(bucket) + 1);
  }
  const low = valueAt(values, count, keys, counts, few, least, shift, lower);
  const high = valueAt(values, count, keys, counts, few, least, shift, higher);
  store<f64>(work, low);
  store<f64>(work + 8, high);
}

function valueAt(values: usize, count: u32, keys: usize, counts: usize, few: usize, least: i32, shift: u32, rank: u32): f64 {
  let bucket: u32 = 0;
  let under: u32 = 0;
  while (under + load<u32>(counts + (<usize>bucket << 2)) <= rank) {
    under += load<u32>(counts + (<usize>bucket << 2));
    bucket++;
  }
  let size: u32 = 0;
  for (let each: usize = 0; each < <usize>count; each++) {
    if (<u32>(load<i32>(keys + (each << 2)) - least) >> shift == bucket) {
      store<f64>(few + (<usize>size << 3), load<f64>(values + (each << 3)));
      size++;
    }
  }
  return selected(few, size, rank - under);
}

export function selected(values: usize, size: u32, rank: u32): f64 {
  return selectedWithin(values, 0, <i32>size - 1, <i32>rank);
}

/**
 * Quickselect (Hoare 1961) with values that equal the pivot in a part of their own. Afterwards what stands before the rank is not
 * larger and what stands behind it not smaller, so that another rank is to be sought on its own side.
 * @param from the first place of those that hold the ranks from `from` to `to`, in any order.
 */
export function selectedWithin(values: usize, from: i32, to: i32, rank: i32): f64 {
  while (from < to) {
    const pivot = load<f64>(values + (<usize>((from + to) >> 1) << 3));
    let smaller = from;
    let larger = to;
    let each = from;
    while (each <= larger) {
      const place = values + (<usize>each << 3);
      const value = load<f64>(place);
      if (value < pivot) {
        const other = values + (<usize>smaller << 3);
        store<f64>(place, load<f64>(other));
        store<f64>(other, value);
        smaller++;
        each++;
      } else if (value > pivot) {
        const other = values + (<usize>larger << 3);
        store<f64>(place, load<f64>(other));
        store<f64>(other, value);
        larger--;
      } else each++;
    }
    if (rank < smaller) to = smaller - 1;
    else if (rank > larger) from = larger + 1;
    else return pivot;
  }
  return load<f64>(values + (<usize>rank << 3));
}
