/** The help of a command, as text. */
import { palette } from './colour.ts';
import type { RenderOptions } from './index.ts';
import { renderRows } from './name-rows.ts';
import { wrap } from './wrap.ts';

export interface CommandHelp {
  /** "Usage:", and how the command is written. */
  readonly usage: readonly [string, string];
  readonly about: string;
  /** Names with what they are; a section without rows is left out. */
  readonly sections: readonly { readonly title: string; readonly rows: readonly (readonly [string, string])[] }[];
  /** Lines to copy, which are never broken. */
  readonly examples: { readonly title: string; readonly lines: readonly string[] };
}

export function renderCommandHelp({ usage, about, sections, examples }: CommandHelp, options: RenderOptions): string {
  const { width, colour } = options;
  const { heading } = palette(colour);
  return [
    `${heading(usage[0])} ${usage[1]}\n`,
    `${wrap(about, width).join('\n')}\n`,
    ...sections
      .filter(({ rows }) => rows.length > 0)
      .map(({ title, rows }) => `${heading(title)}\n${renderRows(rows, width, { indent: 2 })}`),
    `${heading(examples.title)}\n${examples.lines.map((line) => `  ${line}\n`).join('')}`,
  ].join('\n');
}
