/** SQL as ClickHouse 24 and later speak it. */
import { withoutNul, type Dialect } from './dialect.ts';

const escaped = (text: string, quote: string): string =>
  withoutNul(text).replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);

const name = (text: string): string => `\`${escaped(text, '`')}\``;
const literal = (text: string): string => `'${escaped(text, "'")}'`;

const digits = { s: 0, ms: 3, us: 6, ns: 9 } as const;

export const clickhouse: Dialect = {
  name: 'clickhouse',
  identifier: name,
  literal,
  parameter: (place) => `{p${place}:String}`,
  member: (of, member) => `tupleElement(${of}, ${literal(member)})`,
  attribute: (of, key) => `nullIf(toString(${of}[${key}]), '')`,
  number: (value, kind) =>
    kind === 'number' ? `toFloat64(${value})` : `toFloat64OrNull(nullIf(toString(${value}), ''))`,
  text: (value) => `nullIf(toString(${value}), '')`,
  time: (value, unit, kind) => {
    if (kind === 'time') return `toDateTime64(${value}, 6, 'UTC')`;
    return unit === 'iso'
      ? `parseDateTime64BestEffortOrNull(toString(${value}), 6, 'UTC')`
      : `fromUnixTimestamp64Micro(toInt64OrNull(toString(toDecimal128OrNull(toString(${value}), 9) * ${10 ** (6 - Math.min(6, digits[unit]))}${unit === 'ns' ? ' / 1000' : ''})), 'UTC')`;
  },
  timeText: (value, part) => `formatDateTime(${value}, ${part === 'month' ? "'%Y-%m'" : "'%Y-%m-%d'"}, 'UTC')`,
  sum: (value) => `sumKahan(${value})`,
  float: 'Nullable(Float64)',
  string: 'Nullable(String)',
  instant: 'Nullable(DateTime64(6))',
  values: (relation, columns, rows) =>
    `${name(relation)} AS (SELECT * FROM values(${literal(
      columns.map(([column, type]) => `${name(column)} ${type}`).join(', '),
    )},\n${rows.map((row) => `    (${row.join(', ')})`).join(',\n')}\n  ))`,
};
