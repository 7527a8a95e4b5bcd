/** Width of text on a terminal, and the two ways to make it fit: clip a name, wrap a sentence. */

/**
 * Letters and marks of Latin scripts, the punctuation and blocks that the reports use, and what stands in for a cell while a
 * table is drawn (table/grid.ts): one sign, one column.
 */
const simple = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2015\u2018-\u2027\u202f\u2580-\u2593\ue000-\uf8ff]*$/;
/** Made when a text needs it: it takes as long to make as a table to print. */
let segmenter: Intl.Segmenter | undefined;

function graphemes(text: string): string[] {
  if (simple.test(text)) return [...text];
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), (each) => each.segment);
}

function graphemeWidth(grapheme: string): number {
  const wide =
    /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|^\p{Emoji_Presentation}|\ufe0f/u;
  if (wide.test(grapheme)) return 2;
  return /^[\p{Mn}\p{Me}\u200d]+$/u.test(grapheme) ? 0 : 1;
}

/** Columns that a text without escape sequences takes. */
export function displayWidth(text: string): number {
  if (simple.test(text)) return text.length;
  return graphemes(text).reduce((sum, each) => sum + graphemeWidth(each), 0);
}

/** Longest beginning of a text that fits. At least one sign, so that a loop over the rest ends. */
function head(text: string, width: number): string {
  let used = 0;
  let taken = '';
  for (const each of graphemes(text)) {
    used += graphemeWidth(each);
    if (used > width && taken !== '') break;
    taken += each;
  }
  return taken;
}

function tail(text: string, width: number): string {
  let used = 0;
  let taken = '';
  for (const each of graphemes(text).toReversed()) {
    used += graphemeWidth(each);
    if (used > width) break;
    taken = each + taken;
  }
  return taken;
}

/** Shortens a name in its middle: names of a series differ at their end. */
export function clip(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  if (width <= 5) return head(text, width).slice(0, Math.max(0, width));
  const room = width - 3;
  const end = Math.floor(room / 2);
  return `${head(text, room - end)}...${tail(text, end)}`;
}

export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

export function padLeft(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

const glue = '\u00a0';

/** Blanks that must not become a line break: an indent, inside an interval, and between a number and what it counts. */
function glued(text: string): string {
  return text
    .replace(/^ +/, (blanks) => glue.repeat(blanks.length))
    .replace(/\[[\d<>][^[\]]{0,40}\]/g, (interval) => interval.replaceAll(' ', glue))
    .replace(/(?<=\d\*?) (?=\S)/g, glue)
    .replace(/ (?=[;:!?](?:\s|$))/g, glue);
}

/**
 * Breaks a sentence into lines of at most `width` columns. `hang` columns are kept free for the lines after the first.
 * A word longer than a line is cut; blanks stay where the line does not end.
 */
export function wrap(text: string, width: number, hang = 0): string[] {
  const lines: string[] = [];
  const indent = ' '.repeat(hang);
  let line = '';
  for (const word of glued(text).split(' ')) {
    let rest = word;
    const start = lines.length === 0 ? '' : indent;
    const joined = line === '' ? start + rest : `${line} ${rest}`;
    if (displayWidth(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    const room = (): number => Math.max(1, width - (lines.length === 0 ? 0 : hang));
    if (displayWidth(rest) > room()) {
      // One way through the word: measuring what is left at every cut would take the square of its length.
      let part = '';
      let used = 0;
      for (const each of graphemes(rest)) {
        const columns = graphemeWidth(each);
        if (used + columns > room() && part !== '') {
          lines.push((lines.length === 0 ? '' : indent) + part);
          part = '';
          used = 0;
        }
        part += each;
        used += columns;
      }
      rest = part;
    }
    line = rest === '' ? '' : (lines.length === 0 ? '' : indent) + rest;
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines.map((each) => each.replaceAll(glue, ' ').trimEnd());
}

/** Short parts one after the other; a new line rather than a part cut in two. `hang` as in `wrap`. */
export function flow(parts: readonly string[], dot: string, width: number, hang: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    const joined = line === '' ? part : `${line}${dot}${part}`;
    if (displayWidth(joined) <= width) {
      line = joined;
      continue;
    }
    if (displayWidth(line) > width) {
      // What a long part leaves of its last line has room for the next one.
      const cut = wrap(line, width, hang);
      lines.push(...cut.slice(0, -1));
      line = cut.at(-1) ?? '';
      if (displayWidth(`${line}${dot}${part}`) <= width) {
        line = `${line}${dot}${part}`;
        continue;
      }
    }
    if (line !== '') lines.push(...wrap(line, width, hang));
    line = (lines.length === 0 ? '' : ' '.repeat(hang)) + part;
  }
  return [...lines, ...(line === '' ? [] : wrap(line, width, hang))];
}
