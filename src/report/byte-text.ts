/** Text as bytes, for rows by the million: no string is made of a number, and none is encoded again. */
import { round } from './round.ts';

const powers = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);
const zero = 48;
const point = 46;

const encoder = new TextEncoder();
export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

export class ByteText {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;
  readonly #digits = new Uint8Array(12);

  /** What was written since the last call; valid until the next write. */
  take(): Uint8Array {
    const written = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    return written;
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const wider = new Uint8Array(2 * (this.#length + count));
    wider.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = wider;
  }

  add(text: Uint8Array): void {
    this.#reserve(text.length);
    const bytes = this.#bytes;
    let at = this.#length;
    // Faster than `set` for the few letters of a cell.
    for (let letter = 0; letter < text.length; letter += 1) bytes[at++] = text[letter] ?? 0;
    this.#length = at;
  }

  /**
   * A number as `String(round(value))` writes it.
   * Errors  InternalError on NaN and infinities.
   */
  number(value: number): void {
    if (!(value >= 1e-6 && value < 1e15)) return this.add(bytesOf(String(round(value))));
    let exponent = Math.floor(Math.log10(value));
    let scaled = exponent > 11 ? value / (powers[exponent - 11] ?? 1) : value * (powers[11 - exponent] ?? 1);
    if (scaled < 1e11) {
      exponent -= 1;
      scaled = exponent > 11 ? value / (powers[exponent - 11] ?? 1) : value * (powers[11 - exponent] ?? 1);
    }
    let whole = Math.floor(scaled);
    const rest = scaled - whole;
    // The product is rounded itself: so near to the middle it cannot tell up from down.
    if (Math.abs(rest - 0.5) < 1e-3 || whole >= 1e12) return this.add(bytesOf(String(round(value))));
    if (rest > 0.5) whole += 1;
    if (whole >= 1e12) {
      whole /= 10;
      exponent += 1;
    }
    this.#decimal(whole, exponent);
  }

  /** Twelve digits, the first of them times 10^exponent. */
  #decimal(whole: number, exponent: number): void {
    const digits = this.#digits;
    const high = Math.floor(whole / 1e6);
    let [left, right] = [high | 0, (whole - high * 1e6) | 0];
    for (let at = 5; at >= 0; at -= 1) {
      const [up, down] = [(left / 10) | 0, (right / 10) | 0];
      digits[at] = zero + left - 10 * up;
      digits[at + 6] = zero + right - 10 * down;
      left = up;
      right = down;
    }
    let last = 12;
    while (last > 1 && digits[last - 1] === zero) last -= 1;
    this.#reserve(40);
    const bytes = this.#bytes;
    let at = this.#length;
    if (exponent < 0) {
      bytes[at++] = zero;
      bytes[at++] = point;
      for (let each = exponent + 1; each < 0; each += 1) bytes[at++] = zero;
    }
    for (let digit = 0; digit < last; digit += 1) {
      if (exponent >= 0 && digit === exponent + 1) bytes[at++] = point;
      bytes[at++] = digits[digit] ?? zero;
    }
    for (let digit = last; digit <= exponent; digit += 1) bytes[at++] = zero;
    this.#length = at;
  }
}
