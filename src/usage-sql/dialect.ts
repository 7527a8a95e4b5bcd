/** What differs between databases: names, texts, casts, time, sums. */
import { InputError, InternalError, problem } from '../errors.ts';
import type { TimeUnit } from '../usage-log/types.ts';

export const dialectNames = ['duckdb', 'clickhouse', 'postgres'] as const;
export type DialectName = (typeof dialectNames)[number];

/**
 * What is known of a value: its own type (`float` may be no number), `json` for a value of any type as JSON, `list` and `map` for
 * attributes, `any` where nobody said, `absent` where there is none, or none that is a number, a text or a time.
 */
export type Kind = 'text' | 'number' | 'float' | 'time' | 'json' | 'list' | 'map' | 'any' | 'absent';

/** Whether what is nested has types of its own, or is JSON. */
export type Nested = 'typed' | 'json';

export interface Dialect {
  readonly name: DialectName;
  /** A name, quoted so that none of its letters acts. */
  identifier(name: string): string;
  /** A text, quoted so that none of its letters acts. */
  literal(text: string): string;
  /** The placeholder of a bound text; places start at 1. */
  parameter(place: number): string;
  /** A part of a nested value. */
  member(of: string, name: string, nested: Nested): string;
  /** The value of a key of attributes. @param key SQL of a text. */
  attribute(of: string, key: string, kind: Kind, types: readonly AttributeType[]): string;
  /** A text; NULL where it is empty, or no text, number or boolean. */
  text(value: string, kind: Kind): string;
  /** A double of a column of numbers; NULL where it is none. */
  float(value: string): string;
  /** A double of a text; NULL where it is none. */
  floatOfText(text: string): string;
  /** Seconds since 1970-01-01T00:00Z of a column of times. */
  seconds(value: string): string;
  /** The same of a text; NULL where it is no instant. */
  secondsOfText(text: string, unit: TimeUnit): string;
  /** The month or the day in UTC of such seconds, as a value that is quick to group by. */
  timeKey(seconds: string, part: 'month' | 'day'): string;
  /** `2026-11` or `2026-11-25` of such a value. */
  timeText(key: string, part: 'month' | 'day'): string;
  /** Sum of doubles, as exact as the database has it. */
  sum(value: string): string;
  /** A whole number that equal texts share. */
  hash(text: string): string;
  readonly types: { readonly float: string; readonly text: string; readonly whole: string };
  /** Between the name of a subquery and its text, so that its rows are not kept. */
  readonly inline: string;
  /** Before IN with a subquery: a cluster sends it to its parts. */
  readonly everywhere: string;
  /** A list of rows as a relation: columns are names and their SQL types. */
  values(name: string, columns: readonly (readonly [string, string])[], rows: readonly (readonly string[])[]): string;
  /** Lists below a record, one row for each item: the relation `r0` goes before. */
  unnest(list: string, level: number, nested: Nested): string;
}

/** Errors  InputError: a NUL ends a text for some databases, and what follows it would act. */
export function withoutNul(text: string): string {
  if (!text.includes('\0')) return text;
  throw new InputError([problem('bad-name', { name: JSON.stringify(text), reason: 'it holds a NUL byte' })]);
}

/** A finite number as every database reads it. */
export function numeral(value: number): string {
  if (!Number.isFinite(value)) throw new InternalError(`${value} is no number`);
  if (value === 0) return '0.0';
  return value < 0 ? `(${value.toExponential()})` : value.toExponential();
}

/** Decimal numbers as a regular expression of all databases: what the built-in engine takes for one. */
export const decimalPattern = String.raw`^\s*[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?\s*$`;

/** Instants of ISO 8601 that the built-in engine takes, with letters of both cases written out. */
export const isoPattern = String.raw`^\s*[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])([Tt ]([01][0-9]|2[0-4]):[0-5][0-9](:([0-5][0-9]|60)([.,][0-9]+)?)?\s*([Zz]|[Uu][Tt][Cc]|[+-][0-9]{2}(:?[0-9]{2})?)?)?\s*$`;

/** The offset at the end of an instant, after its minutes. */
export const offsetPattern = String.raw`[+-][0-9]{2}(?::?[0-9]{2})?$`;

/** No log is older or newer, in seconds since 1970: 2000-01-01 and 2100-01-01. */
export const plausibleSeconds = [946_684_800, 4_102_444_800] as const;

export const perSecond = { s: 1, ms: 1e3, us: 1e6, ns: 1e9 } as const;

/** Where a value of an attribute of OTLP stands, by its type. */
export const attributeTypes = ['stringValue', 'intValue', 'doubleValue'] as const;
export type AttributeType = (typeof attributeTypes)[number];
