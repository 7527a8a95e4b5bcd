/** One line of a source file with carets under the place that is wrong. */
import type { Place } from '../errors.ts';
import { escapeCharacter, isDangerous } from './safe.ts';
import { displayWidth } from './wrap.ts';

interface Sign {
  readonly text: string;
  readonly width: number;
  /** Whether the carets stand under it. */
  readonly marked: boolean;
}

const tabStop = 4;

/** Tabs become blanks up to the next stop, control characters their escapes: what is printed is what is measured. */
function signs(place: Place): Sign[] {
  const from = Math.max(0, place.column - 1);
  const to = from + Math.max(1, place.length);
  const all: Sign[] = [];
  let index = 0;
  let column = 0;
  for (const character of place.excerpt) {
    const text =
      character === '\t'
        ? ' '.repeat(tabStop - (column % tabStop))
        : isDangerous(character)
          ? escapeCharacter(character)
          : character;
    const width = displayWidth(text);
    all.push({ text, width, marked: index >= from && index < to });
    index += character.length;
    column += width;
  }
  // A place after the last character: something is missing at the end of the line.
  if (!all.some(({ marked }) => marked)) {
    all.push({ text: ' '.repeat(Math.max(0, from - index)), width: Math.max(0, from - index), marked: false });
    all.push({ text: ' ', width: 1, marked: true });
  }
  return all;
}

const widthOf = (all: readonly Sign[]): number => all.reduce((sum, { width }) => sum + width, 0);

const dots: Sign = { text: '...', width: 3, marked: false };

/** The part of the line around the marked place that fits; dots stand for what is cut. */
function window(all: readonly Sign[], room: number): readonly Sign[] {
  if (widthOf(all) <= room) return all;
  const first = all.findIndex(({ marked }) => marked);
  // A third of the room is left before the place, as context.
  let start = first;
  let used = 0;
  while (start > 0 && used + (all[start - 1]?.width ?? 0) <= Math.floor(room / 3)) {
    start -= 1;
    used += all[start]?.width ?? 0;
  }
  if (widthOf(all.slice(0, start)) <= dots.width) start = 0;
  const shown: Sign[] = start > 0 ? [dots] : [];
  let left = room - widthOf(shown);
  for (const [at, sign] of all.slice(start).entries()) {
    const isRest = widthOf(all.slice(start + at)) <= left;
    if (isRest) return [...shown, ...all.slice(start + at)];
    if (sign.width > left - dots.width) break;
    shown.push(sign);
    left -= sign.width;
  }
  return [...shown, dots];
}

export function excerpt(place: Place, room: number): { readonly source: string; readonly carets: string } {
  const shown = window(signs(place), Math.max(12, room));
  const first = shown.findIndex(({ marked }) => marked);
  const before = widthOf(shown.slice(0, Math.max(0, first)));
  const under = widthOf(shown.filter(({ marked }) => marked));
  return {
    source: shown
      .map(({ text }) => text)
      .join('')
      .trimEnd(),
    carets: ' '.repeat(before) + '^'.repeat(Math.max(1, under)),
  };
}
