/**
 * Two quantiles of a column that passes block by block and is not kept, in WebAssembly (rows.as.ts).
 *
 * The first values are a sample of the draws, whose order is random: around each of the two ranks it gives a window that the value sought
 * all but surely lies in. What falls into a window is kept and what lies outside is counted, so that the value is
 * exact, or, where the window was missed, known to be missing.
 */
import { selected, selectedWithin } from './ranks.as';

/** A tally in the memory, before the values of its windows, which stand as they came. */
@unmanaged
class Tally {
  /** Values in all, and those of the sample that have passed. */
  count: u32;
  seen: u32;
  /** Ranks sought, from 0. */
  lower: u32;
  higher: u32;
  /** The most values of the windows, and how many of the first are looked at before they open. */
  room: u32;
  sample: u32;
  /** Values that the windows hold: all, and those of each. */
  size: u32;
  lowerSize: u32;
  higherSize: u32;
  /** Values before the first window, and after the second. */
  under: u32;
  over: u32;
  lowerFrom: f64;
  lowerTo: f64;
  higherFrom: f64;
  higherTo: f64;
}

/** Standard deviations of the rank in a sample that a window reaches to each side: one in 16 000 misses. */
const reach: f64 = 4;

/** Bytes of a tally with room for so many values in its windows, and for the sample at least. */
export function tallyBytes(room: u32): usize {
  return offsetof<Tally>() + (<usize>room << 3);
}

export function startTally(at: usize, count: u32, lower: u32, higher: u32, room: u32, sample: u32): void {
  memory.fill(at, 0, offsetof<Tally>());
  const tally = changetype<Tally>(at);
  tally.count = count;
  tally.lower = lower;
  tally.higher = higher;
  tally.room = room;
  tally.sample = sample;
}

/** Values that pass. @param work room for as many values as a tally has, which all share. */
export function feed(at: usize, values: usize, rows: u32, work: usize): void {
  const tally = changetype<Tally>(at);
  const missing = tally.sample - tally.seen;
  if (missing == 0) return pass(tally, at, values, rows);
  const size = rows < missing ? rows : missing;
  memory.copy(at + offsetof<Tally>() + (<usize>tally.seen << 3), values, <usize>size << 3);
  tally.seen += size;
  if (size < missing) return;
  // The sample makes room for the windows, and passes as all others do.
  memory.copy(work, at + offsetof<Tally>(), <usize>tally.sample << 3);
  openWindows(tally, work);
  pass(tally, at, work, tally.sample);
  if (size < rows) pass(tally, at, values + (<usize>size << 3), rows - size);
}

function pass(tally: Tally, at: usize, values: usize, rows: u32): void {
  // Five of six values lie between the windows, and mean nothing: they are passed by in pairs.
  const lower = v128.splat<f64>(tally.lowerTo);
  const higher = v128.splat<f64>(tally.higherFrom);
  const end = values + (<usize>rows << 3);
  let place = values;
  for (; place + 8 < end; place += 16) {
    const both = v128.load(place);
    if (!v128.any_true(v128.or(v128.le<f64>(both, lower), v128.ge<f64>(both, higher)))) continue;
    take(tally, at, load<f64>(place));
    take(tally, at, load<f64>(place + 8));
  }
  if (place < end) take(tally, at, load<f64>(place));
}

function take(tally: Tally, at: usize, value: f64): void {
  let isKept = false;
  if (value <= tally.lowerTo) {
    if (value < tally.lowerFrom) tally.under++;
    else {
      tally.lowerSize++;
      isKept = true;
    }
  }
  if (value >= tally.higherFrom) {
    if (value > tally.higherTo) tally.over++;
    else {
      tally.higherSize++;
      isKept = true;
    }
  }
  if (!isKept) return;
  if (tally.size < tally.room) store<f64>(at + offsetof<Tally>() + (<usize>tally.size << 3), value);
  tally.size++;
}

/** @param sample its values, which change places. */
function openWindows(tally: Tally, sample: usize): void {
  const size = <i32>tally.sample;
  const last = tally.count > 1 ? <f64>(tally.count - 1) : 1;
  const lowerFrom = rankBeside(size, <f64>tally.lower / last, -1);
  const lowerTo = rankBeside(size, <f64>tally.lower / last, 1);
  const higherFrom = rankBeside(size, <f64>tally.higher / last, -1);
  const higherTo = rankBeside(size, <f64>tally.higher / last, 1);
  // One end parts the sample, so that the next is sought in one of the parts.
  tally.lowerTo = valueAt(sample, 0, size, lowerTo);
  tally.lowerFrom = valueAt(sample, 0, lowerTo < size ? lowerTo + 1 : size, lowerFrom);
  tally.higherFrom = valueAt(sample, lowerTo < higherFrom ? lowerTo : 0, size, higherFrom);
  tally.higherTo = valueAt(sample, higherFrom > 0 ? higherFrom : 0, size, higherTo);
}

/** The rank in a sample that lies so far beside a share of it; beyond its ends where it ends before. */
function rankBeside(size: i32, share: f64, side: f64): i32 {
  const middle = share * <f64>(size - 1);
  const rank = middle + side * (reach * Math.sqrt(<f64>size * share * (1 - share)) + 1);
  return <i32>(side < 0 ? Math.floor(rank) : Math.ceil(rank));
}

/** The value of a rank, which the places from `from` to before `end` hold; without end beyond the sample. */
function valueAt(sample: usize, from: i32, end: i32, rank: i32): f64 {
  if (rank < 0) return -Infinity;
  return rank < end ? selectedWithin(sample, from, end - 1, rank) : Infinity;
}

/** Leaves the two values in its first 16 bytes; NaN where one is not known. @param work as of `feed`. */
export function endTally(at: usize, work: usize): void {
  const tally = changetype<Tally>(at);
  const low = found(tally, at, work, tally.lowerFrom, tally.lowerTo, <i32>tally.lower - <i32>tally.under, tally.lowerSize);
  const fromEnd = <i32>tally.count - 1 - <i32>tally.higher - <i32>tally.over;
  const rank = <i32>tally.higherSize - 1 - fromEnd;
  const high = found(tally, at, work, tally.higherFrom, tally.higherTo, rank, tally.higherSize);
  store<f64>(at, low);
  store<f64>(at + 8, high);
}

/** The value of a rank in the window from `from` to `to`, both within. */
function found(tally: Tally, at: usize, work: usize, from: f64, to: f64, rank: i32, size: u32): f64 {
  if (rank < 0 || rank >= <i32>size) return NaN;
  // Of one value, however often it came.
  if (from == to) return from;
  if (tally.size > tally.room) return NaN;
  const end = at + offsetof<Tally>() + (<usize>tally.size << 3);
  let next = work;
  for (let place = at + offsetof<Tally>(); place < end; place += 8) {
    const value = load<f64>(place);
    if (value < from || value > to) continue;
    store<f64>(next, value);
    next += 8;
  }
  return selected(work, size, <u32>rank);
}
