/** Exports of costs: money by day, which the tier of spend makes a footprint of. No calls, no tokens. */
import { InputError, problem } from '../errors.ts';
import { groupTaker, type Groupable, type TakeGroup } from './group-keys.ts';
import { dayText, isRowOf, numberIn, openLists, textIn, utcDay, type Levels } from './read-record.ts';
import {
  faults,
  mostInRow,
  mostSums,
  type Expression,
  type Fault,
  type GroupKey,
  type LogTotals,
  type Reader,
  type RecordPlace,
} from './types.ts';

export interface CostReader
  extends Pick<Reader, 'id' | 'source' | 'year' | 'caveat' | 'rows' | 'only' | 'timeUnit'>, Groupable {
  /** Reader of the export of usage whose pages have the same fields at the top; the rows tell them apart. */
  readonly besides: Reader;
  readonly time: Expression;
  /** Of one bucket and everything that it is grouped by: of copies the one with the most money counts. */
  readonly identity: Expression;
  readonly amount: Expression;
  /** Units of `amount` in one of the currency: 100 where it is in cents. */
  readonly per: 1 | 100;
  /** ISO 4217, in capitals or not. */
  readonly currency: Expression;
}

export const isCosts = (reader: Reader | CostReader): reader is CostReader => 'besides' in reader;

/** By this costs are grouped too, whatever the source. */
const currencyKey = 'currency';

/** Rows of one group and one currency. */
export interface SummedCosts {
  readonly group: readonly (string | null)[];
  /** In capitals; null where a row names none. */
  readonly currency: string | null;
  readonly amount: number;
  readonly rows: number;
  /** Days in UTC. */
  readonly first: string | null;
  readonly last: string | null;
}

export interface CostTotals extends Pick<LogTotals, 'refused' | 'refusedAt' | 'repeated' | 'differing'> {
  readonly summed: readonly SummedCosts[];
}

interface CostRow {
  readonly group: readonly (string | null)[];
  readonly currency: string | null;
  readonly amount: number;
  readonly day: number | null;
}

/** Adds the records of an export up; every row is held, of which there are a few a day. Errors  InputError for a key of `by` that it does not have. */
export class AddedCosts {
  readonly reader: CostReader;
  readonly #by: readonly GroupKey[];
  readonly #takeGroup: TakeGroup;
  readonly #rows = new Map<string, CostRow>();
  readonly #differing = new Set<string>();
  readonly #refused: Partial<Record<Fault, number>> = {};
  readonly #refusedAt: Partial<Record<Fault, RecordPlace>> = {};
  #repeated = 0;

  constructor(reader: CostReader, by: readonly GroupKey[]) {
    this.reader = reader;
    this.#by = by;
    const { currency, labels } = reader;
    this.#takeGroup = groupTaker({ ...reader, labels: { ...labels, [currencyKey]: currency } }, by);
  }

  /** @returns how many rows it held. */
  add(record: unknown, place?: RecordPlace): number {
    const { rows, identity } = this.reader;
    let count = 0;
    for (const levels of openLists([record], rows)) {
      if (!isRowOf(this.reader, levels)) continue;
      count += 1;
      const row = this.#read(levels);
      if (typeof row !== 'string') this.#keepFullest(textIn(identity, levels) ?? '', row);
      else {
        this.#refused[row] = (this.#refused[row] ?? 0) + 1;
        if (place) this.#refusedAt[row] ??= place;
      }
    }
    return count;
  }

  #keepFullest(bucket: string, row: CostRow): void {
    const before = this.#rows.get(bucket);
    if (!before) {
      this.#rows.set(bucket, row);
      return;
    }
    this.#repeated += 1;
    if (row.amount !== before.amount) this.#differing.add(bucket);
    if (row.amount > before.amount) this.#rows.set(bucket, row);
  }

  /** The first fault of a row that has some. */
  #read(levels: Levels): CostRow | Fault {
    const { amount: written, per, currency: named, time, timeUnit = 'iso' } = this.reader;
    const currency = textIn(named, levels)?.toUpperCase() ?? null;
    const amount = (numberIn(written, levels, { written: () => {}, partOverWhole: () => {} }) ?? Number.NaN) / per;
    const day = utcDay(textIn(time, levels), timeUnit);
    const found = new Set<Fault>([
      ...(Number.isNaN(amount) ? ['not-a-number' as const] : []),
      // A credit is money that comes back, and no electricity does.
      ...(amount < 0 ? ['negative' as const] : []),
      ...(amount > mostInRow ? ['absurd' as const] : []),
      ...(day === undefined ? ['bad-time' as const] : []),
    ]);
    const fault = faults.find((each) => found.has(each));
    if (fault) return fault;
    const group = this.#takeGroup(levels, day ?? null).map((part, at) =>
      this.#by[at] === currencyKey ? currency : part,
    );
    return { group, currency, amount, day: day ?? null };
  }

  /** The whole; asked for once, after the last record. */
  totals(): CostTotals {
    const found = new Map<string, { readonly rows: CostRow[] }>();
    for (const row of this.#rows.values()) {
      const { group, currency } = row;
      const key = JSON.stringify([group, currency]);
      const same = found.get(key);
      if (same) same.rows.push(row);
      else found.set(key, { rows: [row] });
    }
    if (found.size > mostSums) throw new InputError([problem('too-many-groups', { limit: mostSums, by: this.#by })]);
    const summed = [...found.values()].flatMap(({ rows }): SummedCosts[] => {
      const [first] = rows;
      if (!first) return [];
      const days = rows.flatMap(({ day }) => day ?? []);
      const extreme = (of: (...days: number[]) => number): string | null =>
        days.length === 0 ? null : dayText(days.reduce((left, right) => of(left, right)));
      return [
        {
          group: first.group,
          currency: first.currency,
          amount: rows.reduce((sum, { amount }) => sum + amount, 0),
          rows: rows.length,
          first: extreme(Math.min),
          last: extreme(Math.max),
        },
      ];
    });
    return {
      summed,
      refused: this.#refused,
      refusedAt: this.#refusedAt,
      repeated: this.#repeated,
      differing: this.#differing.size,
    };
  }
}
