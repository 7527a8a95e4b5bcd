/** The terms of a sum: a quantity of every usage at every place. */
import { hasPeriodTotal } from '../prepare.ts';
import type { ResolvedUsage } from '../scenario/resolve/types.ts';
import type { Term } from './explanation.ts';
import type { Surroundings } from './surroundings.ts';

/** Whether a usage is part of the sums. */
export const isCounted = ({ perRequest }: Surroundings, usage: ResolvedUsage): boolean =>
  hasPeriodTotal(usage) || perRequest === true;

/** A quantity of every usage at every place; of usages that come from money only what they give, unless `all`. */
export function termsOf(around: Surroundings, quantity: string, all = false): readonly Term[] {
  const { resolved, parts } = around;
  const isSpend = quantity === 'ghg_spend_total';
  return resolved.usages.flatMap((usage): Term[] => {
    // What comes from money has no phases: it is a term of its own of the greenhouse gases.
    if (!all && quantity.startsWith('ghg') && (usage.estimator === 'spend') !== isSpend) return [];
    const own = isCounted(around, usage) ? parts.filter((part) => part.usage === usage) : [];
    if (own.length === 0) return [{ usage: usage.id, place: null, split: 'place', value: null }];
    return own.map(({ place, split, trace: { value } }) => ({
      usage: usage.id,
      place: own.length === 1 ? null : place,
      split,
      value: value(quantity) ?? null,
    }));
  });
}

export function total(terms: readonly Term[]): number | null {
  const known = terms.flatMap(({ value }) => (value === null ? [] : [value]));
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
