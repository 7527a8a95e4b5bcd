/** Reads scenario files from disk or standard input: bytes to text, with limits. */
import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { InputError, problem } from '../errors.ts';
import type { World } from './world.ts';

/** Larger files are refused before they are read. */
const limit = 10_000_000;

const longestPath = 4096;

/** Letters of a scenario that is far more work than a start: some fifteen hundred usages. */
const muchWork = 200_000;

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EMFILE: 'too many open files',
  ELOOP: 'its symbolic links go in a circle',
};

function decode(bytes: Uint8Array, file: string): string {
  if (bytes.includes(0)) throw new InputError([problem('not-text', { file, reason: 'it holds a NUL byte' })]);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError([problem('not-text', { file, reason: 'some bytes are not UTF-8' })]);
  }
}

function kindOf(stat: { isDirectory(): boolean }): string {
  return stat.isDirectory() ? 'a folder' : 'a device or a pipe';
}

/** Errors  InputError when it is missing or not a plain file. */
export function openPlain(path: string, file: string): { readonly handle: number; readonly size: number } {
  let handle: number;
  try {
    // Not blocking, so that a named pipe is refused and not waited for.
    handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new InputError([problem('file-not-found', { file })]);
    throw new InputError([problem('unreadable-file', { file, reason: reasons[code] ?? code })]);
  }
  const stat = fstatSync(handle);
  if (stat.isFile()) return { handle, size: stat.size };
  closeSync(handle);
  throw new InputError([problem('not-a-file', { file, kind: kindOf(stat) })]);
}

/**
 * Text of a file.
 * Errors  InputError when it is missing, not a plain file, too large, or not UTF-8.
 */
export function readText(path: string, file: string): string {
  const { handle, size } = openPlain(path, file);
  try {
    if (size > limit) throw new InputError([problem('file-too-large', { file, bytes: size, limit })]);
    return decode(readFileSync(handle), file);
  } finally {
    closeSync(handle);
  }
}

async function readStandardInput(world: World): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of world.stdin) {
    const block = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    bytes += block.length;
    if (bytes > limit) throw new InputError([problem('file-too-large', { file: '-', bytes, limit })]);
    chunks.push(block);
  }
  const whole = new Uint8Array(bytes);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return decode(whole, '-');
}

/** What stands at a path; null where nothing does, or nothing can. */
export function statOf(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    // A part of the path is a file, or is closed to us: whoever opens it says which.
    return null;
  }
}

/**
 * A path with its links followed and its letters as the disk has them: two names of one file are the same here. Of a
 * file that does not exist, its folder counts.
 * Errors  InputError when it is longer than any system takes.
 */
export function realPath(path: string): string {
  // No system opens a longer one, and each of its folders would be asked for.
  if (path.length > longestPath) {
    const file = `${path.slice(0, 40)}...`;
    throw new InputError([problem('unreadable-file', { file, reason: 'its path is too long' })]);
  }
  try {
    return realpathSync.native(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(realPath(folder), basename(path));
  }
}

/** Whether a real path lies in the folder or below it. */
function isWithin(folder: string, path: string): boolean {
  const way = relative(realPath(folder), path);
  return !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
}

/**
 * Real path of a file that a scenario names, relative to the folder of that scenario.
 * Errors  InputError when a link leads out of the folder: nothing outside is opened, not even to say that it is missing.
 */
function pathWithin(folder: string, target: string, outside: 'extends-outside' | 'table-outside'): string {
  const path = realPath(resolve(folder, target));
  if (!isWithin(folder, path)) throw new InputError([problem(outside, { target, root: '.' })]);
  return path;
}

/** Reads what a scenario in a folder extends. @param onRead told the real path of every file that was read. */
export function baseLoader(folder: string, onRead: (path: string) => void): (target: string) => string {
  return (target) => {
    const path = pathWithin(folder, target, 'extends-outside');
    const text = readText(path, target);
    onRead(path);
    return text;
  };
}

/** A table that has been opened, to be read by table-file.ts. */
export interface OpenTable {
  readonly handle: number;
  readonly file: string;
}

/** Opens the table that a scenario in a folder takes its usages from. */
function tableLoader(folder: string, onRead: (path: string) => void): (target: string) => OpenTable {
  return (target) => {
    const path = pathWithin(folder, target, 'table-outside');
    const { handle } = openPlain(path, target);
    onRead(path);
    return { handle, file: target };
  };
}

/**
 * A scenario file as text, with the loader of what it extends. `-` is standard input.
 * @param onRead told the real path of every file that was read.
 */
export async function readInput(world: World, file: string, onRead: (path: string) => void) {
  const path = resolve(world.cwd(), file);
  const text = file === '-' ? await readStandardInput(world) : readText(path, file);
  if (file !== '-') onRead(realPath(path));
  if (text.length > muchWork) world.expectLongRun?.();
  const folder = file === '-' ? world.cwd() : dirname(path);
  return {
    file: file === '-' ? '<stdin>' : file,
    text,
    load: baseLoader(folder, onRead),
    openTable: tableLoader(folder, onRead),
  };
}
