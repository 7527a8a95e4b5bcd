/** Calls of a log whose reader names an identity: of the copies of one, the fullest. A call holds its id and 56 bytes. */
import { counts } from './types.ts';

/** A row without a fault, as the reader takes it. */
export interface CountedRow {
  /** Which rows it is added up with. */
  readonly sums: number;
  /** In the order of `counts`; NaN is unknown. */
  readonly counted: readonly number[];
  /** Days since 1970-01-01; NaN is unknown. */
  readonly day: number;
  /** What it belongs to, as `Threads` numbers it; empty where nobody asks. */
  readonly threads: readonly number[];
}

/** Numbers held of a row, before those of its threads: where it is added up, its day, its counts. */
const start = 2 + counts.length;

/** The copy that counts has more output, then more input, then more from the cache; known before unknown, so that one comes first. */
const order = (['output', 'input', 'cached', 'reasoning', 'requests'] as const).map((count) => counts.indexOf(count));

const unknownLast = (value: number | undefined): number => (value === undefined || Number.isNaN(value) ? -1 : value);

/** Whether two rows say different figures. */
const isDifferent = (one: CountedRow, other: CountedRow): boolean =>
  one.counted.some((value, slot) => unknownLast(value) !== unknownLast(other.counted[slot]));

function isFuller(one: CountedRow, other: CountedRow): boolean {
  for (const slot of order) {
    const [left, right] = [unknownLast(one.counted[slot]), unknownLast(other.counted[slot])];
    if (left !== right) return left > right;
  }
  return unknownLast(one.day) > unknownLast(other.day);
}

export class Calls {
  readonly #places = new Map<string, number>();
  readonly #width: number;
  /** Rows beside each other: an object for each would weigh four times as much. */
  #numbers: Float64Array;
  readonly #differing = new Set<number>();
  readonly #tellsDiffering: boolean;

  /** @param threads how many each row has. */
  constructor({ tellsDiffering, threads }: { readonly tellsDiffering: boolean; readonly threads: number }) {
    this.#tellsDiffering = tellsDiffering;
    this.#width = start + threads;
    this.#numbers = new Float64Array(1024 * this.#width);
  }

  /** @returns the copy that does not count, where there is one. */
  keep(call: string, row: CountedRow): CountedRow | undefined {
    const known = this.#places.get(call);
    if (known === undefined) {
      const place = this.#places.size;
      this.#places.set(call, place);
      this.#write(place, row);
      return undefined;
    }
    const before = this.#at(known);
    if (this.#tellsDiffering && isDifferent(row, before)) this.#differing.add(known);
    if (!isFuller(row, before)) return row;
    this.#write(known, row);
    return before;
  }

  /** Calls whose copies do not all say the same figures, in whatever order they came; 0 where that is not told. */
  get differing(): number {
    return this.#differing.size;
  }

  #write(place: number, { sums, counted, day, threads }: CountedRow): void {
    const from = place * this.#width;
    if (from + this.#width > this.#numbers.length) {
      const wider = new Float64Array(this.#numbers.length * 2);
      wider.set(this.#numbers);
      this.#numbers = wider;
    }
    this.#numbers[from] = sums;
    this.#numbers[from + 1] = day;
    this.#numbers.set(counted, from + 2);
    this.#numbers.set(threads, from + start);
  }

  #at(place: number): CountedRow {
    const from = place * this.#width;
    const [sums = 0, day = Number.NaN, ...numbers] = this.#numbers.subarray(from, from + this.#width);
    const [counted, threads] = [numbers.slice(0, counts.length), numbers.slice(counts.length)];
    return { sums, day, counted, threads };
  }

  /** Every call, in the order in which it was first seen; none is held afterwards. */
  *take(): Generator<CountedRow> {
    const count = this.#places.size;
    this.#places.clear();
    for (let place = 0; place < count; place += 1) yield this.#at(place);
    this.#numbers = new Float64Array(this.#width);
  }
}
