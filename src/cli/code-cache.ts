/**
 * Loads the bundled program with the machine code that V8 made of it at build time. Start-up halves.
 * Node 20 needs such a cache handed in. Node 22 keeps one by itself (module.enableCompileCache), of what is compiled when a module
 * loads, and not of the functions called later: a seventh of this one. V8 refuses a cache of another version or of
 * another source, and the program then loads without one.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import type * as Program from './run.ts';

/** File of the cache of a bundle, for the V8 that runs this. */
export function cacheName(bundle: string): string {
  return `${bundle}-${process.versions.v8}.cache`;
}

export interface LoadedProgram {
  readonly run: typeof Program.run;
  readonly work: typeof Program.work;
  /** What V8 has compiled so far, to be kept for the next start. */
  readonly codeCache: () => Uint8Array;
}

/** One memory for every file that is read here: a fresh page costs more than what is read into it. */
let memory: Buffer = Buffer.allocUnsafeSlow(0);

/** The bytes of a file between two texts in ASCII, good until the next call. Errors: those of the file system. */
function bytesOf(file: string, before = '', after = ''): Buffer {
  const opened = openSync(file, 'r');
  try {
    const { size } = fstatSync(opened);
    const length = before.length + size + after.length;
    // Four times, so that the compiled code read next finds room; what nobody writes to takes no memory.
    if (memory.length < length) memory = Buffer.allocUnsafeSlow(4 * length);
    memory.write(before, 0, 'latin1');
    const read = readSync(opened, memory, before.length, size, null);
    if (read !== size) throw new Error(`${file} is not whole`);
    memory.write(after, before.length + size, 'latin1');
    return memory.subarray(0, length);
  } finally {
    closeSync(opened);
  }
}

function cacheIn(file: string): Buffer | undefined {
  try {
    return bytesOf(file);
  } catch {
    return undefined;
  }
}

interface Loaded {
  readonly exports: unknown;
  readonly script: Script;
}

type Require = (name: string) => unknown;

/** A file in CommonJS. `cache` may be missing. @param require of the folder that the file is in. */
function load(file: string, cache: string, require: Require): Loaded {
  // The build writes ASCII, which latin1 reads without a look at every byte.
  const source = bytesOf(file, '(function (exports, require, module, __dirname) {', '\n})').toString('latin1');
  const cachedData = cacheIn(cache);
  const script = new Script(source, { filename: file, ...(cachedData ? { cachedData } : {}) });
  const module = { exports: {} };
  const start = script.runInThisContext() as (...of: readonly unknown[]) => void;
  start(module.exports, require, module, dirname(file));
  return { exports: module.exports, script };
}

const loaded = new Map<string, Loaded>();

/** What all bundles share, once a process. */
function librariesOf(folder: string, require: Require): Loaded {
  const known =
    loaded.get(folder) ?? load(join(folder, 'libraries.cjs'), join(folder, cacheName('libraries')), require);
  loaded.set(folder, known);
  return known;
}

/** What V8 has compiled of the shared libraries so far. */
export const librariesCodeCache = (folder: string, require: Require): Uint8Array =>
  librariesOf(folder, require).script.createCachedData();

/** The program of a bundle in CommonJS. `cache` may be missing. @param require of the folder that the bundle is in. */
export function loadProgram(bundle: string, cache: string, require: Require): LoadedProgram {
  const { exports, script } = load(bundle, cache, (name) =>
    name === './libraries.cjs' ? librariesOf(dirname(bundle), require).exports : require(name),
  );
  const { run, work } = exports as typeof Program;
  return { run, work, codeCache: () => script.createCachedData() };
}
