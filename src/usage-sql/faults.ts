/** What is wrong with a row, as SQL: as src/usage-log/add-up.ts finds it. */
import {
  counts,
  mostInRequest,
  mostInRow,
  tokens,
  type Expression,
  type Fault,
  type Reader,
} from '../usage-log/types.ts';
import { numeral } from './dialect.ts';
import { numberFields, numberOf, overWhole, textOf, type Fields } from './expression.ts';
import { requestsSql, sentSql } from './requests.ts';

/** Conditions under which a request has more tokens than any has. Tokens of no request at all are a fault of their own. */
function beyondRequest({ counts: counted }: Reader, fields: Fields, typicalInput: number): readonly string[] {
  const bare = (expression: Expression | undefined): string =>
    expression ? `COALESCE(${numberOf(expression, fields)}, 0)` : '0';
  const sent = sentSql(bare(counted.input), bare(counted.cached));
  const logged = counted.requests ? numberOf(counted.requests, fields) : fields.unknownNumber;
  const requests = requestsSql(logged, sent, typicalInput);
  return [sent, bare(counted.output), bare(counted.reasoning)].map(
    (tokensOf) => `(${requests} > 0 AND ${tokensOf} > ${numeral(mostInRequest)} * ${requests})`,
  );
}

/** The first fault of a row, or NULL. Negative and absurd are told of fields as they are written, before they are added. */
export function faultSql(
  reader: Reader,
  fields: Fields,
  { time, typicalInput }: { readonly time: { readonly isBad: string } | undefined; readonly typicalInput: number },
): string {
  const { unit } = reader;
  const counted = counts.flatMap((count) => reader.counts[count] ?? []);
  const leaves = [
    ...new Map(counted.flatMap(numberFields).map((leaf) => [JSON.stringify(leaf), leaf])).values(),
  ].filter((leaf) => !fields.isAbsent(leaf));
  const when = (fault: Fault, tests: readonly string[]): string[] =>
    tests.length === 0 ? [] : [`WHEN ${tests.join(' OR ')} THEN '${fault}'`];
  const cases = [
    ...when(
      'not-a-number',
      leaves
        .filter((leaf) => fields.mayBeOther(leaf))
        .map((leaf) => `(${fields.written(leaf)} IS NOT NULL AND ${fields.number(leaf)} IS NULL)`),
    ),
    ...when(
      'negative',
      leaves.map((leaf) => `COALESCE(${fields.number(leaf)} < 0, FALSE)`),
    ),
    ...when('absurd', [
      ...leaves.map((leaf) => `COALESCE(${fields.number(leaf)} > ${numeral(mostInRow)}, FALSE)`),
      ...beyondRequest(reader, fields, typicalInput),
    ]),
    ...when(
      'part-over-whole',
      counted.flatMap((expression) => overWhole(expression, fields)),
    ),
    ...when(
      'not-tokens',
      unit ? [`upper(COALESCE(${textOf(unit, fields)}, ${fields.literal(tokens)})) <> ${fields.literal(tokens)}`] : [],
    ),
    ...when('bad-time', time ? [time.isBad] : []),
  ];
  return cases.length === 0 ? fields.unknownText : `CASE ${cases.join('\n      ')} END`;
}
