/** Where a thread of the program starts; nothing imports this. */
import { parentPort, workerData } from 'node:worker_threads';
import { programOf } from './load-program.ts';

if (parentPort) void programOf('cli').work(parentPort, workerData);
