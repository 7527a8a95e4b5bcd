/** What each good practice leaves, one after the other, as a waterfall; how each is applied; what rises. */
import { criterionUnit, suggestedUpTo, type Assessment } from '../../assessment.ts';
import { exactly } from '../../units.ts';
import { formatChange, formatInteger, formatShare } from '../numbers.ts';
import { change, unchanged } from '../table/practice-changes.ts';
import { isApplied, left } from '../table/practice-path.ts';
import { remarks } from '../table/practices.ts';
import { together } from '../table/practices-together.ts';
import { figureWith, list, paragraph, section, sentences, subheading, type Leaf } from './blocks.ts';
import { chart, type Bar, type ChartRow } from './chart.ts';
import { central, withInterval } from './figures.ts';
import { html, prose, type Child, type Markup } from './markup.ts';

type Practices = NonNullable<Assessment['practices']>;
type Today = NonNullable<Assessment['baseline']['impacts']['ghg']['total']>;

const unit = criterionUnit.ghg;

/** What is left, and what went or came with this step. */
function bars(before: number, now: number): Bar[] {
  return [
    { from: 0, to: Math.min(before, now), tone: 'left' },
    ...(now < before ? [{ from: now, to: before, tone: 'cut' as const }] : []),
    ...(now > before ? [{ from: before, to: now, tone: 'added' as const }] : []),
  ];
}

function waterfall(leaf: Leaf, all: Practices, today: Today, bound: Assessment['baseline']['impacts']['ghg']['bound']) {
  const { words, lang } = leaf;
  const like = { magnitude: today.central };
  const applied = all.items.filter(isApplied);
  const head = words.report.column;
  let before = today.central;
  const steps = applied.map((item, at): ChartRow => {
    const from = before;
    before = item.pathGhg;
    return {
      name: `${at + 1} ${words.practices.names[item.id]}`,
      value: central(left(item, today), unit, { lang, bound, like }),
      bars: bars(from, item.pathGhg),
    };
  });
  const { total } = all.all.ghg;
  return figureWith(leaf, {
    title: words.report.practices.chart,
    chart: chart({
      describe: words.report.practices.chart,
      unit,
      magnitude: today.central,
      lang,
      rows: [
        {
          name: words.report.today,
          value: central(today, unit, { lang, bound }),
          bars: [{ from: 0, to: today.central, tone: 'left' }],
          strong: true,
        },
        ...steps,
      ],
    }),
    legend: [prose(words.report.practices.legend)],
    data: {
      caption: words.report.practices.chart,
      heads: [head.practice, head.alone, head.after, head.fairShare],
      rows: [
        [words.report.today, '', withInterval(today, unit, { lang, bound, unknown: words.unknown }), ''],
        ...applied.map((item): Child[] => {
          const share = item.shares.ghg ?? null;
          return [
            words.practices.names[item.id],
            prose(formatChange(item.aloneGhg, lang)),
            withInterval(item.path?.ghg.total ?? exactly(item.pathGhg), unit, {
              lang,
              bound,
              like,
              unknown: words.unknown,
            }),
            share === null ? '' : prose(formatShare(share, lang)),
          ];
        }),
        ...(total === null
          ? []
          : [
              [
                words.report.afterAll,
                '',
                withInterval(total, unit, { lang, bound: all.all.ghg.bound, like, unknown: words.unknown }),
                '',
              ],
            ]),
      ],
      figures: [1, 2, 3],
    },
  });
}

/** `/17` on a terminal. */
const divided = (text: string): string => text.replaceAll(/ \/(?=\d)/g, ' \u00f7 ');

/** Usages that a practice changes in the same way are told together. */
function how(leaf: Leaf, all: Practices): Markup | null {
  const { words, wide } = leaf;
  const items = all.items.filter(isApplied).map((item): Child => {
    const groups = new Map<string, string[]>();
    for (const usage of item.usages.filter(({ status }) => status === 'applies')) {
      const text = change(wide, item, usage).join(' \u00b7 ');
      groups.set(text, [...(groups.get(text) ?? []), usage.usage]);
    }
    const texts = [...groups].map(([text, names]): Child =>
      names.length === item.usages.length
        ? prose(text)
        : [html`<b>${names.join(', ')}</b>`, words.verdict.colon, ' ', prose(text)],
    );
    return [
      html`<b>${words.practices.names[item.id]}</b>`,
      texts.length === 1 ? html`<br />${texts}` : list(texts, 'plain'),
    ];
  });
  return items.length === 0 ? null : html`${subheading(leaf, words.report.practices.how)} ${list(items, 'steps')}`;
}

/** Nothing where no practice is stated, suggested or asked for. */
export function practices(leaf: Leaf, { practices: all, baseline }: Assessment): Markup | null {
  const { words, wide, lang } = leaf;
  const { total: today, bound } = baseline.impacts.ghg;
  if (!today) return null;
  if (!all) {
    const { length } = baseline.usages;
    return length > suggestedUpTo
      ? section(leaf, 'practices', paragraph(words.practices.notSuggested(formatInteger(length, lang))))
      : null;
  }
  const others = list(
    sentences(
      unchanged(
        wide,
        all.items.filter((item) => !isApplied(item)),
      ),
    ),
    'notes',
  );
  if (!all.items.some(isApplied)) return section(leaf, 'practices', paragraph(words.report.practices.none), others);
  return section(
    leaf,
    'practices',
    html`<p class="sum">${sentences(together(wide, all, today).map(divided))}</p> `,
    waterfall(leaf, all, today, bound),
    list(sentences(remarks(wide, all)), 'notes warning'),
    how(leaf, all),
    others,
  );
}
