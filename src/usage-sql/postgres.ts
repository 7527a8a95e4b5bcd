/** SQL as PostgreSQL 14 and later speak it. Nested values are `jsonb`. Its sums of doubles are not compensated. */
import { decimalPattern, isoPattern, numeral, offsetPattern, perSecond, type Dialect } from './dialect.ts';
import { quotedName, quotedText, standardValues } from './standard.ts';

const whole = (text: string): string => `CAST(${text} AS integer)`;

const offsetMinutes = (offset: string): string =>
  `COALESCE(CASE WHEN ${offset} LIKE '-%' THEN -1 ELSE 1 END * (${whole(`substr(${offset}, 2, 2)`)} * 60 + CASE WHEN length(${offset}) > 3 THEN ${whole(`right(${offset}, 2)`)} ELSE 0 END), 0)`;

/** Counted from its numbers: a cast of a text that is no instant would end the query. */
function isoSeconds(text: string): string {
  const bare = `btrim(${text})`;
  const [year, month, day] = [`substr(${bare}, 1, 4)`, `substr(${bare}, 6, 2)`, `substr(${bare}, 9, 2)`].map(whole);
  // Days of a month that it does not have lead into the next.
  const date = `(make_date(${year}, ${month}, 1) + (${day} - 1))`;
  const offset = `substring(substr(${bare}, 17) FROM ${quotedText(offsetPattern)})`;
  const hours = `COALESCE(${whole(`NULLIF(substr(${bare}, 12, 2), '')`)}, 0)`;
  const minutes = `COALESCE(${whole(`NULLIF(substr(${bare}, 15, 2), '')`)}, 0)`;
  return `CASE WHEN ${text} ~ ${quotedText(isoPattern)} THEN CASE WHEN extract(month FROM ${date}) = ${month} THEN (${date} - DATE '1970-01-01') * 86400.0 + (${hours} * 60 + ${minutes} - ${offsetMinutes(offset)}) * 60 END END`;
}

const instant = (seconds: string): string => `(to_timestamp(${seconds}) AT TIME ZONE 'UTC')`;

export const postgres: Dialect = {
  name: 'postgres',
  identifier: quotedName,
  literal: quotedText,
  parameter: (place) => `$${place}`,
  member: (of, name) => `(${of} -> ${quotedText(name)})`,
  attribute: (of, key, _kind, types) => {
    const value = `(SELECT each -> 'value' FROM jsonb_array_elements(${of}) AS every(each) WHERE each ->> 'key' = ${key} LIMIT 1)`;
    const texts = types.map((name) => `${value} -> '${name}'`);
    return `CASE jsonb_typeof(${of}) WHEN 'object' THEN ${of} -> ${key} WHEN 'array' THEN COALESCE(${texts.join(', ')}) END`;
  },
  text: (value, kind) => {
    if (kind !== 'json') return `NULLIF(CAST(${value} AS text), '')`;
    // 1.0 is the number 1, as other readers of JSON write it.
    return `CASE jsonb_typeof((${value})) WHEN 'number' THEN CAST(trim_scale(CAST((${value}) #>> '{}' AS numeric)) AS text) WHEN 'string' THEN NULLIF((${value}) #>> '{}', '') WHEN 'boolean' THEN (${value}) #>> '{}' END`;
  },
  float: (value) =>
    `CASE WHEN abs(CAST(${value} AS double precision)) < 'Infinity' THEN CAST(${value} AS double precision) END`,
  // A number of more digits than a double has would end the query.
  floatOfText: (text) =>
    `CASE WHEN ${text} ~ ${quotedText(decimalPattern)} AND length(${text}) < 40 AND ${text} !~ '[eE][+-]?0*[1-9][0-9]{2}' THEN CAST(${text} AS double precision) END`,
  seconds: (value) => `extract(epoch FROM CAST(${value} AS timestamptz))`,
  secondsOfText: (text, unit) =>
    unit === 'iso' ? isoSeconds(text) : `${postgres.floatOfText(text)} / ${numeral(perSecond[unit])}`,
  timeKey: (seconds, part) => `date_trunc('${part}', ${instant(seconds)})`,
  timeText: (key, part) => `to_char(${key}, ${part === 'month' ? "'YYYY-MM'" : "'YYYY-MM-DD'"})`,
  sum: (value) => `sum(${value})`,
  hash: (text) => `hashtextextended(${text}, 0)`,
  types: { float: 'double precision', text: 'text', whole: 'bigint' },
  inline: 'NOT MATERIALIZED ',
  everywhere: '',
  values: standardValues,
  unnest: (list, level) =>
    `CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(${list}) = 'array' THEN ${list} END) AS u${level}(r${level})`,
};
