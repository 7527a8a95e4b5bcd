/** A ranking as a long table: one row a ranked row and criterion. docs/csv.md says what each column is. */
import type { Range } from '../../units.ts';
import type { Criterion } from '../../assessment.ts';
import type { RankedFigure, RankedRow, Ranking, Section } from '../../ranking/types.ts';
import { csvText, type Cell } from '../csv-text.ts';
import { round } from '../round.ts';

const head = [
  'by', 'rank', 'name', 'scenario', 'file', 'period', 'functional_unit', 'criterion', 'unit', 'low', 'central', 'high',
  'bound', 'per_unit_low', 'per_unit_central', 'per_unit_high', 'share', 'data_quality', 'verdict', 'dominated_by',
  'baseline', 'difference_low', 'difference_central', 'difference_high', 'ratio_low', 'ratio_central', 'ratio_high',
  'method', 'data_version',
] as const; // prettier-ignore

const range = (value: Range | null): Cell[] =>
  value === null ? [null, null, null] : [round(value.low), round(value.central), round(value.high)];

/** Of a row over several scenarios no one is named. */
const only = (names: readonly string[]): string | null => (names.length === 1 ? (names[0] ?? null) : null);

function cells(row: RankedRow, criterion: Criterion, figure: RankedFigure, section: Section, ranking: Ranking): Cell[] {
  const { by, tool } = ranking;
  return [
    by,
    row.rank,
    row.name,
    only(row.holds.scenarios),
    only(row.holds.files),
    section.period,
    section.functionalUnit,
    criterion,
    figure.unit,
    ...range(figure.total),
    figure.bound,
    ...range(figure.perUnit),
    figure.share === null ? null : round(figure.share),
    row.grade,
    row.verdict,
    row.dominatedBy,
    section.baseline?.name ?? null,
    ...range(figure.difference),
    ...range(figure.ratio),
    tool.method,
    tool.dataVersion,
  ];
}

export function renderCsv(ranking: Ranking): string {
  const rows = ranking.sections.flatMap((section) =>
    section.rows.flatMap((row) =>
      ranking.criteria.flatMap((criterion) => {
        const figure = row.figures[criterion];
        return figure ? [cells(row, criterion, figure, section, ranking)] : [];
      }),
    ),
  );
  return csvText(head, rows);
}
