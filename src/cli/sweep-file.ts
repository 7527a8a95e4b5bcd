/** Sweeps a scenario file, and writes its rows as they come. */
import { resolve } from 'node:path';
import { InputError, problem } from '../errors.ts';
import { renderBest, type SweepColumn } from '../report/sweep.ts';
import { readInput, readText, realPath } from './files.ts';
import { exitCodes, type ExitCode } from './outcome.ts';
import { refuseInputs } from './outputs.ts';
import { progress } from './progress.ts';
import { toFile, toStandardOutput } from './row-output.ts';
import { piecesInOrder } from './sweep-jobs.ts';
import { Best, sweepPieces, type SweepJob, type SweepPiece, type SweepPieces } from './sweep-pieces.ts';
import { sweepMap } from './sweep-map.ts';
import { drawing, type DrawingOptions } from './terminal.ts';
import type { World } from './world.ts';

export interface SweepFileOptions extends DrawingOptions {
  readonly vary: readonly string[];
  readonly format: 'table' | 'csv' | 'jsonl';
  readonly output?: string;
  readonly top: number;
  readonly objective: SweepColumn;
  readonly constraint?: readonly string[];
  readonly sample?: number;
  readonly seed: number;
  readonly jobs: number;
  readonly quiet?: true;
  readonly catalog?: string;
}

interface Run {
  readonly pieces: SweepPieces;
  /** In order; each is told to the progress once it has been used. */
  readonly isStopped: () => boolean;
  readonly each: (use: (piece: SweepPiece) => void | Promise<void>) => Promise<void>;
}

async function stream(world: World, { pieces, each }: Run, output: string | undefined): Promise<void> {
  const out = output === undefined ? toStandardOutput(world) : toFile(world, output);
  try {
    await out.write(pieces.head);
    await each(({ lines }) => out.write(lines));
  } finally {
    out.close();
  }
}

async function table(world: World, { pieces, each, isStopped }: Run, options: SweepFileOptions): Promise<void> {
  const { objective, top } = options;
  const best = new Best(top);
  let kept = 0;
  let computed = 0;
  await each((piece) => {
    computed += piece.rows;
    kept += piece.kept;
    for (const ranked of piece.best) best.add(ranked);
  });
  const rows = best.rows.map(({ row }) => row);
  const drawn = drawing(world, world.stdout, options);
  world.stdout.write(renderBest(pieces.plan, rows, { ...drawn, objective, computed, kept }));
  if (!isStopped()) world.stdout.write(sweepMap(pieces.plan, options, drawn));
}

/** Errors  InputError when the rows would be written over what they come from. */
function refuseOver(world: World, file: string | undefined, read: ReadonlySet<string>): void {
  if (file === undefined) return;
  refuseInputs([{ file, format: 'rows', path: realPath(resolve(world.cwd(), file)) }], read);
}

/** Errors  InputError when the scenario, a field, a constraint or the output is wrong; nothing is written then. */
export async function sweepFile(world: World, file: string, options: SweepFileOptions): Promise<ExitCode> {
  const { vary, objective, sample, seed, catalog, format, top, constraint = [], jobs } = options;
  const read = new Set(catalog === undefined ? [] : [realPath(resolve(world.cwd(), catalog))]);
  const input = await readInput(world, file, (path) => read.add(path));
  const bases: [string, string][] = [];
  const job: SweepJob = {
    file: input.file,
    text: input.text,
    bases,
    catalog:
      catalog === undefined ? undefined : { file: catalog, text: readText(resolve(world.cwd(), catalog), catalog) },
    vary,
    constraint,
    sample,
    seed,
    format,
    objective,
    top,
  };
  const pieces = await sweepPieces(job, (target) => {
    const text = input.load(target);
    bases.push([target, text]);
    return text;
  });
  refuseOver(world, options.output, read);
  if (objective === 'ghg_per_unit' && pieces.plan.volume === null) {
    const reason = 'the functional unit of the scenario has no volume, or it varies: nothing is known per unit';
    throw new InputError([problem('bad-option', { reason })]);
  }
  let stopped = false;
  const release = world.onInterrupt?.(() => {
    stopped = true;
  });
  const isStopped = (): boolean => stopped;
  const bar = await progress(world, pieces.plan.rows, { quiet: options.quiet === true, of: 'rows' });
  const each: Run['each'] = async (use) => {
    let done = 0;
    for await (const piece of piecesInOrder(world, pieces, job, jobs)) {
      await use(piece);
      done += piece.rows;
      bar.advance(done);
      if (stopped) return;
    }
  };
  try {
    await (format === 'table'
      ? table(world, { pieces, each, isStopped }, options)
      : stream(world, { pieces, each, isStopped }, options.output));
  } finally {
    bar.stop();
    release?.();
  }
  return stopped ? exitCodes.interrupted : exitCodes.computed;
}
