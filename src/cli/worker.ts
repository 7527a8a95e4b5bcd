/** Where a thread of the program starts; nothing imports this. */
import { parentPort, workerData } from 'node:worker_threads';
import { programOf } from './load-program.ts';
import { expectLongRun } from './v8-flags.ts';

if (parentPort) {
  const { work } = programOf('cli');
  expectLongRun();
  void work(parentPort, workerData);
}
