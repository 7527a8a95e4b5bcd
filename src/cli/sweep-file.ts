/** Sweeps a scenario file, and writes its rows as they come. */
import { resolve } from 'node:path';
import { InputError, problem } from '../errors.ts';
import { renderBest, type SweepColumn } from '../report/sweep.ts';
import { readInput, readText, realPath } from './files.ts';
import { exitCodes, type ExitCode } from './outcome.ts';
import { outputsOf, refuseInputs } from './outputs.ts';
import { progress } from './progress.ts';
import { toFiles, toStandardOutput, type RowOutput } from './row-output.ts';
import { piecesInOrder } from './sweep-jobs.ts';
import {
  Best,
  rowFormats,
  sweepPieces,
  type RowFormat,
  type SweepFormat,
  type SweepJob,
  type SweepPiece,
  type SweepPieces,
} from './sweep-pieces.ts';
import { sweepMap } from './sweep-map.ts';
import { drawing, type DrawingOptions } from './terminal.ts';
import type { World } from './world.ts';

export interface SweepFileOptions extends DrawingOptions {
  readonly vary: readonly string[];
  readonly format?: SweepFormat;
  readonly output?: readonly string[];
  readonly top: number;
  readonly objective: SweepColumn;
  readonly constraint?: readonly string[];
  readonly sample?: number;
  readonly seed: number;
  readonly jobs: number;
  readonly quiet?: true;
  readonly catalog?: string;
}

/** What takes the pieces as they come, in order. */
interface Sink {
  readonly start: () => Promise<void>;
  readonly take: (piece: SweepPiece) => Promise<void>;
  /** Once no piece will follow; whole when all have come. */
  readonly end?: (all: { readonly isWhole: boolean }) => void;
}

const rowsTo = ({ write }: RowOutput, { head }: SweepPieces, format: RowFormat): Sink => ({
  start: () => write(head(format)),
  take: ({ lines }) => write(lines[format] ?? ''),
});

function bestOnTerminal(world: World, { plan }: SweepPieces, options: SweepFileOptions): Sink {
  const { objective, top } = options;
  const best = new Best(top);
  let kept = 0;
  let computed = 0;
  return {
    start: () => Promise.resolve(),
    take: (piece) => {
      computed += piece.rows;
      kept += piece.kept;
      for (const ranked of piece.best) best.add(ranked);
      return Promise.resolve();
    },
    end: ({ isWhole }) => {
      const rows = best.rows.map(({ row }) => row);
      const drawn = drawing(world, world.stdout, options);
      world.stdout.write(renderBest(plan, rows, { ...drawn, objective, computed, kept }));
      if (isWhole) world.stdout.write(sweepMap(plan, options, drawn));
    },
  };
}

const rowExtension = (file: string): RowFormat | undefined => rowFormats.find((format) => file.endsWith(`.${format}`));

/** Errors  InputError when the scenario, a field, a constraint or the output is wrong; nothing is written then. */
export async function sweepFile(world: World, file: string, options: SweepFileOptions): Promise<ExitCode> {
  const { vary, objective, sample, seed, catalog, top, constraint = [], jobs } = options;
  const outputs = outputsOf(world, options.output ?? [], { formatOf: rowExtension, known: '.csv and .jsonl' });
  const shown = options.format ?? (outputs.length === 0 ? 'table' : undefined);
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
    formats: [...outputs.map(({ format }) => format), ...(shown === undefined ? [] : [shown])],
    objective,
    top,
  };
  const pieces = await sweepPieces(job, (target) => {
    const text = input.load(target);
    bases.push([target, text]);
    return text;
  });
  refuseInputs(outputs, read);
  if (objective === 'ghg_per_unit' && pieces.plan.volume === null) {
    const reason = 'the functional unit of the scenario has no volume, or it varies: nothing is known per unit';
    throw new InputError([problem('bad-option', { reason })]);
  }
  const files = toFiles(world, outputs);
  const sinks = files.map((output) => rowsTo(output, pieces, output.format));
  if (shown === 'table') sinks.push(bestOnTerminal(world, pieces, options));
  else if (shown) sinks.push(rowsTo(toStandardOutput(world), pieces, shown));
  let stopped = false;
  const release = world.onInterrupt?.(() => {
    stopped = true;
  });
  const bar = await progress(world, pieces.plan.rows, { quiet: options.quiet === true, of: 'rows' });
  let done = 0;
  try {
    for (const { start } of sinks) await start();
    for await (const piece of piecesInOrder(world, pieces, job, jobs)) {
      for (const { take } of sinks) await take(piece);
      done += piece.rows;
      bar.advance(done);
      if (stopped) break;
    }
  } finally {
    bar.stop();
    release?.();
    for (const { close } of files) close();
  }
  for (const { end } of sinks) end?.({ isWhole: !stopped });
  return stopped ? exitCodes.interrupted : exitCodes.computed;
}
