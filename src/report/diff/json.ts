/** A diff for machines: schema `ai-footprint/diff/1`, additive changes only. */
import type { DiffReport } from '../../diff.ts';
import type { Range } from '../../units.ts';
import { jsonText } from '../json-text.ts';
import { round, roundRange } from '../round.ts';
import { escapeInQuotes } from '../safe.ts';

const orNull = (range: Range | null): Range | null => range && roundRange(range);

export function renderDiffJson(report: DiffReport): string {
  const document = {
    schema: 'ai-footprint/diff/1',
    before: { file: report.before, name: report.names[0] },
    after: { file: report.after, name: report.names[1] },
    common_draws: report.common,
    increased: report.increased,
    rows: report.rows.map((row) => ({
      usage: row.usage,
      criterion: row.criterion,
      basis: row.basis,
      unit: row.unit,
      before: orNull(row.before),
      after: orNull(row.after),
      difference: orNull(row.difference),
      ratio: orNull(row.ratio),
    })),
    unchanged: report.same,
    causes: report.common ? [{ cause: 'input' }] : report.causes,
    changes: report.changes.map(({ effect, ...rest }) => ({ ...rest, effect: effect === null ? null : round(effect) })),
    balance_sheets: report.sheets.map(({ usage, rows, effects }) => ({
      usage,
      rows,
      effects: effects.map(({ group, factor }) => ({ group, factor: orNull(factor) })),
    })),
  };
  return `${escapeInQuotes(jsonText(document))}\n`;
}
