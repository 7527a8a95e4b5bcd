/** SQL as DuckDB 1.x speaks it. Sessions set `TimeZone = 'UTC'`, so that a time without a zone is UTC. */
import { isoPattern, numeral, offsetPattern, perSecond, type Dialect } from './dialect.ts';
import { quotedName, quotedText, standardValues } from './standard.ts';

/** In a pointer of JSON two letters are written otherwise. */
const pointerStep = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** A value of any type in JSON: what is a list, an object or null is unknown; 1.0 is the number 1, as other readers of JSON write it. */
const jsonText = (value: string): string =>
  `CASE json_type(${value}) WHEN 'OBJECT' THEN NULL WHEN 'ARRAY' THEN NULL WHEN 'NULL' THEN NULL WHEN 'DOUBLE' THEN regexp_replace(CAST(CAST(${value} AS DOUBLE) + 0.0 AS VARCHAR), '\\.0$', '') ELSE NULLIF(${value} ->> '$', '') END`;

/** Minutes of an offset such as `+02:30`, `-0230` or `+02`. */
const offsetMinutes = (offset: string): string =>
  `CASE WHEN ${offset} = '' THEN 0 ELSE CASE WHEN ${offset}[1] = '-' THEN -1 ELSE 1 END * (CAST(${offset}[2:3] AS INTEGER) * 60 + CASE WHEN length(${offset}) > 3 THEN CAST(right(${offset}, 2) AS INTEGER) ELSE 0 END) END`;

/** What DuckDB itself does not take: no seconds, second 60, a decimal comma, small letters. */
function rareInstant(text: string): string {
  const bare = `trim(${text})`;
  const offset = `regexp_extract(${bare}[17:], ${quotedText(offsetPattern)})`;
  const minutes = `COALESCE(TRY_CAST(${bare}[12:13] AS INTEGER) * 60 + TRY_CAST(${bare}[15:16] AS INTEGER), 0)`;
  return `TRY_CAST(${bare}[1:10] AS TIMESTAMP) + to_minutes(${minutes} - ${offsetMinutes(offset)})`;
}

const instant = (seconds: string): string => `make_timestamp(CAST(floor(${seconds}) AS BIGINT) * 1000000)`;

export const duckdb: Dialect = {
  name: 'duckdb',
  identifier: quotedName,
  literal: quotedText,
  parameter: (place) => `$${place}`,
  member: (of, name, nested) =>
    nested === 'json' ? `json_extract(${of}, ${quotedText(`/${pointerStep(name)}`)})` : `${of}.${quotedName(name)}`,
  attribute: (of, key, kind, types) => {
    if (kind === 'map') return `${of}[${key}]`;
    if (kind === 'list') {
      const value = `list_filter(${of}, lambda each: each."key" = ${key})[1]."value"`;
      return `COALESCE(${types.map((type) => `CAST(${value}."${type}" AS VARCHAR)`).join(', ')})`;
    }
    const pointer = `'/' || replace(replace(${key}, '~', '~0'), '/', '~1')`;
    const value = `list_filter(json_extract(${of}, '$[*]'), lambda each: each ->> 'key' = ${key})[1]`;
    const texts = types.map((type) => `NULLIF(json_extract(${value}, '/value/${type}'), 'null')`);
    return `CASE WHEN json_type(${of}) = 'OBJECT' THEN json_extract(${of}, ${pointer}) ELSE COALESCE(${texts.join(', ')}) END`;
  },
  text: (value, kind) => (kind === 'json' ? jsonText(value) : `NULLIF(CAST(${value} AS VARCHAR), '')`),
  float: (value) => `CASE WHEN isfinite(CAST(${value} AS DOUBLE)) THEN CAST(${value} AS DOUBLE) END`,
  // DuckDB takes 1_000 for a thousand, and "inf" for a number.
  floatOfText: (text) =>
    `CASE WHEN NOT contains(${text}, '_') AND isfinite(TRY_CAST(${text} AS DOUBLE)) THEN TRY_CAST(${text} AS DOUBLE) END`,
  seconds: (value) => `epoch(${value})`,
  secondsOfText: (text, unit) =>
    unit === 'iso'
      ? `CASE WHEN regexp_full_match(${text}, ${quotedText(isoPattern)}) THEN epoch(COALESCE(TRY_CAST(${text} AS TIMESTAMPTZ) AT TIME ZONE 'UTC', ${rareInstant(text)})) END`
      : `${duckdb.floatOfText(text)} / ${numeral(perSecond[unit])}`,
  timeKey: (seconds, part) =>
    part === 'month' ? `date_trunc('month', ${instant(seconds)})` : `CAST(${instant(seconds)} AS DATE)`,
  timeText: (key, part) => `strftime(${key}, ${part === 'month' ? "'%Y-%m'" : "'%Y-%m-%d'"})`,
  // Kahan
  sum: (value) => `fsum(${value})`,
  hash: (text) => `hash(${text})`,
  types: { float: 'DOUBLE', text: 'VARCHAR', whole: 'BIGINT' },
  inline: 'NOT MATERIALIZED ',
  everywhere: '',
  values: standardValues,
  unnest: (list, level, nested) =>
    `CROSS JOIN UNNEST(${nested === 'json' ? `json_extract(${list}, '$[*]')` : list}) AS u${level}(r${level})`,
};
