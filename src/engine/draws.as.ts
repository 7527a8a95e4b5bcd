/**
 * Rows of inputs that are drawn, in WebAssembly (rows.as.ts). An order holds, for each draw, the number of its stratum, in as few
 * bytes as hold all numbers: two or four.
 */

/** The stratum of a draw. */
// @ts-ignore: decorator
@inline
export function stratum(order: usize, bytes: usize, draw: usize): usize {
  return bytes == 2 ? <usize>load<u16>(order + (draw << 1)) : <usize>load<u32>(order + (draw << 2));
}

/**
 * The numbers from 0 in an order that the seed decides (Fisher and Yates). The chance is xoroshiro128+ of Blackman and Vigna (2018),
 * seeded and shifted as pure-rand does; the lower half of each of its numbers is taken.
 */
export function shuffled(order: usize, bytes: u32, count: u32, seed: u32): void {
  if (bytes == 2) shuffle<u16>(order, count, seed);
  else shuffle<u32>(order, count, seed);
}

function shuffle<Number>(order: usize, count: u32, seed: u32): void {
  let first = (<u64>0xffffffff << 32) | <u64>~seed;
  let second = <u64>seed << 32;
  for (let each: u32 = 0; each < count; each++) store<Number>(order + <usize>each * sizeof<Number>(), <Number>each);
  for (let last = count - 1; last > 0; last--) {
    const chance = <u32>(first + second);
    const both = first ^ second;
    first = rotl<u64>(first, 24) ^ both ^ (both << 16);
    second = rotl<u64>(both, 37);
    const other = order + <usize>((<u64>chance * (<u64>last + 1)) >> 32) * sizeof<Number>();
    const place = order + <usize>last * sizeof<Number>();
    const value = load<Number>(place);
    store<Number>(place, load<Number>(other));
    store<Number>(other, value);
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
  out: usize, rows: usize, order: usize, orderBytes: usize, strata: usize, central: f64, up: f64, upIsFactor: bool, down: f64, downIsFactor: bool,
): void { // prettier-ignore
  for (let row: usize = 0; row < rows; row++) {
    const each = load<f64>(strata + (stratum(order, orderBytes, row) << 3));
    let value: f64;
    if (each >= 0) value = upIsFactor ? central * NativeMath.exp(each * up) : central + each * up;
    else value = downIsFactor ? central * NativeMath.exp(each * down) : Math.max(0, central + each * down);
    store<f64>(out + (row << 3), value);
  }
}

/** Bounded: a half triangle on each side of the centre, as wide as `up` and `down`, cut where the quantity ends. */
export function bounded(
  out: usize, rows: usize, order: usize, orderBytes: usize, strata: usize, central: f64, up: f64, down: f64, least: f64, most: f64,
): void { // prettier-ignore
  for (let row: usize = 0; row < rows; row++) {
    const each = load<f64>(strata + (stratum(order, orderBytes, row) << 3));
    const value =
      each < 0.5
        ? central - down * (1 - Math.sqrt(2 * each))
        : central + up * (1 - Math.sqrt(2 * (1 - each)));
    store<f64>(out + (row << 3), Math.min(most, Math.max(least, value)));
  }
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
