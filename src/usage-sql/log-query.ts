/**
 * The query that adds a log up: one line for each group, combination and fault, with the sums that the method needs.
 *
 * Layers: fields of the source; texts as numbers; rows as the reader takes them; copies of a call told apart; numbers of the method;
 * sums.
 */
import type { Exponents } from '../engine/products.ts';
import {
  counts,
  mostSums,
  names,
  timeKeys,
  type Expression,
  type GroupKey,
  type LogQuery,
  type Reader,
} from '../usage-log/types.ts';
import { callLayers, differing, repeated, threadsOf } from './copies.ts';
import { numeral, plausibleSeconds, type Dialect } from './dialect.ts';
import { access, Fields, numberOf, textOf, type RecordSql } from './expression.ts';
import { faultSql } from './faults.ts';
import { column, columns, select, type Layer } from './layers.ts';
import { requestsSql, sentSql } from './requests.ts';
import { TextBinder, type Texts } from './text-binder.ts';

/** Where records come from. */
export interface SqlSource extends Pick<RecordSql, 'kindOf' | 'nested' | 'attributeTypes'> {
  /** SQL of the relation, whose alias is `r0`; texts in it are bound by `text`. */
  readonly relation: (text: RecordSql['text']) => string;
}

/** A query with the texts that are bound to it, in the order of their places; none where they are quoted. */
export interface Statement {
  readonly sql: string;
  readonly bound: readonly string[];
}

export interface LogStatement extends Omit<LogQuery, 'threads'> {
  /** Rows keep what they belong to. */
  readonly withThreads?: true;
  readonly reader: Reader;
  readonly source: SqlSource;
  readonly dialect: Dialect;
}

const isTimeKey = (key: GroupKey): key is (typeof timeKeys)[number] => timeKeys.some((each) => each === key);

function timeSql({ time, timeUnit = 'iso' }: Reader, fields: Fields, dialect: Dialect) {
  if (!time || (time.type === 'field' && fields.isAbsent(time))) return undefined;
  const { seconds, written } = fields.seconds(time, timeUnit);
  const [first, end] = plausibleSeconds.map(numeral);
  const isKnown = `${seconds} >= ${first} AND ${seconds} < ${end}`;
  return {
    isBad: `(${written} IS NOT NULL AND NOT COALESCE(${isKnown}, FALSE))`,
    seconds: `CASE WHEN ${isKnown} THEN ${seconds} END`,
    key: (part: (typeof timeKeys)[number]) => `CASE WHEN ${isKnown} THEN ${dialect.timeKey(seconds, part)} END`,
  };
}

/** Lists that are opened on the way to the rows. */
const unnestSql = (rows: Reader['rows'], record: RecordSql): string =>
  rows
    .flatMap((step, place) => (step === '[]' ? [rows.slice(0, place)] : []))
    .map((list, place) => `\n    ${record.dialect.unnest(access(list, record), place + 1, record.nested)}`)
    .join('');

/** Layers up to rows as the reader takes them: `af_read`. */
function readLayers(
  { reader, source, dialect, by, typicalInput, withThreads }: LogStatement,
  binder: TextBinder,
): Layer[] {
  const record: RecordSql = { dialect, ...source, text: binder.text };
  const fields = new Fields(record);
  const time = timeSql(reader, fields, dialect);
  const groupOf = (key: GroupKey): string => {
    if (isTimeKey(key)) return time ? time.key(key) : dialect.timeKey(fields.unknownNumber, key);
    const name = names.find((each) => each === key);
    const expression = name ? reader.names[name] : reader.labels[key];
    return expression ? textOf(expression, fields) : fields.unknownText;
  };
  const countOf = (expression: Expression | undefined): string =>
    expression ? numberOf(expression, fields) : fields.unknownNumber;
  const read = [
    ...by.map((key, place) => `${groupOf(key)} AS ${column('g', place)}`),
    ...names.map(
      (name) => `${reader.names[name] ? textOf(reader.names[name], fields) : fields.unknownText} AS af_${name}`,
    ),
    ...counts.map((count, place) => `${countOf(reader.counts[count])} AS ${column('c', place)}`),
    `${time ? time.seconds : fields.unknownNumber} AS af_time`,
    `${faultSql(reader, fields, { time, typicalInput })} AS af_bad`,
    ...(reader.identity ? [`${textOf(reader.identity, fields)} AS af_call`] : []),
    ...threadsOf(reader, withThreads).map(({ of }, place) => `${textOf(of, fields)} AS ${column('t', place)}`),
  ];
  const only = (reader.only ?? []).map(
    ({ of, equals }) => `COALESCE(${textOf(of, fields)}, '') = ${binder.text(equals)}`,
  );
  const relation = `${source.relation(binder.text)}${unnestSql(reader.rows, record)}`;
  // A log of which no field is known still has rows.
  const some = (all: readonly string[]): readonly string[] => (all.length === 0 ? ['1 AS af_none'] : all);
  return [
    { name: 'af_fields', sql: select(some(fields.taken), `FROM ${relation}`) },
    {
      name: 'af_parsed',
      sql: select(
        some(fields.parsed),
        `FROM af_fields${only.length === 0 ? '' : `\n  WHERE ${only.join('\n    AND ')}`}`,
      ),
    },
    { name: 'af_read', sql: select(read, 'FROM af_parsed') },
  ];
}

/** A product of numbers of a row. */
function productSql(exponents: Exponents, slots: readonly string[]): string {
  const factors = (sign: 1 | -1): string[] =>
    exponents.flatMap((power, slot) => Array.from({ length: Math.max(0, sign * power) }, () => slots[slot] ?? ''));
  const [above, below] = [factors(1), factors(-1)];
  return [above.length === 0 ? '1.0' : above.join(' * '), ...below].join(' / ');
}

/** Rows as numbers of the method, and why one does not count: `af_numbers`. */
function numberLayer({ reader, by, typicalInput, withThreads }: LogStatement): Layer {
  const isSingle = reader.counts.requests?.type === 'literal';
  const written = columns('c', counts);
  const [requestsWritten = ''] = written;
  const bare = (place: number): string => `COALESCE(${column('c', place)}, 0)`;
  const sent = sentSql(bare(1), bare(2));
  const requests = isSingle ? '1.0' : requestsSql(requestsWritten, sent, typicalInput);
  // A row without requests divides by 1, and is refused, or says nothing.
  const divisor = `CASE WHEN ${requestsWritten} = 0 THEN 1.0 ELSE ${requests} END`;
  const each = (sum: string): string => (isSingle ? sum : `(${sum}) / ${divisor}`);
  const known = written.map((name, place) => `CASE WHEN ${name} IS NULL THEN 0 ELSE ${2 ** place} END`).join(' + ');
  const fault = [
    'CASE WHEN af_bad IS NOT NULL THEN af_bad',
    ...(reader.identity && reader.aggregated ? [`WHEN af_copy = 2 AND af_differs = 1 THEN '${differing}'`] : []),
    ...(reader.identity ? [`WHEN af_copy > 1 THEN '${repeated}'`] : []),
    ...(isSingle
      ? []
      : [
          `WHEN ${requestsWritten} = 0 THEN CASE WHEN ${[1, 2, 3, 4].map(bare).join(' + ')} > 0 THEN 'no-requests' ELSE 'empty' END`,
        ]),
    `ELSE '' END`,
  ].join('\n      ');
  const numbers = [
    ...keptColumns({ by }),
    ...columns('t', threadsOf(reader, withThreads)),
    'af_time',
    `${known} AS af_known`,
    `${fault} AS af_fault`,
    ...counts.map((_, place) => `${bare(place)} AS ${column('b', place)}`),
    `${requests} AS ${column('n', 0)}`,
    `${each(sent)} AS ${column('n', 1)}`,
    ...[2, 3, 4].map((place) => `${each(bare(place))} AS ${column('n', place)}`),
  ];
  return { name: 'af_numbers', sql: select(numbers, `FROM ${reader.identity ? 'af_calls' : 'af_read'}`) };
}

/** What tells groups and combinations apart. */
const keptColumns = ({ by }: Pick<LogStatement, 'by'>): string[] => [
  ...columns('g', by),
  ...names.map((name) => `af_${name}`),
];

/** Rows to sums: `af_sums`. */
function sumLayer({ dialect, by, products, limited }: LogStatement): Layer {
  const keys = [...keptColumns({ by }), 'af_known', 'af_fault'];
  const slots = columns('n', counts);
  const sums = [
    ...keys,
    'count(*) AS af_rows',
    ...products.map((product, place) => `${dialect.sum(productSql(product, slots))} AS ${column('m', place)}`),
    ...limited.map((product, place) => `max(${productSql(product, slots)}) AS ${column('x', place)}`),
    ...columns('b', counts).map((name, place) => `${dialect.sum(name)} AS ${column('s', place)}`),
    'min(af_time) AS af_first',
    'max(af_time) AS af_last',
  ];
  return { name: 'af_sums', sql: select(sums, `FROM af_numbers\n  GROUP BY ${keys.join(', ')}`) };
}

/** Named subqueries, the last of which is `af_numbers`, or `af_sums`. */
export function layersOf(asked: LogStatement, binder: TextBinder, last: 'numbers' | 'sums' = 'sums'): string[] {
  const layers = [
    ...readLayers(asked, binder),
    ...(asked.reader.identity ? callLayers(asked) : []),
    numberLayer(asked),
    ...(last === 'sums' ? [sumLayer(asked)] : []),
  ];
  return layers.map(({ name, sql }) => `${name} AS ${name === 'af_twice' ? '' : asked.dialect.inline}(\n${sql}\n)`);
}

/** Columns of a line of `af_sums` that tell groups apart, as texts. */
export const groupTexts = ({ by, dialect }: Pick<LogStatement, 'by' | 'dialect'>): string[] =>
  by.map((key, place) => (isTimeKey(key) ? dialect.timeText(column('g', place), key) : column('g', place)));

/** Columns of the answer, in order: groups, names, known, fault, rows, sums, largest, counted, first and last day. */
export function logStatement(asked: LogStatement, texts: Texts): Statement {
  const { dialect, products, limited } = asked;
  const binder = new TextBinder(dialect, texts);
  const layers = layersOf(asked, binder);
  const answer = [
    ...groupTexts(asked),
    ...names.map((name) => `af_${name}`),
    'af_known',
    'af_fault',
    'af_rows',
    ...columns('m', products),
    ...columns('x', limited),
    ...columns('s', counts),
    ...['af_first', 'af_last'].map((time) => dialect.timeText(dialect.timeKey(time, 'day'), 'day')),
  ];
  return {
    sql: `WITH ${layers.join(',\n')}\n${select(answer, `FROM af_sums\n  LIMIT ${mostSums + 1}`).trimStart()}`,
    bound: binder.bound,
  };
}
