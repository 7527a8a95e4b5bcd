/** The pieces of a sweep in their order, computed by this thread or by several. */
import type { WorkerThread, World } from './world.ts';
import type { SweepJob, SweepPiece, SweepPieces } from './sweep-pieces.ts';

/** What a worker answers: a piece, or the words of a fault of ours. */
export type SweepAnswer =
  { readonly index: number; readonly piece: SweepPiece } | { readonly index: number; readonly fault: string };

/** Lets signals and writes have their turn between two pieces. */
const turn = (): Promise<void> => new Promise((done) => void setImmediate(done));

async function* here({ plan, piece }: SweepPieces): AsyncGenerator<SweepPiece> {
  for (let index = 0; index < plan.chunkCount; index += 1) {
    yield piece(index);
    await turn();
  }
}

interface Waiting {
  readonly give: (piece: SweepPiece) => void;
  readonly fail: (error: Error) => void;
}

/** Each worker has one piece in hand and one before it, so that none waits for the writing. */
const inHand = 2;

async function* across(count: number, start: () => WorkerThread, jobs: number): AsyncGenerator<SweepPiece> {
  const waiting = new Map<number, Waiting>();
  const failAll = (error: Error): void => waiting.forEach(({ fail }) => fail(error));
  const workers = Array.from({ length: Math.min(jobs, count) }, start);
  for (const worker of workers) {
    worker.on('message', (message) => {
      const answer = message as SweepAnswer;
      const waits = waiting.get(answer.index);
      waiting.delete(answer.index);
      if ('fault' in answer) waits?.fail(new Error(answer.fault));
      else waits?.give(answer.piece);
    });
    worker.on('error', failAll);
    worker.on('exit', (code) => failAll(new Error(`a worker ended with ${code}`)));
  }
  const ask = (index: number): Promise<SweepPiece> => {
    const asked = new Promise<SweepPiece>((give, fail) => waiting.set(index, { give, fail }));
    // One that fails is told where it is waited for.
    asked.catch(() => undefined);
    workers[index % workers.length]?.postMessage(index);
    return asked;
  };
  try {
    const ahead: Promise<SweepPiece>[] = [];
    for (let index = 0; index < count; index += 1) {
      while (ahead.length < inHand * workers.length && index + ahead.length < count)
        ahead.push(ask(index + ahead.length));
      const next = ahead.shift();
      if (next) yield await next;
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Pieces of a sweep, first to last: the same whatever the number of threads. */
export function piecesInOrder(
  { startWorker }: World,
  pieces: SweepPieces,
  job: SweepJob,
  jobs: number,
): AsyncGenerator<SweepPiece> {
  const { chunkCount } = pieces.plan;
  return jobs > 1 && chunkCount > 1 && startWorker
    ? across(chunkCount, () => startWorker({ sweep: job }), jobs)
    : here(pieces);
}
