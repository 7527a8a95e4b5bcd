/** Loads a bundled program the fast way of this Node. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheName, loadProgram, type LoadedProgram } from './code-cache.ts';
import { expectShortRun } from './v8-flags.ts';

declare const __dirname: string;
declare const require: (name: string) => unknown;

/** Of `node:module` since Node 22.8; the types are those of Node 20. */
interface NodeModule {
  readonly enableCompileCache?: () => void;
}

export function programOf(name: string): Omit<LoadedProgram, 'codeCache'> {
  expectShortRun();
  const bundle = join(__dirname, `${name}.cjs`);
  const cache = join(__dirname, cacheName(name));
  // Another V8 than that of the build: from Node 22.8 on, Node keeps compiled code of modules by itself.
  if (!existsSync(cache)) {
    const { enableCompileCache } = require('node:module') as NodeModule;
    if (enableCompileCache) {
      enableCompileCache();
      return require(bundle) as Omit<LoadedProgram, 'codeCache'>;
    }
  }
  return loadProgram(bundle, cache, require);
}
