/** A plan against what was logged, as columns. */
import type { Lang } from '../../messages/index.ts';
import { messages } from '../../messages/index.ts';
import { usageWords } from '../../messages/usage/index.ts';
import type { AgainstPlan, PlanRow, PlanSide } from '../../metered/plan.ts';
import { formatCentral, formatInteger, formatRange, formatTimes } from '../numbers.ts';
import { safe } from '../safe.ts';
import { boundMark } from '../table/cells.ts';
import { gridWidth, renderGrid } from '../table/grid.ts';
import type { Page } from '../table/page.ts';
import { clip, wrap } from '../wrap.ts';
import { countText } from './words.ts';

const requestsOf = (side: PlanSide | null, lang: Lang): string => (side === null ? '' : countText(side.requests, lang));

function gasesOf(side: PlanSide | null, absent: string, lang: Lang, format = formatRange): string {
  if (side === null) return absent;
  return side.ghg === null ? messages(lang).unknown : format(side.ghg, 'kgCO2e', { lang });
}

/** Name, planned requests and gases, actual ones, ratio. */
export function planCells(
  { rows, leftOut }: AgainstPlan,
  lang: Lang,
  format = formatRange,
): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const { plan, columns } = usageWords(lang);
  const absent = leftOut > 0 ? plan.noneCounted : plan.onlyPlanned;
  const atLeast = (side: PlanSide | null): string => boundMark(leftOut > 0 && side?.ghg ? 'lower' : null);
  const line = ({ model, planned, actual, ratio }: PlanRow): string[] => [
    model === null ? plan.whole : safe(model),
    requestsOf(planned, lang),
    requestsOf(actual, lang),
    gasesOf(planned, plan.onlyActual, lang, format),
    atLeast(actual) + gasesOf(actual, absent, lang, format),
    ratio === null ? '' : formatTimes(ratio, lang),
  ];
  const requests = (which: string): string => `${columns.requests}, ${which}`;
  return {
    head: [
      '',
      requests(plan.columns.planned),
      requests(plan.columns.actual),
      plan.columns.planned,
      plan.columns.actual,
      plan.columns.ratio,
    ],
    rows: rows.map(line),
  };
}

export function planNote({ file, period, days }: AgainstPlan, lang: Lang): string {
  const { plan } = usageWords(lang);
  if (period === 'once' || days === null) return plan.once(safe(file));
  return plan.scaled(safe(file), formatInteger(days, lang), days);
}

/** That the actual side leaves rows out; null where it holds all. */
export function planBound({ leftOut }: AgainstPlan, lang: Lang): string | null {
  return leftOut === 0 ? null : usageWords(lang).plan.atLeast(formatInteger(leftOut, lang), leftOut);
}

/** Ratio of all in a few words, and of how many rows it is not; null where there is none. */
export function planRatio({ rows, leftOut }: AgainstPlan, lang: Lang): string | null {
  const whole = rows.find(({ model }) => model === null);
  if (!whole?.ratio) return null;
  const { plan } = usageWords(lang);
  const without = leftOut === 0 ? '' : ` (${plan.without(formatInteger(leftOut, lang), leftOut)})`;
  return `${plan.columns.ratio} ${formatTimes(whole.ratio, lang)}${without}`;
}

const gap = 2;

export function planBlock(page: Page, against: AgainstPlan): string[] {
  const { lang, width, paint } = page;
  const { plan } = usageWords(lang);
  const { head, rows } = planCells(against, lang);
  // The ratio has its interval, which the gases share.
  const central = planCells(against, lang, formatCentral).rows;
  const title = paint.heading(plan.heading);
  const bound = planBound(against, lang);
  const notes = [
    ...(bound === null ? [] : wrap(`! ${bound}`, width, 2).map(paint.warning)),
    ...[planNote(against, lang), plan.common].flatMap((text) => wrap(text, width, 2)).map(paint.faint),
  ];
  // The requests go first, then the intervals of the gases, then the names are cut.
  for (const { kept, room, of } of [
    { kept: [0, 1, 2, 3, 4, 5], room: 40, of: rows },
    { kept: [0, 3, 4, 5], room: 40, of: rows },
    { kept: [0, 3, 4, 5], room: 40, of: central },
    { kept: [0, 3, 4, 5], room: 18, of: central },
  ]) {
    const lines = [head.map((each) => paint.faint(each)), ...of].map((line, at) =>
      kept.map((column) => (column === 0 && at > 0 ? clip(line[column] ?? '', room) : (line[column] ?? ''))),
    );
    if (gridWidth({ rows: lines, gap }) > width) continue;
    const align = kept.map((column) => (column === 1 || column === 2 ? ('right' as const) : ('left' as const)));
    return [title, ...renderGrid({ rows: lines, align, gap }), ...notes];
  }
  const sentences = against.rows.flatMap((row, at) => {
    const [name = '', , , planned = '', actual = '', ratio = ''] = rows[at] ?? [];
    const parts = [
      row.planned ? `${plan.columns.planned} ${planned}` : planned,
      row.actual ? `${plan.columns.actual} ${actual}` : actual,
      ...(ratio === '' ? [] : [ratio]),
    ];
    return wrap(`${name}: ${parts.join(', ')}`, width, 4);
  });
  return [title, ...sentences, ...notes];
}
