/** What the answer rests on without having been given, heaviest first, and what to measure next. */
import type { Assessment, LedgerEntry } from '../../assessment.ts';
import { byWeight, isAssumed, isGiven, isWeighed, namesOf, withYear, mostTelling } from '../ledger.ts';
import { formatCarbonPrice, formatInteger, formatRange, formatShare } from '../numbers.ts';
import { safe } from '../safe.ts';
import { clip, displayWidth, flow, padLeft, wrap } from '../wrap.ts';
import { gridWidth, renderGrid } from './grid.ts';
import { labelled, type Page } from './page.ts';

const shownRows = 12;

interface Row {
  readonly path: string;
  readonly value: string;
  readonly source: string;
  readonly share: string;
}

function valueOf({ lang, words }: Page, entry: LedgerEntry, currency: string): string {
  const { value } = entry;
  // The method knows money; the scenario knows which.
  const unit = entry.unit.replace(/^money(?=\/|$)/, currency);
  // A price of carbon is quoted by the tonne.
  if (/\/[kMG]?[gt]CO2e$/.test(unit)) return formatCarbonPrice(value, unit, lang, true);
  const time = Object.hasOwn(words.time, unit) ? words.time[unit as keyof typeof words.time] : undefined;
  return formatRange(value, time ? time(value.central) : safe(unit), { lang, as: 'input' });
}

export function row(page: Page, entry: LedgerEntry, name: string, currency: string): Row {
  const { words, lang } = page;
  // Without the first word of every path: `draft.serving.batch*`.
  const path = safe(name).replace(/^usages\./, '') + (isAssumed(entry) ? '*' : '');
  const source = withYear(safe(entry.source), entry.year);
  return {
    path: entry.usages > 1 ? `${path} (${words.forUsages(formatInteger(entry.usages, lang))})` : path,
    value: valueOf(page, entry, currency),
    source: entry.status === 'unknown' ? `${source} (${words.saidUnknown})` : source,
    share: entry.widthShare === null ? '' : padLeft(formatShare(entry.widthShare, lang), 5),
  };
}

function ledgerRows(page: Page, rows: readonly Row[], weighed: boolean): string[] {
  const { words, paint, width } = page;
  const columns = [words.column.value, words.column.source, ...(weighed ? [words.column.width] : [])];
  const build = (sourceRoom: number): string[][] => [
    [paint.heading(words.heading.assumptions), ...columns.map((name) => paint.faint(name))],
    ...rows.map((each) => [each.path, each.value, clip(each.source, sourceRoom), ...(weighed ? [each.share] : [])]),
  ];
  const longest = Math.max(0, ...rows.map(({ source }) => displayWidth(source)));
  for (const sourceRoom of [longest, 32, 24]) {
    if (sourceRoom > longest) continue;
    const grid = build(sourceRoom);
    if (gridWidth({ rows: grid, gap: 2 }) <= width) {
      return renderGrid({ rows: grid, align: ['left', 'left', 'left', 'left'], gap: 2 });
    }
  }
  // A path is what the reader edits: it is never cut. One sentence a row instead, the weight in front.
  return [
    `${paint.heading(words.heading.assumptions)}${weighed ? `  ${paint.faint(words.byWidth)}` : ''}`,
    ...rows.flatMap((each) => {
      const lead = weighed ? `${padLeft(each.share.trim(), 5)}  ` : '';
      return flow([`${lead}${each.path}: ${each.value}`, each.source], page.dot, width, weighed ? 7 : 2);
    }),
  ];
}

export function assumptions(page: Page, { ledger, carbonPrice }: Assessment): string[] {
  // A range that the scenario gives is no assumption, and weighs as one does.
  const entries = byWeight(ledger.filter((entry) => !isGiven(entry) || entry.status === 'given-range'));
  if (entries.length === 0) return [];
  const nameOf = namesOf(ledger);
  const [currency = ''] = carbonPrice.unit.split('/');
  const rows = entries.slice(0, shownRows).map((entry) => row(page, entry, nameOf(entry), currency));
  const more = entries.length - rows.length;
  const rest = more > 0 ? wrap(page.words.moreInJson(formatInteger(more, page.lang)), page.width) : [];
  return [...ledgerRows(page, rows, isWeighed(ledger)), ...rest.map((line) => page.paint.faint(line))];
}

/** The one input to measure first, and by how much the answer would narrow; nothing while no share is known. */
export function measureNext(page: Page, { ledger }: Assessment): string[] {
  const next = mostTelling(ledger);
  if (!next) return [];
  const text = page.words.measureNext(safe(namesOf(ledger)(next.entry)), formatShare(next.narrows, page.lang));
  return labelled(page, page.words.heading.measureNext, text);
}
