/** A check as a table for a spreadsheet: one row an item. */
import type { CheckReport } from '../../check-types.ts';
import type { Found, Item } from '../../verdict/budget/types.ts';
import { csvText, type Cell } from '../csv-text.ts';
import { round } from '../round.ts';

const head = [
  'file', 'scenario', 'usage', 'budget', 'criterion', 'basis', 'level', 'status', 'outcome', 'limit', 'unit', 'low',
  'central', 'high', 'trend', 'scenario_factor', 'data_factor', 'method_factor', 'edit_file', 'edit_line', 'limit_line',
] as const; // prettier-ignore

function foundCells(found: Found): readonly [Cell, Cell, Cell] {
  switch (found.kind) {
    case 'range':
    case 'factor':
      return [round(found.value.low), round(found.value.central), round(found.value.high)];
    case 'share':
      return [null, round(found.value), null];
    case 'word':
      return [null, found.value, null];
    case 'nothing':
      return [null, null, null];
    default:
      return found satisfies never;
  }
}

function limitCells({ limit }: Item['budget']): readonly [Cell, Cell] {
  switch (limit.kind) {
    case 'impact': {
      const time = limit.basis === 'unit' ? '/unit' : limit.time === 'year' ? '/year' : '';
      return [round(limit.value), `${limit.unit}${time}`];
    }
    case 'change':
      return [round(limit.factor), '1'];
    case 'assumed_width':
      return [round(limit.share), '1'];
    case 'data_quality':
      return [limit.grade, 'grade'];
    case 'verdict':
      return [limit.codes.join(' '), 'verdict'];
    default:
      return limit satisfies never;
  }
}

export function renderCheckCsv(report: CheckReport): string {
  const rows = report.items.map((item): Cell[] => {
    const { budget, compared, place } = item;
    const { limit } = budget;
    const isImpact = limit.kind === 'impact' || limit.kind === 'change';
    return [
      item.file,
      item.name,
      item.usage,
      budget.id,
      isImpact ? limit.criterion : limit.kind,
      isImpact ? limit.basis : null,
      budget.level,
      item.status,
      item.outcome,
      ...limitCells(budget),
      ...foundCells(item.found),
      compared?.trend ?? null,
      compared ? round(compared.scenario.central) : null,
      compared ? round(compared.data) : null,
      compared ? round(compared.method) : null,
      place?.file ?? null,
      place?.line ?? null,
      budget.place?.line ?? null,
    ];
  });
  return csvText(head, rows);
}
