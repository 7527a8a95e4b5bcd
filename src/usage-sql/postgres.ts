/** SQL as PostgreSQL 14 and later speak it. Its sums of doubles are not compensated. */
import type { Dialect } from './dialect.ts';
import { quotedName, quotedText, standardValues } from './standard.ts';

const perSecond = { s: 1, ms: 1e3, us: 1e6, ns: 1e9 } as const;

const decimal = String.raw`'^\s*[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?\s*$'`;

const ifMatches = (value: string, pattern: string, then: (text: string) => string): string => {
  const text = `CAST(${value} AS text)`;
  return `CASE WHEN ${text} ~ ${pattern} THEN ${then(text)} END`;
};

export const postgres: Dialect = {
  name: 'postgres',
  identifier: quotedName,
  literal: quotedText,
  parameter: (place) => `$${place}`,
  member: (of, name) => `(${of}) ->> ${quotedText(name)}`,
  attribute: (of, key) => `(${of}) ->> ${key}`,
  number: (value, kind) =>
    kind === 'number'
      ? `CAST(${value} AS double precision)`
      : ifMatches(value, decimal, (text) => `CAST(${text} AS double precision)`),
  text: (value) => `NULLIF(CAST(${value} AS text), '')`,
  time: (value, unit, kind) => {
    if (kind === 'time') return `(CAST(${value} AS timestamptz) AT TIME ZONE 'UTC')`;
    return unit === 'iso'
      ? `(${ifMatches(value, String.raw`'^\s*\d{4}-\d\d-\d\d'`, (text) => `CAST(${text} AS timestamptz)`)} AT TIME ZONE 'UTC')`
      : `(to_timestamp(${ifMatches(value, decimal, (text) => `CAST(${text} AS double precision)`)} / ${perSecond[unit]}) AT TIME ZONE 'UTC')`;
  },
  timeText: (value, part) => `to_char(${value}, ${part === 'month' ? "'YYYY-MM'" : "'YYYY-MM-DD'"})`,
  sum: (value) => `sum(${value})`,
  float: 'double precision',
  string: 'text',
  instant: 'timestamp',
  values: standardValues,
};
