/** What a row of each combination counts for: the coefficients of its products, at central values, for databases that do all of it. */
import type { Criterion } from '../assessment.ts';
import { respondUsage } from '../engine/baseline.ts';
import type { CriteriaResponses } from '../engine/criteria.ts';
import { central } from '../engine/central.ts';
import { drawnColumns, overRows } from '../engine/moments.ts';
import { type RowSums } from '../engine/row-moments.ts';
import { keyOf } from '../engine/products.ts';
import { centralOf } from '../engine/uncertainty.ts';
import { InternalError } from '../errors.ts';
import { counts, slotFields, type LogQuery, type Reader, type SummedRows } from '../usage-log/types.ts';
import { resolveLog, type ResolveOptions } from './resolve.ts';

export const factorCriteria = [
  'energy',
  'ghg',
  'water',
  'adpe',
  'primary_energy',
] as const satisfies readonly Criterion[];
export type FactorCriterion = (typeof factorCriteria)[number];

/** Of the rows with these names, as logged, that say these counts. */
export interface Factors {
  readonly model: string | null;
  readonly provider: string | null;
  readonly region: string | null;
  readonly known: number;
  /** By criterion, in the order of the products of the query; null is unknown. */
  readonly coefficients: Readonly<Record<FactorCriterion, readonly number[] | null>>;
}

const nothingIsBeyond = (): never => {
  throw new InternalError('one row of one token is beyond a limit');
};

type Names = Pick<SummedRows, 'model' | 'provider' | 'region' | 'known'>;

/** A line that stands for its names alone: one row of one request. */
const lineOf = (names: Names, { products, limited, by }: LogQuery): SummedRows => ({
  ...names,
  group: by.map(() => null),
  rows: 1,
  sums: products.map(() => 1),
  largest: limited.map(() => 0),
  counted: counts.map(() => 1),
  first: null,
  last: null,
});

/** Names that the catalogue knows, with all counts that the reader takes, or all but some of them. */
export function namesOfCatalog(
  { catalog }: Pick<ResolveOptions, 'catalog'>,
  { counts: counted }: Reader,
): readonly Names[] {
  const isTaken = counts.map((count) => counted[count] !== undefined);
  const all = isTaken.reduce((bits, taken, slot) => (taken ? bits | (1 << slot) : bits), 0);
  const isCertain = (slot: number): boolean => counted[counts[slot] ?? 'input']?.type === 'literal';
  const subsets = Array.from({ length: 2 ** counts.length }, (_, bits) => bits).filter(
    (bits) =>
      (bits & ~all) === 0 && isTaken.every((taken, slot) => !taken || !isCertain(slot) || (bits & (1 << slot)) !== 0),
  );
  return catalog.data.models
    .filter(({ kind }) => kind === 'text' || kind === 'embedding')
    .flatMap(({ id, aliases = [] }) => [id, ...aliases])
    .flatMap((model) => subsets.map((known): Names => ({ model, provider: null, region: null, known })));
}

/**
 * Factors of every combination of these names that leads to a figure.
 * What totals are of the sums of rows is linear, so that each coefficient is the total of one product alone.
 */
export function factorsOf(
  names: readonly Names[],
  { name, query, reader }: { readonly name: string; readonly query: LogQuery; readonly reader: Reader },
  options: ResolveOptions,
): readonly Factors[] {
  const own = new Map(
    names.map(({ model, provider, region, known }) => [
      JSON.stringify([model, provider, region, known]),
      { model, provider, region, known },
    ]),
  );
  const lines = [...own.values()].map((each) => lineOf(each, query));
  const { combinations } = resolveLog(name, lines, { query, reader, options });
  return combinations.flatMap(({ resolved, parts, lines: rows }): Factors[] => {
    const over = overRows(central, parts, {
      count: slotFields.length,
      onLimit: nothingIsBeyond,
      columnsOf: drawnColumns(central),
    });
    const alone = query.products.map((product): CriteriaResponses => {
      const wanted = keyOf(product);
      const sums: RowSums = { sum: (exponents) => (keyOf(exponents) === wanted ? 1 : 0), largest: () => 0 };
      return respondUsage(resolved.parts, over(sums)).criteria;
    });
    const coefficients = Object.fromEntries(
      factorCriteria.map((criterion) => {
        const totals = alone.map((criteria) => criteria[criterion].total);
        return [
          criterion,
          totals.some((total) => total === undefined) ? null : totals.map((total) => (total ? centralOf(total) : 0)),
        ];
      }),
    ) as Factors['coefficients'];
    return rows.map(({ model, provider, region, known }) => ({ model, provider, region, known, coefficients }));
  });
}
