/** The built-in engine: records of a log added up one by one. Equal, group by group, to what `src/usage-sql` asks of a database. */
import { Moments } from '../engine/moments.ts';
import { numberIn, textIn, utcDay, type Levels } from './read-record.ts';
import {
  counts,
  mostInRow,
  names,
  type Count,
  type Fault,
  type GroupKey,
  type LogQuery,
  type LogTotals,
  type Path,
  type Reader,
  type SummedRows,
} from './types.ts';

/** A row as the reader takes it. */
interface Row {
  readonly group: readonly (string | null)[];
  readonly names: readonly (string | null)[];
  /** In the order of `counts`. */
  readonly counted: readonly (number | null)[];
  readonly fault: Fault | undefined;
}

interface Sums {
  readonly group: Row['group'];
  readonly names: Row['names'];
  readonly known: number;
  readonly moments: Moments;
  /** As logged, added without what rounding loses: each is a product of one slot. */
  readonly counted: Moments;
}

const countShape = {
  products: counts.map((_, slot) => counts.map((__, other) => (other === slot ? 1 : 0))),
  limited: [],
};

/** Each row of a record, with the items of the lists that were opened on the way to it. */
function* openLists(levels: Levels, rows: Path): Generator<Levels> {
  const open = rows.indexOf('[]');
  if (open < 0) {
    yield levels;
    return;
  }
  let list = levels.at(-1);
  for (const step of rows.slice(0, open)) {
    list =
      typeof list === 'object' && list !== null && Object.hasOwn(list, step)
        ? (list as Readonly<Record<string, unknown>>)[step]
        : undefined;
  }
  if (Array.isArray(list))
    for (const item of list as unknown[]) yield* openLists([...levels, item], rows.slice(open + 1));
}

/** Whether the first is the copy of a call that counts: more output, then more input, then more from the cache. */
function isFuller(one: Row, other: Row): boolean {
  const order: readonly Count[] = ['output', 'input', 'cached'];
  for (const count of order) {
    const place = counts.indexOf(count);
    const [left, right] = [one.counted[place] ?? 0, other.counted[place] ?? 0];
    if (left !== right) return left > right;
  }
  return false;
}

/**
 * Adds the records of one log up. What is held hangs on groups and combinations, and on calls where the reader names an identity.
 *
 * Example  const log = new AddedUp(otlp, query); log.add(JSON.parse(line)); log.totals()
 */
export class AddedUp {
  readonly #reader: Reader;
  readonly #query: LogQuery;
  readonly #sums = new Map<string, Sums>();
  readonly #calls = new Map<string, Row>();
  readonly #refused: Partial<Record<Fault, number>> = {};
  #repeated = 0;

  constructor(reader: Reader, query: LogQuery) {
    this.#reader = reader;
    this.#query = query;
  }

  /** @param record of the source, as it was parsed: only the fields that the reader names are looked at. */
  add(record: unknown): void {
    const { only = [], identity, rows } = this.#reader;
    for (const levels of openLists([record], rows)) {
      if (!only.every(({ of, equals }) => (textIn(of, levels) ?? '') === equals)) continue;
      const row = this.#read(levels);
      const call = identity ? textIn(identity, levels) : null;
      if (call === null) this.#count(row);
      else this.#keepFullest(call, row);
    }
  }

  #keepFullest(call: string, row: Row): void {
    const before = this.#calls.get(call);
    if (!before || isFuller(row, before)) this.#calls.set(call, row);
    if (!before) return;
    const left = isFuller(row, before) ? before : row;
    if (left.fault) this.#refuse(left.fault);
    else this.#repeated += 1;
  }

  #refuse(fault: Fault): void {
    this.#refused[fault] = (this.#refused[fault] ?? 0) + 1;
  }

  #read(levels: Levels): Row {
    const { time, timeUnit = 'iso', names: named, counts: counted } = this.#reader;
    const found = new Set<Fault>();
    const check = (value: number): void => {
      if (Number.isNaN(value)) found.add('not-a-number');
      else if (value < 0) found.add('negative');
      else if (value > mostInRow) found.add('absurd');
    };
    const day = time ? utcDay(textIn(time, levels), timeUnit) : null;
    const numbers = counts.map((count) => {
      const expression = counted[count];
      const value = expression ? numberIn(expression, levels, check) : null;
      return Number.isNaN(value) ? null : value;
    });
    if (day === undefined) found.add('bad-time');
    const order: readonly Fault[] = ['not-a-number', 'negative', 'absurd', 'bad-time'];
    return {
      group: this.#query.by.map((key) => this.#groupOf(key, levels, day ?? null)),
      names: names.map((name) => (named[name] ? textIn(named[name], levels) : null)),
      counted: numbers,
      fault: order.find((fault) => found.has(fault)),
    };
  }

  #groupOf(key: GroupKey, levels: Levels, day: string | null): string | null {
    if (key === 'day') return day;
    if (key === 'month') return day?.slice(0, -3) ?? null;
    const name = names.find((each) => each === key);
    const { labels, names: named } = this.#reader;
    const expression = name ? named[name] : Object.hasOwn(labels, key) ? labels[key] : undefined;
    return expression ? textIn(expression, levels) : null;
  }

  #count({ group, names: named, counted, fault }: Row): void {
    if (fault) {
      this.#refuse(fault);
      return;
    }
    const bare = counted.map((value) => value ?? 0);
    const [logged, input = 0, cached = 0, output = 0, reasoning = 0] = bare;
    if (counted[0] === 0) {
      // Without tokens it says that nothing happened.
      if (input + cached + output + reasoning > 0) this.#refuse('no-requests');
      return;
    }
    const requests = counted[0] === null ? Math.max(1, input / this.#query.typicalInput) : (logged ?? 1);
    const known = counted.reduce<number>((bits, value, slot) => (value === null ? bits : bits | (1 << slot)), 0);
    const key = JSON.stringify([group, named, known]);
    let sums = this.#sums.get(key);
    if (!sums) {
      sums = { group, names: named, known, moments: new Moments(this.#query), counted: new Moments(countShape) };
      this.#sums.set(key, sums);
    }
    const each = [input + cached, cached, output, reasoning].map((tokens) => tokens / requests);
    sums.moments.add(Float64Array.of(requests, ...each));
    sums.counted.add(Float64Array.from(bare));
  }

  /** The whole; asked for once, after the last record. */
  totals(): LogTotals {
    for (const row of this.#calls.values()) this.#count(row);
    this.#calls.clear();
    const { products, limited } = this.#query;
    const summed = [...this.#sums.values()].map(({ group, names: named, known, moments, counted }): SummedRows => {
      const [model = null, provider = null, region = null] = named;
      return {
        group,
        model,
        provider,
        region,
        known,
        rows: moments.rows,
        sums: products.map((exponents) => moments.sum(exponents)),
        largest: limited.map((exponents) => moments.largest(exponents)),
        counted: countShape.products.map((exponents) => counted.sum(exponents)),
      };
    });
    return { summed, refused: { ...this.#refused }, repeated: this.#repeated };
  }
}
