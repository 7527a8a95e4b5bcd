/** Collects what is wrong or suspect in a scenario, each at its place, in the order of the file. */
import type { Warning } from '../assessment.ts';
import { problem } from '../errors.ts';
import type { ErrorCode, Place, Problem } from '../errors.ts';
import { pathText } from './text/place.ts';
import type { Path, Target } from './text/place.ts';

type Arguments<Code extends ErrorCode> = Parameters<typeof problem<Code>>[1];

type Locate = (path: Path, on?: Target) => Place | undefined;

/** Files in the order of reading, then lines, then columns; what has no place comes first. */
function inFileOrder(files: readonly string[]): (left: { place?: Place }, right: { place?: Place }) => number {
  const rank = new Map(files.map((file, index) => [file, index]));
  const key = (place: Place | undefined): readonly [number, number, number] =>
    place ? [rank.get(place.file) ?? files.length, place.line, place.column] : [-1, 0, 0];
  return (left, right) => {
    const [a, b] = [key(left.place), key(right.place)];
    return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
  };
}

export class Findings {
  readonly #locate: Locate;
  readonly #problems: Problem[] = [];
  readonly #warnings: { readonly warning: Warning; readonly place?: Place }[] = [];

  constructor(locate: Locate, problems: readonly Problem[] = []) {
    this.#locate = locate;
    this.#problems.push(...problems);
  }

  report<Code extends ErrorCode>(code: Code, args: Arguments<Code>, path: Path, on: Target = 'value'): void {
    this.#problems.push(problem(code, args, { path: pathText(path), place: this.#locate(path, on) }));
  }

  warn(code: string, message: string, path: Path): void {
    const place = this.#locate(path);
    const where = place ? { file: place.file, line: place.line } : {};
    this.#warnings.push({ warning: { code, message, path: pathText(path), ...where }, ...(place ? { place } : {}) });
  }

  /** Where a path stands, or its nearest parent. */
  placeOf(path: Path): Place | undefined {
    return this.#locate(path);
  }

  get isClean(): boolean {
    return this.#problems.length === 0;
  }

  /** The line of a path, for messages that name a second place. */
  lineOf(path: Path): number {
    return this.#locate(path)?.line ?? 0;
  }

  /** A fault of `defaults` or of an anchor shows in every usage that takes it, and is told once. */
  problems(files: readonly string[]): readonly Problem[] {
    const seen = new Set<string>();
    return this.#problems.toSorted(inFileOrder(files)).filter(({ code, message, place }) => {
      if (!place) return true;
      // One place can lack several keys, and each is worth a line.
      const identity = [place.file, place.line, place.column, code, code === 'missing-key' ? message : ''].join('\0');
      return !seen.has(identity) && seen.add(identity);
    });
  }

  warnings(files: readonly string[]): readonly Warning[] {
    const seen = new Set<string>();
    return this.#warnings
      .toSorted(inFileOrder(files))
      .map(({ warning, place }) => ({
        warning,
        identity: place ? [place.file, place.line, place.column, warning.code].join('\0') : warning.path,
      }))
      .filter(({ identity }) => !seen.has(identity) && seen.add(identity))
      .map(({ warning }) => warning);
  }
}
