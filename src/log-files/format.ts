/** How a file is written, from its beginning: names of files lie, and a stream has none. */
import type { Pieces } from './records.ts';

export type FileFormat = 'csv' | 'jsonl' | 'json' | 'empty';

/** More than a first line of this length is not waited for. */
const longestStart = 1_000_000;

function formatOf(start: string, isWhole: boolean): FileFormat | undefined {
  const text = start.trimStart();
  if (text === '') return isWhole ? 'empty' : undefined;
  if (text.startsWith('[')) return 'json';
  const end = text.indexOf('\n');
  if (end < 0 && !isWhole && start.length < longestStart) return undefined;
  if (!text.startsWith('{')) return 'csv';
  const first = end < 0 ? text : text.slice(0, end);
  // Where the first line leaves something open, the value goes on below; a line that was cut off ends in the middle.
  return /[{[,:]\s*$/.test(first) ? 'json' : 'jsonl';
}

/** The format, and the pieces with those that were looked at. */
export async function sniffed(pieces: Pieces): Promise<{ readonly format: FileFormat; readonly pieces: Pieces }> {
  const iterator = pieces[Symbol.asyncIterator]();
  let start = '';
  let format: FileFormat | undefined;
  while (format === undefined) {
    const next = await iterator.next();
    if (next.done === true) format = formatOf(start, true);
    else {
      start += next.value;
      format = formatOf(start, false);
    }
    if (next.done === true) break;
  }
  async function* again(): Pieces {
    if (start !== '') yield start;
    for (;;) {
      const next = await iterator.next();
      if (next.done === true) return;
      yield next.value;
    }
  }
  return { format: format ?? 'empty', pieces: again() };
}
