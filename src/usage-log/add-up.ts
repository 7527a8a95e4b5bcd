/**
 * The built-in engine: records of a log added up one by one, in one pass. It answers what `src/usage-sql` asks of a database, and
 * test/usage-engines.test.ts holds their answers against each other.
 */
import { Moments } from '../engine/row-moments.ts';
import { InputError, problem } from '../errors.ts';
import { Calls, type CountedRow } from './calls.ts';
import { groupTaker, type TakeGroup } from './group-keys.ts';
import { Threads } from './threads.ts';
import { dayText, isInexact, isRowOf, numberIn, openLists, textIn, utcDay, type Levels } from './read-record.ts';
import {
  counts,
  faults,
  mostInRequest,
  mostInRow,
  mostSums,
  names,
  tokens,
  type Fault,
  type LogQuery,
  type LogTotals,
  type Reader,
  type RecordPlace,
  type SummedRows,
} from './types.ts';

/** Rows of one group and one combination. */
interface Sums {
  readonly group: readonly (string | null)[];
  readonly names: readonly (string | null)[];
  readonly known: number;
  readonly moments: Moments;
  /** As logged, added without what rounding loses: each is a product of one slot. */
  readonly counted: Moments;
  first: number;
  last: number;
}

const countShape = {
  products: counts.map((_, slot) => counts.map((__, other) => (other === slot ? 1 : 0))),
  limited: [],
};

/** Unknown counts as nothing in a sum. */
const orNothing = (value: number): number => (Number.isNaN(value) ? 0 : value);

/**
 * Adds the records of one log up. What is held hangs on groups and combinations, and on calls where the reader names an identity.
 *
 * Errors   InputError for a key of `by` that the reader does not have, and for more groups than are held.
 * Example  const log = new AddedUp(otlp, query); log.add(JSON.parse(line)); log.totals()
 */
export class AddedUp {
  readonly reader: Reader;
  readonly query: LogQuery;
  readonly #takeGroup: TakeGroup;
  readonly #sums: Sums[] = [];
  readonly #places = new Map<string, number>();
  readonly #calls: Calls;
  readonly #threads: Threads;
  readonly #refused: Partial<Record<Fault, number>> = {};
  readonly #refusedAt: Partial<Record<Fault, RecordPlace>> = {};
  #repeated = 0;

  constructor(reader: Reader, query: LogQuery) {
    this.reader = reader;
    this.query = query;
    this.#threads = new Threads(query.threads ? reader : {});
    this.#calls = new Calls({ tellsDiffering: reader.aggregated, threads: this.#threads.kinds.length });
    this.#takeGroup = groupTaker(reader, query.by);
  }

  /**
   * @param record of the source, as it was parsed: only the fields that the reader names are looked at.
   * @returns how many rows it held that are calls.
   */
  add(record: unknown, place?: RecordPlace): number {
    const { identity, rows } = this.reader;
    let count = 0;
    for (const levels of openLists([record], rows)) {
      if (!isRowOf(this.reader, levels)) continue;
      count += 1;
      const row = this.#read(levels);
      const call = identity ? textIn(identity, levels) : null;
      if (typeof row === 'string') this.#refuse(row, place);
      else if (call === null) this.#count(row, place);
      else if (this.#calls.keep(call, row)) this.#repeated += 1;
    }
    return count;
  }

  #refuse(fault: Fault, place: RecordPlace | undefined): void {
    this.#refused[fault] = (this.#refused[fault] ?? 0) + 1;
    if (place) this.#refusedAt[fault] ??= place;
  }

  /** The first fault of a row that has some: it is no copy, and has none. */
  #read(levels: Levels): CountedRow | Fault {
    const { time, timeUnit = 'iso', names: named, counts: counted, unit, identity } = this.reader;
    const found = new Set<Fault>();
    const checks = {
      written: (value: number): void => {
        if (Number.isNaN(value)) found.add('not-a-number');
        else if (value < 0) found.add('negative');
        else if (value > mostInRow) found.add('absurd');
      },
      partOverWhole: (): void => void found.add('part-over-whole'),
    };
    const day = time ? utcDay(textIn(time, levels), timeUnit) : null;
    const numbers = counts.map((count) => {
      const expression = counted[count];
      return (expression ? numberIn(expression, levels, checks) : null) ?? Number.NaN;
    });
    if (unit && (textIn(unit, levels) ?? tokens).toUpperCase() !== tokens) found.add('not-tokens');
    if (identity && isInexact(identity, levels)) found.add('inexact-id');
    if (this.#isBeyondRequest(numbers)) found.add('absurd');
    if (day === undefined) found.add('bad-time');
    // Faults in their order, which every engine keeps.
    const fault = faults.find((each) => found.has(each));
    if (fault) return fault;
    const group = this.#takeGroup(levels, day ?? null);
    const labels = names.map((name) => (named[name] ? textIn(named[name], levels) : null));
    const [sums, threads] = [this.#sumsOf(group, labels, numbers), this.#threads.of(levels)];
    return { sums, counted: numbers, day: day ?? Number.NaN, threads };
  }

  /** What the row has of requests; assumed where the log does not count them. */
  #requestsOf([logged = 0, input = 0, cached = 0]: readonly number[]): number {
    const sent = orNothing(input) + orNothing(cached);
    return Number.isNaN(logged) ? Math.max(1, sent / this.query.typicalInput) : logged;
  }

  #isBeyondRequest(numbers: readonly number[]): boolean {
    const [, input = 0, cached = 0, output = 0, reasoning = 0] = numbers;
    const requests = this.#requestsOf(numbers);
    const sent = orNothing(input) + orNothing(cached);
    // Tokens of no request at all are a fault of their own.
    return requests > 0 && [sent, output, reasoning].some((each) => each > mostInRequest * requests);
  }

  /** Where rows like this one are added up. */
  #sumsOf(group: Sums['group'], labels: Sums['names'], numbers: readonly number[]): number {
    let known = 0;
    for (const [slot, value] of numbers.entries()) if (!Number.isNaN(value)) known |= 1 << slot;
    const key = JSON.stringify([known, group, labels]);
    const place = this.#places.get(key);
    if (place !== undefined) return place;
    if (this.#sums.length >= mostSums)
      throw new InputError([problem('too-many-groups', { limit: mostSums, by: this.query.by })]);
    this.#places.set(key, this.#sums.length);
    return (
      this.#sums.push({
        group,
        names: labels,
        known,
        moments: new Moments(this.query),
        counted: new Moments(countShape),
        first: Number.POSITIVE_INFINITY,
        last: Number.NEGATIVE_INFINITY,
      }) - 1
    );
  }

  #count({ sums: at, counted, day, threads }: CountedRow, place?: RecordPlace): void {
    const sums = this.#sums[at];
    if (!sums) return;
    const bare = counted.map(orNothing);
    const [, input = 0, cached = 0, output = 0, reasoning = 0] = bare;
    if (counted[0] === 0) {
      // Without tokens it says that nothing happened.
      if (input + cached + output + reasoning > 0) this.#refuse('no-requests', place);
      return;
    }
    const requests = this.#requestsOf(counted);
    const each = [input + cached, cached, output, reasoning].map((tokens) => tokens / requests);
    sums.moments.add(Float64Array.of(requests, ...each));
    sums.counted.add(Float64Array.from(bare));
    this.#threads.count(threads);
    if (day < sums.first) sums.first = day;
    if (day > sums.last) sums.last = day;
  }

  /** The whole; asked for once, after the last record. */
  totals(): LogTotals {
    const differing = this.#calls.differing;
    for (const row of this.#calls.take()) this.#count(row);
    const { products, limited } = this.query;
    const summed = this.#sums.flatMap((sums): SummedRows[] => {
      const { group, names: named, known, moments, counted, first, last } = sums;
      if (moments.rows === 0) return [];
      const [model = null, provider = null, region = null] = named;
      return [
        {
          group,
          model,
          provider,
          region,
          known,
          rows: moments.rows,
          sums: products.map((exponents) => moments.sum(exponents)),
          largest: limited.map((exponents) => moments.largest(exponents)),
          counted: countShape.products.map((exponents) => counted.sum(exponents)),
          first: Number.isFinite(first) ? dayText(first) : null,
          last: Number.isFinite(last) ? dayText(last) : null,
        },
      ];
    });
    return {
      summed,
      refused: { ...this.#refused },
      refusedAt: { ...this.#refusedAt },
      repeated: this.#repeated,
      differing,
      ...(this.query.threads ? { threads: this.#threads.totals() } : {}),
    };
  }
}
