/** Why a verdict is what it is, in words: what decided, how surely, what would change it, what would settle it. */
import type { Assessment, BreakEven, Verdict } from '../../assessment.ts';
import { exactly, type Range } from '../../units.ts';
import { formatCarbonPrice, formatCentral, formatInteger, formatRange, formatShare } from '../numbers.ts';
import { safe } from '../safe.ts';
import type { Page } from './page.ts';
import { amountText, isExact } from './verdict-axes.ts';

/** Reasons in which the limit of a result took part, where no budget is set. */
const limitReasons: ReadonlySet<Verdict['decidedBy']['reason']> = new Set([
  'within-budget',
  'over-budget',
  'draws-disagree',
  'input-unknown',
]);

/** Asked of the draws: src/data/impact-grades.yaml, agreement; the rule is checked there. */
const asked = 0.8;

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
