/** SQL as ClickHouse 24 and later speak it. */
import { decimalPattern, isoPattern, numeral, offsetPattern, perSecond, withoutNul, type Dialect } from './dialect.ts';

const escaped = (text: string, quote: string): string =>
  withoutNul(text).replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);

const name = (text: string): string => `\`${escaped(text, '`')}\``;
const literal = (text: string): string => `'${escaped(text, "'")}'`;

const nullable = (type: string): string => `Nullable(${type})`;

/** Minutes of an offset such as `+02:30`, `-0230` or `+02`. */
const offsetMinutes = (offset: string): string =>
  `if(startsWith(${offset}, '-'), -1, 1) * (toInt32OrZero(substring(${offset}, 2, 2)) * 60 + if(length(${offset}) > 3, toInt32OrZero(right(${offset}, 2)), 0))`;

/** Dates are counted from their numbers: ClickHouse makes the first of March of the thirtieth of February. */
function isoSeconds(text: string): string {
  const bare = `trimBoth(assumeNotNull(${text}))`;
  const date = `toDate32OrNull(substring(${bare}, 1, 10))`;
  const offset = `extract(substring(${bare}, 17), ${literal(offsetPattern)})`;
  const minutes = `toInt32OrZero(substring(${bare}, 12, 2)) * 60 + toInt32OrZero(substring(${bare}, 15, 2)) - ${offsetMinutes(offset)}`;
  const isDate = `toString(${date}) = substring(${bare}, 1, 10)`;
  return `if(match(${bare}, ${literal(isoPattern)}) AND ${isDate}, toInt64(toInt32(${date})) * 86400 + (${minutes}) * 60, NULL)`;
}

export const clickhouse: Dialect = {
  name: 'clickhouse',
  identifier: name,
  literal,
  parameter: (place) => `{p${place}:String}`,
  member: (of, member) => `tupleElement(${of}, ${literal(member)})`,
  attribute: (of, key, kind, types) => {
    if (kind !== 'list') return `${of}[${key}]`;
    const value = `tupleElement(arrayFirst(each -> tupleElement(each, 'key') = ${key}, ${of}), 'value')`;
    const texts = types.map((part) => `nullIf(toString(tupleElement(${value}, '${part}')), '')`);
    return `coalesce(${texts.join(', ')})`;
  },
  text: (value) => `CAST(nullIf(toString(${value}), '') AS ${nullable('String')})`,
  float: (value) => `CAST(if(isFinite(toFloat64(${value})), toFloat64(${value}), NULL) AS ${nullable('Float64')})`,
  floatOfText: (text) =>
    `if(match(${text}, ${literal(decimalPattern)}) AND isFinite(toFloat64OrNull(trimBoth(${text}))), toFloat64OrNull(trimBoth(${text})), NULL)`,
  seconds: (value) => `toUnixTimestamp64Micro(toDateTime64(${value}, 6, 'UTC')) / 1000000`,
  secondsOfText: (text, unit) =>
    unit === 'iso' ? isoSeconds(text) : `${clickhouse.floatOfText(text)} / ${numeral(perSecond[unit])}`,
  timeKey: (seconds, part) =>
    `${part === 'month' ? 'toStartOfMonth' : 'toDate'}(toDateTime(toInt64(floor(${seconds})), 'UTC'), 'UTC')`,
  timeText: (key, part) => `formatDateTime(${key}, ${part === 'month' ? "'%Y-%m'" : "'%Y-%m-%d'"})`,
  sum: (value) => `sumKahan(${value})`,
  hash: (text) => `sipHash64(${text})`,
  types: { float: nullable('Float64'), text: nullable('String'), whole: 'Int64' },
  inline: '',
  everywhere: 'GLOBAL ',
  values: (relation, columns, rows) =>
    `${name(relation)} AS (SELECT * FROM values(${literal(
      columns.map(([column, type]) => `${name(column)} ${type}`).join(', '),
    )},\n${rows.map((row) => `    (${row.join(', ')})`).join(',\n')}\n  ))`,
  unnest: (list, level) => `ARRAY JOIN ${list} AS r${level}`,
};
