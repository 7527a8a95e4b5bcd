/** Value against impact: how the block of the verdict is laid out, and that of each usage. */
import type { Assessment, VerdictCode } from '../../assessment.ts';
import { formatInteger, formatRange } from '../numbers.ts';
import { safe } from '../safe.ts';
import { displayWidth, wrap } from '../wrap.ts';
import { matrix } from './matrix.ts';
import type { Page } from './page.ts';
import { reasonText } from './quality.ts';
import { brief, economicTexts, environmentTexts, socialTexts } from './verdict-axes.ts';
import { becauseText, budgetText, flipText, heldBy, settleTexts } from './verdict-reasons.ts';

/** Labels stand in a column of this width. */
const labelRoom = 16;
const shownFlips = 8;

/** One labelled sentence of the block; further ones stand under it. */
function entry(page: Page, label: string, texts: readonly string[]): string[] {
  const indent = '\u00a0'.repeat(labelRoom);
  return texts.flatMap((text, at) => {
    const lead = at === 0 ? `\u00a0\u00a0${label}`.padEnd(labelRoom, '\u00a0') : indent;
    return wrap(lead + text, page.width, labelRoom);
  });
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
