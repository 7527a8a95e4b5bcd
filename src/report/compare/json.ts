/** A ranking for machines: schema `ai-footprint/compare/1`, additive changes only; or one row a line. */
import type { Range } from '../../units.ts';
import type { RankedFigure, RankedRow, Ranking, Worth } from '../../ranking/types.ts';
import { jsonText } from '../json-text.ts';
import { round, roundRange } from '../round.ts';
import { escapeInQuotes } from '../safe.ts';
import type { JsonRankedRow, JsonRanking } from './schema.ts';

const orNull = (range: Range | null): Range | null => range && roundRange(range);
const number = (value: number | null): number | null => (value === null ? null : round(value));

const figureJson = ({ unit, total, perUnit, bound, missing, share, difference, ratio }: RankedFigure) => ({
  unit,
  total: orNull(total),
  per_unit: orNull(perUnit),
  bound,
  missing: [...missing],
  share: number(share),
  difference: orNull(difference),
  ratio: orNull(ratio),
});

const worthJson = ({ currency, cost, benefit, avoided, social }: Worth) => ({
  currency,
  cost: number(cost),
  benefit: number(benefit),
  avoided: number(avoided),
  social: number(social),
});

function mapped<Key extends string, From, To>(
  record: Readonly<Partial<Record<Key, From>>>,
  make: (value: From) => To,
): Partial<Record<Key, To>> {
  const entries = Object.entries(record) as [Key, From][];
  return Object.fromEntries(entries.map(([key, value]) => [key, make(value)])) as Partial<Record<Key, To>>;
}

function rowJson(row: RankedRow): JsonRankedRow {
  const { scenarios, files, usages, models, regions, tags } = row.holds;
  return {
    rank: row.rank,
    name: row.name,
    holds: {
      scenarios: [...scenarios],
      files: [...files],
      usages: [...usages],
      models: [...models],
      regions: [...regions],
      tags: [...tags],
    },
    data_quality: row.grade,
    verdict: row.verdict,
    worth: row.worth && worthJson(row.worth),
    dominated_by: row.dominatedBy,
    is_baseline: row.isBaseline,
    figures: mapped(row.figures, figureJson),
  };
}

export function rankingToJson(ranking: Ranking): JsonRanking {
  const { tool, by, criterion, sort, reverse, where, top, baseline, scenarios } = ranking;
  return {
    schema: 'ai-footprint/compare/1',
    tool: { version: tool.version, method: tool.method, data_version: tool.dataVersion },
    by,
    criterion,
    sort,
    reverse,
    where,
    top,
    baseline,
    scenarios,
    uncertainty: ranking.uncertainty,
    propagated: [...ranking.propagated],
    uncertainty_together: ranking.together,
    sections: ranking.sections.map((section) => ({
      period: section.period,
      unit: section.unit,
      functional_unit: section.functionalUnit,
      per_unit_refused: section.perUnitRefusal && {
        reason: section.perUnitRefusal.reason,
        units: [...section.perUnitRefusal.units],
      },
      whole: mapped(section.whole, ({ central, bound }) => ({ central: number(central), bound })),
      baseline: section.baseline?.name ?? null,
      concentration: section.concentration && {
        ...section.concentration,
        share: round(section.concentration.share),
      },
      overlapping: section.isOverlapping,
      compared_by: [...section.axes],
      rows_in_all: section.all,
      rows_kept: section.kept,
      rest_share: number(section.restShare),
      rows: section.rows.map(rowJson),
    })),
  };
}

export function renderJson(ranking: Ranking): string {
  return `${escapeInQuotes(jsonText(rankingToJson(ranking)))}\n`;
}

/** Each row with the period that it counts over. */
export function renderJsonLines(ranking: Ranking): string {
  return rankingToJson(ranking)
    .sections.flatMap(({ period, functional_unit, rows }) =>
      rows.map((row) => `${escapeInQuotes(JSON.stringify({ period, functional_unit, ...row }))}\n`),
    )
    .join('');
}
