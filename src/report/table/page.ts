/** What every block of the table shares: the words, the colours, the room. */
import type { Range } from '../../units.ts';
import type { Lang, Messages } from '../../messages/index.ts';
import type { Palette } from '../colour.ts';
import { flow, pad, wrap } from '../wrap.ts';

export interface Page {
  readonly words: Messages;
  readonly lang: Lang;
  readonly paint: Palette;
  readonly width: number;
  /** Between things on one line. */
  readonly dot: string;
}

/** A sentence behind a label, the following lines under the sentence; under the label where room is short. */
export function labelled(page: Page, label: string, text: string, hang = label.length + 2): string[] {
  const room = Math.min(hang, Math.floor(page.width / 3));
  const lead = `${label}${' '.repeat(Math.max(1, hang - label.length))}`;
  const [first = '', ...rest] = wrap(`${lead.replaceAll(' ', '\u00a0')}${text}`, page.width, room);
  const start = first.startsWith(label) ? page.paint.heading(label) + first.slice(label.length) : first;
  return [start, ...rest];
}

/** The same with short parts, which are not cut in two where a line can hold them. */
export function labelledParts(page: Page, label: string, parts: readonly string[]): string[] {
  const room = Math.min(label.length + 2, Math.floor(page.width / 3));
  const lines = flow(parts, page.dot, page.width - room, 0);
  const isShort = label.length < room;
  const lead = page.paint.heading(label) + pad('', room - label.length);
  const all = lines.map((line, at) => (at === 0 && isShort ? lead : ' '.repeat(room)) + line);
  return isShort ? all : [page.paint.heading(label), ...all];
}

/** Part of a whole as a row of signs; nothing for nothing. */
export function bar(share: number, room: number): string {
  return '#'.repeat(Math.max(0, Math.min(room, Math.round(share * room))));
}

/** Central value over central value; null where there is no whole to share. */
export function shareOf(part: Range | null | undefined, whole: Range | null): number | null {
  if (!part || !whole || whole.central <= 0 || part.central < 0) return null;
  return Math.min(1, part.central / whole.central);
}

/** Blocks with an empty line between them; those that hold nothing are none. */
export const pageText = (blocks: readonly (readonly string[])[]): string =>
  blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${line.trimEnd()}\n`).join(''))
    .join('\n');
