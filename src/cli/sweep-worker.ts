/** A thread of a sweep: computes the pieces that it is asked for. */
import type { SweepAnswer } from './sweep-jobs.ts';
import { sweepPieces, type SweepJob } from './sweep-pieces.ts';

/** The part of a port of `node:worker_threads` that is used here. */
export interface WorkerPort {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  postMessage(message: unknown): void;
}

/** What the scenario and its values are has been checked by the thread that asks: a fault here is one of ours. */
export function sweepWorker(port: WorkerPort, job: SweepJob): void {
  const bases = new Map(job.bases);
  const pieces = sweepPieces(job, (target) => bases.get(target) ?? '');
  const answer = async (index: number): Promise<SweepAnswer> => {
    try {
      const piece = (await pieces).piece(index);
      // The next piece is written over the lines of this one.
      const lines = Object.fromEntries(Object.entries(piece.lines).map(([format, bytes]) => [format, bytes.slice()]));
      return { index, piece: { ...piece, lines } };
    } catch (error) {
      return { index, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
  port.on('message', (index) => {
    void answer(index as number).then((message) => port.postMessage(message));
  });
}
