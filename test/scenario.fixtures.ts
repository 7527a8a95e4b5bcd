/** Reads scenarios from texts in memory, and prints their problems in one line each. */
import { InputError, problem, type Problem } from '../src/errors.ts';
import { refuseEnglish } from './in-french.ts';
import { readScenario, type Load, type ReadScenario } from '../src/scenario/read.ts';

/** The files that `extends` may name, by their path from the folder of the first file. */
export type Files = Readonly<Record<string, string>>;

function loadFrom(files: Files): Load {
  return (target) => {
    const text = files[target];
    if (text === undefined) throw new InputError([problem('file-not-found', { file: target })]);
    return text;
  };
}

export function read(text: string, files: Files = {}, file = 'scenario.yaml'): ReadScenario {
  return readScenario({ file, text, load: loadFrom(files) });
}

/** The problems of a scenario that must have some. */
export function problemsOf(text: string, files: Files = {}, file?: string): readonly Problem[] {
  try {
    read(text, files, file);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    refuseEnglish(
      error.problems.flatMap(({ message, why, fix }) => [message, why, fix].filter((each) => each !== undefined)),
    );
    return error.problems;
  }
  throw new Error('the scenario was read without a problem');
}

/** `code line:column "underlined"`; the file comes first when it is not the scenario itself. */
export function located({ code, place }: Problem): string {
  if (!place) return `${code} nowhere`;
  const { file, line, column, length, excerpt } = place;
  const where = file === 'scenario.yaml' ? '' : `${file} `;
  return `${code} ${where}${line}:${column} "${excerpt.slice(column - 1, column - 1 + length)}"`;
}

export function locatedProblems(text: string, files: Files = {}): readonly string[] {
  return problemsOf(text, files).map(located);
}

/** A scenario that reads, with a place for more fields of its one usage (four blanks deep) and at its top. */
export function scenarioWith(usage: string, top = ''): string {
  return `name: Test\n${top}usages:\n  - id: chat\n    requests: 10/year\n${usage}`;
}
