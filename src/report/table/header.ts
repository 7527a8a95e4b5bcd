/** Who, how much, with what, and how much of it is assumed. */
import type { Assessment, UsageResult } from '../../assessment.ts';
import type { Range } from '../../units.ts';
import { assumedWidth } from '../ledger.ts';
import { formatCount, formatInteger, formatShare } from '../numbers.ts';
import { safe } from '../safe.ts';
import { displayWidth, flow, wrap } from '../wrap.ts';
import type { Page } from './page.ts';
import { tableSize } from './from-table.ts';
import { graded } from './quality.ts';

/** More usages than this are named in their own block only. */
const describedUsages = 3;

/** Left and right on one line where both fit; else one under the other. */
function sides(page: Page, left: string, right: string, paint: (text: string) => string): string[] {
  const room = page.width - displayWidth(left) - displayWidth(right);
  if (room >= 2) return [`${paint(left)}${' '.repeat(room)}${right}`];
  return [...wrap(left, page.width).map(paint), ...wrap(right, page.width - 2).map((line) => `  ${line}`)];
}

export function volume({ words, lang, dot }: Page, { scenario }: Assessment): string {
  const unit = safe(scenario.functionalUnit);
  const amount =
    scenario.volume === null ? words.volumeUnknown(unit) : words.volume(formatCount(scenario.volume, lang), unit);
  return `${words.periodNames[scenario.period]}${dot}${amount}`.trimEnd();
}

export function inputs({ words, lang }: Page, { inputs: { given, assumed }, ledger }: Assessment): string {
  const all = given + assumed;
  const text = words.inputs({
    assumed, all, assumedText: formatInteger(assumed, lang), allText: formatInteger(all, lang),
  }); // prettier-ignore
  const width = assumedWidth(ledger);
  return width === null || assumed === 0 ? text : `${text}, ${words.inputsWidth(formatShare(width, lang))}`;
}

/** What a usage is, in parts. Assumed ones carry `*`; what is not given and not assumed is left out. */
export function summary({ words, lang }: Page, { description, facts, estimator }: UsageResult): string[] {
  const star = (isAssumed: boolean | undefined): string => (isAssumed ? '*' : '');
  const place = facts.place === null ? words.ownGrid : `${safe(facts.place)}${star(facts.placeAssumed)}`;
  const { iterations, inputTokens, outputTokens } = facts;
  // Central values: the ranges of what is not exact stand in the ledger.
  const count = ({ central }: Range): string => formatCount({ low: central, central, high: central }, lang);
  const input = inputTokens ? count(inputTokens) + star(facts.inputAssumed) : '';
  const output = outputTokens ? count(outputTokens) + star(facts.outputAssumed) : '';
  const parts = [
    facts.model === undefined ? (facts.task === undefined ? safe(description ?? '') : '') : safe(facts.model),
    facts.task === undefined ? '' : safe(facts.task),
    estimator === 'none' || estimator === 'spend' ? '' : place,
    iterations ? words.prompts(count(iterations)) : '',
    input !== '' && output !== ''
      ? words.tokensInAndOut(input, output)
      : (input !== '' ? words.tokensIn(input) : '') + (output !== '' ? words.tokensOut(output) : ''),
    ...workParts(words, facts, count),
  ];
  const known = parts.filter((part) => part !== '');
  return known.length === 0 ? [words.estimators[estimator]] : known;
}

/** What is made or heard, and how many rounds it takes. */
function workParts(
  { work: words }: Page['words'],
  facts: UsageResult['facts'],
  count: (range: Range) => string,
): string[] {
  const { work, turns, agentSteps } = facts;
  return [
    work ? words.amount[work.unit](count(work.amount)) + (work.size === undefined ? '' : ` (${work.size})`) : '',
    work?.steps ? words.steps(count(work.steps)) : '',
    turns ? words.turns(count(turns)) : '',
    agentSteps ? words.agentSteps(count(agentSteps)) : '',
  ];
}

export function header(page: Page, assessment: Assessment): string[] {
  const { usages } = assessment.baseline;
  const note = graded(page.words, page.lang, assessment, inputs(page, assessment));
  const paintNote = assessment.inputs.assumed === 0 ? (text: string) => text : page.paint.assumed;
  const first = sides(page, safe(assessment.scenario.name), volume(page, assessment), page.paint.heading);
  const [only] = usages;
  const rows = tableSize(page, assessment);
  if (only && usages.length === 1 && rows === undefined) {
    const lines = flow(summary(page, only), page.dot, page.width, 0);
    const [whole = ''] = lines;
    // The note shares the line of the summary where there is room for both.
    const room = page.width - displayWidth(whole) - displayWidth(note);
    if (lines.length === 1 && room >= 4) return [...first, `${whole}${' '.repeat(room)}${paintNote(note)}`];
    return [...first, ...lines, ...wrap(note, page.width).map(paintNote)];
  }
  const count = rows ?? page.words.usageCount(usages.length, formatInteger(usages.length, page.lang));
  const second = sides(page, count, note, (text) => text).map((line) => line.replace(note, paintNote(note)));
  if (usages.length > describedUsages) return [...first, ...second];
  const described = usages.flatMap((usage) => {
    const [part = '', ...parts] = summary(page, usage);
    return flow([`  ${safe(usage.id)}: ${part}`, ...parts], page.dot, page.width, 4);
  });
  return [...first, ...second, ...described];
}
