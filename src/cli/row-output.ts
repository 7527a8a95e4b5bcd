/** Rows that are written as they come: to standard output at the pace of its reader, or to a file. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError, problem } from '../errors.ts';
import { reasonOf, refuseNoFile } from './output.ts';
import type { World } from './world.ts';

export interface RowOutput {
  /** Whole lines only, so that what is there after an interruption can be read. */
  readonly write: (text: string | Uint8Array) => Promise<void>;
  readonly close: () => void;
}

/** Standard output; a reader that is slower than we are is waited for. */
export function toStandardOutput({ stdout }: World): RowOutput {
  return {
    write: async (lines) => {
      const text = typeof lines === 'string' ? lines : new TextDecoder().decode(lines);
      if (!stdout.write(text) && stdout.once) await new Promise<void>((done) => stdout.once?.('drain', done));
    },
    close: () => undefined,
  };
}

/** Errors  InputError when the file cannot be opened or written. */
export function toFile(world: World, file: string): RowOutput {
  const attempt = <Result>(action: () => Result): Result => {
    try {
      return action();
    } catch (error) {
      throw new InputError([problem('cannot-write', { file, reason: reasonOf(error) })]);
    }
  };
  const path = resolve(world.cwd(), file);
  const handle = attempt(() => {
    refuseNoFile(path);
    return openSync(path, 'w');
  });
  return {
    write: async (lines) => {
      const bytes = typeof lines === 'string' ? new TextEncoder().encode(lines) : lines;
      // A write may take a part.
      for (let from = 0; from < bytes.length;) from += attempt(() => writeSync(handle, bytes, from));
    },
    close: () => closeSync(handle),
  };
}
