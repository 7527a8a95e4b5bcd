/** Sweeps a scenario file, and writes its rows as they come. */
import { resolve } from 'node:path';
import { InputError, problem } from '../errors.ts';
import { formatByExtension } from '../report/extensions.ts';
import { renderBest, type SweepColumn } from '../report/sweep.ts';
import { readInput, readText, realPath } from './files.ts';
import { exitCodes, type ExitCode } from './outcome.ts';
import { outputsOf, refuseInputs } from './outputs.ts';
import { progress } from './progress.ts';
import { toFiles, toStandardOutput, type RowOutput } from './row-output.ts';
import { piecesInOrder } from './sweep-jobs.ts';
import {
  Best,
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

/** The best rows as they are found, and what is printed of them. */
class BestSoFar {
  readonly #best: Best;
  #kept = 0;
  #computed = 0;

  constructor(count: number) {
    this.#best = new Best(count);
  }

  take({ rows, kept, best }: SweepPiece): void {
    this.#computed += rows;
    this.#kept += kept;
    for (const ranked of best) this.#best.add(ranked);
  }

  print(world: World, { plan }: SweepPieces, options: SweepFileOptions, isWhole: boolean): void {
    const drawn = drawing(world, world.stdout, options);
    const counts = { computed: this.#computed, kept: this.#kept };
    const rows = this.#best.rows.map(({ row }) => row);
    world.stdout.write(renderBest(plan, rows, { ...drawn, objective: options.objective, ...counts }));
    if (isWhole) world.stdout.write(sweepMap(plan, options, drawn));
  }
}

const rowFormatOf = formatByExtension<RowFormat>({ csv: 'csv', jsonl: 'jsonl' });

/** Errors  InputError when the scenario, a field, a constraint or the output is wrong; nothing is written then. */
export async function sweepFile(world: World, file: string, options: SweepFileOptions): Promise<ExitCode> {
  const { vary, objective, sample, seed, catalog, top, constraint = [], jobs } = options;
  const outputs = outputsOf(world, options.output ?? [], { formatOf: rowFormatOf, known: '.csv and .jsonl' });
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
  const streams: { readonly format: RowFormat; readonly write: RowOutput['write'] }[] = [...files];
  if (shown !== undefined && shown !== 'table') streams.push({ format: shown, ...toStandardOutput(world) });
  const best = shown === 'table' ? new BestSoFar(top) : undefined;
  let stopped = false;
  const release = world.onInterrupt?.(() => {
    stopped = true;
  });
  const bar = await progress(world, pieces.plan.rows, { quiet: options.quiet === true, of: 'rows' });
  let done = 0;
  try {
    for (const { format, write } of streams) await write(pieces.head(format));
    for await (const piece of piecesInOrder(world, pieces, job, jobs)) {
      for (const { format, write } of streams) await write(piece.lines[format] ?? '');
      best?.take(piece);
      done += piece.rows;
      bar.advance(done);
      if (stopped) break;
    }
  } finally {
    bar.stop();
    release?.();
    for (const { close } of files) close();
  }
  best?.print(world, pieces, options, !stopped);
  return stopped ? exitCodes.interrupted : exitCodes.computed;
}
