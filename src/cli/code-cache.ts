/**
 * Loads the bundled program with the machine code that V8 made of it at build time. Start-up halves.
 * Node 20 needs such a cache handed in. Node 22 keeps one by itself (module.enableCompileCache), of what is compiled when a module
 * loads, and not of the functions called later: a seventh of this one. V8 refuses a cache of another version or of
 * another source, and the program then loads without one.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
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

function cacheIn(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** The program of a bundle in CommonJS. `cache` may be missing. */
export function loadProgram(bundle: string, cache: string): LoadedProgram {
  const cachedData = cacheIn(cache);
  // The build writes ASCII, which latin1 reads without a look at every byte.
  const script = new Script(`(function (exports, require, module, __dirname) {${readFileSync(bundle, 'latin1')}\n})`, {
    filename: bundle,
    ...(cachedData ? { cachedData } : {}),
  });
  const module = { exports: {} as typeof Program };
  const load = script.runInThisContext() as (
    exports: object,
    require: NodeJS.Require,
    module: object,
    folder: string,
  ) => void;
  load(module.exports, createRequire(bundle), module, dirname(bundle));
  return { run: module.exports.run, work: module.exports.work, codeCache: () => script.createCachedData() };
}
