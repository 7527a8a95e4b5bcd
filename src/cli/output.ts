/** Writes results: to standard output, or to files that appear whole or not at all. */
import { randomUUID } from 'node:crypto';
import { lstatSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError, problem, type Problem } from '../errors.ts';
import type { World } from './world.ts';

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOENT: 'the folder does not exist',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a symbolic link, which may lead anywhere: name the file itself',
  ENXIO: 'it is a device or a pipe',
  ENOTDIR: 'a part of the path is not a folder',
};

/** The words for an error code of the system. */
export const reasonOf = (error: unknown): string => {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return reasons[code] ?? code;
};

/**
 * A name that a stranger's change has made a link could lead out of the project; a device is not replaced by a file.
 * Errors  as the system gives them: EISDIR, ELOOP, ENXIO.
 */
export function refuseNoFile(path: string): void {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat || stat.isFile()) return;
  throw Object.assign(new Error(), { code: stat.isDirectory() ? 'EISDIR' : stat.isSymbolicLink() ? 'ELOOP' : 'ENXIO' });
}

export interface OutputFile {
  /** As the command line names it. */
  readonly file: string;
  readonly text: string;
}

/**
 * Writes files through temporary neighbours: a reader never sees half of one, and no file appears before the text of
 * all of them is on the disk.
 * Errors  InputError for every file that cannot be written; then none is.
 */
export function writeWhole(world: World, files: readonly OutputFile[]): void {
  const written: { readonly file: string; readonly path: string; readonly temporary: string }[] = [];
  const problems: Problem[] = [];
  for (const { file, text } of files) {
    const path = resolve(world.cwd(), file);
    const temporary = `${path}.${randomUUID()}.tmp`;
    written.push({ file, path, temporary });
    try {
      // A rename would find this only after other files have appeared.
      refuseNoFile(path);
      writeFileSync(temporary, text, { flag: 'wx' });
    } catch (error) {
      problems.push(problem('cannot-write', { file, reason: reasonOf(error) }));
    }
  }
  for (const { file, path, temporary } of problems.length > 0 ? [] : written) {
    try {
      renameSync(temporary, path);
    } catch (error) {
      problems.push(problem('cannot-write', { file, reason: reasonOf(error) }));
    }
  }
  for (const { temporary } of problems.length > 0 ? written : []) rmSync(temporary, { force: true });
  if (problems.length > 0) throw new InputError(problems);
}
