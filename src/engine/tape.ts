/**
 * Arithmetic on unknowns, written down first and computed later, all at once: a tape.
 *
 * Every entry is a number, a draw or an operation on earlier entries; what is written twice stands there once, so that what
 * usages, practices and totals share is computed once. Central values are known as soon as an entry is written. Quantiles are
 * computed at the first reading, those of all that have been announced together, and rows are thrown away as they pass.
 */
import { InternalError } from '../errors.ts';
import { runBlocks, type Computed } from './blocks.ts';
import type { Column } from './evaluate.ts';
import type { Draw, Entry, Maker } from './maker.ts';
import { quantilePair, type Quantiles } from './quantile.ts';
import { stepsOf, type Operation, type Step } from './postfix.ts';

/** An entry as another one times a positive number: it has the quantiles and the ranks of that one. */
export interface Multiple {
  readonly of: Entry;
  readonly times: number;
}

/** Places of two operands as one number: exact, because a tape has fewer entries than this. */
const mostEntries = 2 ** 26;

/** Of central values, as the compiled formulas have them (emit.ts); those of rows are in blocks.as.ts. */
const operations: Readonly<Record<Operation, (left: number, right: number, third: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '^': Math.pow,
  min: (left, right) => Math.min(left, right),
  max: (left, right) => Math.max(left, right),
  ceil: Math.ceil,
  exp: Math.exp,
  ln: Math.log,
  log2: Math.log2,
  '<': (left, right) => (left < right ? 1 : 0),
  '<=': (left, right) => (left <= right ? 1 : 0),
  '>': (left, right) => (left > right ? 1 : 0),
  '>=': (left, right) => (left >= right ? 1 : 0),
  choose: (condition, whenTrue, whenFalse) => (condition === 1 ? whenTrue : whenFalse),
};

export class Tape {
  readonly #rows: number;
  readonly #makers: Maker[] = [];
  readonly #centrals: number[] = [];
  readonly #numbers = new Map<number, Entry>();
  /** By operation, and those of `choose` by their third operand; then by the other two. */
  readonly #operations = new Map<Operation | Entry, Map<number, Entry>>();
  /** The formula of the method whose result an entry is. */
  readonly #formulas: (string | undefined)[] = [];
  readonly #stack: Entry[] = [];
  readonly #multiples = new Map<Entry, Multiple>();
  /** Rows and quantiles that were computed. */
  readonly #columns = new Map<Entry, Column>();
  readonly #quantiles = new Map<Entry, Quantiles>();
  readonly #announced = new Set<Entry>();

  /** @param rows the central value and the draws. */
  constructor(rows: number) {
    this.#rows = rows;
  }

  #write(maker: Maker, central: number): Entry {
    this.#makers.push(maker);
    this.#centrals.push(central);
    return this.#makers.length - 1;
  }

  number(value: number): Entry {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    const entry = this.#write({ kind: 'number' }, value);
    this.#numbers.set(value, entry);
    return entry;
  }

  draw(draw: Draw): Entry {
    return this.#write({ kind: 'draw', draw }, draw.shape.central);
  }

  /** Rows that are known already. Errors  InternalError when they are of another number of draws. */
  column(column: Column): Entry {
    const [central = Number.NaN] = column;
    if (column.length === 1) return this.number(central);
    if (column.length !== this.#rows) throw new InternalError(`${column.length} rows on a tape of ${this.#rows}`);
    return this.#write({ kind: 'column', column }, central);
  }

  /** An operation on as many entries as it takes. */
  apply(operation: Operation, left: Entry, right: Entry = left, third?: Entry): Entry {
    // `choose` alone has a third operand, which says enough.
    const kind = third ?? operation;
    let written = this.#operations.get(kind);
    if (!written) this.#operations.set(kind, (written = new Map()));
    const signature = right * mostEntries + left;
    const known = written.get(signature);
    if (known !== undefined) return known;
    const entry = this.#operate(operation, left, right, third ?? left);
    written.set(signature, entry);
    return entry;
  }

  #operate(operation: Operation, left: Entry, right: Entry, third: Entry): Entry {
    const central = operations[operation](this.central(left), this.central(right), this.central(third));
    if (this.isExact(left) && this.isExact(right) && this.isExact(third)) return this.number(central);
    const multiple = this.#multipleOf(operation, left, right);
    if (!multiple) return this.#write({ kind: 'operation', operation, left, right, third }, central);
    // One product in place of a chain of them: the rows may differ from the chain in their last digit.
    const times = this.number(multiple.times);
    const entry = this.#write(
      { kind: 'operation', operation: '*', left: multiple.of, right: times, third: times },
      central,
    );
    this.#multiples.set(entry, multiple);
    return entry;
  }

  #multipleOf(operation: Operation, left: Entry, right: Entry): Multiple | undefined {
    const isProduct = operation === '*';
    if (!isProduct && !(operation === '/' && this.isExact(right))) return undefined;
    const [varying, fixed] = this.isExact(right) ? [left, right] : [right, left];
    const factor = this.central(fixed);
    if (!this.isExact(fixed) || !(factor > 0)) return undefined;
    const { of, times } = this.multiple(varying);
    return { of, times: isProduct ? times * factor : times / factor };
  }

  /**
   * A formula in postfix order, its operands by place.
   * Errors  InternalError naming it when its central value is no number.
   */
  formula(postfix: string, operands: readonly Entry[], name: string): Entry {
    const entry = this.#evaluate(stepsOf(postfix), operands);
    if (!Number.isFinite(this.central(entry))) throw new InternalError(`${name} gave ${this.central(entry)}`);
    this.#formulas[entry] ??= name;
    return entry;
  }

  #evaluate(steps: readonly Step[], operands: readonly Entry[]): Entry {
    const stack = this.#stack;
    let top = 0;
    for (const { operation, operand, value, takes } of steps) {
      if (operation === undefined) {
        stack[top] = operand === undefined ? this.number(value) : (operands[operand] ?? Number.NaN);
        top += 1;
        continue;
      }
      top -= takes;
      const left = stack[top] ?? 0;
      stack[top] = this.apply(
        operation,
        left,
        takes > 1 ? stack[top + 1] : undefined,
        takes > 2 ? stack[top + 2] : undefined,
      );
      top += 1;
    }
    return stack[0] ?? 0;
  }

  central(entry: Entry): number {
    return this.#centrals[entry] ?? Number.NaN;
  }

  /** Whether it is the same in every draw. */
  isExact(entry: Entry): boolean {
    return this.#makers[entry]?.kind === 'number';
  }

  /** What the entry is a multiple of; itself, where it is of no other. */
  multiple(entry: Entry): Multiple {
    return this.#multiples.get(entry) ?? { of: entry, times: 1 };
  }

  /** Says that the quantiles of an entry are going to be read: they are computed with the next that are. */
  announce(entry: Entry): void {
    if (!this.isExact(entry) && !this.#quantiles.has(entry)) this.#announced.add(entry);
  }

  /**
   * The 5-95 % interval of the rows of an entry.
   * Errors  InternalError naming a formula of which a draw is no number.
   */
  quantiles(entry: Entry): Quantiles {
    const central = this.central(entry);
    if (this.isExact(entry)) return [central, central];
    const known = this.#quantiles.get(entry);
    if (known) return known;
    this.#announced.add(entry);
    this.#compute([]);
    return this.#quantiles.get(entry) ?? this.#exactQuantiles(entry);
  }

  /** Where the sample did not tell them. */
  #exactQuantiles(entry: Entry): Quantiles {
    const found = quantilePair(this.read(entry).subarray(1));
    this.#quantiles.set(entry, found);
    return found;
  }

  /** The rows of an entry, to keep: the central value first; one row when it is exact. Errors as for `quantiles`. */
  rows(entry: Entry): Column {
    const column = this.read(entry);
    if (column.length > 1) this.#columns.set(entry, column);
    return column;
  }

  /** The same to be read once. */
  read(entry: Entry): Column {
    if (this.isExact(entry)) return Float64Array.of(this.central(entry));
    return this.#columns.get(entry) ?? this.#compute([entry]).get(entry) ?? new Float64Array();
  }

  /** Computes the rows of entries and, with them, all quantiles that have been announced. */
  #compute(entries: readonly Entry[]): Computed['columns'] {
    const announced = new Set(this.#announced);
    // Of what fails, the others are computed when they are read.
    this.#announced.clear();
    const { columns, quantiles } = runBlocks({
      makers: this.#makers,
      formulas: this.#formulas,
      centrals: this.#centrals,
      known: this.#columns,
      columns: new Set(entries),
      quantiles: announced,
      rows: this.#rows,
    });
    for (const [entry, found] of quantiles) if (found) this.#quantiles.set(entry, found);
    return columns;
  }
}
