/**
 * Every way in which an input can be wrong, with the words that say what, why and how to mend it.
 * The codes are a public API: they are never renamed, tests assert them, `--format json` prints them.
 */
import type { Words } from './errors/words.ts';
import { commandLine } from './errors/command-line.ts';
import { file } from './errors/file.ts';
import { logEngine } from './errors/log-engine.ts';
import { names } from './errors/names.ts';
import { project } from './errors/project.ts';
import { scenario } from './errors/scenario.ts';
import { table } from './errors/table.ts';
import { usage } from './errors/usage.ts';

export { docs } from './errors/words.ts';

/** A place in a file; lines and columns start at 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Number of characters to underline; 0 where the line is named and its text not shown. */
  readonly length: number;
  /** The text of that line. */
  readonly excerpt: string;
}

export interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
  readonly why?: string;
  readonly fix?: string;
  /** Dotted path inside the scenario, such as `usages[0].model`. */
  readonly path?: string;
  readonly place?: Place;
}

export const templates = {
  ...file,
  ...scenario,
  ...names,
  ...table,
  ...usage,
  ...project,
  ...logEngine,
  ...commandLine,
} as const;

export type ErrorCode = keyof typeof templates;

type Arguments<Code extends ErrorCode> = Parameters<(typeof templates)[Code]>[0];

/** A problem of one code, in words, at its place. */
export function problem<Code extends ErrorCode>(
  code: Code,
  args: Arguments<Code>,
  where: { readonly path?: string | undefined; readonly place?: Place | undefined } = {},
): Problem {
  const words = (templates[code] as unknown as (a: Arguments<Code>) => Words)(args);
  return {
    code,
    ...words,
    ...(where.path === undefined ? {} : { path: where.path }),
    ...(where.place === undefined ? {} : { place: where.place }),
  };
}

/** Thrown when an input is wrong: exit code 2. Carries every problem found, in file order. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((each) => `${each.code}: ${each.message}`).join('\n'));
    this.problems = problems;
  }
}

/** Thrown when the program contradicts itself: exit code 3, a bug of ours. */
export class InternalError extends Error {
  override readonly name = 'InternalError';
}
