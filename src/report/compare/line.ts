/** A ranking in one sentence a section. */
import { messages } from '../../messages/index.ts';
import type { Ranking } from '../../ranking/types.ts';
import type { RenderOptions } from '../index.ts';
import { formatInteger, formatRange, formatShare } from '../numbers.ts';
import { concentrationText, figureOf, rowName, wholeText } from './words.ts';

export function renderLine(ranking: Ranking, { lang }: RenderOptions): string {
  const words = messages(lang);
  const { compare } = words;
  const lines = ranking.sections.map((section) => {
    const [first] = section.rows;
    const figure = first && figureOf(first, ranking);
    const share = figure?.share ?? null;
    const most =
      first && figure?.total && section.all > 1
        ? `${rowName(first.name, ranking, lang)}, ${formatRange(figure.total, figure.unit, { lang })}` +
          (share === null ? '' : ` (${formatShare(share, lang)})`)
        : null;
    return compare.sentence({
      count: formatInteger(section.all, lang),
      thing: compare.things[ranking.by](section.all),
      total: wholeText(section, ranking.criterion, lang) ?? compare.totalUnknown,
      period: words.everyPeriod[section.period],
      few: concentrationText(section, ranking, lang),
      most,
    });
  });
  return `${lines.join('\n')}\n`;
}
