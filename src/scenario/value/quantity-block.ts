/** A value with its provenance, `{ value, low, high, unit, source }` -> a range in the unit of its field. */
import type { Range } from '../../units.ts';
import { isRefusal } from './convert.ts';
import type { Findings } from '../findings.ts';
import { canonicalUnit, isUnreadable, readNumbers, splitSuffix } from './number-text.ts';
import type { Path } from '../text/place.ts';
import { converted, middle, readText, refuse } from './quantity-text.ts';
import type { Converted, Reader } from './quantity-text.ts';
import { knownKeys } from '../schema.ts';

/** One number of a block, in the unit of the block when it has one. */
function readPart(
  raw: unknown,
  unit: string | undefined,
  reader: Reader,
  path: Path,
  findings: Findings,
): Converted | undefined {
  if (typeof raw === 'number' && Number.isFinite(raw)) {
    const written = {
      number: raw,
      ...(reader.field.suffixed === undefined
        ? { suffix: '', unit: canonicalUnit(unit ?? '') }
        : splitSuffix(unit ?? '')),
    };
    const value = converted(written, reader.convert);
    return isRefusal(value)
      ? refuse(
          value,
          `${raw} ${unit ?? ''}`.trim(),
          reader,
          unit === undefined ? path : [...path.slice(0, -1), 'unit'],
          findings,
        )
      : value;
  }
  if (typeof raw !== 'string') return undefined;
  if (raw.trim() === 'unknown') {
    return refuse(
      {
        reason: 'a block says what is known',
        example: `"unknown" in place of the whole block, or ${reader.field.example}`,
      },
      raw,
      reader,
      path,
      findings,
    );
  }
  if (unit !== undefined) {
    const numbers = readNumbers(raw, { suffixed: false });
    const [only] = isUnreadable(numbers) ? [] : numbers;
    if (only?.unit === '' && !isUnreadable(numbers) && numbers.length === 1)
      return readPart(only.number, unit, reader, path, findings);
    const reason = isUnreadable(numbers)
      ? numbers.reason
      : 'the block gives the unit already, so this is a number alone';
    return refuse({ reason }, raw, reader, path, findings);
  }
  const ends = readText(raw, reader, path, findings);
  if (ends && ends.low.value !== ends.high.value) {
    return refuse({ reason: 'a block gives the ends of its range as "low" and "high"' }, raw, reader, path, findings);
  }
  return ends?.low;
}

/** Reads a block; `unknown` stands in place of a block, never in it. */
export function readBlock(
  block: Readonly<Record<string, unknown>>,
  reader: Reader,
  path: Path,
  findings: Findings,
): { range: Range; kind: string } | undefined {
  const { field } = reader;
  const unit = typeof block['unit'] === 'string' ? block['unit'] : undefined;
  const has = (key: string): boolean => Object.hasOwn(block, key);
  const part = (key: string): Converted | undefined => readPart(block[key], unit, reader, [...path, key], findings);
  const lacking = (key: string): undefined => {
    findings.report(
      'missing-key',
      { owner: `"${field.name}"`, key, example: `"${key}:" to the block, or a single "value:"` },
      path,
    );
    return undefined;
  };
  if (!has('low') && !has('high') && !has('value')) {
    // A misspelt "value" is told by the schema, and is not missing as well.
    const known: readonly string[] = knownKeys.quantity;
    return Object.keys(block).every((key) => known.includes(key)) ? lacking('value') : undefined;
  }
  if (has('low') !== has('high')) return lacking(has('low') ? 'high' : 'low');
  const [low, central, high] = [part('low'), part('value'), part('high')];
  if ((has('value') && !central) || (has('low') && (!low || !high))) return undefined;
  const first = low ?? central;
  const last = high ?? central;
  if (!first || !last) return undefined;
  if ([first, central ?? first, last].some(({ kind }) => kind !== first.kind)) {
    return refuse({ reason: 'its numbers have different units' }, 'the block', reader, path, findings);
  }
  const range = {
    low: first.value,
    central: central?.value ?? middle(first.value, last.value, field.bounded),
    high: last.value,
  };
  return { range, kind: first.kind };
}
