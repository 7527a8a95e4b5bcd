/**
 * A check as a comment of a pull request: the verdict in its first words, one small table, the rest folded. Under 60 kB,
 * and the same bytes when nothing changed. The marker in its first line lets one comment be updated in place.
 */
import type { CheckReport } from '../../check-types.ts';
import type { Item } from '../../verdict/budget/types.ts';
import { checkWords } from '../../messages/check/index.ts';
import type { RenderOptions } from '../index.ts';
import { folded, fitting, markdown, table } from '../markdown-text.ts';
import { formatInteger, formatRange } from '../numbers.ts';
import { aboutLines, causesText, headline, itemWords, movedLines, reasonsOf } from './words.ts';

export const marker = '<!-- ai-footprint:check -->';

const mostBytes = 58_000;
const shownRows = 10;
const foldedRows = 100;

function rowsOf(items: readonly Item[], lang: RenderOptions['lang']): string[][] {
  return items.map((item) => {
    const said = itemWords(item, lang);
    return [said.outcome, markdown(said.owner), markdown(said.what), markdown(said.found), markdown(said.expected)];
  });
}

function todoOf(items: readonly Item[], lang: RenderOptions['lang']): string[] {
  return items.map((item) => {
    const said = itemWords(item, lang);
    const parts = [said.reason, said.since, said.todo, said.message].filter((part) => part !== '');
    return `- ${markdown(said.owner)}, ${markdown(said.what)}${checkWords(lang).colon}${parts.map(markdown).join('. ')}`;
  });
}

export function renderCheckMarkdown(report: CheckReport, { lang }: RenderOptions): string {
  const words = checkWords(lang);
  const { outcome, scenario, what, found, expected, before, now, cause } = words.columns;
  const head = [outcome || ' ', scenario, what, found, expected];
  const open = report.items.filter((item) => item.outcome !== 'pass');
  const first = open.slice(0, shownRows);
  const rest = [...open.slice(shownRows), ...report.items.filter((item) => item.outcome === 'pass')];
  const moved = movedLines(report);
  const more = (count: number): string[] => (count > 0 ? ['', words.more(formatInteger(count, lang))] : []);
  const blocks: string[][] = [
    [marker, `**${markdown(headline(report.decision, lang))}**`],
    ...(first.length === 0 ? [] : [table(head, rowsOf(first, lang)), todoOf(first, lang)]),
    ...(rest.length === 0
      ? []
      : [
          folded(words.details.limits(formatInteger(rest.length, lang)), [
            ...table(head, rowsOf(rest.slice(0, foldedRows), lang)),
            ...more(rest.length - foldedRows),
          ]),
        ]),
    ...(moved.length === 0
      ? []
      : [
          folded(words.details.scenarios(formatInteger(moved.length, lang)), [
            ...table(
              [scenario, before, now, cause],
              moved.slice(0, foldedRows).map((line) => {
                const unit = line.ghg?.unit ?? '';
                const trend = line.trend === null ? words.notComparable : words.trends[line.trend];
                const causes = [trend, causesText(line.compared, lang), ...reasonsOf(line, lang, 3)];
                return [
                  markdown(line.file),
                  markdown(formatRange(line.before, unit, { lang })),
                  markdown(formatRange(line.ghg?.total ?? null, unit, { lang })),
                  causes
                    .filter((each) => each !== '')
                    .map(markdown)
                    .join('; '),
                ];
              }),
            ),
            ...more(moved.length - foldedRows),
          ]),
        ]),
    folded(words.details.about, [
      ...aboutLines(report, lang).map((line) => `- ${markdown(line)}`),
      `- ${markdown(words.boundary)}`,
    ]),
  ];
  return `${fitting(blocks, mostBytes).join('\n').trimEnd()}\n`;
}
