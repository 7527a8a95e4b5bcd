/** Loads a bundled program the fast way of this Node. */
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { cacheName, loadProgram, type LoadedProgram } from './code-cache.ts';
import { expectShortRun } from './v8-flags.ts';

declare const __dirname: string;

/** Since Node 22.8; the types are those of Node 20. */
const { createRequire, enableCompileCache } = nodeModule as typeof nodeModule & { enableCompileCache?: () => void };

export function programOf(name: string): Omit<LoadedProgram, 'codeCache'> {
  expectShortRun();
  const bundle = join(__dirname, `${name}.cjs`);
  const cache = join(__dirname, cacheName(name));
  // Another V8 than that of the build: from Node 22.8 on, Node keeps compiled code of modules by itself.
  if (enableCompileCache && !existsSync(cache)) {
    enableCompileCache();
    return createRequire(bundle)(bundle) as Omit<LoadedProgram, 'codeCache'>;
  }
  return loadProgram(bundle, cache);
}
