/** What a practice changes in a usage, in words; and why another changes nothing. */
import type { PracticeItem, Setting, UsagePractice } from '../../assessment.ts';
import { figure, formatInteger, formatRange, formatShare } from '../numbers.ts';
import { safe } from '../safe.ts';
import { flow, wrap } from '../wrap.ts';
import type { Page } from './page.ts';

/** Different changes of one practice that are told, and usages that are named with each. */
const describedChanges = 3;
const namedUsages = 4;

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
export function changes(page: Page, item: PracticeItem): string[] {
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
