/** What all scenarios of a section come to. Pure. */
import type { Criterion, Impact } from '../assessment.ts';
import { jointBound } from '../engine/criteria.ts';
import { centralOf } from '../engine/uncertainty.ts';
import { foundIn, type EntryFacts, type Evaluation } from './entry.ts';

/** Sum of all scenarios, at central values; null where nothing is known, or where it would be of two currencies. */
export interface WholeFigure {
  readonly central: number | null;
  readonly bound: Impact['bound'];
}
export type Whole = ReadonlyMap<Criterion, WholeFigure>;

/** The sum grows with each scenario, so that none is held for it. */
export class Sums {
  readonly #money: string;
  readonly #central = new Map<Criterion, number>();
  readonly #bounds = new Map<Criterion, Set<Impact['bound']>>();
  readonly #partial = new Set<Criterion>();
  #isOneMoney = true;

  constructor(money: string) {
    this.#money = money;
  }

  add(totals: Whole, { currency }: EntryFacts): void {
    this.#isOneMoney &&= currency === this.#money;
    for (const [criterion, { central, bound }] of totals) {
      if (central === null) {
        this.#partial.add(criterion);
        continue;
      }
      this.#central.set(criterion, (this.#central.get(criterion) ?? 0) + central);
      this.#bounds.set(criterion, (this.#bounds.get(criterion) ?? new Set()).add(bound));
    }
  }

  whole(criteria: readonly Criterion[]): Whole {
    return new Map(
      criteria.map((criterion) => {
        const isSum = criterion !== 'climate_cost' || this.#isOneMoney;
        const central = isSum ? (this.#central.get(criterion) ?? null) : null;
        const bounds = this.#bounds.get(criterion) ?? new Set();
        return [
          criterion,
          { central, bound: central === null ? null : jointBound(bounds, this.#partial.has(criterion)) },
        ];
      }),
    );
  }
}

/** The total of one scenario by each criterion. */
export function totalsOf(own: Evaluation, criteria: readonly Criterion[]): Whole {
  return new Map(
    criteria.map((criterion) => {
      const { total, bound } = foundIn(own.whole, criterion, own);
      return [criterion, { central: total ? centralOf(total) : null, bound }];
    }),
  );
}
