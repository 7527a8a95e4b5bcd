/** Rows that are written as they come: to standard output at the pace of its reader, or to a file. */
import { closeSync, existsSync, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError, problem } from '../errors.ts';
import { reasonOf, refuseNoFile } from './output.ts';
import type { World } from './world.ts';

export interface RowOutput {
  /** Whole lines only, so that what is there after an interruption can be read. */
  readonly write: (text: string | Uint8Array) => Promise<void>;
}

export interface RowFile extends RowOutput {
  readonly close: () => void;
}

/** Standard output; a reader that is slower than we are is waited for. */
export function toStandardOutput({ stdout }: World): RowOutput {
  return {
    write: async (lines) => {
      const text = typeof lines === 'string' ? lines : new TextDecoder().decode(lines);
      if (!stdout.write(text) && stdout.once) await new Promise<void>((done) => stdout.once?.('drain', done));
    },
  };
}

function attempt<Result>(file: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw new InputError([problem('cannot-write', { file, reason: reasonOf(error) })]);
  }
}

/**
 * Files for rows, all opened before any is emptied.
 * Errors  InputError for the first that cannot be opened, and later when one cannot be written.
 */
export function toFiles<Of extends { readonly file: string }>(
  world: World,
  files: readonly Of[],
): readonly (Of & RowFile)[] {
  const opened: (() => void)[] = [];
  const all = files.map((output): Of & RowFile & { readonly empty: () => void } => {
    const { file } = output;
    // As it is named: where a symbolic link leads is refused.
    const path = resolve(world.cwd(), file);
    const isNew = !existsSync(path);
    let whole = 0;
    try {
      const handle = attempt(file, () => {
        refuseNoFile(path);
        return openSync(path, 'a');
      });
      opened.push(() => {
        closeSync(handle);
        if (isNew) rmSync(path);
      });
      return {
        ...output,
        empty: () => attempt(file, () => ftruncateSync(handle)),
        write: async (lines) => {
          const bytes = typeof lines === 'string' ? new TextEncoder().encode(lines) : lines;
          try {
            // A write may take a part.
            for (let from = 0; from < bytes.length;) from += attempt(file, () => writeSync(handle, bytes, from));
            whole += bytes.length;
          } catch (error) {
            // A full disk has taken half a line: a figure that is cut looks like a figure.
            attempt(file, () => ftruncateSync(handle, whole));
            throw error;
          }
        },
        close: () => closeSync(handle),
      };
    } catch (error) {
      for (const undo of opened) undo();
      throw error;
    }
  });
  for (const { empty } of all) empty();
  return all;
}
