/** One row a criterion: total and per functional unit, each with its interval; phases and their share under GHG. */
import { criteria, phases } from '../../assessment.ts';
import type { Assessment, Phase, UnknownReason } from '../../assessment.ts';
import { formatCarbonPrice, formatShare } from '../numbers.ts';
import { safe } from '../safe.ts';
import { clip, displayWidth, pad, padLeft, wrap } from '../wrap.ts';
import { aligned, cell, cellText, type Cell, type CellOptions } from './cells.ts';
import { gridWidth, renderGrid } from './grid.ts';
import { bar, shareOf, type Page } from './page.ts';

interface Row {
  readonly label: string;
  readonly total: Cell;
  /** Null for a phase. */
  readonly perUnit: Cell | null;
  readonly share: number | null;
}

/** Why nothing stands in a phase: nobody computes it, nobody publishes it, or it is unknown. */
export function absenceOf({ words }: Page, phase: Phase, { baseline: { usages } }: Assessment): string {
  // A figure from money holds all phases; nothing says how much of it is which.
  const isSplit = usages.some(({ estimator, impacts }) => estimator !== 'spend' && impacts.ghg.total !== null);
  if (phase !== 'training' || !isSplit) return words.unknown;
  const isAny = (reason: UnknownReason): boolean => usages.some(({ unknown }) => unknown.includes(reason));
  if (isAny('training-excluded')) return words.work.leftOut;
  return isAny('training-not-computed') ? words.notComputed : words.notPublished;
}

function phaseRow(page: Page, assessment: Assessment, phase: Phase): Row[] {
  const { ghg } = assessment.baseline.impacts;
  const value = ghg.phases[phase];
  if (value === undefined) return [];
  const { words } = page;
  const word = absenceOf(page, phase, assessment);
  // In the unit of the whole, so that the parts can be added up by eye.
  const like = ghg.total === null || ghg.total.central === 0 ? {} : { like: { magnitude: ghg.total.central } };
  return [
    {
      label: `  ${words.phases[phase]}`,
      total: cell(page, value, ghg.unit, { assumed: ghg.assumed.includes(phase), bound: null, word, ...like }),
      perUnit: null,
      share: shareOf(value, ghg.total),
    },
  ];
}

function rowsOf(page: Page, assessment: Assessment): Row[] {
  const { words, lang } = page;
  const { value, unit, assumed: assumedPrice } = assessment.carbonPrice;
  const price = `${formatCarbonPrice(value, unit, lang, false)}${assumedPrice ? '*' : ''}`;
  return criteria.flatMap((criterion): Row[] => {
    const impact = assessment.baseline.impacts[criterion];
    const assumed = impact.assumed.includes('total');
    const options: CellOptions = { assumed, bound: impact.bound, word: words.unknown };
    const row: Row = {
      label: criterion === 'climate_cost' ? words.climateCostAt(price) : words.criteria[criterion],
      total: cell(page, impact.total, impact.unit, options),
      perUnit: cell(page, impact.perUnit, impact.unit, options),
      share: null,
    };
    if (criterion !== 'ghg') return [row];
    return [row, ...phases.flatMap((phase) => phaseRow(page, assessment, phase))];
  });
}

/** Room that a bar needs to say more than its number. */
const bars = { smallest: 8, largest: 20 };
/** `100 %`, and the gap before its bar. */
const percent = { width: 5, gap: 2 };

interface Layout {
  readonly page: Page;
  readonly rows: readonly Row[];
  readonly period: string;
  /** Null where the volume is unknown: the header says so, and there is nothing to print per unit. */
  readonly unit: string | null;
}

function print(rows: string[][], gap: number): string[] {
  return renderGrid({ rows, align: rows[0]?.map(() => 'left') ?? [], gap });
}

function shares({ page, rows }: Layout, room: number): string[] {
  return rows.map(({ share }) =>
    share === null ? '' : `${padLeft(formatShare(share, page.lang), 5)}  ${bar(share, room)}`.trimEnd(),
  );
}

function table({ page, rows }: Layout, heads: readonly string[], columns: readonly (readonly string[])[]): string[][] {
  const [title = '', ...others] = heads;
  return [
    [page.paint.heading(title), ...others.map((head) => page.paint.faint(head))],
    ...rows.map(({ label }, at) => [label, ...columns.map((column) => column[at] ?? '')]),
  ];
}

const widthOf = (column: readonly string[]): number => gridWidth({ rows: column.map((each) => [each]), gap: 0 });

/** Total, per unit and share side by side; undefined where they do not fit. */
function threeColumns(layout: Layout): string[] | undefined {
  const { page, rows, period, unit } = layout;
  if (unit === null || rows.every(({ share }) => share === null)) return undefined;
  const totals = aligned(page, rows.map(({ total }) => total), 'columns'); // prettier-ignore
  const perUnits = aligned(page, rows.map(({ perUnit }) => perUnit), 'columns'); // prettier-ignore
  const heads = [
    page.words.heading.baseline,
    period,
    clip(unit, Math.max(widthOf(perUnits), 24)),
    page.words.column.share,
  ];
  for (const gap of [4, 3, 2]) {
    const smallest = table(layout, heads, [
      totals,
      perUnits,
      rows.map(() => ' '.repeat(percent.width + percent.gap + bars.smallest)),
    ]);
    const spare = page.width - gridWidth({ rows: smallest, gap });
    if (spare < 0) continue;
    return print(
      table(layout, heads, [totals, perUnits, shares(layout, Math.min(bars.largest, bars.smallest + spare))]),
      gap,
    );
  }
  return undefined;
}

/** Phases have no figure per unit: their shares take these cells. */
function twoColumns(layout: Layout): string[] | undefined {
  const { page, rows, period, unit } = layout;
  if (unit === null) return undefined;
  for (const alignment of ['columns', 'edges'] as const) {
    const totals = aligned(page, rows.map(({ total }) => total), alignment); // prettier-ignore
    const perUnits = aligned(page, rows.map(({ perUnit }) => perUnit), alignment); // prettier-ignore
    const room = widthOf(perUnits);
    const inside = shares(layout, Math.max(0, Math.min(bars.largest, room - percent.width - percent.gap)));
    const merged = rows.map(({ perUnit }, at) => (perUnit === null ? (inside[at] ?? '') : (perUnits[at] ?? '')));
    for (const name of [unit, clip(unit, Math.max(room, 12))]) {
      const grid = table(layout, [page.words.heading.baseline, period, name], [totals, merged]);
      for (const gap of [3, 2, 1]) {
        if (gridWidth({ rows: grid, gap }) <= page.width) return print(grid, gap);
      }
    }
  }
  return undefined;
}

/** The period first, then the unit, if any, in a table of its own. */
function twoTables(layout: Layout): string[] | undefined {
  const { page, rows, period, unit } = layout;
  const hasShares = rows.some(({ share }) => share !== null);
  const heads = [page.words.heading.baseline, period, ...(hasShares ? [page.words.column.share] : [])];
  const ofUnit = rows.flatMap(({ label, perUnit }) => (perUnit ? [{ label, perUnit }] : []));
  // As wide as the labels above, so that the figures of both tables stand in line.
  const labelRoom = Math.max(...rows.map(({ label }) => displayWidth(label)));
  for (const alignment of ['columns', 'edges'] as const) {
    const totals = aligned(page, rows.map(({ total }) => total), alignment); // prettier-ignore
    const figures = aligned(page, ofUnit.map(({ perUnit }) => perUnit), alignment); // prettier-ignore
    const second = ofUnit.map(({ label }, at) => [pad(label, labelRoom), figures[at] ?? '']);
    for (const gap of [2, 1]) {
      const withoutBars = table(layout, heads, [
        totals,
        ...(hasShares ? [rows.map(() => ' '.repeat(percent.width))] : []),
      ]);
      const spare = page.width - gridWidth({ rows: withoutBars, gap });
      if (spare < 0 || gridWidth({ rows: second, gap }) > page.width) continue;
      const barRoom = Math.max(0, Math.min(bars.largest, spare - percent.gap));
      const first = print(table(layout, heads, [totals, ...(hasShares ? [shares(layout, barRoom)] : [])]), gap);
      return unit === null ? first : [...first, '', page.paint.faint(clip(unit, page.width)), ...print(second, gap)];
    }
  }
  return undefined;
}

/** Where no column fits: one figure a line, nothing cut. */
function sentences({ page, rows, period, unit }: Layout): string[] {
  return [
    page.paint.heading(page.words.heading.baseline),
    ...rows.flatMap(({ label, total, perUnit }) => [
      ...wrap(`${label}: ${cellText(total)} ${period}`, page.width, 4),
      ...(perUnit && unit !== null ? wrap(`    ${cellText(perUnit)} ${unit}`, page.width, 6) : []),
    ]),
  ];
}

export function baseline(page: Page, assessment: Assessment): string[] {
  const { words } = page;
  const { impacts } = assessment.baseline;
  const hasUnit = assessment.scenario.volume !== null || criteria.some((each) => impacts[each].perUnit !== null);
  const layout: Layout = {
    page,
    rows: rowsOf(page, assessment),
    period: words.perPeriod[assessment.scenario.period],
    unit: hasUnit ? words.perUnit(safe(assessment.scenario.functionalUnit)) : null,
  };
  return threeColumns(layout) ?? twoColumns(layout) ?? twoTables(layout) ?? sentences(layout);
}
