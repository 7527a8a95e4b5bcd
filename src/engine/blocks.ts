/**
 * Computes entries of a tape, in blocks of rows that stay in the processor's cache and in columns that are used again as soon
 * as nothing needs them: ten usages with their practices take little more memory than their results.
 */
import { InternalError } from '../errors.ts';
import { fillDraw, groundFor, type Draw, type Ground } from './draw-rows.ts';
import type { Column } from './evaluate.ts';
import type { Operation } from './postfix.ts';
import { columnAt, reserve, rows as memoryRows, step, type Place } from './rows.ts';

/** Place of an entry on its tape. */
export type Entry = number;

/** Where the rows of an entry come from. */
export type Maker =
  | { readonly kind: 'number' }
  | { readonly kind: 'draw'; readonly draw: Draw }
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

/** A column of the block, or one number. */
interface Operand {
  readonly place: Place;
  readonly step: number;
}

/** An entry, the column of the block that it fills, and those that it reads. */
interface Task {
  readonly maker: Maker;
  readonly central: number;
  readonly out: Place;
  readonly left: Operand;
  readonly right: Operand;
  readonly third: Operand;
  /** The whole column, of an entry that was asked for. */
  readonly kept: Column | undefined;
}

const blockRows = 1024;

/** Of what is no operation. */
const none: Operand = { place: 0, step: step.same };

/** From numbers these can give what is none. */
const canFail: ReadonlySet<Operation> = new Set(['/', '^', 'ln', 'log2', 'exp']);

/** Errors  InternalError naming a formula of which a draw is no number. */
export function runBlocks(run: Run): void {
  const ground = groundFor(run.rows - 1, blockRows);
  const tasks = tasksOf(run);
  for (let from = 0; from < run.rows; from += blockRows) {
    const rows = Math.min(blockRows, run.rows - from);
    for (const task of tasks) runTask(task, { from, rows, ground });
  }
}

function runTask(
  { maker, central, out, left, right, third, kept }: Task,
  { from, rows, ground }: { readonly from: number; readonly rows: number; readonly ground: Ground },
): void {
  if (maker.kind === 'operation') {
    operate(maker.operation, { out, rows, left, right, third });
    const { operation, formula } = maker;
    if ((kept || (formula && canFail.has(operation))) && memoryRows().fault(out, rows) !== 0)
      throw new InternalError(`a draw of ${formula ?? 'a result'} is no number`);
  } else if (maker.kind === 'draw') {
    // Row 0 is the central value, so that row 1 is draw 0.
    const first = from === 0 ? 1 : 0;
    fillDraw(maker.draw, { out: out + 8 * first, from: from + first - 1, count: rows - first }, ground);
  } else if (maker.kind === 'column') columnAt(out, rows).set(maker.column.subarray(from, from + rows));
  if (from === 0) memoryRows().put(out, central);
  kept?.set(columnAt(out, rows), from);
}

/** One operation over a block of rows: a row has the value that the loop of the whole formula gives (emit.ts). */
function operate(
  operation: Operation,
  { out, rows, left, right, third }: { out: Place; rows: number; left: Operand; right: Operand; third: Operand },
): void {
  const of = memoryRows();
  const [l, ls, r, rs] = [left.place, left.step, right.place, right.step];
  switch (operation) {
    case '+':
      return of.add(out, rows, l, ls, r, rs);
    case '-':
      return of.subtract(out, rows, l, ls, r, rs);
    case '*':
      return of.multiply(out, rows, l, ls, r, rs);
    case '/':
      return of.divide(out, rows, l, ls, r, rs);
    case '^':
      return of.power(out, rows, l, ls, r, rs);
    case 'min':
      return of.min(out, rows, l, ls, r, rs);
    case 'max':
      return of.max(out, rows, l, ls, r, rs);
    case '<':
      return of.below(out, rows, l, ls, r, rs);
    case '<=':
      return of.atMost(out, rows, l, ls, r, rs);
    case '>':
      return of.below(out, rows, r, rs, l, ls);
    case '>=':
      return of.atMost(out, rows, r, rs, l, ls);
    case 'choose':
      return of.choose(out, rows, l, ls, r, rs, third.place, third.step);
    case 'ceil':
      return of.ceil(out, rows, l);
    case 'exp':
      return of.exp(out, rows, l);
    case 'ln':
      return of.ln(out, rows, l);
    case 'log2':
      return of.log2(out, rows, l);
    default:
      return operation satisfies never;
  }
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
  const operands = new Map<Entry, Operand>();
  const free: Place[] = [];
  const tasks: Task[] = [];
  for (const entry of order) {
    const maker = makerOf(entry);
    const central = centrals[entry] ?? Number.NaN;
    if (maker.kind === 'number') {
      const place = reserve(8);
      memoryRows().put(place, central);
      operands.set(entry, { place, step: step.same });
      continue;
    }
    const isOperation = maker.kind === 'operation';
    const left = (isOperation && operands.get(maker.left)) || none;
    const right = (isOperation && operands.get(maker.right)) || none;
    const third = (isOperation && operands.get(maker.third)) || none;
    if (isOperation) {
      // A loop may fill a column that it reads, row by row: one that is read for the last time is free at once.
      for (const place of new Set([maker.left, maker.right, maker.third])) {
        const operand = operands.get(place);
        if (lastReader.get(place) === entry && operand?.step === step.each) free.push(operand.place);
      }
    }
    const out = free.pop() ?? reserve(8 * blockRows);
    operands.set(entry, { place: out, step: step.each });
    tasks.push({ maker, central, out, left, right, third, kept: wanted.get(entry) });
    if (!lastReader.has(entry)) free.push(out);
  }
  return tasks;
}
