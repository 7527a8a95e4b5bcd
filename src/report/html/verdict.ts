/** Value against impact: the verdict in a word, what decided, its axes, what turns it, the decision matrix. */
import { grades, type Assessment, type Grade, type Verdict, type VerdictCode } from '../../assessment.ts';
import { formatInteger } from '../numbers.ts';
import { levels, limitText } from '../table/matrix.ts';
import { reasonText } from '../table/quality.ts';
import { becauseText, budgetText, flipText, heldBy, settleTexts } from '../table/verdict-reasons.ts';
import { brief, economicTexts, environmentTexts, socialTexts } from '../table/verdict-axes.ts';
import { formatRange } from '../numbers.ts';
import { capital, list, paragraph, section, subheading, table, terms, type Leaf } from './blocks.ts';
import { html, prose, type Child, type Markup } from './markup.ts';

type Worth = NonNullable<Assessment['verdict']>;

const shownFlips = 8;

/** The colour of a verdict; the word says it as well. */
const tones: Readonly<Record<VerdictCode, 'good' | 'warn' | 'bad' | 'open'>> = {
  'worth-it': 'good',
  'worth-it-with-practices': 'good',
  redesign: 'warn',
  'not-worth-it': 'bad',
  'not-needed': 'bad',
  undetermined: 'open',
};

const signs: Readonly<Record<'good' | 'warn' | 'bad' | 'open', string>> = {
  good: '\u2713',
  warn: '\u21bb',
  bad: '\u2717',
  open: '?',
};

/** The word of a verdict, for a card or a cell. */
export function badge({ words }: Leaf, code: VerdictCode): Markup {
  const tone = tones[code];
  return html`<span class="badge ${tone}"
    ><span aria-hidden="true">${signs[tone]}</span> ${capital(words.verdict.codes[code])}</span
  >`;
}

function card(leaf: Leaf, assessment: Assessment, worth: Worth): Markup {
  const { wide } = leaf;
  const { whole } = worth;
  const held = heldBy(wide, worth.samples, whole);
  return html`<div class="card ${tones[whole.code]}">
    <p class="lead">
      ${badge(leaf, whole.code)}${held === '' ? null : html` <span class="held">${prose(held)}</span>`}
    </p>
    ${paragraph(capital(becauseText(wide, whole)))}${settleTexts(wide, whole).map((text) => paragraph(capital(text)))}
  </div> `;
}

interface Mark {
  readonly name: string;
  readonly verdict: Verdict;
}

/** Grade of a kept result by level of value: a table, since that is what it is. */
function matrix(leaf: Leaf, worth: Worth): Markup {
  const { words, wide } = leaf;
  const say = words.verdict.matrix;
  const marks: readonly Mark[] = [
    { name: say.whole, verdict: worth.whole },
    ...worth.usages.map(({ id, verdict }): Mark => ({ name: id, verdict })),
  ];
  const isPlaced = ({ verdict: { impact, value } }: Mark): boolean => impact.grade !== null && value !== null;
  const left = marks.filter((mark) => !isPlaced(mark)).map(({ name }) => name);
  const cell = (grade: Grade, level: (typeof levels)[number]): Child => {
    const own = marks.filter(({ verdict }) => verdict.impact.grade === grade && verdict.value === level);
    return own.length === 0
      ? html`<td><span class="unseen">${words.report.verdict.empty}</span></td>`
      : html`<td class="taken">${own.map(({ name }, at) => [at === 0 ? null : html`<br />`, name])}</td>`;
  };
  const rows = grades.map(
    (grade) =>
      html`<tr>
        <th scope="row"><b>${grade}</b> <span class="limit">${prose(limitText(wide, grade, worth))}</span></th>
        ${levels.map((level) => cell(grade, level))}
      </tr> `,
  );
  return html`${subheading(leaf, words.report.verdict.matrix)}
    <div class="scroll" role="group" tabindex="0" aria-label="${words.report.verdict.matrix}">
      <table class="matrix">
        <caption>
          ${capital(say.says)}
        </caption>
        <thead>
          <tr>
            <td></td>
            ${levels.map((level) => html`<th scope="col">${say.value} ${say.levels[level]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    ${left.length === 0 ? null : paragraph(say.notPlaced(left.join(', ')), 'note')}`;
}

function axes(leaf: Leaf, assessment: Assessment, { whole }: Worth): Markup {
  const { words, wide } = leaf;
  const say = words.verdict.label;
  const set = (texts: readonly string[]): Markup[] => texts.map(prose);
  return html`${subheading(leaf, words.report.verdict.axes)}
  ${terms([
    [capital(say.environment), set(environmentTexts(wide, assessment, whole))],
    [capital(say.economic), set(economicTexts(wide, assessment, whole))],
    [capital(say.social), set(socialTexts(wide, whole))],
  ])}`;
}

function decided(leaf: Leaf, assessment: Assessment, worth: Worth): Markup | null {
  const { words, lang, wide } = leaf;
  const say = words.verdict;
  const { whole, questions } = worth;
  const period = words.everyPeriod[assessment.scenario.period];
  const reasons = whole.dataQuality.reasons.map((reason) => reasonText(words, lang, reason)).join(' \u00b7 ');
  const { grade } = whole.dataQuality;
  const alternatives = whole.alternatives.map(({ name, meetsNeed, ghg }) =>
    say.alternative(
      name,
      say.meetsNeed[meetsNeed],
      `${formatRange(ghg, 'kgCO2e', { lang })}${ghg ? ` ${period}` : ''}`,
    ),
  );
  const open = formatInteger(questions.all - questions.answered, lang);
  return terms([
    [words.report.verdict.need, whole.need === null ? [] : [whole.need]],
    [words.report.verdict.alternatives, alternatives.map(prose)],
    [words.report.verdict.budget, [prose(budgetText(wide, assessment, whole))]],
    [
      words.report.verdict.quality,
      [
        prose(grade === null ? say.noQuality(reasons) : say.quality(grade, reasons)),
        prose(say.openQuestions(open, formatInteger(questions.all, lang))),
      ],
    ],
  ]);
}

function flips(leaf: Leaf, assessment: Assessment, { whole }: Worth): Markup | null {
  if (whole.agreement === null) return null;
  const { words, wide } = leaf;
  const texts = whole.breakEvens.slice(0, shownFlips).map((each) => flipText(wide, assessment, each));
  return html`${subheading(leaf, words.report.verdict.flips)}
  ${list((texts.length === 0 ? [words.verdict.flipsNever] : texts).map(prose))}`;
}

function byUsage(leaf: Leaf, { usages, samples }: Worth): Markup | null {
  const { words, wide } = leaf;
  if (usages.length === 0) return null;
  const head = words.report.column;
  return html`${subheading(leaf, words.report.verdict.usages)}
  ${table({
    caption: words.verdict.usages,
    heads: [head.usage, head.verdict, words.report.verdict.because, words.report.verdict.axes],
    rows: usages.map(({ id, verdict }) => [
      id,
      [badge(leaf, verdict.code), html`<br />`, prose(heldBy(wide, samples, verdict))],
      prose([becauseText(wide, verdict), ...settleTexts(wide, verdict)].join('; ')),
      brief(wide, verdict).map((text, at) => [at === 0 ? null : html`<br />`, prose(text)]),
    ]),
  })}`;
}

/** The verdict alone, or that there is none. */
export function verdictCard(leaf: Leaf, assessment: Assessment): Markup {
  const { report } = leaf.words;
  if (assessment.verdict) return card(leaf, assessment, assessment.verdict);
  return html`<div class="card open">
<p class="lead"><span class="badge open"><span aria-hidden="true">?</span> ${report.verdict.none}</span></p>
${paragraph(assessment.baseline.table ? report.verdict.noneOfTable : report.verdict.noneBecause)}</div>
`;
}

export function verdict(leaf: Leaf, assessment: Assessment): Markup {
  const worth = assessment.verdict;
  return section(
    leaf,
    'verdict',
    verdictCard(leaf, assessment),
    worth && [
      html`<div class="columns"><div>${matrix(leaf, worth)}</div><div>${flips(leaf, assessment, worth)}${axes(leaf, assessment, worth)}</div></div>
`,
      decided(leaf, assessment, worth),
      byUsage(leaf, worth),
    ],
  );
}
