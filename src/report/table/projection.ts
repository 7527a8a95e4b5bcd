/** The years of the horizon, one row each. */
import type { Assessment, YearFigures } from '../../assessment.ts';
import { formatInteger, formatRange, formatShare } from '../numbers.ts';
import { wrap } from '../wrap.ts';
import { gridWidth, renderGrid } from './grid.ts';
import type { Page } from './page.ts';

export function projection(page: Page, { projection: ahead }: Assessment): string[] {
  if (!ahead) return [];
  const { words, lang, paint, width } = page;
  const { projection: say } = words.work;
  const cells = ({ energy, ghg, water }: YearFigures): string[] => [
    formatRange(energy, 'kWh', { lang }),
    formatRange(ghg, 'kgCO2e', { lang }),
    formatRange(water, 'L', { lang }),
  ];
  const heads = [words.criteria.energy, words.criteria.ghg, words.criteria.water].map(paint.faint);
  const rows = [
    [paint.heading(say.heading), ...heads],
    ...ahead.years.map((each) => [say.year(formatInteger(each.year, lang)), ...cells(each)]),
    [say.all, ...cells(ahead.total)],
  ];
  // The last columns go first where room is short; greenhouse gases stay.
  const kept = [
    rows,
    rows.map(([name = '', energy = '', ghg = '']) => [name, energy, ghg]),
    rows.map(([name = '', , ghg = '']) => [name, ghg]),
  ];
  const shown = kept.find((each) => gridWidth({ rows: each, gap: 2 }) <= width) ?? kept.at(-1) ?? rows;
  const { gridTrend } = ahead;
  const basis = gridTrend === null ? say.growthOnly : say.withTrend(formatTrend(gridTrend.central, lang));
  return [
    ...renderGrid({ rows: shown, align: shown[0]?.map(() => 'left' as const) ?? [], gap: 2 }),
    ...wrap(basis, width).map(paint.faint),
  ];
}

/** A fall keeps its sign. */
export function formatTrend(share: number, lang: Page['lang']): string {
  return share < 0 ? `-${formatShare(-share, lang)}` : formatShare(share, lang);
}
