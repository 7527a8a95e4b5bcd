/** What a use costs where the scenario leaves it open: the price of its tokens, today and with the practices. */
import type { CostSource } from '../assessment.ts';
import type { Column } from '../engine/evaluate.ts';
import { tokenCost } from '../engine/token-cost.ts';
import type { Uncertainty } from '../engine/uncertainty.ts';
import type { ResolvedPart } from '../scenario/resolve/types.ts';
import { exchange } from '../scenario/resolve/money.ts';
import type { Rate } from '../scenario/value-types.ts';
import { addColumns, zip } from '../verdict/axes.ts';
import type { UsageFootprint } from './footprint.ts';
import { priceQuery, type TokenPrices } from './prices.ts';

export interface Cost {
  readonly today: Column | null;
  readonly after: Column | null;
  readonly source: Omit<CostSource, 'listed'> & { readonly listed: Column | null };
}

interface Listed {
  readonly today: Column | null;
  readonly after: Column | null;
  readonly provider: string | null;
}

/** The list knows the model of today: a smaller model of the practices is priced like it, which is too much. */
function listed(usage: UsageFootprint, prices: TokenPrices, uncertainty: Uncertainty): Listed {
  const query = usage.usage.requestsKnown ? priceQuery(usage.usage) : undefined;
  const price = query && prices.priceOf(query);
  if (!price) return { today: null, after: null, provider: null };
  const of = (parts: readonly ResolvedPart[]): Column | null =>
    addColumns(parts.map((part) => tokenCost(part, price, uncertainty)?.column ?? null));
  return { today: of(usage.usage.parts), after: of(usage.partsAfter), provider: price.provider };
}

/** Unknown as soon as one usage has no price: never 0. */
export function costOfTokens(
  usages: readonly UsageFootprint[],
  a: {
    readonly prices: TokenPrices | undefined;
    readonly uncertainty: Uncertainty;
    readonly currency: string;
    readonly rates: readonly (Rate | null)[];
  },
): Cost {
  const { prices, uncertainty, currency, rates } = a;
  const nothing = { kind: 'unknown', providers: [], list: null, listed: null, listedCurrency: null } as const;
  if (!prices || usages.length === 0) return { today: null, after: null, source: nothing };
  const all = usages.map((usage) => listed(usage, prices, uncertainty));
  const today = addColumns(all.map((each) => each.today));
  const after = addColumns(all.map((each) => each.after));
  const providers = [...new Set(all.flatMap(({ provider }) => provider ?? []))];
  const source = { kind: 'token-price', providers, list: prices.list, listedCurrency: prices.currency } as const;
  if (!today || !after) return { today: null, after: null, source: { ...nothing, list: prices.list } };
  const rate = exchange(prices.currency, currency, rates);
  if (rate === undefined) return { today: null, after: null, source: { ...source, listed: today } };
  const inCurrency = (column: Column): Column => zip(column, Float64Array.of(rate), (value, factor) => value * factor);
  return { today: inCurrency(today), after: inCurrency(after), source: { ...source, listed: today } };
}
