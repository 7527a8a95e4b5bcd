/**
 * Results as a long table: one row a usage, criterion and phase, with the unit in a column of its own. Sums are left to
 * the reader, so that no row counts another twice; a criterion without phases has one row, phase `all`.
 */
import { criteria, phases, type Assessment, type Impact } from '../assessment.ts';
import type { Range } from '../units.ts';
import { csvText, type Cell } from './csv-text.ts';
import { round } from './round.ts';

const head = [
  'scenario', 'period', 'usage', 'tier', 'estimator', 'criterion', 'phase', 'unit', 'low', 'central', 'high', 'bound',
  'assumed', 'data_quality', 'scope', 'category', 'method', 'data_version',
] as const; // prettier-ignore

/** Of greenhouse gases, for whoever uses AI through an API: GHG Protocol, scope 3, purchased goods and services. */
const scope = ['3', '1 purchased goods and services'] as const;

const cells = (range: Range | null): Cell[] =>
  range === null ? [null, null, null] : [round(range.low), round(range.central), round(range.high)];

function rowsOf(impact: Impact): { readonly phase: string; readonly range: Range | null; readonly assumed: boolean }[] {
  const known = phases.flatMap((phase) => {
    const range = impact.phases[phase];
    return range === undefined ? [] : [{ phase, range, assumed: impact.assumed.includes(phase) }];
  });
  // An estimate from money has a total and no phases.
  const hasPhases = known.some(({ range }) => range !== null) || (impact.total === null && known.length > 0);
  return hasPhases ? known : [{ phase: 'all', range: impact.total, assumed: impact.assumed.includes('total') }];
}

export function renderCsv(assessments: readonly Assessment[]): string {
  const rows = assessments.flatMap(({ scenario, baseline, tool }) =>
    baseline.usages.flatMap((usage) =>
      criteria.flatMap((criterion) => {
        const impact = usage.impacts[criterion];
        return rowsOf(impact).map(({ phase, range, assumed }): Cell[] => [
          scenario.name,
          scenario.period,
          usage.id,
          usage.tier,
          usage.estimator,
          criterion,
          phase,
          impact.unit,
          ...cells(range),
          impact.bound,
          assumed ? 'yes' : 'no',
          usage.dataQuality.grade,
          ...(criterion === 'ghg' ? scope : [null, null]),
          tool.method,
          tool.dataVersion,
        ]);
      }),
    ),
  );
  return csvText(head, rows);
}
