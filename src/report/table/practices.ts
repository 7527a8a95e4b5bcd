/** What each good practice changes: alone, one after the other, and its fair share; then how far the path goes. */
import { criterionUnit, suggestedUpTo } from '../../assessment.ts';
import type { Criterion, PracticeItem, Practices, Setting, UsagePractice } from '../../assessment.ts';
import type { Assessment } from '../../assessment.ts';
import type { Range } from '../../units.ts';
import { reboundOf } from '../json-practices.ts';
import {
  figure,
  formatChange,
  formatDivisor,
  formatInteger,
  formatRange,
  formatShare,
  formatTimes,
} from '../numbers.ts';
import { safe } from '../safe.ts';
import { displayWidth, flow, pad, padLeft, wrap } from '../wrap.ts';
import { boundMark, type Bound } from './cells.ts';
import { gridWidth, renderGrid } from './grid.ts';
import { bar, type Page } from './page.ts';

const bars = { smallest: 6, largest: 16 };
const waterfallRoom = 40;
/** Different changes of one practice that are told, and usages that are named with each. */
const describedChanges = 3;
const namedUsages = 4;
const ghgUnit = criterionUnit.ghg;
/** Smaller than this, a change is none. */
const same = 1e-9;
/** Rounds to 0 %. */
const untold = 0.005;

/** A number carries its word once: `4 -> 1.5 prompts a result`. */
function settingText({ words, lang }: Page, { id }: PracticeItem, value: Setting, bare = false): string {
  const say = words.practices;
  if (typeof value === 'string') return safe(value);
  const number = (unit: string): string => formatRange(value, unit, { lang, as: 'input' });
  if (bare)
    return id === 'location'
      ? figure(value, 'kgCO2e/kWh', { lang, as: 'input', like: { magnitude: value.central } }).number
      : number('1');
  switch (id) {
    case 'location':
      return say.intensity(number('kgCO2e/kWh'));
    case 'iterations':
      return say.prompts(number('1'));
    case 'output':
      return say.tokens(number('1'));
    case 'model':
      return say.dividedBy(number('1'));
    default:
      return id satisfies never;
  }
}

/** `azure/eastus2 -> azure/canadaeast`, for how many requests, and why. */
export function change(page: Page, item: PracticeItem, usage: UsagePractice): string[] {
  const { words, lang } = page;
  const say = words.practices;
  const { status, from, to, share, retry, quality, reason, named, suggested } = usage;
  const text = (value: Setting, bare = false): string => settingText(page, item, value, bare);
  const why = reason === null ? [] : [say.reasons[reason](safe(named ?? ''))];
  if (status !== 'applies') {
    const now = from === null ? [] : [text(from)];
    return [...now, say.status[status], ...(status === 'refused' ? [] : why)];
  }
  const isDivided = item.id === 'model' && typeof to !== 'string';
  const arrow = [
    from === null || isDivided ? '' : text(from, to !== null && typeof to !== 'string'),
    to === null ? '' : text(to),
  ].filter((each) => each !== '');
  return [
    arrow.join(' -> '),
    ...(share < 1 ? [say.of(formatShare(share, lang))] : []),
    ...(retry > 0 ? [say.retried(formatShare(retry, lang))] : []),
    ...(quality ? [say.quality(formatRange(quality, '1', { lang, as: 'input' }))] : []),
    ...(suggested ? [say.suggestedBecause(why[0] ?? '')] : why),
  ];
}

/** Usages that a practice changes in the same way are told together. */
function changes(page: Page, item: PracticeItem): string[] {
  const { words, lang, width, dot, paint } = page;
  const applied = item.usages.filter(({ status }) => status === 'applies');
  const told = applied.length > 0 ? applied : item.usages;
  const groups = new Map<string, { readonly parts: readonly string[]; readonly names: string[] }>();
  for (const usage of told) {
    const parts = change(page, item, usage);
    const key = parts.join(dot);
    const group = groups.get(key);
    if (group) group.names.push(safe(usage.usage));
    else groups.set(key, { parts, names: [safe(usage.usage)] });
  }
  const shown = [...groups.values()].slice(0, describedChanges);
  const lines = shown.flatMap(({ parts: [first = '', ...others], names }) => {
    const isAll = names.length === item.usages.length;
    const named = [...names.slice(0, namedUsages), ...(names.length > namedUsages ? ['...'] : [])].join(', ');
    return flow([`    ${isAll ? '' : `${named}: `}${first}`, ...others], dot, width, 6);
  });
  const [count, all] = [applied.length, item.usages.length].map((number) => formatInteger(number, lang));
  const more = groups.size > describedChanges ? [`    ${words.practices.ofUsages(count ?? '', all ?? '')}`] : [];
  return [...lines, ...more].map(paint.faint);
}

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

function rowsOf(page: Page, items: readonly Applied[], today: Range, bound: Bound): Row[] {
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

function grid(page: Page, rows: readonly Row[]): string[][] {
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

/** How many of the practices nobody has stated: what they promise together is a proposal. */
function suggestedOf({ words, lang }: Page, items: readonly PracticeItem[]): string {
  const count = items.filter(({ suggested, aloneGhg }) => suggested && aloneGhg !== null).length;
  return count === 0 ? '' : ` (${words.practices.countSuggested(count, formatInteger(count, lang))})`;
}

/** Before over after, `/2.7`; as a change where it is less than a factor of two, and where it is a rise. */
function dividedText({ lang }: Page, factor: Range, intervals: boolean): string {
  if (factor.central >= 2) return formatDivisor(factor, lang, intervals);
  const inverse: Range = { low: 1 / factor.high, central: 1 / factor.central, high: 1 / factor.low };
  return formatChange(
    intervals ? inverse : { low: inverse.central, central: inverse.central, high: inverse.central },
    lang,
  );
}

/** `energy /2.7`; nothing of what stays as it is. */
function factorText(page: Page, criterion: Criterion, factor: Range): string[] {
  if (Math.abs(factor.central - 1) < untold) return [];
  return [`${page.words.criteriaInText[criterion]} ${dividedText(page, factor, false)}`];
}

/** Before over after of the criteria, GHG first. */
export function together(page: Page, practices: Practices, today: Range): string[] {
  const { words, lang, dot, width } = page;
  const { dividedBy, all } = practices;
  const items = practices.items.filter(isApplied);
  if (!all.ghg.total || !dividedBy.ghg) return [];
  const like = { lang, like: { magnitude: today.central } };
  const before = figure(today, all.ghg.unit, like);
  const after = figure(all.ghg.total, all.ghg.unit, like);
  const interval = after.interval === '' ? '' : ` ${after.interval}`;
  const say = words.practices;
  const name = items.length === 4 ? say.all : items.length === 1 ? say.one : say.several;
  const lead = `${name}${suggestedOf(page, items)}  `;
  const others = (['energy', 'water', 'adpe', 'primary_energy'] satisfies Criterion[]).flatMap((criterion) => {
    const factor = dividedBy[criterion];
    return factor ? factorText(page, criterion, factor) : [];
  });
  const mark = boundMark(all.ghg.bound);
  const ghg = `${mark}${before.number} -> ${mark}${after.number} ${after.unit}${interval}, ${dividedText(page, dividedBy.ghg, true)}`;
  const hang = Math.min(displayWidth(lead), Math.floor(width / 3));
  return flow([`${lead.replaceAll(' ', '\u00a0')}${ghg}`, ...others], dot, width, hang);
}

/** Practices that change nothing, those for one reason together. */
export function unchanged(page: Page, items: readonly PracticeItem[]): string[] {
  const { words, width, paint } = page;
  const say = words.practices;
  const groups = new Map<string, string[]>();
  for (const item of items) {
    const texts = new Set(
      item.usages.map((usage) => change(page, { ...item, usages: [] }, { ...usage, from: null }).join(say.because)),
    );
    const text = [...texts].join('; ');
    groups.set(text, [...(groups.get(text) ?? []), say.short[item.id]]);
  }
  return [...groups]
    .flatMap(([text, names]) => wrap(`- ${say.unchanged(names.join(', '), text)}`, width, 2))
    .map(paint.faint);
}

export function remarks(page: Page, practices: Practices): string[] {
  const { words, lang, width, paint } = page;
  const say = words.practices;
  const worse = practices.items.flatMap(({ id, aloneGhg: ghg }) =>
    ghg && ghg.central > 1 + same ? [say.worse(say.short[id], formatChange(ghg, lang))] : [],
  );
  const inUsages = practices.items.flatMap(({ id, worseIn, usages, aloneGhg }) =>
    // Of one usage, or of all, the line above says it.
    usages.length < 2 || (aloneGhg !== null && aloneGhg.central > 1 + same)
      ? []
      : worseIn.map(({ usage, factor }) =>
          say.worseIn(say.short[id], safe(usage), formatChange({ low: factor, central: factor, high: factor }, lang)),
        ),
  );
  const shifts = practices.burdenShifts.map(({ practice, criterion, factor }) =>
    say.shift(say.short[practice], words.criteriaInText[criterion], formatChange(factor, lang)),
  );
  const rebound = reboundOf(practices);
  const growth =
    rebound && rebound.central > same && practices.dividedBy.ghg
      ? wrap(say.rebound(formatTimes(practices.dividedBy.ghg, lang)), width)
      : [];
  return [
    ...growth,
    ...[...worse, ...inUsages, ...shifts].flatMap((text) => wrap(`! ${text}`, width, 2)).map(paint.warning),
  ];
}

/** What is left after each step, drawn: `#` stays, `-` went with this step, `+` came with it. */
function waterfall(page: Page, practices: Practices, today: Range): string[] {
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

/** Nothing where no practice is stated, suggested or asked for. */
export function practices(page: Page, { practices: all, baseline }: Assessment): string[] {
  const today = baseline.impacts.ghg.total;
  if (!today) return [];
  if (!all) {
    const { length } = baseline.usages;
    const say = page.words.practices;
    return length > suggestedUpTo
      ? [page.paint.heading(say.heading), ...wrap(say.notSuggested(formatInteger(length, page.lang)), page.width)]
      : [];
  }
  const applied = all.items.filter(isApplied);
  const others = all.items.filter((item) => !isApplied(item));
  if (applied.length === 0) return [page.paint.heading(page.words.practices.heading), ...unchanged(page, others)];
  const [head = [], ...lines] = grid(page, rowsOf(page, applied, today, baseline.impacts.ghg.bound));
  return [
    ...head,
    ...applied.flatMap((item, at) => [...(lines[at] ?? []), ...changes(page, item)]),
    ...unchanged(page, others),
    ...together(page, all, today),
    ...waterfall(page, all, today),
    ...remarks(page, all),
    ...wrap(page.words.practices.explain(applied.map(({ id }) => id).join(',')), page.width, 2).map(page.paint.faint),
  ];
}
