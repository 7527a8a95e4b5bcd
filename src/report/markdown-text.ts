/** Pieces of Markdown as GitHub and GitLab read it: names from a file can neither mark up nor link nor call anybody. */
import { safe } from './safe.ts';

/** Text that shows as it is, also in a cell of a table. `@name` and `#12` would notify and link. */
export function markdown(text: string): string {
  return safe(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]|~]/g, '\\$&')
    .replace(/[@#](?=\w)/g, '$&\u200c')
    .replace(/:\/\//g, ':\u200c//')
    .replace(/\bwww\./gi, 'www\u200c.')
    .replace(/^(?=[-+=!]|\d+[.)](?:\s|$))/, '\u200c');
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [tableRow(head), tableRow(head.map(() => '---')), ...rows.map(tableRow)];
}

/** A part that is opened when it is wanted. */
export function folded(title: string, lines: readonly string[]): string[] {
  return ['<details>', `<summary>${title}</summary>`, '', ...lines, '', '</details>'];
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** As many blocks as fit, in order: a comment that is too long is refused whole. */
export function fitting(blocks: readonly (readonly string[])[], limit: number): string[] {
  const kept: string[] = [];
  let bytes = 0;
  for (const block of blocks) {
    const size = bytesOf(`${block.join('\n')}\n\n`);
    if (bytes + size > limit) continue;
    bytes += size;
    kept.push(...block, '');
  }
  return kept;
}
