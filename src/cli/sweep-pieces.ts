/** The rows of a sweep, piece by piece: what one thread does, and what several share. */
import { readConstraint, type Constraint } from '../scenario/constraint.ts';
import { sweep, type Sweep, type SweepChunk } from '../sweep.ts';
import {
  columnOf,
  columnUnit,
  csvWriter,
  jsonlWriter,
  sweepColumns,
  type RowWriter,
  type SweepColumn,
  type SweptRow,
} from '../report/sweep.ts';
import { catalogWith } from './load-catalog.ts';

/** Formats that hold every row. */
export const rowFormats = ['csv', 'jsonl'] as const;
export type RowFormat = (typeof rowFormats)[number];
export type SweepFormat = 'table' | RowFormat;

/** All that a sweep hangs on, as plain data: another thread gets it whole, and reads no file. */
export interface SweepJob {
  readonly file: string;
  readonly text: string;
  /** What the scenario extends, by target. */
  readonly bases: readonly (readonly [target: string, text: string])[];
  readonly catalog: { readonly file: string; readonly text: string } | undefined;
  readonly vary: readonly string[];
  readonly constraint: readonly string[];
  readonly sample: number | undefined;
  readonly seed: number;
  /** What is made of the rows; each once. */
  readonly formats: readonly SweepFormat[];
  readonly objective: SweepColumn;
  readonly top: number;
}

interface Ranked {
  readonly value: number;
  readonly row: SweptRow;
}

/** What came of one chunk. */
export interface SweepPiece {
  readonly rows: number;
  readonly kept: number;
  /** Whole lines, for streams of rows; valid until the next piece. */
  readonly lines: Readonly<Partial<Record<RowFormat, Uint8Array>>>;
  /** The best of its rows, for a table; empty where none is asked for. */
  readonly best: readonly Ranked[];
}

export interface SweepPieces {
  readonly plan: Sweep;
  /** What stands before the first row. */
  readonly head: (format: RowFormat) => string;
  readonly piece: (index: number) => SweepPiece;
}

/** Rows of the best, kept small while a million pass. */
export class Best {
  readonly #count: number;
  readonly #rows: Ranked[] = [];

  constructor(count: number) {
    this.#count = count;
  }

  get rows(): readonly Ranked[] {
    return this.#rows;
  }

  /** Whether a row of this value would be among the best; of equals the first stays. */
  takes(value: number): boolean {
    return this.#rows.length < this.#count || value < (this.#rows.at(-1)?.value ?? Number.POSITIVE_INFINITY);
  }

  add(ranked: Ranked): void {
    if (!this.takes(ranked.value)) return;
    const place = this.#rows.findIndex((each) => each.value > ranked.value);
    this.#rows.splice(place < 0 ? this.#rows.length : place, 0, ranked);
    if (this.#rows.length > this.#count) this.#rows.pop();
  }
}

/** Whether a row keeps the constraints; what is unknown keeps none. */
function keeper(
  plan: Sweep,
  constraints: readonly Constraint<SweepColumn>[],
  chunk: SweepChunk,
): ((row: number) => boolean) | undefined {
  if (constraints.length === 0) return undefined;
  const columns = constraints.map(({ name, keeps }) => ({ keeps, column: columnOf(plan, chunk, name) }));
  return (row) => columns.every(({ keeps, column }) => column !== undefined && keeps(column[row] ?? Number.NaN));
}

function bestOf(
  plan: Sweep,
  chunk: SweepChunk,
  keep: ((row: number) => boolean) | undefined,
  { objective, top }: SweepJob,
): Pick<SweepPiece, 'kept' | 'best'> {
  const best = new Best(top);
  const values = columnOf(plan, chunk, objective);
  const columns = sweepColumns.map((name) => [name, columnOf(plan, chunk, name)] as const);
  let kept = 0;
  for (let row = 0; row < chunk.rows; row += 1) {
    if (keep && !keep(row)) continue;
    kept += 1;
    const value = values?.[row] ?? Number.POSITIVE_INFINITY;
    if (!best.takes(value)) continue;
    const results = columns.flatMap(([name, column]) => (column ? [[name, column[row] ?? Number.NaN] as const] : []));
    best.add({
      value,
      row: {
        values: plan.fields.map((_, field) => chunk.value(field, row)),
        results: Object.fromEntries(results),
      },
    });
  }
  return { kept, best: best.rows };
}

const writers: Readonly<Record<RowFormat, (plan: Sweep) => RowWriter>> = { csv: csvWriter, jsonl: jsonlWriter };

/** Errors  InputError when the scenario, a field or a constraint is wrong. */
export async function sweepPieces(job: SweepJob, load: (target: string) => string): Promise<SweepPieces> {
  const { file, text, vary, sample, seed, formats } = job;
  const plan = sweep({ file, text, load }, { catalog: await catalogWith(job.catalog), vary, sample, seed });
  const units = (name: SweepColumn): string => columnUnit(plan, name);
  const constraints = job.constraint.map((written) => readConstraint(written, sweepColumns, units));
  const made = new Map(
    rowFormats.filter((format) => formats.includes(format)).map((format) => [format, writers[format](plan)]),
  );
  return {
    plan,
    head: (format) => made.get(format)?.head ?? '',
    piece: (index) => {
      const chunk = plan.chunkAt(index);
      const keep = keeper(plan, constraints, chunk);
      const lines = Object.fromEntries([...made].map(([format, { rows }]) => [format, rows(chunk, keep)]));
      const { kept, best } = formats.includes('table') ? bestOf(plan, chunk, keep, job) : { kept: 0, best: [] };
      return { rows: chunk.rows, kept, lines, best };
    },
  };
}
