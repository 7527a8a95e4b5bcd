/** Columns without borders. cli-table3 aligns; colours arrive in the cells, from the one palette. */
import Table from 'cli-table3';
import { plain } from '../colour.ts';
import { displayWidth } from '../wrap.ts';

export interface Grid {
  readonly rows: readonly (readonly string[])[];
  readonly align: readonly ('left' | 'right')[];
  readonly gap: number;
}

const noBorder = Object.fromEntries(
  [
    'top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right',
    'left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle',
  ].map((name) => [name, '']),
); // prettier-ignore

export function columnWidths(rows: Grid['rows']): number[] {
  const widths: number[] = [];
  // Methods, not loops: an iterator allocates at every cell.
  rows.forEach((row) => {
    row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, displayWidth(plain(cell)))));
  });
  return widths;
}

export function gridWidth({ rows, gap }: Omit<Grid, 'align'>): number {
  const widths = columnWidths(rows);
  return widths.reduce((sum, width) => sum + width, 0) + gap * Math.max(0, widths.length - 1);
}

/** First of the private-use characters, each one column wide for cli-table3. */
const firstStandIn = 0xe000;

/**
 * cli-table3 measures with an older table of widths than ours, and would push a line of rare letters past the edge: in the
 * bundle it is given ours (src/build/bundle.ts), elsewhere not. It gets a row of one private character of the right width instead; the text comes back afterwards.
 */
function standIns(): { readonly hide: (cell: string) => string; readonly show: (text: string) => string } {
  const hidden: string[] = [];
  return {
    hide: (cell) => {
      const width = displayWidth(plain(cell));
      // eslint-disable-next-line no-control-regex -- ASCII, colours included, is measured alike
      if (width === 0 || /^[\u001b\x20-\x7e]*$/.test(cell)) return cell;
      hidden.push(cell);
      return String.fromCharCode(firstStandIn + hidden.length - 1).repeat(width);
    },
    show: (text) =>
      text.replace(/([\ue000-\uf8ff])\1*/g, (found) => hidden[found.charCodeAt(0) - firstStandIn] ?? found),
  };
}

/** Lines of the grid, without blanks at their end. */
export function renderGrid({ rows, align, gap }: Grid): string[] {
  if (rows.length === 0) return [];
  const table = new Table({
    chars: noBorder,
    // Empty lists, or cli-table3 writes colours of its own, even into a pipe.
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': gap, compact: true },
    colAligns: [...align],
    colWidths: columnWidths(rows).map((width) => width + gap),
  });
  const { hide, show } = standIns();
  for (const row of rows) table.push(row.map(hide));
  return show(table.toString())
    .split('\n')
    .map((line) => line.trimEnd());
}
