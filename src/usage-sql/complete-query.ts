/** The query that does all of it by itself: rows to sums, sums times factors, totals of each group at central values. */
import { keyOf } from '../engine/products.ts';
import { names } from '../usage-log/types.ts';
import { numeral } from './dialect.ts';
import { differing, repeated } from './copies.ts';
import { groupTexts, layersOf, type LogStatement, type Statement } from './log-query.ts';
import { TextBinder, type Texts } from './text-binder.ts';

/** What the rows of one combination count for. */
export interface FactorRow {
  /** In the order of `names`. */
  readonly names: readonly (string | null)[];
  readonly known: number;
  /** By quantity, and there in the order of the products of the query; null is unknown. */
  readonly coefficients: readonly (readonly number[] | null)[];
}

export interface CompleteQuery {
  readonly asked: LogStatement;
  readonly factors: readonly FactorRow[];
  /** Names of the quantities: columns of the answer. */
  readonly quantities: readonly string[];
}

const coefficient = (quantity: number, product: number): string => `af_k${quantity}_${product}`;

/**
 * Columns of the answer, in order: groups; rows that count; rows whose model or place has no factors; rows that were refused; copies;
 * sums that differ among their copies; each quantity. A quantity that is unknown of a combination leaves it out.
 */
export function completeStatement({ asked, factors, quantities }: CompleteQuery, texts: Texts): Statement {
  const { dialect, by, products } = asked;
  const binder = new TextBinder(dialect, texts);
  // A product that no formula of these combinations needs stands in no column.
  const used = quantities.map((_, quantity) =>
    products.flatMap((product, place) =>
      factors.some(({ coefficients }) => (coefficients[quantity]?.[place] ?? 0) !== 0)
        ? [{ place, key: keyOf(product) }]
        : [],
    ),
  );
  const { float, text, whole } = dialect.types;
  const columns: (readonly [string, string])[] = [
    ...names.map((name) => [`af_f_${name}`, text] as const),
    ['af_f_known', whole],
    ['af_f_has', whole],
    ...used.flatMap((terms, quantity) => terms.map(({ place }) => [coefficient(quantity, place), float] as const)),
  ];
  const rows = factors.map(({ names: own, known, coefficients }) => [
    ...own.map((name) => dialect.literal(name ?? '')),
    String(known),
    '1',
    ...used.flatMap((terms, quantity) =>
      terms.map(({ place }) => {
        const value = coefficients[quantity]?.[place];
        return value === undefined ? `CAST(NULL AS ${float})` : numeral(value);
      }),
    ),
  ]);
  const matches = [
    ...names.map((name) => `COALESCE(af_sums.af_${name}, '') = af_factors.af_f_${name}`),
    `CAST(af_sums.af_known AS ${whole}) = af_factors.af_f_known`,
  ];
  const isCounted = `af_fault = ''`;
  const hasFactors = 'COALESCE(af_f_has, 0) = 1';
  const rowsWhere = (condition: string): string => `SUM(CASE WHEN ${condition} THEN af_rows ELSE 0 END)`;
  const groups = groupTexts(asked);
  const answer = [
    ...by.map((key, place) => `${groups[place]} AS ${dialect.identifier(key)}`),
    `${rowsWhere(`${isCounted} AND ${hasFactors}`)} AS ${dialect.identifier('counted_rows')}`,
    `${rowsWhere(`${isCounted} AND NOT (${hasFactors})`)} AS ${dialect.identifier('unmapped_rows')}`,
    `${rowsWhere(`af_fault NOT IN ('', 'empty', '${repeated}', '${differing}')`)} AS ${dialect.identifier('refused_rows')}`,
    `${rowsWhere(`af_fault IN ('${repeated}', '${differing}')`)} AS ${dialect.identifier('repeated_rows')}`,
    `${rowsWhere(`af_fault = '${differing}'`)} AS ${dialect.identifier('differing_sums')}`,
    ...used.map((terms, quantity) => {
      const sum = terms.map(({ place }) => `af_m${place} * ${coefficient(quantity, place)}`).join(' + ');
      const counted = `CASE WHEN ${isCounted} AND ${hasFactors} THEN ${sum === '' ? `CAST(NULL AS ${float})` : sum} END`;
      return `${dialect.sum(counted)} AS ${dialect.identifier(quantities[quantity] ?? '')}`;
    }),
  ];
  const layers = [...layersOf(asked, binder), dialect.values('af_factors', columns, rows)];
  const grouped = by.map((_, place) => `af_g${place}`).join(', ');
  const sql = [
    `WITH ${layers.join(',\n')}`,
    `SELECT\n  ${answer.join(',\n  ')}`,
    `FROM af_sums\nLEFT JOIN af_factors ON ${matches.join('\n  AND ')}`,
    ...(grouped === '' ? [] : [`GROUP BY ${grouped}`, `ORDER BY ${grouped}`]),
  ].join('\n');
  return { sql, bound: binder.bound };
}
