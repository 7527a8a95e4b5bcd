/** Comma-separated values by RFC 4180. A cell of text that a spreadsheet would run as a formula starts with an apostrophe. */
import { safe } from './safe.ts';

// Tabs and line ends at the start of a name are blanks, which `safe` takes away: what stands behind them starts the cell.

export type Cell = string | number | null;

/** A cell as it is written. */
export function csvCell(value: Cell): string {
  // Unknown is an empty cell, never 0.
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = safe(value);
  const harmless = /^[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n;']|^ | $/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export function csvText(head: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [head.join(',')];
  for (const row of rows) lines.push(row.map(csvCell).join(','));
  return `${lines.join('\r\n')}\r\n`;
}
