/** What differs between databases: names, texts, casts, time, sums. */
import type { TimeUnit } from '../usage-log/types.ts';

export const dialectNames = ['duckdb', 'clickhouse', 'postgres'] as const;
export type DialectName = (typeof dialectNames)[number];

/** What is known of a column: its own type, `any` where nobody said, `absent` where there is none of that name. */
export type Kind = 'text' | 'number' | 'time' | 'any' | 'absent';

export interface Dialect {
  readonly name: DialectName;
  /** A name, quoted so that none of its letters acts. */
  identifier(name: string): string;
  /** A text, quoted so that none of its letters acts. */
  literal(text: string): string;
  /** The placeholder of a bound text; places start at 1. */
  parameter(place: number): string;
  /** A part of a nested value. */
  member(of: string, name: string): string;
  /** The text of a key of an attribute list or a map. @param key SQL of a text. */
  attribute(of: string, key: string): string;
  /** A double; NULL where it is none. */
  number(value: string, kind: Kind): string;
  /** A text; NULL where it is empty. */
  text(value: string, kind: Kind): string;
  /** An instant in UTC; NULL where it is none. */
  time(value: string, unit: TimeUnit, kind: Kind): string;
  /** `2026-11` or `2026-11-25` of an instant in UTC. */
  timeText(value: string, part: 'month' | 'day'): string;
  /** Sum of doubles, as exact as the database has it. */
  sum(value: string): string;
  readonly float: string;
  readonly string: string;
  readonly instant: string;
  /** A list of rows as a relation: columns are names and their SQL types. */
  values(name: string, columns: readonly (readonly [string, string])[], rows: readonly (readonly string[])[]): string;
  /** Lists below a record, one row for each item: `FROM relation AS r0` goes before. Undefined where it has no way to do so. */
  readonly unnest?: (list: string, level: number) => string;
}

/** Thrown where a name or a text holds what no database takes. */
export class Unquotable extends Error {}

export function withoutNul(text: string): string {
  if (text.includes('\0')) throw new Unquotable('a name holds a NUL byte');
  return text;
}

/** A finite number as every database reads it. */
export function numeral(value: number): string {
  if (!Number.isFinite(value)) throw new Unquotable(`${value} is no number`);
  return value < 0 ? `(${value.toExponential()})` : value.toExponential();
}
