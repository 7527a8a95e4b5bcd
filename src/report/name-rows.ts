/** Names with what they are, in two columns. */
import { displayWidth, pad, wrap } from './wrap.ts';

/** @param rows name and text; the text is wrapped under itself. */
export function renderRows(rows: readonly (readonly [string, string])[], width: number): string {
  const column = Math.max(...rows.map(([name]) => displayWidth(name))) + 2;
  return rows
    .flatMap(([name, text]) => wrap(text, width - column).map((line, at) => pad(at === 0 ? name : '', column) + line))
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}
