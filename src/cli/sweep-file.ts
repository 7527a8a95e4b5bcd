/** Sweeps a scenario file, and writes its rows as they come. */
import { readConstraint, type Constraint } from '../scenario/constraint.ts';
import { sweep, type Sweep, type SweepChunk } from '../sweep.ts';
import {
  columnOf,
  columnUnit,
  csvWriter,
  jsonlWriter,
  renderBest,
  sweepColumns,
  type SweepColumn,
  type SweptRow,
} from '../report/sweep.ts';
import { InputError, problem } from '../errors.ts';
import { readInput } from './files.ts';
import { loadCatalog } from './load-catalog.ts';
import { exitCodes, type ExitCode } from './outcome.ts';
import { progress } from './progress.ts';
import { toFile, toStandardOutput } from './row-output.ts';
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
  readonly quiet?: true;
  readonly catalog?: string;
}

/** Rows of the best, kept small while a million pass. */
class Best {
  readonly #count: number;
  readonly #rows: { readonly value: number; readonly row: SweptRow }[] = [];

  constructor(count: number) {
    this.#count = count;
  }

  get rows(): readonly SweptRow[] {
    return this.#rows.map(({ row }) => row);
  }

  /** Whether a row of this value would be among the best. */
  takes(value: number): boolean {
    return this.#rows.length < this.#count || value < (this.#rows.at(-1)?.value ?? Number.POSITIVE_INFINITY);
  }

  add(value: number, row: SweptRow): void {
    const place = this.#rows.findIndex((each) => each.value > value);
    this.#rows.splice(place < 0 ? this.#rows.length : place, 0, { value, row });
    if (this.#rows.length > this.#count) this.#rows.pop();
  }
}

interface Run {
  readonly plan: Sweep;
  readonly constraints: readonly Constraint<SweepColumn>[];
  readonly advance: (rows: number) => void;
  readonly isStopped: () => boolean;
}

/** Whether a row keeps the constraints; what is unknown keeps none. */
function keeper({ plan, constraints }: Run, chunk: SweepChunk): ((row: number) => boolean) | undefined {
  if (constraints.length === 0) return undefined;
  const columns = constraints.map(({ name, keeps }) => ({ keeps, column: columnOf(plan, chunk, name) }));
  return (row) => columns.every(({ keeps, column }) => column !== undefined && keeps(column[row] ?? Number.NaN));
}

/** Lets signals and writes have their turn between two chunks. */
const turn = (): Promise<void> => new Promise((done) => void setImmediate(done));

async function each(
  run: Run,
  visit: (chunk: SweepChunk, keep: ((row: number) => boolean) | undefined) => Promise<void>,
) {
  let done = 0;
  for (const chunk of run.plan.chunks()) {
    await visit(chunk, keeper(run, chunk));
    done += chunk.rows;
    run.advance(done);
    await turn();
    if (run.isStopped()) return;
  }
}

async function stream(world: World, run: Run, { format, output }: SweepFileOptions): Promise<void> {
  const writer = format === 'jsonl' ? jsonlWriter(run.plan) : csvWriter(run.plan);
  const out = output === undefined ? toStandardOutput(world) : toFile(world, output);
  try {
    await out.write(writer.head);
    await each(run, async (chunk, keep) => out.write(writer.rows(chunk, keep)));
  } finally {
    out.close();
  }
}

async function table(world: World, run: Run, options: SweepFileOptions): Promise<void> {
  const { objective, top } = options;
  const { plan } = run;
  const best = new Best(top);
  let kept = 0;
  let computed = 0;
  await each(run, async (chunk, keep) => {
    computed += chunk.rows;
    const values = columnOf(plan, chunk, objective);
    const columns = sweepColumns.map((name) => [name, columnOf(plan, chunk, name)] as const);
    for (let row = 0; row < chunk.rows; row += 1) {
      if (keep && !keep(row)) continue;
      kept += 1;
      const value = values?.[row] ?? Number.POSITIVE_INFINITY;
      if (!best.takes(value)) continue;
      const results = columns.flatMap(([name, column]) => (column ? [[name, column[row] ?? Number.NaN] as const] : []));
      best.add(value, {
        values: plan.fields.map((_, field) => chunk.value(field, row)),
        results: Object.fromEntries(results),
      });
    }
  });
  const drawn = drawing(world, world.stdout, options);
  world.stdout.write(renderBest(plan, best.rows, { ...drawn, objective, computed, kept }));
  if (!run.isStopped()) world.stdout.write(sweepMap(plan, options, drawn));
}

/** Errors  InputError when the scenario, a field, a constraint or the output is wrong; nothing is written then. */
export async function sweepFile(world: World, file: string, options: SweepFileOptions): Promise<ExitCode> {
  const { vary, objective, sample, seed, catalog } = options;
  const plan = sweep(await readInput(world, file, () => undefined), {
    catalog: await loadCatalog(world, catalog),
    vary,
    sample,
    seed,
  });
  const units = (name: SweepColumn): string => columnUnit(plan, name);
  const constraints = (options.constraint ?? []).map((written) => readConstraint(written, sweepColumns, units));
  if (objective === 'ghg_per_unit' && plan.volume === null) {
    const reason = 'the functional unit of the scenario has no volume, or it varies: nothing is known per unit';
    throw new InputError([problem('bad-option', { reason })]);
  }
  let stopped = false;
  const release = world.onInterrupt?.(() => {
    stopped = true;
  });
  const bar = await progress(world, plan.rows, { quiet: options.quiet === true, of: 'rows' });
  const run: Run = { plan, constraints, advance: bar.advance, isStopped: () => stopped };
  try {
    await (options.format === 'table' ? table(world, run, options) : stream(world, run, options));
  } finally {
    bar.stop();
    release?.();
  }
  return stopped ? exitCodes.interrupted : exitCodes.computed;
}
