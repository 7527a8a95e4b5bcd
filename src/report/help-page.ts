/** A page of `help TOPIC`, and the first steps, as text. */
import type { Block, HelpWords, Page } from '../messages/help/index.ts';
import { palette } from './colour.ts';
import type { RenderOptions } from './index.ts';
import { renderRows } from './name-rows.ts';
import { wrap } from './wrap.ts';

function blockText(block: Block, width: number): string {
  if (typeof block === 'string') return `${wrap(block, width).join('\n')}\n`;
  // Lines to copy and addresses are never broken.
  const unbroken = (lines: readonly string[]): string => lines.map((line) => `    ${line}\n`).join('');
  if ('code' in block) return unbroken(block.code);
  return 'links' in block ? unbroken(block.links) : renderRows(block.rows, width, { indent: 2 });
}

export function renderPage(name: string, { title, blocks }: Page, { width, colour }: RenderOptions): string {
  const paint = palette(colour);
  const head = wrap(`${name}: ${title}`, width).map((line) => `${paint.heading(line)}\n`);
  return [head.join(''), ...blocks.map((block) => blockText(block, width))].join('\n');
}

/** The three commands of the first five minutes. */
export function renderFirstSteps(words: HelpWords['firstSteps'], { width }: RenderOptions): string {
  const rows = [
    ['ai-footprint init chat.yaml', words.rows.init],
    ['ai-footprint assess chat.yaml', words.rows.assess],
    ['ai-footprint report chat.yaml -o chat.html', words.rows.report],
  ] as const;
  return [
    `${wrap(words.title, width).join('\n')}\n`,
    renderRows(rows, width, { indent: 2 }),
    `${wrap(words.more, width).join('\n')}\n`,
  ].join('\n');
}
