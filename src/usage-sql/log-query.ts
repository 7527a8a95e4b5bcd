/**
 * The query that adds a log up: one line for each group, combination and fault, with the sums that the method needs.
 *
 * Layers: records of the source, as the reader takes them; copies of a call told apart; numbers of the method; sums.
 */
import type { Exponents } from '../engine/products.ts';
import {
  counts,
  mostInRow,
  names,
  timeKeys,
  type Expression,
  type Fault,
  type GroupKey,
  type LogQuery,
  type Reader,
} from '../usage-log/types.ts';
import { numeral, type Dialect } from './dialect.ts';
import { access, bothOf, numberFields, numberOf, overWhole, textOf, type RecordSql } from './expression.ts';

/** Where records come from. */
export interface SqlSource extends Pick<RecordSql, 'kindOf'> {
  /** SQL of the relation, whose alias is `r0`; texts in it are bound by `text`. */
  readonly relation: (text: RecordSql['text']) => string;
}

/** A query with the texts that are bound to it, in the order of their places; none where they are quoted. */
export interface Statement {
  readonly sql: string;
  readonly bound: readonly string[];
}

export interface LogStatement extends LogQuery {
  readonly reader: Reader;
  readonly source: SqlSource;
  readonly dialect: Dialect;
}

/** Whether texts are bound to the statement, or stand in it as literals, for a person to copy. */
export type Texts = 'bound' | 'quoted';

/** The copy of a call beside the one that counts. */
export const repeated = 'repeated';

export class TextBinder {
  readonly bound: string[] = [];
  readonly #places = new Map<string, number>();
  readonly #dialect: Dialect;
  readonly #texts: Texts;

  constructor(dialect: Dialect, texts: Texts) {
    this.#dialect = dialect;
    this.#texts = texts;
  }

  readonly text = (value: string): string => {
    if (this.#texts === 'quoted') return this.#dialect.literal(value);
    let place = this.#places.get(value);
    if (place === undefined) this.#places.set(value, (place = this.bound.push(value)));
    return this.#dialect.parameter(place);
  };
}

const isTimeKey = (key: GroupKey): key is (typeof timeKeys)[number] => timeKeys.some((each) => each === key);
const isName = (key: GroupKey): key is (typeof names)[number] => names.some((each) => each === key);

const unknownText = (dialect: Dialect): string => `CAST(NULL AS ${dialect.string})`;

function groupSql(key: GroupKey, { reader }: LogStatement, record: RecordSql, time: string): string {
  const { dialect } = record;
  if (isTimeKey(key)) return dialect.timeText(time, key);
  const expression = isName(key) ? reader.names[key] : reader.labels[key];
  return expression ? textOf(expression, record) : unknownText(dialect);
}

/** The first fault of a record, or NULL. Negative and absurd are told of fields as they are written, before they are added. */
function faultSql({ reader }: LogStatement, record: RecordSql, time: string): string {
  const fields = [
    ...new Map(
      counts
        .flatMap((count) => (reader.counts[count] ? numberFields(reader.counts[count]) : []))
        .map((field) => [JSON.stringify(field), field]),
    ).values(),
  ].flatMap((field) => {
    const both = bothOf(field, record);
    return both.kind === 'absent' ? [] : [both];
  });
  const when = (fault: Fault, tests: readonly string[]): string[] =>
    tests.length === 0 ? [] : [`WHEN ${tests.join(' OR ')} THEN '${fault}'`];
  const cases = [
    ...when(
      'not-a-number',
      fields
        .filter(({ kind }) => kind !== 'number')
        .map(({ number, text }) => `(${text} IS NOT NULL AND ${number} IS NULL)`),
    ),
    ...when(
      'negative',
      fields.map(({ number }) => `COALESCE(${number} < 0, FALSE)`),
    ),
    ...when(
      'absurd',
      fields.map(({ number }) => `COALESCE(NOT (${number} <= ${numeral(mostInRow)}), FALSE)`),
    ),
    ...when(
      'part-over-whole',
      counts.flatMap((count) => (reader.counts[count] ? overWhole(reader.counts[count], record) : [])),
    ),
    ...when('bad-time', reader.time ? [`(${textOf(reader.time, record)} IS NOT NULL AND ${time} IS NULL)`] : []),
  ];
  return cases.length === 0 ? unknownText(record.dialect) : `CASE ${cases.join(' ')} END`;
}

function timeSql({ time, timeUnit = 'iso' }: Reader, record: RecordSql): string {
  const { dialect } = record;
  const kind = !time ? 'absent' : time.type === 'field' ? record.kindOf(time.path) : 'text';
  if (!time || kind === 'absent') return `CAST(NULL AS ${dialect.instant})`;
  return dialect.time(time.type === 'field' ? access(time.path, record) : textOf(time, record), timeUnit, kind);
}

/** Lists that are opened on the way to the rows. */
function unnestSql(rows: Reader['rows'], dialect: Dialect): string {
  const lists = rows.flatMap((step, place) => (step === '[]' ? [rows.slice(0, place)] : []));
  return lists.map((list, place) => ` ${dialect.unnest?.(access(list, { dialect }), place + 1) ?? ''}`).join('');
}

/** A product of numbers of a row; `one` where every power is 0. */
function productSql(exponents: Exponents, slots: readonly string[]): string {
  const factors = exponents.flatMap((power, slot) => Array.from({ length: power }, () => slots[slot] ?? ''));
  return factors.length === 0 ? '1.0' : factors.join(' * ');
}

const column = (prefix: string, place: number): string => `af_${prefix}${place}`;

/** Named subqueries, the last of which is `af_sums`. */
export function layersOf(asked: LogStatement, binder: TextBinder): string[] {
  const { reader, source, dialect, by, products, limited, typicalInput } = asked;
  const record: RecordSql = { dialect, kindOf: source.kindOf, text: binder.text };
  const time = timeSql(reader, record);
  const isSingle = reader.counts.requests?.type === 'literal';
  const expressionOf = (expression: Expression | undefined): string =>
    expression ? numberOf(expression, record) : `CAST(NULL AS ${dialect.float})`;
  const only = (reader.only ?? []).map(
    ({ of, equals }) => `COALESCE(${textOf(of, record)}, '') = ${binder.text(equals)}`,
  );
  const groups = by.map((key, place) => `${groupSql(key, asked, record, time)} AS ${column('g', place)}`);
  const read = [
    ...groups,
    ...names.map(
      (name) => `${reader.names[name] ? textOf(reader.names[name], record) : unknownText(dialect)} AS af_${name}`,
    ),
    ...counts.map((count, place) => `${expressionOf(reader.counts[count])} AS ${column('c', place)}`),
    `${dialect.timeText(time, 'day')} AS af_day`,
    `${faultSql(asked, record, time)} AS af_bad`,
    ...(reader.identity ? [`${textOf(reader.identity, record)} AS af_call`] : []),
  ];
  const where = only.length === 0 ? '' : `\n  WHERE ${only.join(' AND ')}`;
  const relation = `${source.relation(binder.text)}${unnestSql(reader.rows, dialect)}`;
  const best = [3, 1, 2].map((place) => `COALESCE(${column('c', place)}, 0) DESC`).join(', ');
  const copies = reader.identity
    ? [
        `af_calls AS (\n  SELECT *, CASE WHEN af_call IS NULL THEN 1 ELSE row_number() OVER (PARTITION BY af_call ORDER BY ${best}) END AS af_copy\n  FROM af_read\n)`,
      ]
    : [];
  const bare = (place: number): string => `COALESCE(${column('c', place)}, 0)`;
  const tokens = `${bare(1)} + ${bare(2)} + ${bare(3)} + ${bare(4)}`;
  const guessed = `CASE WHEN ${column('c', 1)} > ${numeral(typicalInput)} THEN ${column('c', 1)} / ${numeral(typicalInput)} ELSE 1.0 END`;
  const requests = isSingle ? '1.0' : `COALESCE(${column('c', 0)}, ${guessed})`;
  // A row without requests divides by 1, and is refused, or says nothing.
  const divisor = `CASE WHEN ${column('c', 0)} = 0 THEN 1.0 ELSE ${requests} END`;
  const each = (sum: string): string => (isSingle ? sum : `(${sum}) / (${divisor})`);
  const known = counts
    .map((_, place) => `CASE WHEN ${column('c', place)} IS NULL THEN 0 ELSE ${2 ** place} END`)
    .join(' + ');
  const fault = [
    'CASE WHEN af_bad IS NOT NULL THEN af_bad',
    ...(reader.identity ? [`WHEN af_copy > 1 THEN '${repeated}'`] : []),
    ...(isSingle
      ? []
      : [`WHEN ${column('c', 0)} = 0 THEN CASE WHEN ${tokens} > 0 THEN 'no-requests' ELSE 'empty' END`]),
    `ELSE '' END`,
  ].join(' ');
  const kept = [...by.map((_, place) => column('g', place)), ...names.map((name) => `af_${name}`)];
  const numbers = [
    ...kept,
    'af_day',
    `${known} AS af_known`,
    `${fault} AS af_fault`,
    ...counts.map((_, place) => `${bare(place)} AS ${column('c', place)}`),
    `${requests} AS ${column('n', 0)}`,
    `${each(`${bare(1)} + ${bare(2)}`)} AS ${column('n', 1)}`,
    ...[2, 3, 4].map((place) => `${each(bare(place))} AS ${column('n', place)}`),
  ];
  const slots = counts.map((_, place) => column('n', place));
  const keys = [...kept, 'af_known', 'af_fault'];
  const sums = [
    ...keys,
    'count(*) AS af_rows',
    ...products.map((product, place) => `${dialect.sum(productSql(product, slots))} AS ${column('m', place)}`),
    ...limited.map((product, place) => `max(${productSql(product, slots)}) AS ${column('x', place)}`),
    ...counts.map((_, place) => `${dialect.sum(column('c', place))} AS ${column('s', place)}`),
    'min(af_day) AS af_first',
    'max(af_day) AS af_last',
  ];
  return [
    `af_read AS (\n  SELECT\n    ${read.join(',\n    ')}\n  FROM ${relation}${where}\n)`,
    ...copies,
    `af_numbers AS (\n  SELECT\n    ${numbers.join(',\n    ')}\n  FROM ${reader.identity ? 'af_calls' : 'af_read'}\n)`,
    `af_sums AS (\n  SELECT\n    ${sums.join(',\n    ')}\n  FROM af_numbers\n  GROUP BY ${keys.join(', ')}\n)`,
  ];
}

/** Columns of the answer, in order: groups, names, known, fault, rows, sums, largest, counted, first and last day. */
export function logStatement(asked: LogStatement, texts: Texts): Statement {
  const binder = new TextBinder(asked.dialect, texts);
  const layers = layersOf(asked, binder);
  return { sql: `WITH ${layers.join(',\n')}\nSELECT * FROM af_sums`, bound: binder.bound };
}
