/** A diff as Markdown: the answer first, the rows in a table, the reasons, the balance sheet. */
import { diffWords } from '../../messages/diff/index.ts';
import type { DiffReport } from '../../diff.ts';
import type { RenderOptions } from '../index.ts';
import { fitting, folded, markdown, table } from '../markdown-text.ts';
import { answer, changeOf, rowName, sheetWords, valueText, whyLines } from './words.ts';

export const diffMarker = '<!-- ai-footprint:diff -->';

const mostBytes = 58_000;
const mostRows = 100;

export function renderDiffMarkdown(report: DiffReport, { lang }: RenderOptions): string {
  const words = diffWords(lang);
  const { before, after, change } = words.columns;
  const rows = report.rows
    .slice(0, mostRows)
    .map((row) =>
      [
        rowName(row, report, lang),
        valueText(row.before, row, lang),
        valueText(row.after, row, lang),
        changeOf(row, lang),
      ].map(markdown),
    );
  const why = whyLines(report, lang);
  const blocks: string[][] = [
    [diffMarker, `**${markdown(answer(report, lang))}**`, '', markdown(words.between(report.before, report.after))],
    rows.length === 0 ? [words.nothing] : table([' ', before, after, change], rows),
    why.map((line) => `- ${markdown(line)}`),
    ...report.sheets.map((sheet) => {
      const said = sheetWords(sheet, lang);
      const { parameter, before: then, after: now, note } = words.sheet.columns;
      return folded(`${words.heading.sheet}: ${markdown(sheet.usage)}`, [
        ...table(
          [parameter, then, now, note],
          said.rows.map((row) => row.map(markdown)),
        ),
        '',
        ...(said.conclusion === '' ? [] : [markdown(said.conclusion)]),
        words.sheet.alone,
      ]);
    }),
    [report.common ? words.onCommon : words.noInterval],
  ];
  return `${fitting(
    blocks.filter((block) => block.length > 0),
    mostBytes,
  )
    .join('\n')
    .trimEnd()}\n`;
}
