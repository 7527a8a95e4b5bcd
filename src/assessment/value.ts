/** Value: what is avoided, earned and gained by people, and what would turn the verdict. */
import type { Impact } from './impact.ts';
import type { VerdictCode } from './verdict.ts';
import type { Range } from '../units.ts';

/** How an avoided emission is known. */
export const evidences = ['measured', 'estimated', 'claimed'] as const;
export type Evidence = (typeof evidences)[number];

/** Something that no longer happens thanks to a use. */
export interface AvoidedItem {
  readonly name: string;
  readonly amount: Range | null;
  /** What is counted: `km`, or a word of the scenario. */
  readonly unit: string;
  /** kgCO2e of one of them. */
  readonly factor: Range;
  /** Source id, or `scenario`. */
  readonly factorSource: string;
  readonly evidence: Evidence;
  /** kgCO2e over the period. */
  readonly avoided: Range | null;
  /** How much of this item alone outweighs the footprint, rebound included, in its unit. */
  readonly balance: Range | null;
}

/** Greenhouse gases avoided against those of the use, kgCO2e over the period. Null is unknown. */
export interface EnvironmentAxis {
  /** Above 0: the use avoids more than it emits. */
  readonly net: Range | null;
  /** The same after the good practices; null where there are none. */
  readonly netAfter: Range | null;
  readonly footprint: Range | null;
  readonly footprintBound: Impact['bound'];
  readonly footprintAfter: Range | null;
  readonly rebound: Range;
  readonly avoided: Range | null;
  readonly items: readonly AvoidedItem[];
}

/** Where the cost of a use comes from. */
export interface CostSource {
  readonly kind: 'stated' | 'token-price' | 'unknown';
  /** Of a token price: who sells, and which list says so. */
  readonly providers: readonly string[];
  readonly list: string | null;
  /** In the currency of the list, where it could not be converted. */
  readonly listed: Range | null;
  readonly listedCurrency: string | null;
}

/** Money over the period. Null is unknown. */
export interface EconomicAxis {
  readonly currency: string;
  readonly net: Range | null;
  readonly netAfter: Range | null;
  readonly benefit: Range | null;
  /** Part of the benefit that is working time saved. */
  readonly time: { readonly minutes: Range; readonly hourlyCost: Range } | null;
  readonly cost: Range | null;
  readonly costSource: CostSource;
  readonly climateCost: Range | null;
}

export interface SocialAxis {
  /** -3 to 3. */
  readonly score: Range;
  readonly because: string;
  /** Usage that gives the lowest score, where the whole has none of its own. */
  readonly usage: string | null;
}

/** An alternative to the use; greenhouse gases over the period. */
export interface AlternativeResult {
  readonly name: string;
  readonly meetsNeed: 'fully' | 'partly' | 'not';
  readonly ghg: Range | null;
}

export const breakEvenQuantities = [
  'minutes',
  'avoided',
  'benefit',
  'carbon-price',
  'rebound',
  'volume',
  'practices',
] as const;
export type BreakEvenQuantity = (typeof breakEvenQuantities)[number];

/** A value of one quantity at which the verdict of the central values becomes another. */
export interface BreakEven {
  readonly quantity: BreakEvenQuantity;
  /** Of an avoided item. */
  readonly item: string | null;
  readonly value: number;
  readonly today: number;
  readonly unit: string;
  /** Beyond the value, away from today. */
  readonly flipsTo: VerdictCode;
}
