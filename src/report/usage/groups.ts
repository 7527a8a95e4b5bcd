/** Groups or months of a log as columns: what fits of them, gases last to go. */
import type { MeteredFigures } from '../../metered/types.ts';
import { usageWords } from '../../messages/usage/index.ts';
import { chartBar } from '../chart.ts';
import { formatShare } from '../numbers.ts';
import { clip, displayWidth, wrap } from '../wrap.ts';
import { aligned, cell } from '../table/cells.ts';
import { gridWidth, renderGrid } from '../table/grid.ts';
import type { Page } from '../table/page.ts';
import { countText, impactText, sent, volumeText, written } from './words.ts';

export interface GroupRow extends MeteredFigures {
  readonly names: readonly string[];
  readonly share: number | null;
}

interface Column {
  readonly head: string;
  readonly align: 'left' | 'right';
  readonly cells: readonly string[];
  /** The first to go where room is short has the highest. */
  readonly dispensable: number;
}

/** Names are cut where they alone would fill the line. */
const longestName = 40;
const shortestName = 12;

function columnsOf(page: Page, heads: readonly string[], rows: readonly GroupRow[], nameRoom: number): Column[] {
  const { lang } = page;
  const say = usageWords(lang).columns;
  const counted = (head: string, of: (row: GroupRow) => number | null, dispensable: number): Column => ({
    head,
    align: 'right',
    cells: rows.map((row) => countText(of(row), lang)),
    dispensable,
  });
  const impact = (head: string, criterion: 'energy' | 'ghg', dispensable: number, isWide: boolean): Column => ({
    head,
    align: 'left',
    cells: aligned(
      page,
      rows.map(({ impacts }) => {
        const { total, unit, bound, assumed } = impacts[criterion];
        const options = { assumed: assumed.includes('total'), bound, word: page.words.unknown };
        const whole = cell(page, total, unit, options);
        return isWide ? whole : { ...whole, interval: '' };
      }),
      'columns',
    ),
    dispensable,
  });
  const hasShare = rows.some(({ share }) => share !== null);
  return [
    ...heads.map((head, at): Column => ({
      head,
      align: 'left',
      cells: rows.map(({ names }) => clip(names[at] ?? '', nameRoom)),
      dispensable: 0,
    })),
    ...(rows.some(({ money }) => money)
      ? [
          {
            head: say.spend,
            align: 'right' as const,
            cells: rows.map((row) => volumeText(row, lang)),
            dispensable: 2,
          },
        ]
      : [
          counted(say.requests, ({ counted: { requests } }) => requests, 2),
          counted(say.in, sent, 4),
          counted(say.out, written, 3),
        ]),
    impact(say.energy, 'energy', 5, false),
    impact(say.ghg, 'ghg', 0, true),
    ...(hasShare
      ? [
          {
            head: say.share,
            align: 'right' as const,
            cells: rows.map(({ share }) => (share === null ? '' : formatShare(share, lang))),
            dispensable: 1,
          },
        ]
      : []),
  ];
}

const gap = 2;

/** A grid as wide as the page at most; one group a line where not even the gases fit beside the names. */
export function groupGrid(page: Page, heads: readonly string[], rows: readonly GroupRow[]): string[] {
  for (const nameRoom of [longestName, Math.floor(longestName / 2), shortestName]) {
    const all = columnsOf(page, heads, rows, nameRoom);
    for (const most of nameRoom === longestName ? [5, 4, 3, 2, 1] : [1, 0]) {
      const columns = all.filter(({ dispensable }) => dispensable <= most);
      const lines = [
        columns.map(({ head }) => page.paint.faint(head)),
        ...rows.map((_, at) => columns.map(({ cells }) => cells[at] ?? '')),
      ];
      if (gridWidth({ rows: lines, gap }) > page.width) continue;
      return renderGrid({ rows: lines, align: columns.map(({ align }) => align), gap });
    }
  }
  return rows.flatMap((row) => wrap(`${row.names.join(' · ')}: ${impactText(row, 'ghg', page.lang)}`, page.width, 4));
}

/** Months with a bar as long as their gases. */
export function trendBars(page: Page, rows: readonly GroupRow[], ascii: boolean): string[] {
  const most = Math.max(...rows.map(({ impacts }) => impacts.ghg.total?.central ?? 0));
  const grid = groupGrid(page, [''], rows);
  const room = page.width - Math.max(...grid.map((line) => displayWidth(line))) - gap;
  if (most === 0 || room < 8 || grid.length !== rows.length + 1) return grid;
  return grid.map((line, at) => {
    const central = rows[at - 1]?.impacts.ghg.total?.central;
    if (central === undefined) return line;
    const bar = chartBar(central / most, Math.min(room, 24), { ascii });
    return `${line}${' '.repeat(page.width - room - displayWidth(line))}${bar}`;
  });
}
