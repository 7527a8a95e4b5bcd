/**
 * The list of tasks that blocks.as.ts runs. Columns of a block are used again as soon as nothing needs them: ten usages with their
 * practices take little more memory than what is asked of them.
 */
import { InternalError } from '../errors.ts';
import type { Entry, Maker } from './maker.ts';
import type { Operation } from './postfix.ts';
import { startTally } from './quantile.ts';
import { columnAt, integersAt, reserve, type Place } from './rows.ts';
import type { Shape } from './shape.ts';
import { orderIn, type Strata } from './strata.ts';

export const blockRows = 1024;

/** Bytes from row to row of an operand: `each`, or `same` where all rows have one number. */
const step = { each: 8, same: 0 } as const;

/** A column of the block, or one number. */
interface Operand {
  readonly place: Place;
  readonly step: (typeof step)[keyof typeof step];
}

/** Of what takes fewer. */
const none: Operand = { place: 0, step: step.same };

/** As blocks.as.ts has them; `>` is `<` with its operands the other way round. */
// prettier-ignore
const codes: Readonly<Record<Operation | Shape['spread'] | 'column', number>> = {
  '+': 0, '-': 1, '*': 2, '/': 3, '^': 4, min: 5, max: 6, '<': 7, '<=': 8, '>': 7, '>=': 8, choose: 9, ceil: 10, exp: 11, ln: 12,
  log2: 13, positive: 14, bounded: 15, column: 16,
};

/** 32-bit integers of a task, and the 64-bit numbers after them. */
const [integers, numbers] = [12, 5];
const taskBytes = 4 * integers + 8 * numbers;

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
  readonly #lastReader = new Map<Entry, Entry>();
  readonly #operands = new Map<Entry, Operand>();
  readonly #free: Place[] = [];
  readonly #integers: number[] = [];
  readonly #numbers: number[] = [];
  readonly #formulas: (string | undefined)[] = [];

  constructor(options: ListOptions) {
    this.#options = options;
    for (const entry of options.order) {
      const maker = options.makerOf(entry);
      if (maker.kind !== 'operation') continue;
      this.#lastReader.set(maker.left, entry).set(maker.right, entry).set(maker.third, entry);
    }
  }

  get size(): number {
    return this.#formulas.length;
  }

  formulaOf(task: number): string | undefined {
    return this.#formulas[task];
  }

  /** The next entry in order. */
  add(entry: Entry, central: number): void {
    const maker = this.#options.makerOf(entry);
    switch (maker.kind) {
      case 'number': {
        const place = reserve(8);
        columnAt(place, 1).fill(central);
        this.#operands.set(entry, { place, step: step.same });
        return;
      }
      case 'operation':
        this.#addOperation(entry, maker, central);
        return;
      case 'column': {
        const place = reserve(8 * this.#options.rows);
        columnAt(place, this.#options.rows).set(maker.column);
        this.#push(entry, codes.column, { left: { place, step: step.each }, central });
        return;
      }
      case 'draw': {
        const { shape, seed } = maker.draw;
        const { strata } = this.#options;
        const left: Operand = { place: orderIn(strata, seed), step: step.each };
        const right: Operand = { place: shape.spread === 'bounded' ? strata.uniform : strata.normal, step: step.each };
        this.#push(entry, codes[shape.spread], { left, right, central, shape });
        return;
      }
      default:
        maker satisfies never;
    }
  }

  #addOperation(entry: Entry, maker: Extract<Maker, { kind: 'operation' }>, central: number): void {
    const { operation, formula } = maker;
    const [left, right, third] = [maker.left, maker.right, maker.third].map((each) => {
      const operand = this.#operands.get(each);
      if (!operand) throw new InternalError('an operand stands behind what reads it');
      return operand;
    });
    // A loop may fill a column that it reads, row by row: one that is read for the last time is free at once.
    for (const each of new Set([maker.left, maker.right, maker.third])) {
      const operand = this.#operands.get(each);
      if (operand?.step === step.each && this.#lastReader.get(each) === entry) this.#free.push(operand.place);
    }
    const isSwapped = operation === '>' || operation === '>=';
    this.#push(entry, codes[operation], {
      left: isSwapped ? right : left,
      right: isSwapped ? left : right,
      third,
      central,
      formula,
      checked: formula !== undefined && canFail.has(operation),
    });
  }

  #push(
    entry: Entry,
    code: number,
    {
      left = none,
      right = none,
      third = none,
      central,
      shape,
      formula,
      checked = false,
    }: {
      readonly left?: Operand | undefined;
      readonly right?: Operand | undefined;
      readonly third?: Operand | undefined;
      readonly central: number;
      readonly shape?: Shape;
      readonly formula?: string | undefined;
      readonly checked?: boolean;
    },
  ): void {
    const { columns, quantiles, rows } = this.#options;
    const out = this.#free.pop() ?? reserve(8 * blockRows);
    this.#operands.set(entry, { place: out, step: step.each });
    if (columns.has(entry)) this.kept.set(entry, reserve(8 * rows));
    if (quantiles.has(entry)) this.tallies.set(entry, startTally(rows - 1, blockRows));
    const [kept, tally] = [this.kept.get(entry) ?? 0, this.tallies.get(entry) ?? 0];
    const factors = shape?.spread === 'positive' ? Number(shape.upIsFactor) + 2 * Number(shape.downIsFactor) : 0;
    const isChecked = Number(checked || kept + tally > 0);
    // prettier-ignore
    this.#integers.push(
      code, out, left.place, left.step, right.place, right.step, third.place, third.step, kept, tally, isChecked, factors,
    );
    const ends = shape?.spread === 'bounded' ? [shape.least, shape.most] : [0, 0];
    this.#numbers.push(central, shape?.up ?? 0, shape?.down ?? 0, ...ends);
    this.#formulas.push(formula);
    if (!this.#lastReader.has(entry)) this.#free.push(out);
  }

  /** Writes the list into the memory. */
  write(): Place {
    const place = reserve(taskBytes * this.size);
    const whole = integersAt(place, (taskBytes / 4) * this.size);
    const halves = columnAt(place, (taskBytes / 8) * this.size);
    for (let task = 0; task < this.size; task += 1) {
      const [start, own] = [task * integers, task * numbers];
      whole.set(this.#integers.slice(start, start + integers), (task * taskBytes) / 4);
      halves.set(this.#numbers.slice(own, own + numbers), (task * taskBytes + 4 * integers) / 8);
    }
    return place;
  }
}
