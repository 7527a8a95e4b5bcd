/** Errors as a person reads them on stderr, and as a machine reads them. The error block is described in STYLE. */
import type { Place, Problem } from '../errors.ts';
import { messages, type Lang } from '../messages/index.ts';
import { palette, type Palette } from './colour.ts';
import { excerpt } from './excerpt.ts';
import { safe } from './safe.ts';
import { wrap } from './wrap.ts';

export interface ProblemOptions {
  readonly colour: boolean;
  readonly width: number;
  readonly lang?: Lang;
}

/** Line numbers up to 99 share one gutter, so that the blocks of a usual scenario are aligned. */
const smallestGutter = 2;

function located(place: Place, gutter: number, width: number, paint: Palette): string[] {
  const blank = ' '.repeat(gutter);
  const number = String(place.line).padStart(gutter);
  // The text of a log is nobody's to see: its line is named, and not shown.
  if (place.length === 0 && place.excerpt === '')
    return [`${blank}${paint.faint('-->')} ${safe(place.file)}:${place.line}`];
  const { source, carets } = excerpt(place, width - gutter - 3);
  return [
    `${blank}${paint.faint('-->')} ${safe(place.file)}:${place.line}:${place.column}`,
    paint.faint(`${blank} |`),
    `${paint.faint(`${number} |`)} ${source}`.trimEnd(),
    `${paint.faint(`${blank} |`)} ${paint.error(carets)}`,
  ];
}

function block(problem: Problem, options: ProblemOptions, paint: Palette): string[] {
  const { width, lang = 'en' } = options;
  const words = messages(lang).problems;
  const { place } = problem;
  const gutter = Math.max(smallestGutter, String(place?.line ?? 0).length);
  const title = `${words.error}[${problem.code}]:`;
  const note = (label: string, text: string | undefined): string[] => {
    if (text === undefined) return [];
    const indent = gutter + 1;
    const hang = indent + label.length + 2;
    const lines = wrap(`${label}: ${safe(text)}`, width - indent, hang - indent);
    return lines.map(
      (line, at) => ' '.repeat(indent) + (at === 0 ? paint.heading(`${label}:`) + line.slice(label.length + 1) : line),
    );
  };
  const [first = '', ...rest] = wrap(`${title} ${safe(problem.message)}`, width, 2);
  // The title is painted apart from the message; a narrow window may have cut it, and then it stays plain.
  const head = first.startsWith(title) ? paint.error(title) + first.slice(title.length) : first;
  return [
    head,
    ...rest,
    ...(place ? located(place, gutter, width, paint) : []),
    ...note(words.why, problem.why),
    ...note(words.fix, problem.fix),
  ];
}

function count(problems: readonly Problem[], lang: Lang): string {
  const words = messages(lang).problems;
  const files = new Set(problems.flatMap(({ place }) => (place ? [place.file] : [])));
  const [only] = files;
  if (only === undefined) return words.nowhere(problems.length);
  return files.size === 1 ? words.inFile(problems.length, safe(only)) : words.inFiles(problems.length, files.size);
}

/** One problem in its block. */
export const renderProblem = (problem: Problem, options: ProblemOptions): string =>
  `${block(problem, options, palette(options.colour)).join('\n')}\n`;

/** Every problem in its block, a blank line between, and how many there are. */
export function renderProblems(problems: readonly Problem[], options: ProblemOptions): string {
  const blocks = problems.map((problem) => renderProblem(problem, options));
  return `${blocks.join('\n')}\n${count(problems, options.lang ?? 'en')}\n`;
}

export interface JsonProblem {
  readonly code: string;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly path: string | null;
  readonly fix: string | null;
  readonly why: string | null;
}

export function problemsToJson(problems: readonly Problem[]): readonly JsonProblem[] {
  return problems.map(({ code, message, place, path, fix, why }) => ({
    code,
    message,
    file: place?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    path: path ?? null,
    fix: fix ?? null,
    why: why ?? null,
  }));
}
