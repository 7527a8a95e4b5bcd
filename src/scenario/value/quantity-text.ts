/** The text of a value -> numbers in the unit of its field, or a problem in words. */
import { isRefusal } from './convert.ts';
import type { Convert, Refusal } from './convert.ts';
import type { Field } from './fields.ts';
import type { Findings } from '../findings.ts';
import { isUnreadable, readNumbers } from './number-text.ts';
import type { Written } from './number-text.ts';
import type { Path } from '../text/place.ts';

/** How one field is read. */
export interface Reader {
  readonly field: Field;
  readonly convert: Convert;
}

const suffixScale: Readonly<Record<string, number>> = { '': 1, k: 1e3, M: 1e6, G: 1e9, B: 1e9, T: 1e12 };

/** Documented units for messages: the field `1` is a plain number. */
function expectedUnit(field: Field): string {
  return field.unit === '1' ? 'a plain number' : field.unit;
}

/** One refusal as a problem: the same words for a bare text and for a part of a block. */
export function refuse(refusal: Refusal, found: string, { field }: Reader, path: Path, findings: Findings): undefined {
  const { name, example, wanted } = field;
  if ('reason' in refusal) {
    const { reason, instead, append } = refusal;
    const swapped = instead && found.includes(instead.of) ? found.replace(instead.of, instead.write) : undefined;
    const mended = append === undefined ? swapped : found + append;
    findings.report(
      'bad-quantity',
      { field: name, found, reason, example: mended ?? refusal.example ?? example },
      path,
    );
  } else if ('unknownUnit' in refusal) {
    const { unknownUnit: unit, nearest } = refusal;
    findings.report(
      'unknown-unit',
      { field: name, unit, expected: `${expectedUnit(field)}, as in ${example}`, nearest },
      path,
    );
  } else {
    const { dimensionOf: unit, measures } = refusal;
    findings.report(
      'wrong-dimension',
      { field: name, unit, measures, expected: `${expectedUnit(field)}, as in ${example}`, wanted },
      path,
    );
  }
  return undefined;
}

/** A number in the unit of its field. */
export interface Converted {
  readonly value: number;
  readonly kind: string;
}

/** Fifteen digits are what a double holds: the sixteenth of a conversion is noise (16.7 mL is 0.0167 L). */
function withoutNoise(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

export function converted(written: Written, convert: Convert): Converted | Refusal {
  const conversion = convert(written.unit, written.suffix !== '');
  if (isRefusal(conversion)) return conversion;
  const factor = suffixScale[written.suffix] ?? Number.NaN;
  if (factor === 1 && conversion.scale === conversion.divide) return { value: written.number, kind: conversion.kind };
  const value = withoutNoise((written.number * factor * conversion.scale) / conversion.divide);
  return { value, kind: conversion.kind };
}

/**
 * The central value of a range that gives none: the arithmetic middle for bounded quantities (shares, ratios), the
 * geometric mean for sizes, which is the middle of a log-normal; a range from 0 has no geometric mean.
 */
export function middle(low: number, high: number, bounded: boolean): number {
  const between = bounded || low <= 0 ? (low + high) / 2 : Math.sqrt(low) * Math.sqrt(high);
  return Math.min(Math.max(withoutNoise(between), low), high);
}

/** Both ends of a text, or its one number twice. */
export function readText(
  text: string,
  reader: Reader,
  path: Path,
  findings: Findings,
): { low: Converted; high: Converted } | undefined {
  const numbers = readNumbers(text, { suffixed: reader.field.suffixed !== undefined });
  if (isUnreadable(numbers)) return refuse(numbers, text, reader, path, findings);
  const ends: Converted[] = [];
  for (const number of numbers) {
    const end = converted(number, reader.convert);
    if (isRefusal(end)) return refuse(end, text, reader, path, findings);
    if (!Number.isFinite(end.value)) {
      findings.report('not-finite', { field: reader.field.name, found: text }, path);
      return undefined;
    }
    ends.push(end);
  }
  const [low, high = low] = ends;
  if (!low || !high) return undefined;
  if (low.kind !== high.kind) {
    return refuse({ reason: 'the two ends of the range have different units' }, text, reader, path, findings);
  }
  return { low, high };
}
