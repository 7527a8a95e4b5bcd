/** A ranking for a wiki or a pull request: the notes, and a table a section. */
import { messages } from '../../messages/index.ts';
import type { RankedRow, Ranking, Section } from '../../ranking/types.ts';
import type { RenderOptions } from '../index.ts';
import { markdown, table } from '../markdown-text.ts';
import { formatInteger, formatRange } from '../numbers.ts';
import { boundMark } from '../table/cells.ts';
import { changeText, closingNotes, countText, figureOf, notesOf, perUnitText, restText, rowName, shareText, wholeText } from './words.ts'; // prettier-ignore

/** Its head, and its cell of a row. */
type Column = readonly [string, (row: RankedRow) => string];

function rowsOf(section: Section, ranking: Ranking, { lang }: RenderOptions): string[] {
  const words = messages(lang);
  const { compare } = words;
  const total = (row: RankedRow): string => {
    const figure = figureOf(row, ranking);
    return figure?.total ? boundMark(figure.bound) + formatRange(figure.total, figure.unit, { lang }) : words.unknown;
  };
  const when = (isShown: boolean, column: Column): Column[] => (isShown ? [column] : []);
  const { columns: heads } = compare;
  const columns: readonly Column[] = [
    [' ', ({ rank }) => formatInteger(rank, lang)],
    [compare.things[ranking.by](1), ({ name }) => rowName(name, ranking, lang)],
    [words.criteriaInText[ranking.criterion], total],
    ...when(section.perUnitRefusal === null, [
      heads.perUnit(section.functionalUnit ?? ''),
      (row) => perUnitText(row, ranking, lang),
    ]),
    [heads.share, (row) => shareText(row, ranking, lang)],
    ...when(section.baseline !== null, [heads.change, (row) => changeText(row, ranking, lang)]),
    [heads.grade, ({ grade }) => grade ?? '-'],
    ...when(
      section.rows.some(({ verdict }) => verdict !== null),
      [heads.verdict, ({ verdict }) => (verdict === null ? '-' : words.verdict.codes[verdict])],
    ),
    ...when(
      section.rows.some(({ dominatedBy }) => dominatedBy !== null),
      [heads.dominated, ({ dominatedBy }) => (dominatedBy === null ? '' : rowName(dominatedBy, ranking, lang))],
    ),
  ];
  return table(
    columns.map(([head]) => (head === ' ' ? head : markdown(head))),
    section.rows.map((row) => columns.map(([, cellOf]) => markdown(cellOf(row)))),
  );
}

export function renderMarkdown(ranking: Ranking, options: RenderOptions): string {
  const { lang } = options;
  const { compare } = messages(lang);
  const blocks = ranking.sections.map((section) => {
    const whole = wholeText(section, ranking.criterion, lang);
    const facts = [
      compare.sections[section.period],
      countText(section.all, ranking, lang),
      whole === null ? compare.totalUnknown : compare.inAll(whole),
    ];
    const rest = restText(section, lang);
    return [
      `### ${markdown(facts.join(' · '))}`,
      '',
      ...(section.rows.length === 0 ? [markdown(compare.nothing)] : rowsOf(section, ranking, options)),
      '',
      ...[...(rest === null ? [] : [rest]), ...notesOf(section, ranking, lang)].map((note) => `- ${markdown(note)}`),
    ].join('\n');
  });
  return `${[...blocks, markdown(closingNotes(ranking, lang).join(' · '))].join('\n\n')}\n`;
}
