/** The practices one after the other: alone, along the path, the fair share of each; and the path drawn. */
import { criterionUnit, type PracticeItem, type Practices } from '../../assessment.ts';
import type { Range } from '../../units.ts';
import { figure, formatChange, formatShare } from '../numbers.ts';
import { displayWidth, flow, pad, padLeft } from '../wrap.ts';
import { boundMark, type Bound } from './cells.ts';
import { gridWidth, renderGrid } from './grid.ts';
import { bar, type Page } from './page.ts';

const bars = { smallest: 6, largest: 16 };
const waterfallRoom = 40;

const ghgUnit = criterionUnit.ghg;

/** A practice that changes something, and greenhouse gases after it. */
type Applied = PracticeItem & { readonly aloneGhg: Range; readonly pathGhg: number };

export const isApplied = (item: PracticeItem): item is Applied => item.aloneGhg !== null && item.pathGhg !== null;

/** What is left after a step, with the digits that the whole can claim. */
export function left({ pathGhg }: Applied, today: Range): Range {
  const part = today.central === 0 ? 0 : pathGhg / today.central;
  return { low: today.low * part, central: pathGhg, high: today.high * part };
}

interface Row {
  readonly name: string;
  readonly alone: string;
  readonly path: string;
  readonly share: number | null;
}

export function rowsOf(page: Page, items: readonly Applied[], today: Range, bound: Bound): Row[] {
  const { words, lang } = page;
  let before = '';
  return items.map((item, at): Row => {
    const name = `${at + 1} ${words.practices.names[item.id]}`;
    const to = figure(left(item, today), ghgUnit, { lang, like: { magnitude: today.central } });
    const from = before === '' ? figure(today, ghgUnit, { lang }).number : before;
    before = to.number;
    return {
      name,
      alone: formatChange(item.aloneGhg, lang),
      path: `${boundMark(bound)}${from} -> ${to.number} ${to.unit}`,
      share: item.shares.ghg ?? null,
    };
  });
}

export function grid(page: Page, rows: readonly Row[]): string[][] {
  const { paint, words, width, lang } = page;
  const { column, heading } = words.practices;
  const share = (value: number | null, room: number): string =>
    value === null ? '' : `${padLeft(formatShare(value, lang), 5)}  ${bar(value, room)}`.trimEnd();
  const build = (room: number, heads: readonly string[]): string[][] => [
    [paint.heading(heading), ...heads.map(paint.faint)],
    ...rows.map((row) => [row.name, row.alone, row.path, share(row.share, room)]),
  ];
  const heads = [column.alone, column.path, column.share];
  for (const gap of [3, 2]) {
    const spare = width - gridWidth({ rows: build(bars.smallest, heads), gap });
    if (spare < 0) continue;
    const lines = renderGrid({
      rows: build(Math.min(bars.largest, bars.smallest + spare), heads),
      align: ['left', 'left', 'left', 'left'],
      gap,
    });
    return lines.map((line) => [line]);
  }
  // Too narrow for columns: one sentence a practice.
  const sentence = (row: Row): string[] => {
    const parts = [row.alone, row.path, row.share === null ? '' : formatShare(row.share, lang)];
    return flow(
      [`${row.name}: ${parts[0] ?? ''}`, ...parts.slice(1).filter((part) => part !== '')],
      page.dot,
      width,
      4,
    );
  };
  return [[paint.heading(heading)], ...rows.map(sentence)];
}

/** What is left after each step, drawn: `#` stays, `-` went with this step, `+` came with it. */
export function waterfall(page: Page, practices: Practices, today: Range): string[] {
  const { words, lang, width, paint } = page;
  const steps = practices.items
    .filter(isApplied)
    .map((item, at) => ({ name: `${at + 1} ${words.practices.short[item.id]}`, left: left(item, today) }));
  if (steps.length < 2 || today.central <= 0) return [];
  const text = (value: Range): string => {
    const { number, unit: own } = figure(value, ghgUnit, { lang, like: { magnitude: today.central } });
    return `${number} ${own}`;
  };
  const rows = [{ name: words.practices.today, left: today }, ...steps];
  const most = Math.max(...rows.map(({ left }) => left.central));
  const names = Math.max(...rows.map(({ name }) => displayWidth(name)));
  const values = Math.max(...rows.map(({ left }) => displayWidth(text(left))));
  const room = Math.min(waterfallRoom, width - names - values - 6);
  if (room < 10) return [];
  const signs = (value: number): number => Math.round((value / most) * room);
  let before = today.central;
  return rows.map(({ name, left }) => {
    const now = left.central;
    const stays = '#'.repeat(signs(Math.min(now, before)));
    const moved = (now > before ? '+' : '-').repeat(Math.abs(signs(now) - signs(before)));
    before = now;
    return `  ${pad(name, names)}  ${padLeft(text(left), values)}  ${stays}${paint.faint(moved)}`;
  });
}
