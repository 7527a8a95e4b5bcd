/** Value against impact: the verdict, its three axes, what decided, what would change it, what is not known. */
import type { Assessment, BreakEven, Verdict, VerdictCode } from '../../assessment.ts';
import { exactly, type Range } from '../../units.ts';
import { figure, formatCarbonPrice, formatAmount, formatCentral, formatCount, formatInteger, formatRange, formatShare } from '../numbers.ts'; // prettier-ignore
import { safe } from '../safe.ts';
import { displayWidth, wrap } from '../wrap.ts';
import { boundMark } from './cells.ts';
import { matrix } from './matrix.ts';
import type { Page } from './page.ts';
import { reasonText } from './quality.ts';

/** Labels stand in a column of this width. */
const labelRoom = 16;
const shownFlips = 8;
const shownItems = 5;
/** Reasons in which the limit of a result took part, where no budget is set. */
const limitReasons: ReadonlySet<Verdict['decidedBy']['reason']> = new Set([
  'within-budget',
  'over-budget',
  'draws-disagree',
  'input-unknown',
]);

/** Asked of the draws: src/data/impact-grades.yaml, agreement; the rule is checked there. */
const asked = 0.8;

const isExact = (range: Range | null): boolean => range === null || range.low === range.high;

/** `+41 000 EUR [-200 to 90 000]`: an axis always carries its sign. */
function signed(range: Range, unit: string, { lang }: Page): string {
  const parts = figure(range, unit, { lang });
  const number = range.central > 0 && parts.number !== '0' ? `+${parts.number}` : parts.number;
  return [number, parts.unit, parts.interval].filter((part) => part !== '').join(' ');
}

/** A number of things: to four digits where it is exact, so that 3 409 trucks are not 3 410. */
function amountText(range: Range, lang: Page['lang']): string {
  const isShort = isExact(range) && range.central < 1e6;
  return isShort ? formatRange(range, '1', { lang, as: 'input' }) : formatAmount(range, lang);
}

function signOf(range: Range | null, { words: { verdict: say } }: Page): string {
  if (range === null) return say.signs.unknown;
  if (range.central > 0) return say.signs.positive;
  return range.central < 0 ? say.signs.negative : say.signs.zero;
}

/** One labelled sentence of the block; further ones stand under it. */
function entry(page: Page, label: string, texts: readonly string[]): string[] {
  const indent = '\u00a0'.repeat(labelRoom);
  return texts.flatMap((text, at) => {
    const lead = at === 0 ? `\u00a0\u00a0${label}`.padEnd(labelRoom, '\u00a0') : indent;
    return wrap(lead + text, page.width, labelRoom);
  });
}

export function environmentTexts(page: Page, assessment: Assessment, { environment }: Verdict): string[] {
  const { words, lang } = page;
  const say = words.verdict;
  const { net, netAfter, footprint, footprintBound, avoided, rebound, items } = environment;
  const period = words.everyPeriod[assessment.scenario.period];
  const ghg = (range: Range | null): string => formatRange(range, 'kgCO2e', { lang });
  const emitted = footprint === null ? say.unknownAmount : boundMark(footprintBound) + ghg(footprint);
  const again = rebound.high > 0 ? formatRange(percent(rebound), '%', { lang }) : '';
  const balance = items.length === 0 ? null : avoided === null ? say.unknownAmount : ghg(avoided);
  const sign = signOf(net ?? (items.length === 0 ? exactly(-1) : null), page);
  const first = say.axis(
    sign,
    net ? `${signed(net, 'kgCO2e', page)} ${period}` : '',
    say.environment({ avoided: balance, emitted, rebound: again }),
  );
  return [
    first,
    ...(netAfter ? [say.after(signed(netAfter, 'kgCO2e', page))] : []),
    ...items.slice(0, shownItems).map((item) => {
      const unit = safe(item.unit);
      const text = say.item({
        name: safe(item.name),
        amount: item.amount ? `${formatCount(item.amount, lang)} ${unit}` : words.unknown,
        factor: formatRange(item.factor, 'kgCO2e', { lang, as: 'input' }),
        source: item.factorSource === 'scenario' ? words.verdict.ownFactor : safe(item.factorSource),
        evidence: say.evidence[item.evidence],
        avoided: ghg(item.avoided),
      });
      return item.balance ? say.withBalance(text, `${amountText(item.balance, lang)} ${unit}`) : text;
    }),
    ...(items.length > shownItems ? [words.moreInJson(formatInteger(items.length - shownItems, lang))] : []),
  ];
}

const percent = ({ low, central, high }: Range): Range => ({
  low: low * 100,
  central: central * 100,
  high: high * 100,
});

export function economicTexts(page: Page, assessment: Assessment, { economic }: Verdict): string[] {
  const { words, lang } = page;
  const say = words.verdict;
  if (!economic) return [say.notStated];
  const { currency, net, netAfter, benefit, cost, climateCost, time, costSource } = economic;
  const money = (range: Range | null): string => formatRange(range, currency, { lang });
  const period = words.everyPeriod[assessment.scenario.period];
  const { kind, providers, list, listed, listedCurrency } = costSource;
  const from =
    kind === 'token-price' && listed && !cost
      ? [say.noRate(formatRange(listed, listedCurrency ?? '', { lang }))]
      : kind === 'token-price'
        ? [say.tokenPrice(providers.map(safe).join(', '), safe(list ?? ''))]
        : cost
          ? []
          : [say.noPrice(safe(list ?? ''))];
  return [
    say.axis(
      signOf(net, page),
      net ? `${signed(net, currency, page)} ${period}` : '',
      say.economic({ benefit: money(benefit), cost: money(cost), climate: money(climateCost) }),
    ),
    ...(netAfter && net && netAfter.central !== net.central ? [say.after(signed(netAfter, currency, page))] : []),
    ...(time
      ? [
          say.time(
            formatRange(time.minutes, 'min', { lang, as: 'input' }),
            safe(assessment.scenario.functionalUnit),
            formatRange(time.hourlyCost, `${currency}/h`, { lang, as: 'input' }),
          ),
        ]
      : []),
    ...from,
  ];
}

export function socialTexts(page: Page, { social }: Verdict): string[] {
  const say = page.words.verdict;
  if (!social) return [say.notStated];
  const score = signed(social.score, '1', page);
  return [
    `${signOf(social.score, page)}, ${say.social(score, safe(social.because))}`,
    ...(social.usage === null ? [] : [say.byUsage(safe(social.usage))]),
  ];
}

export function budgetText(page: Page, assessment: Assessment, verdict: Verdict): string {
  const { words, lang } = page;
  const say = words.verdict;
  const { budget, within, withinAfter, impact } = verdict;
  const word = (state: boolean | null): string =>
    state === null ? say.within.unknown : state ? say.within.yes : say.within.no;
  const isChanged = verdict.environment.footprintAfter !== null;
  const state =
    word(within) + (isChanged && withinAfter !== within ? `, ${say.within.after} ${word(withinAfter)}` : '');
  if (!budget) {
    const ofResult = impact.perResult ? `${formatRange(impact.perResult, 'kgCO2e', { lang })}` : words.unknown;
    if (impact.grade === null) return say.budgetUnknown;
    const isAsked = limitReasons.has(verdict.decidedBy.reason);
    return say.budgetNone(`${impact.grade} (${ofResult})`, isAsked ? state : '');
  }
  const limits = [
    ...(budget.ghg === null
      ? []
      : [`${formatCentral(exactly(budget.ghg), 'kgCO2e', { lang, as: 'input' })} ${words.everyPeriod[assessment.scenario.period]}`]), // prettier-ignore
    ...(budget.ghgPerUnit === null
      ? []
      : [
          say.budgetPerUnit(
            formatCentral(exactly(budget.ghgPerUnit), 'kgCO2e', { lang, as: 'input' }),
            safe(assessment.scenario.functionalUnit),
          ),
        ]),
  ];
  return say.budgetSet(limits.join(', '), state);
}

/** Why, in words. The axes that lose are named. */
export function becauseText(
  page: Page,
  { decidedBy, central, environment, economic, social, budget }: Verdict,
): string {
  const say = page.words.verdict;
  const { rule, reason, named } = decidedBy;
  const best = (range: Range | null, after: Range | null): number => (after ?? range)?.central ?? 0;
  const losing = [
    ...(best(environment.net, environment.netAfter) < 0 ? [say.axes.environment] : []),
    ...(economic && best(economic.net, economic.netAfter) < 0 ? [say.axes.economic] : []),
    ...(social && social.score.central < 0 ? [say.axes.social] : []),
  ];
  const text = say.reasons[reason]({
    named:
      reason === 'offset' ? losing.join(', ') : reason === 'draws-disagree' ? say.codes[central] : safe(named ?? ''),
    hasBudget: budget !== null,
    hasPractices: environment.footprintAfter !== null,
    asked: formatShare(asked, page.lang),
  });
  return say.rule(String(rule), rule === 3 ? say.withPractices(text) : text);
}

export function flipText(page: Page, assessment: Assessment, each: BreakEven): string {
  const { words, lang } = page;
  const say = words.verdict;
  const write = (value: number): string => {
    switch (each.quantity) {
      case 'carbon-price':
        return formatCarbonPrice(exactly(value), each.unit, lang, false);
      case 'rebound':
      case 'practices':
        return formatRange(exactly(value * 100), '%', { lang });
      case 'avoided':
        return `${amountText(exactly(value), lang)} ${safe(each.unit)}`;
      case 'volume':
        return amountText(exactly(value), lang);
      default:
        return formatRange(exactly(value), each.unit, { lang });
    }
  };
  const condition = say.flips[each.quantity]({
    value: write(each.value),
    today: write(each.today),
    item: safe(each.item ?? ''),
    unit: safe(assessment.scenario.functionalUnit),
    period: words.everyPeriod[assessment.scenario.period],
    isAbove: each.value > each.today,
  });
  return say.flipsTo(condition, say.codes[each.flipsTo]);
}

export function settleTexts(page: Page, { settle, decidedBy }: Verdict): string[] {
  const say = page.words.verdict;
  if (!settle) return [];
  const path = safe(settle.path);
  if (decidedBy.reason === 'value-not-stated') return [say.giveValue(path)];
  const others = settle.others === 0 ? '' : formatInteger(settle.others, page.lang);
  return [settle.share === null ? say.give(path, others) : say.measure(path, formatShare(settle.share, page.lang))];
}

export function heldBy(page: Page, samples: number, verdict: Verdict): string {
  const { words, lang } = page;
  const say = words.verdict;
  if (verdict.agreement === null) return '';
  const { environment, economic, social } = verdict;
  const ranges = [environment.net, environment.netAfter, economic?.net ?? null, social?.score ?? null];
  if (ranges.every(isExact)) return say.exact;
  const share = formatShare(verdict.agreement, lang);
  const draws = formatInteger(samples, lang);
  return verdict.code === 'undetermined'
    ? say.onlyHolds(say.codes[verdict.central], share, draws)
    : say.holds(share, draws);
}

/** One axis of a usage in few words. */
export function brief(page: Page, verdict: Verdict): string[] {
  const say = page.words.verdict;
  const { environment, economic, social } = verdict;
  const net = environment.net ? signed(environment.net, 'kgCO2e', page) : say.signs.unknown;
  return [
    `${say.axes.environment} ${net}`,
    ...(economic
      ? [`${say.axes.economic} ${economic.net ? signed(economic.net, economic.currency, page) : say.signs.unknown}`]
      : []),
    ...(social ? [`${say.axes.social} ${signed(social.score, '1', page)}${say.colon}${safe(social.because)}`] : []),
  ];
}

function usageLines(page: Page, worth: NonNullable<Assessment['verdict']>): string[] {
  const say = page.words.verdict;
  if (worth.usages.length === 0) return [];
  return [
    ...wrap(`\u00a0\u00a0${say.usages}`, page.width, 2).map(page.paint.faint),
    ...worth.usages.flatMap(({ id, verdict }, at) => {
      const held = heldBy(page, worth.samples, verdict);
      const head = `\u00a0\u00a0${at + 1}\u00a0${safe(id)}${say.colon}${say.codes[verdict.code]}${held === '' ? '' : `, ${held}`}`;
      const settle = settleTexts(page, verdict).map((text) => `${say.label.settle}${say.colon}${text}`);
      return [
        ...wrap(head, page.width, 4).map(verdictPaint(page, verdict.code)),
        ...[becauseText(page, verdict), brief(page, verdict).join(page.dot), ...settle].flatMap((text) =>
          wrap(`\u00a0\u00a0\u00a0\u00a0${text}`, page.width, 6),
        ),
      ];
    }),
  ];
}

const verdictPaint = ({ paint }: Page, code: VerdictCode) =>
  code === 'worth-it' || code === 'worth-it-with-practices' ? paint.heading : paint.warning;

/** Nothing where no value is stated and no verdict was asked for. */
export function verdict(page: Page, assessment: Assessment): string[] {
  const worth = assessment.verdict;
  if (!worth) return [];
  const { words, width, lang, paint } = page;
  const say = words.verdict;
  const { whole } = worth;
  const held = heldBy(page, worth.samples, whole);
  const name = say.codes[whole.code];
  const lead = `${say.heading}  ${name}`;
  const room = width - displayWidth(lead) - displayWidth(held);
  const title = `${paint.heading(say.heading)}  ${verdictPaint(page, whole.code)(name)}`;
  const flips = whole.breakEvens.slice(0, shownFlips).map((each) => flipText(page, assessment, each));
  const reasons = whole.dataQuality.reasons.map((reason) => reasonText(words, lang, reason)).join(page.dot);
  const { grade } = whole.dataQuality;
  return [
    ...(room >= 2
      ? [title + ' '.repeat(room) + held]
      : [title, ...(held === '' ? [] : wrap(`\u00a0\u00a0${held}`, width, 2))]),
    ...(whole.need === null ? [] : entry(page, say.label.need, [safe(whole.need)])),
    ...entry(page, say.label.environment, environmentTexts(page, assessment, whole)),
    ...entry(page, say.label.economic, economicTexts(page, assessment, whole)),
    ...entry(page, say.label.social, socialTexts(page, whole)),
    ...entry(
      page,
      say.label.alternatives,
      whole.alternatives.map((each) =>
        say.alternative(
          safe(each.name),
          say.meetsNeed[each.meetsNeed],
          `${formatRange(each.ghg, 'kgCO2e', { lang })}${each.ghg ? ` ${words.everyPeriod[assessment.scenario.period]}` : ''}`,
        ),
      ),
    ),
    ...entry(page, say.label.budget, [budgetText(page, assessment, whole)]),
    ...entry(page, say.label.because, [becauseText(page, whole)]),
    ...entry(page, say.label.settle, settleTexts(page, whole)),
    ...(whole.agreement === null ? [] : entry(page, say.label.flips, flips.length === 0 ? [say.flipsNever] : flips)),
    ...entry(page, say.label.quality, [
      grade === null ? say.noQuality(reasons) : say.quality(grade, reasons),
      say.openQuestions(
        formatInteger(worth.questions.all - worth.questions.answered, lang),
        formatInteger(worth.questions.all, lang),
      ),
    ]),
    ...usageLines(page, worth),
    ...matrix(page, worth),
  ];
}
