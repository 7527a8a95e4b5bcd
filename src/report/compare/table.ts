/** A ranking as a table with bars: one block a section, the widest set of columns that fits. */
import { messages } from '../../messages/index.ts';
import type { RankedRow, Ranking, Section } from '../../ranking/types.ts';
import { asciiMarks, chartBar } from '../chart.ts';
import { palette } from '../colour.ts';
import type { RenderOptions } from '../index.ts';
import { formatInteger } from '../numbers.ts';
import { safe } from '../safe.ts';
import { aligned, cell, type Cell } from '../table/cells.ts';
import { gridWidth, renderGrid } from '../table/grid.ts';
import type { Page } from '../table/page.ts';
import { clip, displayWidth, flow, wrap } from '../wrap.ts';
import { changeText, closingNotes, countText, figureOf, notesOf, perUnitText, restText, rowName, shareText, wholeText } from './words.ts'; // prettier-ignore

/** Columns beside the name and the total. */
type Column = 'perUnit' | 'share' | 'bar' | 'change' | 'grade' | 'verdict' | 'dominated';

const order: readonly Column[] = ['perUnit', 'share', 'bar', 'change', 'grade', 'verdict', 'dominated'];

/** What goes first where room is short; name, total and change stay to the end. */
const droppable: readonly Column[] = ['dominated', 'perUnit', 'bar', 'grade', 'verdict', 'share', 'change'];

const bars = { smallest: 6, largest: 30 };
const gap = 2;

interface Block {
  readonly page: Page;
  readonly ascii: boolean;
  readonly ranking: Ranking;
  readonly section: Section;
}

function columnsWith({ ranking, section }: Block): Column[] {
  const { rows } = section;
  const has: Readonly<Record<Column, boolean>> = {
    perUnit: section.perUnitRefusal === null && rows.some((row) => figureOf(row, ranking)?.perUnit),
    share: rows.some((row) => (figureOf(row, ranking)?.share ?? null) !== null),
    bar: rows.some((row) => figureOf(row, ranking)?.total),
    change: section.baseline !== null,
    grade: rows.some(({ grade }) => grade !== null),
    verdict: rows.some(({ verdict }) => verdict !== null),
    dominated: rows.some(({ dominatedBy }) => dominatedBy !== null),
  };
  return order.filter((column) => has[column]);
}

function headOf({ page: { words }, section }: Block, column: Column): string {
  const { columns } = words.compare;
  switch (column) {
    case 'perUnit':
      return columns.perUnit(clip(safe(section.functionalUnit ?? ''), 18));
    case 'bar':
      return '';
    case 'change':
    case 'share':
    case 'grade':
    case 'verdict':
    case 'dominated':
      return columns[column];
    default:
      return column satisfies never;
  }
}

function cellOf(block: Block, row: RankedRow, column: Column, barRoom: number): string {
  const { page, ranking, section, ascii } = block;
  const { lang, words, paint } = page;
  switch (column) {
    case 'perUnit':
      return perUnitText(row, ranking, lang);
    case 'share':
      return shareText(row, ranking, lang);
    case 'bar': {
      const largest = Math.max(...section.rows.map((each) => figureOf(each, ranking)?.total?.central ?? 0));
      const mine = figureOf(row, ranking)?.total?.central ?? 0;
      return largest > 0 ? chartBar(mine / largest, barRoom, { ascii }) : '';
    }
    case 'change':
      return changeText(row, ranking, lang);
    case 'grade':
      return row.grade ?? '-';
    case 'verdict':
      return row.verdict === null ? paint.faint('-') : words.compare.verdicts[row.verdict];
    case 'dominated':
      return row.dominatedBy === null ? '' : words.compare.dominatedMark;
    default:
      return column satisfies never;
  }
}

const alignOf = (column: Column): 'left' | 'right' => (column === 'perUnit' || column === 'share' ? 'right' : 'left');

function body(block: Block): string[] {
  const { page, ranking, section } = block;
  const { words, paint, lang, width } = page;
  const { rows } = section;
  const totals = rows.map((row): Cell => {
    const figure = figureOf(row, ranking);
    const word = words.unknown;
    return cell(page, figure?.total ?? null, figure?.unit ?? '', {
      assumed: false,
      bound: figure?.bound ?? null,
      word,
    });
  });
  const total = aligned(page, totals, 'columns');
  const names = rows.map(({ name }) => rowName(name, ranking, lang));
  const ranks = rows.map(({ rank }) => formatInteger(rank, lang));
  const build = (columns: readonly Column[], nameRoom: number, barRoom: number): string[][] => [
    ['', '', words.criteriaInText[ranking.criterion], ...columns.map((column) => headOf(block, column))].map(
      paint.faint,
    ),
    ...rows.map((row, at) => [
      ranks[at] ?? '',
      clip(names[at] ?? '', nameRoom),
      total[at] ?? '',
      ...columns.map((column) => cellOf(block, row, column, barRoom)),
    ]),
  ];
  const longest = Math.max(0, ...names.map(displayWidth));
  let columns = columnsWith(block);
  for (const dropped of [null, ...droppable]) {
    columns = columns.filter((column) => column !== dropped);
    // A name says more than a bar.
    for (const room of [longest, 32, 26, 20, ...(columns.includes('bar') ? [] : [16])]) {
      if (room > longest) continue;
      const spare = width - gridWidth({ rows: build(columns, room, bars.smallest), gap });
      if (spare < 0) continue;
      const barRoom = Math.min(bars.largest, bars.smallest + spare);
      const align = ['right', 'left', 'left', ...columns.map(alignOf)] as const;
      return renderGrid({ rows: build(columns, room, barRoom), align, gap });
    }
  }
  return rows.flatMap((_, at) =>
    wrap(`${ranks[at] ?? ''} ${names[at] ?? ''}: ${(total[at] ?? '').replace(/ +/g, ' ')}`, width, 2),
  );
}

function block(page: Page, ranking: Ranking, section: Section, ascii: boolean): string[] {
  const { words, paint, lang, width, dot } = page;
  const whole = wholeText(section, ranking.criterion, lang);
  const [title, ...facts] = [
    words.compare.sections[section.period],
    countText(section.all, ranking, lang),
    ...(whole === null ? [words.compare.totalUnknown] : [words.compare.inAll(whole)]),
  ];
  const lines =
    section.rows.length === 0 ? wrap(words.compare.nothing, width) : body({ page, ascii, ranking, section });
  const rest = restText(section, lang);
  return [
    ...flow([paint.heading(title), ...facts], dot, width, 2),
    ...lines,
    ...(rest === null ? [] : wrap(rest, width).map(paint.faint)),
    ...notesOf(section, ranking, lang).flatMap((note) => wrap(note, width, 2)),
    '',
  ];
}

export function renderTable(ranking: Ranking, { lang, width, colour, ascii = false }: RenderOptions): string {
  const page: Page = { words: messages(lang), lang, paint: palette(colour), width, dot: ' · ' };
  const lines = [
    ...ranking.sections.flatMap((section) => block(page, ranking, section, ascii)),
    ...closingNotes(ranking, lang)
      .flatMap((note) => wrap(note, width, 2))
      .map(page.paint.faint),
  ];
  const text = `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
  return ascii ? asciiMarks(text) : text;
}
