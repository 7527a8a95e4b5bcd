/** Paths inside a document, and offsets in a text as places that an error can print. */
import { LineCounter } from 'yaml';
import type { Place } from '../../errors.ts';

/** Names and indices from the root of a document down. */
export type Path = readonly (string | number)[];

/** What of a pair to underline: unknown keys point at the key, bad values at the value. */
export type Target = 'key' | 'value';

/** `['usages', 0, 'tokens', 'input']` as `usages[0].tokens.input`. */
export function pathText(path: Path): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else text += text === '' ? part : `.${part}`;
  }
  return text;
}

/** The reverse of `pathText`, for paths made of names and indices. */
export function parsePath(text: string): Path {
  return [...text.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) =>
    index === undefined ? (name ?? '') : Number(index),
  );
}

/** Offsets of one text as places. */
export class Lines {
  readonly #file: string;
  readonly #text: string;
  readonly #counter = new LineCounter();

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
    this.#counter.addNewLine(0);
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#counter.addNewLine(at + 1);
  }

  /** The place of the characters from `start` up to `end`; what lies on later lines is not underlined. */
  place(start: number, end: number): Place {
    const { line, col } = this.#counter.linePos(Math.min(start, this.#text.length));
    const lineStart = this.#counter.lineStarts[line - 1] ?? 0;
    const lineEnd = (this.#counter.lineStarts[line] ?? this.#text.length + 1) - 1;
    const excerpt = this.#text.slice(lineStart, lineEnd).replace(/\r$/, '');
    const last = Math.min(end - lineStart, excerpt.length);
    return { file: this.#file, line, column: col, length: Math.max(1, last - (col - 1)), excerpt };
  }
}
