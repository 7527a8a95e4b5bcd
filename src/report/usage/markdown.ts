/** The footprint of a log for a wiki or a pull request. */
import { criteria } from '../../assessment.ts';
import { messages, type Lang } from '../../messages/index.ts';
import { usageWords } from '../../messages/usage/index.ts';
import type { Metered, MeteredFigures } from '../../metered/types.ts';
import type { AgainstPlan } from '../../metered/plan.ts';
import { markdown, table } from '../markdown-text.ts';
import { formatInteger, formatRange, formatShare } from '../numbers.ts';
import { boundMark } from '../table/cells.ts';
import type { UsageRenderOptions } from './index.ts';
import { planBound, planCells, planNote } from './plan.ts';
import { countText, daysText, impactText, keyText, readingText, restText, shownGroups, sent, silentText, sizeText, treatedText, leftOutRows, unmappedText, volumeText, written } from './words.ts'; // prettier-ignore

function figureRows(
  heads: readonly string[],
  rows: readonly (MeteredFigures & { readonly names: readonly string[]; readonly share: number | null })[],
  { lang }: UsageRenderOptions,
): string[] {
  const { columns } = usageWords(lang);
  const isMoney = rows.some(({ money }) => money);
  const sizes = isMoney ? [columns.spend] : [columns.requests, columns.in, columns.out];
  const head = [...heads, ...sizes, columns.energy, columns.ghg, columns.share];
  return table(
    head.map((each) => (each === '' ? ' ' : markdown(each))),
    rows.map((row) =>
      [
        ...row.names,
        ...(isMoney
          ? [volumeText(row, lang)]
          : [row.counted.requests, sent(row), written(row)].map((count) => countText(count, lang))),
        impactText(row, 'energy', lang),
        impactText(row, 'ghg', lang),
        row.share === null ? '' : formatShare(row.share, lang),
      ].map(markdown),
    ),
  );
}

function planBlocks(against: AgainstPlan, lang: Lang): string[] {
  const { head, rows } = planCells(against, lang);
  const bound = planBound(against, lang);
  const cells = rows.map((row) => row.map(markdown));
  return [
    `**${markdown(usageWords(lang).plan.heading)}**`,
    table(
      head.map((each) => (each === '' ? ' ' : markdown(each))),
      cells,
    ).join('\n'),
    ...(bound === null ? [] : [markdown(bound)]),
    markdown(planNote(against, lang)),
  ];
}

export function renderMarkdown(metered: Metered, options: UsageRenderOptions): string {
  const { lang, top = Number.MAX_SAFE_INTEGER } = options;
  const words = messages(lang);
  const say = usageWords(lang);
  const { whole, by, trend, unmapped, assessment } = metered;
  const title = [assessment.scenario.name, daysText(metered, lang), sizeText(metered, lang)].map(markdown).join(' · ');
  const left = leftOutRows(metered);
  const impacts = table(
    [' ', markdown(words.perPeriod.once)],
    criteria.map((criterion) => {
      const { total, unit, bound } = whole.impacts[criterion];
      const figure = total === null ? words.unknown : boundMark(bound) + formatRange(total, unit, { lang });
      return [markdown(words.criteria[criterion]), markdown(figure)];
    }),
  );
  const rest = restText(metered, top, lang);
  const list = (lines: readonly string[]): string => lines.map((line) => `- ${markdown(line)}`).join('\n');
  const notes = [...readingText(metered, lang), ...treatedText(metered, lang), ...silentText(metered, lang)];
  const months = trend.map((month) => ({ ...month, names: keyText([month.month], lang), share: null }));
  const blocks = [
    `### ${title}`,
    unmapped.length === 0
      ? ''
      : `**${markdown(say.heading.unmapped)}**\n\n${list(unmapped.map((each) => unmappedText(each, lang)))}`,
    impacts.join('\n'),
    left === 0 ? '' : markdown(say.partial(formatInteger(left, lang), left)),
    by.length === 0
      ? ''
      : figureRows(
          by,
          shownGroups(metered)
            .slice(0, top)
            .map((group) => ({ ...group, names: keyText(group.key, lang) })),
          options,
        ).join('\n'),
    rest === null ? '' : markdown(rest),
    months.length === 0 || (by.length === 1 && by[0] === 'month') ? '' : figureRows([''], months, options).join('\n'),
    ...(metered.plan ? planBlocks(metered.plan, lang) : []),
    list(notes),
    markdown(words.legend.interval),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
