/** Output files of a command: their formats, and what they must not be. */
import { resolve } from 'node:path';
import { InputError, problem, type Problem } from '../errors.ts';
import { realPath } from './files.ts';
import type { World } from './world.ts';

export interface Output<Format extends string> {
  readonly file: string;
  readonly format: Format;
  /** Its real path, to tell whether another name means the same file. */
  readonly path: string;
}

export const collect = (file: string, files: readonly string[] = []): readonly string[] => [...files, file];

/**
 * Output files with their formats. Errors before anything is computed when one cannot be written as asked.
 * @param known extensions, for the message.
 */
export function outputsOf<Format extends string>(
  world: World,
  outputs: readonly string[],
  { formatOf, known }: { readonly formatOf: (file: string) => Format | undefined; readonly known: string },
): readonly Output<Format>[] {
  const problems: Problem[] = [];
  const list: Output<Format>[] = [];
  for (const file of outputs) {
    const format = formatOf(file);
    const path = realPath(resolve(world.cwd(), file));
    const refuse = (reason: string): void =>
      void problems.push(problem('bad-option', { reason: `"--output ${file}": ${reason}` }));
    if (!format) refuse(`no format has this extension; ${known} do`);
    else if (list.some((other) => other.path === path)) refuse('the file is given twice');
    else list.push({ file, format, path });
  }
  if (problems.length > 0) throw new InputError(problems);
  return list;
}

/** Errors  InputError when an output would write over an input; `inputs` are real paths. */
export function refuseInputs(outputs: readonly Output<string>[], inputs: ReadonlySet<string>): void {
  const problems = outputs
    .filter(({ path }) => inputs.has(path))
    .map(({ file }) => problem('output-exists-as-input', { file }));
  if (problems.length > 0) throw new InputError(problems);
}
