/** Texts and groups of values of a usage, with what was given as `unknown`. */
import type { Range } from '../units.ts';
import type { FieldName } from './value/fields.ts';
import type { Findings } from './findings.ts';
import type { Path } from './text/place.ts';
import { readerOf, readQuantity } from './value/quantity.ts';
import type { Reading } from './value/quantity.ts';
import type { Reader } from './value/quantity-text.ts';
import type { Given, Value } from './types.ts';

type Present<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };

/** The fields that have a value: an absent field has no key, so that it cannot be taken for a given one. */
export function withoutAbsent<Fields extends object>(fields: Fields): Present<Fields> {
  const present: Present<Fields> = {};
  for (const name in fields) {
    const value = fields[name];
    if (value !== undefined) present[name] = value as Exclude<Fields[typeof name], undefined>;
  }
  return present;
}

// Control characters could drive the terminal that prints them. YAML escapes bring them in after the text was checked.
// By their codes: asking Unicode for them takes as long as reading a scenario.
/* eslint-disable no-control-regex -- what is looked for */
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const controlInProse = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
/* eslint-enable no-control-regex */

/** One line of text, trimmed; prose may have several lines. Undefined (and reported) when it is neither. */
export function readLine(
  raw: unknown,
  path: Path,
  findings: Findings,
  field: string,
  { prose = false } = {},
): string | undefined {
  if (typeof raw !== 'string') return undefined;
  const text = raw.trim();
  const bad = (prose ? controlInProse : control).exec(text)?.[0];
  if (text !== '' && bad === undefined) return text;
  const code = `U+${(bad ?? '').charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  const found =
    bad === undefined
      ? 'an empty text'
      : bad === '\n'
        ? 'text of several lines'
        : `text with the control character ${code}`;
  findings.report('wrong-type', { field, expected: prose ? 'text' : 'one line of text', found }, path);
  return undefined;
}

/** A name of the catalogue; `unknown` is noted and is no name. */
export function textOf(
  raw: unknown,
  path: Path,
  findings: Findings,
  field: string,
  unknown: string[],
): string | undefined {
  const text = readLine(raw, path, findings, field);
  if (text !== 'unknown') return text;
  unknown.push(field);
  return undefined;
}

/** A value that may be `unknown`, which is noted. */
export function valueOf(
  raw: unknown,
  name: FieldName,
  path: Path,
  findings: Findings,
  unknown: string[],
): Value | undefined {
  const reading = readQuantity(raw, readerOf(name), path, findings);
  if (reading !== 'unknown') return reading && givenOf(reading);
  unknown.push(name);
  return reading;
}

/** A value that the rest of its block is meaningless without: `unknown` is refused. */
export function required(raw: unknown, reader: Reader, path: Path, findings: Findings): Reading | undefined {
  const reading = readQuantity(raw, reader, path, findings);
  if (reading !== 'unknown') return reading;
  const { name, example } = reader.field;
  findings.report(
    'bad-quantity',
    { field: name, found: 'unknown', reason: 'there is nothing to put in its place', example },
    path,
  );
  return undefined;
}

/** A range as one number where it is one. */
export const spanOf = ({ low, high }: Range): string => (low === high ? String(low) : `${low} to ${high}`);

export function givenOf({ range, source }: Given): Given {
  return source === undefined ? { range } : { range, source };
}

type Member<Group extends string> =
  Extract<FieldName, `${Group}.${string}`> extends `${Group}.${infer Name}` ? Name : never;

/** The values of a group such as `tokens`, those that are given. */
export function valuesOf<Group extends string, Name extends Member<Group>>(
  raw: Readonly<Record<string, unknown>>,
  group: Group,
  names: readonly Name[],
  path: Path,
  findings: Findings,
  unknown: string[],
): { [Key in Name]?: Value } {
  const values: { [Key in Name]?: Value } = {};
  for (const name of names) {
    if (!Object.hasOwn(raw, name)) continue;
    const value = valueOf(raw[name], `${group}.${name}` as FieldName, [...path, name], findings, unknown);
    if (value !== undefined) values[name] = value;
  }
  return values;
}
