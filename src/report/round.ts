/** Rounding, for machines and for people: bytes must not depend on the last bits of a Node version's mathematics. */
import { InternalError } from '../errors.ts';
import type { Range } from '../units.ts';

/** Digits that a machine format keeps: far above the precision of the data, far below that of a double. */
const digits = 12;

export function finite(value: number, what: string): number {
  if (!Number.isFinite(value)) throw new InternalError(`${what} is ${value}, which must never reach a report`);
  return value;
}

/** Rounds to 12 significant digits; -0 becomes 0. Errors: InternalError on NaN and infinities. */
export function round(value: number): number {
  const rounded = Number(finite(value, 'a figure').toPrecision(digits));
  return rounded === 0 ? 0 : rounded;
}

export function roundRange(range: Range): Range {
  return { low: round(range.low), central: round(range.central), high: round(range.high) };
}

/**
 * Rounds as on paper, halves away from zero: 0.08625 is 0.0863 to three digits, although the nearest double is below
 * it, and although a product that gives it may end in ...4999.
 */
export function toDigits(value: number, digits: number): number {
  const written = Math.abs(value).toExponential(Math.max(12, digits) - 1);
  const split = written.indexOf('e');
  const whole = Math.round(Number(`${written.slice(0, split)}e${digits - 1}`));
  return Math.sign(value) * Number(`${whole}e${Number(written.slice(split + 1)) - digits + 1}`);
}
