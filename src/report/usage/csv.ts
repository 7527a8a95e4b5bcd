/** The footprint of a log as a long table: one row a group and criterion, first the whole. docs/csv.md says what each column is. */
import { criteria, type Impact } from '../../assessment.ts';
import type { Metered, MeteredFigures } from '../../metered/types.ts';
import { counts } from '../../usage-log/types.ts';
import { csvText, type Cell } from '../csv-text.ts';
import { round } from '../round.ts';

const tail = [
  'rows', 'unmapped_rows', 'refused_rows', 'requests', 'input', 'cached', 'output', 'reasoning', 'spend', 'currency', 'criterion', 'unit', 'low', 'central', 'high',
  'bound', 'share', 'method', 'data_version',
] as const; // prettier-ignore

const number = (value: number | null): Cell => (value === null ? null : round(value));

/** The bound of what is in a figure, and that of rows that are not. */
function leftOut(rows: MeteredFigures['bound'], impact: Impact['bound']): Impact['bound'] {
  if (rows === null) return impact;
  return impact === 'upper' || impact === 'mixed' ? 'mixed' : 'lower';
}

/** `level`: `whole`, `group` of the keys of `--by`, `month` of the trend. Rows that were refused stand with the whole. */
export function renderCsv({ assessment: { tool }, log, whole, by, groups, trend }: Metered): string {
  const refused = log.refused.reduce((sum, { rows }) => sum + rows, 0);
  const rowsOf = (
    level: string,
    keys: readonly (string | null)[],
    figures: MeteredFigures,
    share: number | null,
  ): Cell[][] =>
    criteria.map((criterion) => {
      const { unit, total, bound } = figures.impacts[criterion];
      const money = figures.money?.length === 1 ? figures.money[0] : undefined;
      return [
        level,
        ...by.map((_, place) => keys[place] ?? null),
        figures.rows,
        figures.unmappedRows,
        // Of no group: a row that does not count may not say of which it is.
        level === 'whole' ? refused : null,
        ...counts.map((count) => number(figures.counted[count])),
        // Amounts of two currencies are no number: "--by currency" tells them apart.
        ...(money ? [round(money.amount), money.currency] : [null, null]),
        criterion,
        unit,
        ...[total?.low, total?.central, total?.high].map((value) => (value === undefined ? null : round(value))),
        total ? leftOut(figures.bound, bound) : bound,
        number(share),
        tool.method,
        tool.dataVersion,
      ];
    });
  const month = by.indexOf('month');
  const rows = [
    ...rowsOf('whole', [], whole, 1),
    ...groups.flatMap((group) => rowsOf('group', group.key, group, group.share)),
    // Where it is no key, a column of its own would be empty in every other row; where it is the only one, groups are months.
    ...(month >= 0 && by.length > 1
      ? trend.flatMap((each) =>
          rowsOf(
            'month',
            by.map((key) => (key === 'month' ? each.month : null)),
            each,
            null,
          ),
        )
      : []),
  ];
  return csvText(['level', ...by.map((key) => `by_${key}`), ...tail], rows);
}
