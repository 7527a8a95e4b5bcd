/** Starts the bundled program the fast way of this Node. */
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { bundleFor } from './bundles.ts';
import { cacheName, loadProgram } from './code-cache.ts';
import type { run as Run } from './run.ts';
import { optimiseLater } from './tiering.ts';
import type { World } from './world.ts';

declare const __dirname: string;

/** Since Node 22.8; the types are those of Node 20. */
const { createRequire, enableCompileCache } = nodeModule as typeof nodeModule & { enableCompileCache?: () => void };

function load(name: string): typeof Run {
  optimiseLater();
  const bundle = join(__dirname, `${name}.cjs`);
  const cache = join(__dirname, cacheName(name));
  // Another V8 than that of the build: from Node 22.8 on, Node keeps compiled code of modules by itself.
  if (enableCompileCache && !existsSync(cache)) {
    enableCompileCache();
    return (createRequire(bundle)(bundle) as { run: typeof Run }).run;
  }
  return loadProgram(bundle, cache).run;
}

/** Signals are of the process alone, so that what stands in for it in a test has none. */
const withInterrupt = (world: World): World =>
  Object.assign(world, {
    onInterrupt(listener: () => void) {
      process.on('SIGINT', listener);
      return () => void process.off('SIGINT', listener);
    },
  });

export const run: typeof Run = (world) => load(bundleFor(world.argv[2]))(withInterrupt(world));
