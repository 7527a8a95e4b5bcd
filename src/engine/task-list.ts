/**
 * The list of tasks that blocks.as.ts runs. Columns of a block are used again as soon as nothing needs them: ten usages with their
 * practices take little more memory than what is asked of them.
 */
import { InternalError } from '../errors.ts';
import type { Entry, Maker } from './maker.ts';
import type { Operation } from './postfix.ts';
import { startTally } from './quantile.ts';
import { bytesAt, columnAt, reserve, type Place } from './rows.ts';
import type { Shape } from './shape.ts';
import { orderIn, type Strata } from './strata.ts';

/** Columns of a block: as many as a formula reads and writes stay in the first cache of a processor. */
export const blockRows = 256;

/** Bytes from row to row of an operand: a column of the block, or one number that all rows have. */
const step = { each: 8, same: 0 } as const;

/** As blocks.as.ts has them; `>` is `<` with its operands the other way round. */
// prettier-ignore
const codes: Readonly<Record<Operation | Shape['spread'] | 'column', number>> = {
  '+': 0, '-': 1, '*': 2, '/': 3, '^': 4, min: 5, max: 6, '<': 7, '<=': 8, '>': 7, '>=': 8, choose: 9, ceil: 10, exp: 11, ln: 12,
  log2: 13, positive: 14, bounded: 15, column: 16,
};

/** Places of the 32-bit integers of a task, as blocks.as.ts has them, and of the 64-bit numbers behind them. */
const integer = {
  code: 0, out: 1, left: 2, leftStep: 3, right: 4, rightStep: 5, third: 6, thirdStep: 7, kept: 8, tally: 9, checked: 10, factors: 11,
} as const; // prettier-ignore
const number = { central: 6, up: 7, down: 8, least: 9, most: 10 } as const;
/** Numbers of 64 bits that a task takes, two integers to one. */
const taskNumbers = 11;

/** From numbers these can give what is none. */
const canFail: ReadonlySet<Operation> = new Set(['/', '^', 'ln', 'log2', 'exp']);

interface ListOptions {
  /** Every entry that is needed, each after its operands. */
  readonly order: readonly Entry[];
  readonly makerOf: (entry: Entry) => Maker;
  readonly columns: ReadonlySet<Entry>;
  readonly quantiles: ReadonlySet<Entry>;
  readonly rows: number;
  readonly strata: Strata;
}

/** Places hold until the next work starts (rows.ts). */
export class TaskList {
  /** Whole columns that are asked for, and tallies of those whose quantiles are. */
  readonly kept = new Map<Entry, Place>();
  readonly tallies = new Map<Entry, Place>();
  readonly #options: ListOptions;
  /** By entry: its place and the bytes from row to row, 0 where it has none yet; which entry reads it last, 0 where none does. */
  readonly #places: Uint32Array;
  readonly #steps: Uint8Array;
  readonly #lastReaders: Uint32Array;
  readonly #free: Place[] = [];
  /** Numbers that all rows have, and where they are going to stand. */
  readonly #constants: number[] = [];
  readonly #constantsAt: Place;
  /** The tasks, as they are going to stand in the memory. */
  readonly #integers: Uint32Array;
  readonly #numbers: Float64Array;
  readonly #formulas: (string | undefined)[] = [];

  constructor(options: ListOptions) {
    const { order, makerOf } = options;
    this.#options = options;
    const entries = (order.at(-1) ?? 0) + 1;
    this.#places = new Uint32Array(entries);
    this.#steps = new Uint8Array(entries);
    this.#lastReaders = new Uint32Array(entries);
    let constants = 0;
    for (const entry of order) {
      const maker = makerOf(entry);
      if (maker.kind === 'number') constants += 1;
      if (maker.kind !== 'operation') continue;
      this.#lastReaders[maker.left] = entry;
      this.#lastReaders[maker.right] = entry;
      this.#lastReaders[maker.third] = entry;
    }
    this.#constantsAt = reserve(8 * constants);
    this.#numbers = new Float64Array(taskNumbers * (order.length - constants));
    this.#integers = new Uint32Array(this.#numbers.buffer);
  }

  get size(): number {
    return this.#formulas.length;
  }

  formulaOf(task: number): string | undefined {
    return this.#formulas[task];
  }

  /** The next entry in order. */
  add(entry: Entry, central: number, formula: string | undefined): void {
    const maker = this.#options.makerOf(entry);
    switch (maker.kind) {
      case 'number':
        this.#places[entry] = this.#constantsAt + 8 * this.#constants.length;
        this.#constants.push(central);
        return;
      case 'operation':
        this.#addOperation(entry, maker, central, formula);
        return;
      case 'column': {
        const place = reserve(8 * this.#options.rows);
        columnAt(place, this.#options.rows).set(maker.column);
        this.#read(integer.left, place, step.each);
        this.#finish(entry, codes.column, central, false);
        return;
      }
      case 'draw': {
        const { shape, seed } = maker.draw;
        const { strata } = this.#options;
        // The step in an order is the bytes of one of its numbers.
        this.#read(integer.left, orderIn(strata, seed), strata.orderBytes);
        this.#read(integer.right, shape.spread === 'bounded' ? strata.uniform : strata.normal, step.each);
        this.#addShape(shape);
        this.#finish(entry, codes[shape.spread], central, false);
        return;
      }
      default:
        maker satisfies never;
    }
  }

  #addOperation(
    entry: Entry,
    { operation, left, right, third }: Extract<Maker, { kind: 'operation' }>,
    central: number,
    formula: string | undefined,
  ): void {
    const isSwapped = operation === '>' || operation === '>=';
    this.#readEntry(isSwapped ? integer.right : integer.left, left);
    this.#readEntry(isSwapped ? integer.left : integer.right, right);
    this.#readEntry(integer.third, third);
    // A loop may fill a column that it reads, row by row: one that is read for the last time is free at once.
    this.#freeAfter(entry, left);
    if (right !== left) this.#freeAfter(entry, right);
    if (third !== left && third !== right) this.#freeAfter(entry, third);
    this.#finish(entry, codes[operation], central, formula !== undefined && canFail.has(operation), formula);
  }

  /** An operand of the task that is being written: its place, and the step behind it. */
  #read(field: number, place: Place, bytes: number): void {
    const at = 2 * taskNumbers * this.size + field;
    this.#integers[at] = place;
    this.#integers[at + 1] = bytes;
  }

  #readEntry(field: number, entry: Entry): void {
    const place = this.#places[entry] ?? 0;
    if (place === 0) throw new InternalError('an operand stands behind what reads it');
    this.#read(field, place, this.#steps[entry] ?? step.same);
  }

  #freeAfter(reader: Entry, entry: Entry): void {
    const place = this.#places[entry];
    if (place !== undefined && this.#steps[entry] === step.each && this.#lastReaders[entry] === reader)
      this.#free.push(place);
  }

  #addShape(shape: Shape): void {
    const at = taskNumbers * this.size;
    this.#numbers[at + number.up] = shape.up;
    this.#numbers[at + number.down] = shape.down;
    if (shape.spread === 'bounded') {
      this.#numbers[at + number.least] = shape.least;
      this.#numbers[at + number.most] = shape.most;
    } else {
      const factors = Number(shape.upIsFactor) + 2 * Number(shape.downIsFactor);
      this.#integers[2 * at + integer.factors] = factors;
    }
  }

  /** What every task has. */
  #finish(entry: Entry, code: number, central: number, checked: boolean, formula?: string): void {
    const { columns, quantiles, rows } = this.#options;
    const out = this.#free.pop() ?? reserve(8 * blockRows);
    this.#places[entry] = out;
    this.#steps[entry] = step.each;
    const at = taskNumbers * this.size;
    const [own, isKept, isTallied] = [2 * at, columns.has(entry), quantiles.has(entry)];
    this.#integers[own + integer.code] = code;
    this.#integers[own + integer.out] = out;
    this.#integers[own + integer.checked] = Number(checked || isKept || isTallied);
    this.#numbers[at + number.central] = central;
    if (isKept) {
      const place = reserve(8 * rows);
      this.kept.set(entry, place);
      this.#integers[own + integer.kept] = place;
    }
    if (isTallied) {
      const place = startTally(rows - 1);
      this.tallies.set(entry, place);
      this.#integers[own + integer.tally] = place;
    }
    if (this.#lastReaders[entry] === 0) this.#free.push(out);
    this.#formulas.push(formula);
  }

  /** Writes the list into the memory. */
  write(): Place {
    columnAt(this.#constantsAt, this.#constants.length).set(this.#constants);
    const place = reserve(this.#numbers.byteLength);
    bytesAt(place, this.#numbers.byteLength).set(new Uint8Array(this.#numbers.buffer));
    return place;
  }
}
