/** A value of the file (a number, a text, or a block with its provenance) -> a range in the unit of its field. */
import type { Range } from '../../units.ts';
import { isSound } from './bounds.ts';
import { currencies, isRefusal, plainly } from './convert.ts';
import { fieldOf } from './fields.ts';
import type { Field, FieldName } from './fields.ts';
import type { Findings } from '../findings.ts';
import { magnitudeWarning } from './magnitude.ts';
import type { Path } from '../text/place.ts';
import { readBlock } from './quantity-block.ts';
import { converted, middle, readText, refuse } from './quantity-text.ts';
import type { Reader } from './quantity-text.ts';
import type { Given } from '../types.ts';

/** A value that was read, with the kind that its unit chose (a currency, `per user`). */
export interface Reading extends Given {
  readonly kind: string;
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The field in the currency that was written: an amount of USD is not told in EUR. */
function inCurrency(field: Field, kind: string): Field {
  return currencies.some((each) => each === kind) ? { ...field, unit: field.unit.replace('EUR', kind) } : field;
}

/**
 * Reads one value.
 * Units   the result is in `reader.field.unit`; counts over time are over the period of the scenario.
 * Errors  reported to `findings`, and undefined returned: bad-quantity, unknown-unit, wrong-dimension, range-order,
 *         out-of-bounds, not-finite, missing-key. A value of another shape is the business of the schema.
 */
export function readQuantity(
  raw: unknown,
  reader: Reader,
  path: Path,
  findings: Findings,
): Reading | 'unknown' | undefined {
  let read: { readonly range: Range; readonly kind: string } | undefined;
  let source: string | undefined;
  if (typeof raw === 'number') {
    if (!Number.isFinite(raw)) return undefined; // said by the document
    const value = converted({ number: raw, suffix: '', unit: '' }, reader.convert);
    if (isRefusal(value)) return refuse(value, String(raw), reader, path, findings);
    read = { range: { low: value.value, central: value.value, high: value.value }, kind: value.kind };
  } else if (typeof raw === 'string') {
    if (raw.trim() === 'unknown') return 'unknown';
    const ends = readText(raw, reader, path, findings);
    if (!ends) return undefined;
    const [low, high] = [ends.low.value, ends.high.value];
    const central = low === high ? low : middle(low, high, reader.field.bounded);
    read = { range: { low, central, high }, kind: ends.low.kind };
  } else if (isMap(raw)) {
    read = readBlock(raw, reader, path, findings);
    source = typeof raw['source'] === 'string' ? raw['source'].trim() : undefined;
  }
  if (!read) return undefined;
  const field = inCurrency(reader.field, read.kind);
  if (!isSound(read.range, field, path, findings)) return undefined;
  const doubt = magnitudeWarning(read.range, field);
  if (doubt !== undefined) findings.warn('magnitude', doubt, path);
  return { ...read, ...(source === undefined || source === '' ? {} : { source }) };
}

const readers = new Map<FieldName, Reader>();

/** The reader of a field whose unit does not depend on the period. */
export function readerOf(name: FieldName): Reader {
  const known = readers.get(name);
  if (known) return known;
  const field = fieldOf(name);
  const reader = { field, convert: plainly(field) };
  readers.set(name, reader);
  return reader;
}
