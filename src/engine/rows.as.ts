/**
 * Arithmetic over rows of draws, in WebAssembly: this file is AssemblyScript, which the build compiles into rows-wasm.ts. JavaScript
 * spends the whole of such a run in the interpreter; this is compiled when it is loaded, and its exponentials and logarithms
 * are the same to the last bit on every engine.
 *
 * A column is its address. A step of 8 bytes goes to the next row, a step of 0 stays at one number that all rows have. Columns hold an
 * even number of rows, of which the last may be beyond those that are asked for.
 */

/** Where memory is free: what stands below are constants of the compiler. */
export function start(): usize {
  return (__heap_base + 15) & ~15;
}

export function put(at: usize, value: f64): void {
  store<f64>(at, value);
}

// prettier-ignore
const enum Pair { add, subtract, multiply, divide, min, max }

/** Two rows at once. */
// @ts-ignore: decorator
@inline
function pairs(operation: Pair, out: usize, rows: usize, left: usize, leftStep: usize, right: usize, rightStep: usize): void {
  const bytes = rows << 3;
  const leftAll = v128.load_splat<f64>(left);
  const rightAll = v128.load_splat<f64>(right);
  for (let at: usize = 0; at < bytes; at += 16) {
    const l = leftStep ? v128.load(left + at) : leftAll;
    const r = rightStep ? v128.load(right + at) : rightAll;
    let result: v128;
    if (operation == Pair.add) result = v128.add<f64>(l, r);
    else if (operation == Pair.subtract) result = v128.sub<f64>(l, r);
    else if (operation == Pair.multiply) result = v128.mul<f64>(l, r);
    else if (operation == Pair.divide) result = v128.div<f64>(l, r);
    else if (operation == Pair.min) result = v128.min<f64>(l, r);
    else result = v128.max<f64>(l, r);
    v128.store(out + at, result);
  }
}

export function add(out: usize, rows: usize, left: usize, leftStep: usize, right: usize, rightStep: usize): void {
  pairs(Pair.add, out, rows, left, leftStep, right, rightStep);
}

export function subtract(out: usize, rows: usize, left: usize, leftStep: usize, right: usize, rightStep: usize): void {
  pairs(Pair.subtract, out, rows, left, leftStep, right, rightStep);
}

export function multiply(out: usize, rows: usize, left: usize, leftStep: usize, right: usize, rightStep: usize): void {
  pairs(Pair.multiply, out, rows, left, leftStep, right, rightStep);
}

export function divide(out: usize, rows: usize, left: usize, leftStep: usize, right: usize, rightStep: usize): void {
  pairs(Pair.divide, out, rows, left, leftStep, right, rightStep);
}

export function min(out: usize, rows: usize, left: usize, leftStep: usize, right: usize, rightStep: usize): void {
  pairs(Pair.min, out, rows, left, leftStep, right, rightStep);
}

export function max(out: usize, rows: usize, left: usize, leftStep: usize, right: usize, rightStep: usize): void {
  pairs(Pair.max, out, rows, left, leftStep, right, rightStep);
}

export function power(out: usize, rows: usize, left: usize, leftStep: usize, right: usize, rightStep: usize): void {
  for (let row: usize = 0; row < rows; row++)
    store<f64>(out + (row << 3), NativeMath.pow(load<f64>(left + row * leftStep), load<f64>(right + row * rightStep)));
}

export function below(out: usize, rows: usize, left: usize, leftStep: usize, right: usize, rightStep: usize): void {
  for (let row: usize = 0; row < rows; row++)
    store<f64>(out + (row << 3), load<f64>(left + row * leftStep) < load<f64>(right + row * rightStep) ? 1 : 0);
}

export function atMost(out: usize, rows: usize, left: usize, leftStep: usize, right: usize, rightStep: usize): void {
  for (let row: usize = 0; row < rows; row++)
    store<f64>(out + (row << 3), load<f64>(left + row * leftStep) <= load<f64>(right + row * rightStep) ? 1 : 0);
}

export function choose(
  out: usize, rows: usize, condition: usize, conditionStep: usize, yes: usize, yesStep: usize, no: usize, noStep: usize,
): void { // prettier-ignore
  for (let row: usize = 0; row < rows; row++) {
    const chosen = load<f64>(condition + row * conditionStep) == 1 ? yes + row * yesStep : no + row * noStep;
    store<f64>(out + (row << 3), load<f64>(chosen));
  }
}

export function ceil(out: usize, rows: usize, left: usize): void {
  for (let at: usize = 0; at < rows << 3; at += 8) store<f64>(out + at, Math.ceil(load<f64>(left + at)));
}

export function exp(out: usize, rows: usize, left: usize): void {
  for (let at: usize = 0; at < rows << 3; at += 8) store<f64>(out + at, NativeMath.exp(load<f64>(left + at)));
}

export function ln(out: usize, rows: usize, left: usize): void {
  for (let at: usize = 0; at < rows << 3; at += 8) store<f64>(out + at, NativeMath.log(load<f64>(left + at)));
}

export function log2(out: usize, rows: usize, left: usize): void {
  for (let at: usize = 0; at < rows << 3; at += 8) store<f64>(out + at, NativeMath.log2(load<f64>(left + at)));
}

/** 0 when all are numbers: what is infinite less itself is no number. */
export function fault(column: usize, rows: usize): f64 {
  let sum: f64 = 0;
  for (let at: usize = 0; at < rows << 3; at += 8) {
    const value = load<f64>(column + at);
    sum += value - value;
  }
  return sum;
}

// What follows are draws. An order holds, for each draw, the number of its stratum, as 32-bit integers.

/** Xoroshiro128+ of Blackman and Vigna (2018), seeded and shifted as pure-rand does; the lower half of each number is taken. */
let first: u64 = 0;
let second: u64 = 0;

function next(): u32 {
  const sum = <u32>(first + second);
  const both = first ^ second;
  first = rotl<u64>(first, 24) ^ both ^ (both << 16);
  second = rotl<u64>(both, 37);
  return sum;
}

/** The numbers from 0 in an order that the seed decides (Fisher and Yates). */
export function shuffled(order: usize, count: u32, seed: u32): void {
  first = (<u64>0xffffffff << 32) | <u64>~seed;
  second = <u64>seed << 32;
  for (let each: u32 = 0; each < count; each++) store<u32>(order + (<usize>each << 2), each);
  for (let last = count - 1; last > 0; last--) {
    const other = <usize>((<u64>next() * (<u64>last + 1)) >> 32) << 2;
    const place = <usize>last << 2;
    const value = load<u32>(order + place);
    store<u32>(order + place, load<u32>(order + other));
    store<u32>(order + other, value);
  }
}

/** Middles of so many parts of equal probability: in (0, 1), rising. */
export function uniformStrata(out: usize, count: u32): void {
  for (let each: u32 = 0; each < count; each++) store<f64>(out + (<usize>each << 3), (<f64>each + 0.5) / <f64>count);
}

/** The standard normal quantile of each of them; the halves mirror each other to the last bit. */
export function normalStrata(out: usize, count: u32): void {
  if (count & 1) store<f64>(out + (<usize>(count >> 1) << 3), 0);
  for (let each: u32 = 0; each < count >> 1; each++) {
    const quantile = normalQuantile((<f64>each + 0.5) / <f64>count);
    store<f64>(out + (<usize>each << 3), quantile);
    store<f64>(out + (<usize>(count - 1 - each) << 3), -quantile);
  }
}

/**
 * Positive and unbounded: the logarithm is normal, with one width below the centre and another above. A side that has no logarithm
 * is normal, cut at 0. Widths are those of one standard deviation.
 */
export function positive(
  out: usize, rows: usize, order: usize, strata: usize, central: f64, up: f64, upIsFactor: bool, down: f64, downIsFactor: bool,
): void { // prettier-ignore
  for (let row: usize = 0; row < rows; row++) {
    const each = load<f64>(strata + (<usize>load<u32>(order + (row << 2)) << 3));
    let value: f64;
    if (each >= 0) value = upIsFactor ? central * NativeMath.exp(each * up) : central + each * up;
    else value = downIsFactor ? central * NativeMath.exp(each * down) : Math.max(0, central + each * down);
    store<f64>(out + (row << 3), value);
  }
}

/** Bounded: a half triangle on each side of the centre, as wide as `up` and `down`, cut where the quantity ends. */
export function bounded(
  out: usize, rows: usize, order: usize, strata: usize, central: f64, up: f64, down: f64, least: f64, most: f64,
): void { // prettier-ignore
  for (let row: usize = 0; row < rows; row++) {
    const each = load<f64>(strata + (<usize>load<u32>(order + (row << 2)) << 3));
    const value =
      each < 0.5
        ? central - down * (1 - Math.sqrt(2 * each))
        : central + up * (1 - Math.sqrt(2 * (1 - each)));
    store<f64>(out + (row << 3), Math.min(most, Math.max(least, value)));
  }
}

/** Sum of products of an order with a column. */
export function dot(order: usize, column: usize, rows: usize): f64 {
  let sum: f64 = 0;
  for (let row: usize = 0; row < rows; row++) sum += <f64>load<u32>(order + (row << 2)) * load<f64>(column + (row << 3));
  return sum;
}

/**
 * Quantile of the standard normal distribution: Wichura (1988), Algorithm AS 241, PPND16, Applied Statistics 37 (3), 477-484.
 * Relative error about 1e-16. p: probability in (0, 1).
 */
export function normalQuantile(p: f64): f64 {
  const fromCentre = p - 0.5;
  if (Math.abs(fromCentre) <= 0.425) {
    const r = 0.180625 - fromCentre * fromCentre;
    // prettier-ignore
    return fromCentre *
      (((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r + 13731.69376550946) * r + 1971.5909503065513) * r + 133.14166789178438) * r + 3.3871328727963665) /
      (((((((5226.495278852546 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r + 5394.196021424751) * r + 687.1870074920579) * r + 42.31333070160091) * r + 1);
  }
  const tail = Math.sqrt(-NativeMath.log(fromCentre < 0 ? p : 1 - p));
  let size: f64;
  if (tail <= 5) {
    const r = tail - 1.6;
    // prettier-ignore
    size =
      (((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r + 1.2704582524523684) * r + 3.6478483247632045) * r + 5.769497221460691) * r + 4.630337846156546) * r + 1.4234371107496835) /
      (((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r + 0.14810397642748008) * r + 0.6897673349851) * r + 1.6763848301838038) * r + 2.053191626637759) * r + 1);
  } else {
    const r = tail - 5;
    // prettier-ignore
    size =
      (((((((2.0103343992922881e-7 * r + 0.000027115555687434876) * r + 0.0012426609473880784) * r + 0.026532189526576124) * r + 0.29656057182850487) * r + 1.7848265399172913) * r + 5.463784911164114) * r + 6.657904643501103) /
      (((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 0.000018463183175100548) * r + 0.0007868691311456133) * r + 0.014875361290850615) * r + 0.1369298809227358) * r + 0.599832206555888) * r + 1);
  }
  return fromCentre < 0 ? -size : size;
}

// What follows finds values by their rank without sorting all: they are counted by the leading bits of their floating-point form, which
// rise with the value, and only the few beside the rank are looked at.

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

/** Quickselect (Hoare 1961) with values that equal the pivot in a part of their own. */
function selected(values: usize, size: u32, rank: u32): f64 {
  let from: i32 = 0;
  let to: i32 = <i32>size - 1;
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
    if (<i32>rank < smaller) to = smaller - 1;
    else if (<i32>rank > larger) from = larger + 1;
    else return pivot;
  }
  return load<f64>(values + (<usize>rank << 3));
}
