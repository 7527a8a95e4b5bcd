/**
 * Computes entries of a tape, in blocks of rows that stay in the processor's cache and in columns that are used again as soon
 * as nothing needs them: ten usages with their practices take little more memory than their results.
 */
import { InternalError } from '../errors.ts';
import type { Column } from './evaluate.ts';
import { loops } from './loops.ts';
import type { Operation } from './postfix.ts';

/** Place of an entry on its tape. */
export type Entry = number;

/** Where the rows of an entry come from. */
export type Maker =
  | { readonly kind: 'number' }
  | { readonly kind: 'draw'; readonly fill: (out: Column, from: number, rows: number) => void }
  | { readonly kind: 'column'; readonly column: Column }
  | {
      readonly kind: 'operation';
      readonly operation: Operation;
      /** An operand that the operation does not take is the first one again. */
      readonly left: Entry;
      readonly right: Entry;
      readonly third: Entry;
      /** The formula of the method whose result it is. */
      readonly formula?: string;
    };

interface Run {
  readonly makers: readonly Maker[];
  readonly centrals: readonly number[];
  /** Columns that have been computed before. */
  readonly known: ReadonlyMap<Entry, Column>;
  /** Columns to fill. */
  readonly wanted: ReadonlyMap<Entry, Column>;
  readonly rows: number;
}

/** An entry, the column of the block that it fills, and those that it reads. */
interface Task {
  readonly maker: Maker;
  readonly central: number;
  readonly out: Column;
  readonly left: Column;
  readonly right: Column;
  readonly third: Column;
  /** The whole column, of an entry that was asked for. */
  readonly kept: Column | undefined;
}

const blockRows = 1024;

/** Of what is no operation. */
const none: Column = new Float64Array(1);

/** From numbers these can give what is none. */
const canFail: ReadonlySet<Operation> = new Set(['/', '^', 'ln', 'log2', 'exp']);

/** 0 when all are numbers: what is infinite less itself is no number. */
function faultIn(column: Column, rows: number): number {
  let sum = 0;
  for (let row = 0; row < rows; row += 1) {
    const value = column[row] ?? Number.NaN;
    sum += value - value;
  }
  return sum;
}

/** Errors  InternalError naming a formula of which a draw is no number. */
export function runBlocks(run: Run): void {
  const tasks = tasksOf(run);
  for (let from = 0; from < run.rows; from += blockRows) {
    const rows = Math.min(blockRows, run.rows - from);
    for (const task of tasks) runTask(task, from, rows);
  }
}

function runTask({ maker, central, out, left, right, third, kept }: Task, from: number, rows: number): void {
  if (maker.kind === 'operation') {
    loops[maker.operation](out, rows, left, right, third);
    const { operation, formula } = maker;
    if ((kept || (formula && canFail.has(operation))) && faultIn(out, rows) !== 0)
      throw new InternalError(`a draw of ${formula ?? 'a result'} is no number`);
  } else if (maker.kind === 'draw') maker.fill(out, from, rows);
  else if (maker.kind === 'column') out.set(maker.column.subarray(from, from + rows));
  if (from === 0) out[0] = central;
  kept?.set(rows === blockRows ? out : out.subarray(0, rows), from);
}

/** Every entry that the wanted ones need, in the order of the tape, where an operand stands before what reads it. */
function needed({ makers, known, wanted }: Run): Entry[] {
  const found = new Set<Entry>();
  const visit = [...wanted.keys()];
  for (let entry = visit.pop(); entry !== undefined; entry = visit.pop()) {
    if (found.has(entry)) continue;
    found.add(entry);
    const maker = makers[entry];
    if (maker?.kind === 'operation' && !known.has(entry)) visit.push(maker.left, maker.right, maker.third);
  }
  return [...found].sort((left, right) => left - right);
}

function tasksOf(run: Run): Task[] {
  const { makers, centrals, known, wanted } = run;
  const order = needed(run);
  const makerOf = (entry: Entry): Maker => {
    const column = known.get(entry);
    return column ? { kind: 'column', column } : (makers[entry] ?? { kind: 'number' });
  };
  const lastReader = new Map<Entry, Entry>();
  for (const entry of order) {
    const maker = makerOf(entry);
    if (maker.kind !== 'operation') continue;
    lastReader.set(maker.left, entry).set(maker.right, entry).set(maker.third, entry);
  }
  const columns = new Map<Entry, Column>();
  const free: Column[] = [];
  const tasks: Task[] = [];
  for (const entry of order) {
    const maker = makerOf(entry);
    const central = centrals[entry] ?? Number.NaN;
    if (maker.kind === 'number') {
      columns.set(entry, Float64Array.of(central));
      continue;
    }
    const isOperation = maker.kind === 'operation';
    const left = (isOperation && columns.get(maker.left)) || none;
    const right = (isOperation && columns.get(maker.right)) || none;
    const third = (isOperation && columns.get(maker.third)) || none;
    if (isOperation) {
      // A loop may fill a column that it reads, row by row: one that is read for the last time is free at once.
      for (const place of new Set([maker.left, maker.right, maker.third])) {
        const column = columns.get(place);
        if (lastReader.get(place) === entry && column && column.length > 1) free.push(column);
      }
    }
    const out = free.pop() ?? new Float64Array(blockRows);
    columns.set(entry, out);
    tasks.push({ maker, central, out, left, right, third, kept: wanted.get(entry) });
    if (!lastReader.has(entry)) free.push(out);
  }
  return tasks;
}
