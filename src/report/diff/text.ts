/** A diff for a terminal: the answer, the rows that changed, why, and the balance sheet. */
import { diffWords } from '../../messages/diff/index.ts';
import type { DiffReport } from '../../diff.ts';
import { palette } from '../colour.ts';
import type { RenderOptions } from '../index.ts';
import { formatInteger } from '../numbers.ts';
import { safe } from '../safe.ts';
import { clip, displayWidth, pad, wrap } from '../wrap.ts';
import { answer, changeOf, rowName, sheetWords, valueText, whyLines } from './words.ts';

const mostRows = 40;

/** Columns that are wrapped where they do not fit: nothing of a balance sheet is cut off. */
function columns(rows: readonly (readonly string[])[], width: number): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const wanted = Array.from({ length: count }, (_, at) => Math.max(...rows.map((row) => displayWidth(row[at] ?? ''))));
  const room = width - 2 * (count - 1);
  const widths = [...wanted];
  while (widths.reduce((sum, each) => sum + each, 0) > room) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= 8) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return rows.flatMap((row) => {
    const cells = widths.map((room, at) => wrap(row[at] ?? '', room).map((line) => clip(line, room)));
    const height = Math.max(1, ...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, at) =>
      cells
        .map((lines, column) => pad(lines[at] ?? '', widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  });
}

export function renderDiffText(report: DiffReport, { lang, width, colour }: RenderOptions): string {
  const words = diffWords(lang);
  const paint = palette(colour);
  const { rows } = report;
  const lines: string[] = [
    ...wrap(words.between(safe(report.before), safe(report.after)), width, 2),
    ...wrap(answer(report, lang), width, 2).map(paint.heading),
  ];
  if (rows.length === 0) lines.push('', words.nothing);
  else {
    const { figure, before, after, change } = words.columns;
    const cells = rows
      .slice(0, mostRows)
      .map((row) => [
        rowName(row, report, lang),
        valueText(row.before, row, lang),
        valueText(row.after, row, lang),
        changeOf(row, lang),
      ]);
    const [head = '', ...body] = columns([[figure, before, after, change], ...cells], width);
    lines.push('', paint.faint(head), ...body);
    if (rows.length > mostRows) lines.push(words.more(formatInteger(rows.length - mostRows, lang)));
    if (report.same > 0) lines.push(words.equal(formatInteger(report.same, lang)));
    lines.push(...wrap(report.common ? words.onCommon : words.noInterval, width, 2).map(paint.faint));
  }
  const why = whyLines(report, lang);
  if (why.length > 0)
    lines.push('', paint.heading(words.heading.why), ...why.flatMap((line) => wrap(`  ${line}`, width, 4)));
  for (const sheet of report.sheets) {
    const said = sheetWords(sheet, lang);
    const { parameter, before, after, note } = words.sheet.columns;
    const title = report.sheets.length > 1 ? `${words.heading.sheet} · ${safe(sheet.usage)}` : words.heading.sheet;
    const [head = '', ...body] = columns([[parameter, before, after, note], ...said.rows], width);
    lines.push('', paint.heading(title), paint.faint(head), ...body);
    lines.push(...wrap(words.sheet.alone, width, 2).map(paint.faint));
    if (said.isAssumed) lines.push(paint.faint(words.sheet.assumed));
    if (said.conclusion !== '') lines.push(...wrap(said.conclusion, width, 2));
  }
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}
