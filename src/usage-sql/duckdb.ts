/** SQL as DuckDB 1.x speaks it. Sessions set `TimeZone = 'UTC'`, so that a time without a zone is UTC. */
import type { Dialect } from './dialect.ts';
import { quotedName, quotedText, standardValues } from './standard.ts';

const perSecond = { s: 1, ms: 1e3, us: 1e6, ns: 1e9 } as const;

export const duckdb: Dialect = {
  name: 'duckdb',
  identifier: quotedName,
  literal: quotedText,
  parameter: (place) => `$${place}`,
  member: (of, name) => `${of}.${quotedName(name)}`,
  attribute: (of, key) => {
    const value = `list_filter(${of}, lambda each: each."key" = ${key})[1]."value"`;
    return `COALESCE(${value}."stringValue", ${value}."intValue", ${value}."doubleValue")`;
  },
  number: (value, kind) => (kind === 'number' ? `CAST(${value} AS DOUBLE)` : `TRY_CAST(${value} AS DOUBLE)`),
  text: (value) => `NULLIF(CAST(${value} AS VARCHAR), '')`,
  time: (value, unit, kind) => {
    if (kind === 'time') return `CAST(${value} AS TIMESTAMPTZ) AT TIME ZONE 'UTC'`;
    return unit === 'iso'
      ? `TRY_CAST(CAST(${value} AS VARCHAR) AS TIMESTAMPTZ) AT TIME ZONE 'UTC'`
      : `make_timestamp(TRY_CAST(TRY_CAST(${value} AS DECIMAL(38, 6)) * ${1e6 / perSecond[unit]} AS BIGINT))`;
  },
  timeText: (value, part) => `strftime(${value}, ${part === 'month' ? "'%Y-%m'" : "'%Y-%m-%d'"})`,
  // Kahan
  sum: (value) => `fsum(${value})`,
  float: 'DOUBLE',
  string: 'VARCHAR',
  instant: 'TIMESTAMP',
  values: standardValues,
  unnest: (list, level) => `CROSS JOIN UNNEST(${list}) AS u${level}(r${level})`,
};
