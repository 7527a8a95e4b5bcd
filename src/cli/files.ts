/** Reads scenario files from disk or standard input: bytes to text, with limits. */
import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { InputError, problem } from '../errors.ts';
import type { World } from './world.ts';

/** Larger files are refused before they are read. */
const limit = 10_000_000;

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

/**
 * Text of a file.
 * Errors  InputError when it is missing, not a plain file, too large, or not UTF-8.
 */
export function readText(path: string, file: string): string {
  let handle: number;
  try {
    // Not blocking, so that a named pipe is refused and not waited for.
    handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new InputError([problem('file-not-found', { file })]);
    throw new InputError([problem('unreadable-file', { file, reason: reasons[code] ?? code })]);
  }
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) throw new InputError([problem('not-a-file', { file, kind: kindOf(stat) })]);
    if (stat.size > limit) throw new InputError([problem('file-too-large', { file, bytes: stat.size, limit })]);
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

/**
 * A path with its links followed and its letters as the disk has them: two names of one file are the same here. Of a
 * file that does not exist, its folder counts.
 */
export function realPath(path: string): string {
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
 * Text of a file that a scenario names, relative to the folder of that scenario.
 * Errors  InputError as `readText`, and `extends-outside` when a link leads out of the folder.
 */
function readBase(folder: string, target: string): { readonly path: string; readonly text: string } {
  // Nothing outside is opened, not even to say that it is missing.
  const path = realPath(resolve(folder, target));
  if (!isWithin(folder, path)) throw new InputError([problem('extends-outside', { target, root: '.' })]);
  return { path, text: readText(path, target) };
}

/** Reads what a scenario in a folder extends. @param onRead told the real path of every file that was read. */
export function baseLoader(folder: string, onRead: (path: string) => void): (target: string) => string {
  return (target) => {
    const base = readBase(folder, target);
    onRead(base.path);
    return base.text;
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
  const folder = file === '-' ? world.cwd() : dirname(path);
  return { file: file === '-' ? '<stdin>' : file, text, load: baseLoader(folder, onRead) };
}
