/** A check in words: the headline, and every part of what is said of an item. Each format lays them out its own way. */
import type { Decision, Found, Item } from '../../verdict/budget/types.ts';
import type { ChangedInput } from '../../changed-inputs.ts';
import type { CheckReport, ScenarioLine } from '../../check-types.ts';
import type { Place } from '../../errors.ts';
import { checkWords, type CheckWords } from '../../messages/check/index.ts';
import type { Lang } from '../../messages/index.ts';
import type { Range } from '../../units.ts';
import { formatInteger, formatRange, formatShare } from '../numbers.ts';
import { toDigits } from '../round.ts';
import { safe } from '../safe.ts';
import { boundMark } from '../table/cells.ts';

/** What follows the verdict in the headline. */
const others = ['warn', 'unsettled', 'moved', 'debt', 'waived'] as const;

/** The answer in one line: it says what the exit code says. */
export function headline(decision: Decision, lang: Lang): string {
  const words = checkWords(lang);
  const { counts, judged, verdict, excused } = decision;
  const number = (count: number): string => formatInteger(count, lang);
  const main = { fails: counts.fail, holds: counts.pass, inconclusive: counts.unsettled }[verdict];
  const start = judged === 0 ? words.headline.nothing : words.headline[verdict](number(main), number(judged));
  const rest = others.flatMap((outcome) =>
    counts[outcome] === 0 || (verdict === 'inconclusive' && outcome === 'unsettled')
      ? []
      : [words.also[outcome](number(counts[outcome]))],
  );
  return `${[start, ...rest].join(', ')}${excused ? ` (${words.excused})` : ''}`;
}

/** `x1.5 [1.4 - 1.7]`: three digits, two of the bounds. */
export function factorText(range: Range, lang: Lang): string {
  return `x${formatRange(range, '1', { lang })}`;
}

function placeText(place: Place | undefined): string {
  return place ? `${safe(place.file)}:${place.line}` : '';
}

/** `+10 %` of a factor of 1.1. */
export function percentText(factor: number, lang: Lang): string {
  const percent = toDigits((factor - 1) * 100, 3);
  if (percent === 0) return '0 %';
  const text =
    Math.abs(percent) < 1
      ? formatShare(Math.abs(percent) / 100, lang)
      : `${formatInteger(Math.round(Math.abs(percent)), lang)} %`;
  return `${percent < 0 ? '-' : '+'}${text}`;
}

export interface ItemWords {
  readonly outcome: string;
  /** The scenario and the usage. */
  readonly owner: string;
  /** What is limited. */
  readonly what: string;
  readonly found: string;
  readonly expected: string;
  /** Why it is not settled; empty otherwise. */
  readonly reason: string;
  /** What moved it since the lock; empty where nothing did. */
  readonly since: string;
  readonly edit: string;
  readonly limit: string;
  readonly todo: string;
  readonly message: string;
}

/** The time that a figure of an item counts over: that of its limit. */
function over(item: Item, words: CheckWords): string {
  const { limit } = item.budget;
  if (limit.kind !== 'impact' && limit.kind !== 'change') return '';
  if (limit.basis === 'unit') return words.perUnit(safe(item.functionalUnit));
  return limit.time === 'year' ? words.ayear : words.periods[item.period];
}

function whatOf(item: Item, words: CheckWords): string {
  const { limit } = item.budget;
  switch (limit.kind) {
    case 'impact':
      return `${words.criteria[limit.criterion]} ${over(item, words)}`;
    case 'change':
      return words.kinds.change(`${words.criteria[limit.criterion]} ${over(item, words)}`);
    default:
      return words.kinds[limit.kind];
  }
}

function foundText(found: Found, words: CheckWords, lang: Lang): string {
  switch (found.kind) {
    case 'range':
      return `${boundMark(found.bound)}${formatRange(found.value, found.unit, { lang })}`;
    case 'factor': {
      const { difference, unit, value } = found;
      return `${factorText(value, lang)}, ${difference.central > 0 ? '+' : ''}${formatRange(difference, unit, { lang })}`;
    }
    case 'share':
      return formatShare(found.value, lang);
    case 'word':
      return found.value === 'new' ? words.isNew : safe(found.value);
    case 'nothing':
      return words.unknown;
    default:
      return found satisfies never;
  }
}

function expectedText({ limit, written }: Item['budget'], words: CheckWords, lang: Lang): string {
  switch (limit.kind) {
    case 'change':
      return words.expected.change(
        percentText(limit.factor, lang),
        [
          formatRange({ low: limit.floor, central: limit.floor, high: limit.floor }, limit.unit, { lang }),
          ...(limit.time === 'year' ? [words.ayear] : []),
        ].join(' '),
      );
    case 'data_quality':
      return words.expected.data_quality(limit.grade);
    case 'verdict':
      return words.expected.verdict(limit.codes.join(', '));
    default:
      return words.expected[limit.kind](safe(written));
  }
}

/** What moved a figure: each cause with its factor, those that did nothing left out. */
export function causesText(compared: Item['compared'], lang: Lang): string {
  if (!compared) return '';
  const words = checkWords(lang);
  const { scenario, data, method, trend } = compared;
  const exact = (value: number): Range => ({ low: value, central: value, high: value });
  const isOne = (value: number): boolean => Math.abs(value - 1) < 5e-4;
  const parts = [
    ...(trend === 'unchanged' ? [] : [words.because(words.causes.scenario, factorText(scenario, lang))]),
    ...(isOne(data) ? [] : [words.because(words.causes.data, factorText(exact(data), lang))]),
    ...(isOne(method) ? [] : [words.because(words.causes.method, factorText(exact(method), lang))]),
  ];
  return parts.join(', ');
}

function sinceText(item: Item, words: CheckWords, lang: Lang): string {
  const { compared } = item;
  if (!compared) return '';
  const causes = causesText(compared, lang);
  return causes === '' ? words.trends[compared.trend] : `${words.trends[compared.trend]} (${causes})`;
}

function todoText(item: Item, words: CheckWords, lang: Lang): string {
  const { outcome, waiver, measure, reason, budget, compared } = item;
  const edit = placeText(item.place) || safe(item.file);
  switch (outcome) {
    case 'fail':
    case 'warn':
      if (waiver?.state === 'expired')
        return words.todo.expired(safe(waiver.waiver.owner), waiver.waiver.expires, placeText(waiver.waiver.place));
      if (budget.limit.kind === 'change') return words.todo.change(edit);
      if (measure) return words.todo.unsettled(safe(measure.path), formatShare(measure.narrows, lang));
      if (budget.limit.kind !== 'impact') return words.todo.improve(edit, placeText(budget.place));
      return compared?.trend === 'worse' && item.found.kind === 'range' && compared.before.low > 0 && wasOver(item)
        ? words.todo.worse(edit)
        : words.todo.fail(edit, placeText(budget.place));
    case 'unsettled':
      if (reason === 'no-value' || reason === 'abstains') return words.todo.value;
      if (reason !== 'straddles') return words.todo.state(edit);
      if (!measure) return words.todo.narrow(edit);
      return words.todo.unsettled(safe(measure.path), formatShare(measure.narrows, lang));
    case 'waived':
      return waiver
        ? words.todo.waived(safe(waiver.waiver.owner), safe(waiver.waiver.reason), waiver.waiver.expires)
        : '';
    case 'moved':
      return words.todo.moved;
    case 'debt':
      return words.todo.debt;
    case 'pass':
      return '';
    default:
      return outcome satisfies never;
  }
}

/** Whether an item that is over and worse was over in the lock. */
function wasOver({ budget: { limit }, compared, found }: Item): boolean {
  if (limit.kind !== 'impact' || !compared || found.kind !== 'range') return false;
  // The figure in the time of the limit over the same in the time of the scenario.
  const now = compared.own.central * compared.data * compared.method;
  const time = now === 0 ? 1 : found.value.central / now;
  return compared.before.low * time > limit.value;
}

export function itemWords(item: Item, lang: Lang): ItemWords {
  const words = checkWords(lang);
  return {
    outcome: words.outcomes[item.outcome],
    owner: `${safe(item.file)}, ${item.usage === null ? words.whole : words.usage(safe(item.usage))}`,
    what: whatOf(item, words),
    found: foundText(item.found, words, lang),
    expected: expectedText(item.budget, words, lang),
    reason: item.reason === null ? '' : words.reasons[item.reason],
    since: sinceText(item, words, lang),
    edit: placeText(item.place),
    limit: placeText(item.budget.place),
    todo: todoText(item, words, lang),
    // Nobody has to do anything about what is excused.
    message:
      item.budget.message === null || !['fail', 'warn', 'unsettled'].includes(item.outcome)
        ? ''
        : safe(item.budget.message),
  };
}

/** An item in one sentence, for annotations and machine formats. */
export function sentence(words: ItemWords): string {
  const reason = words.reason === '' ? '' : ` (${words.reason})`;
  const all = [
    `${words.owner}: ${words.what} ${words.found}, ${words.expected}${reason}`,
    words.since,
    words.todo,
    words.message,
  ];
  return all.filter((part) => part !== '').join('. ');
}

const shown = (value: Range | string | null, unit: string, words: CheckWords, lang: Lang): string =>
  value === null
    ? words.none
    : typeof value === 'string'
      ? safe(value)
      : formatRange(value, countedUnit(unit), { lang, as: 'input' });

/** What is counted is said by the field: 10 000 000 requests are no 10 000 000 request/period. */
export const countedUnit = (unit: string): string => (/^(?:request|user|token|device|unit)\b/.test(unit) ? '1' : unit);

function changeText({ usage, field, from, to, unit, effect }: ChangedInput, lang: Lang): string {
  const words = checkWords(lang);
  const change = words.change(safe(usage), safe(field), shown(from, unit, words, lang), shown(to, unit, words, lang));
  return effect === null ? change : `${change} (${factorText({ low: effect, central: effect, high: effect }, lang)})`;
}

/** Reasons of a change of a scenario, at most so many of each. */
export function reasonsOf(line: ScenarioLine, lang: Lang, most: number): string[] {
  const words = checkWords(lang);
  const cut = (texts: readonly string[]): string[] =>
    texts.length <= most ? [...texts] : [...texts.slice(0, most), words.more(formatInteger(texts.length - most, lang))];
  // A new version that moves nothing is not worth a line.
  const { compared } = line;
  const isMoved = (factor: number | undefined): boolean => factor === undefined || Math.abs(factor - 1) > 5e-4;
  const data = isMoved(compared?.data) ? line.versions.data : null;
  const method = isMoved(compared?.method) ? line.versions.method : null;
  return [
    ...cut(line.changes.map((change) => changeText(change, lang))),
    ...(data ? [words.versions(words.causes.data, safe(data[0]), safe(data[1]))] : []),
    ...cut(
      line.data.map(({ key, from, to, unit, source }) =>
        words.dataChange(safe(key), shown(from, unit, words, lang), shown(to, unit, words, lang), safe(source)),
      ),
    ),
    ...(method ? [words.versions(words.causes.method, safe(method[0]), safe(method[1]))] : []),
  ];
}

/** Scenarios of which something moved, or that the lock does not know. */
export function movedLines({ scenarios }: CheckReport): readonly ScenarioLine[] {
  return scenarios.filter(
    ({ trend, compared, changes, data }) =>
      (trend !== null && trend !== 'unchanged') ||
      changes.length > 0 ||
      data.length > 0 ||
      (compared !== null && (Math.abs(compared.data - 1) > 5e-4 || Math.abs(compared.method - 1) > 5e-4)),
  );
}

/** Sentences about the run: date, judge, tool, lock, waivers. */
export function aboutLines(report: CheckReport, lang: Lang): string[] {
  const words = checkWords(lang);
  const { tool, lock, idle, today, judge, config } = report;
  return [
    words.about({ today, judge: words.judged[judge], config: safe(config) }),
    words.tool(tool.version, safe(tool.method), safe(tool.dataVersion)),
    words.lock[lock.state](safe(lock.file)),
    ...(lock.kept.length > 0 ? [words.lock.kept(lock.kept.map(safe).join(', '))] : []),
    ...idle.map((waiver) =>
      words.idle(safe(waiver.budget), safe(waiver.owner), waiver.expires, placeText(waiver.place)),
    ),
  ];
}
