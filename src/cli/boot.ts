/** Starts the bundled program the fast way of this Node. */
import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { loadProgram } from './code-cache.ts';
import type { run as Run } from './run.ts';

declare const __dirname: string;

/** Since Node 22.8; the types are those of Node 20. */
const { createRequire, enableCompileCache } = nodeModule as typeof nodeModule & { enableCompileCache?: () => void };

/** These start hundreds of times a day in CI: each has a bundle of its own, without what the other commands need. */
function bundleFor(command: string | undefined): string {
  return command === 'assess' || command === 'check' ? command : 'cli';
}

function load(name: string): typeof Run {
  const bundle = join(__dirname, `${name}.cjs`);
  // Node 22.8 and later keep compiled code of modules by themselves.
  if (enableCompileCache) {
    enableCompileCache();
    return (createRequire(bundle)(bundle) as { run: typeof Run }).run;
  }
  return loadProgram(bundle, join(__dirname, `${name}.cache`)).run;
}

export const run: typeof Run = (world) => load(bundleFor(world.argv[2]))(world);
