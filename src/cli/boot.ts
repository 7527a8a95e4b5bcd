/** Starts the bundled program: the bundle of its command, and what it needs of the process. */
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { bundleFor } from './bundles.ts';
import { programOf } from './load-program.ts';
import type { run as Run } from './run.ts';
import { expectLongRun } from './v8-flags.ts';
import type { World } from './world.ts';

declare const __dirname: string;
declare const require: (name: string) => unknown;

/** Signals, threads and V8's flags are of the process alone, so that what stands in for it in a test has none. */
const withProcess = (world: World): World =>
  Object.assign(world, {
    expectLongRun,
    onInterrupt(listener: () => void) {
      process.on('SIGINT', listener);
      return () => void process.off('SIGINT', listener);
    },
    startWorker(job: unknown): Worker {
      const { Worker: Thread } = require('node:worker_threads') as { Worker: typeof Worker };
      return new Thread(join(__dirname, 'worker.cjs'), { workerData: job });
    },
  });

export const run: typeof Run = (world) => programOf(bundleFor(world.argv[2])).run(withProcess(world));
