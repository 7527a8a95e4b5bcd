/** Names with what they are, in two columns. */
import { displayWidth, pad, wrap } from './wrap.ts';

/** Columns that the text needs beside the names; with fewer it stands below them. */
const narrowText = 24;

/** @param rows name and text; the text is wrapped under itself. */
export function renderRows(
  rows: readonly (readonly [string, string])[],
  width: number,
  { indent = 0 }: { readonly indent?: number } = {},
): string {
  const blank = ' '.repeat(indent);
  const column = Math.max(...rows.map(([name]) => displayWidth(name))) + 2;
  const room = width - indent - column;
  return rows
    .flatMap(([name, text]) =>
      room < narrowText
        ? [blank + name, ...wrap(text, width - indent - 4).map((line) => `${blank}    ${line}`)]
        : wrap(text, room).map((line, at) => blank + pad(at === 0 ? name : '', column) + line),
    )
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}
