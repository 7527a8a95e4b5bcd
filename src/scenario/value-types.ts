/** What a scenario says of the value of a use, and of its budget, after reading. */
import type { Evidence } from '../assessment.ts';
import type { Given } from './types.ts';

/** Over the period, or for each functional unit. */
export type Basis = 'period' | 'unit';

export interface Amount extends Given {
  readonly basis: Basis;
}

export interface Money extends Amount {
  readonly currency: string;
}

/** What an amount of something avoided is counted in; `1` for things. */
export const dimensions = ['km', 'kg', 'kWh', 'L', '1'] as const;
export type Dimension = (typeof dimensions)[number];

/** kgCO2e of one km, kg, kWh, L or thing. */
export interface OwnFactor extends Given {
  readonly dimension: Dimension;
}

export interface Avoided {
  readonly name: string;
  /** In its dimension. */
  readonly amount: Amount & { readonly dimension: Dimension };
  /** Word for one thing. */
  readonly unit?: string;
  /** Row of the equivalences, or a factor of its own. */
  readonly factor: string | OwnFactor;
  readonly evidence: Evidence;
}

export interface Alternative {
  readonly name: string;
  readonly meetsNeed: 'fully' | 'partly' | 'not';
  /** kgCO2e */
  readonly ghg?: Amount | 'unknown';
}

/** How much of `of` one `per` is worth: 1.15 USD/EUR is 1.15 of USD per EUR. */
export interface Rate {
  readonly value: number;
  readonly of: string;
  readonly per: string;
}

export interface Economic {
  readonly benefit?: Money | 'unknown';
  /** min/unit */
  readonly minutesSaved?: Given;
  readonly hourlyCost?: Given & { readonly currency: string };
  readonly cost?: Money | 'unknown';
  readonly rate?: Rate;
}

export interface Social {
  readonly score: Given;
  readonly because: string;
}

export interface ValueBlock {
  /** `value`, `usages[0].value`. */
  readonly path: string;
  readonly need?: string;
  readonly alternatives: readonly Alternative[];
  readonly avoided: readonly (Avoided & { readonly path: string })[];
  readonly economic?: Economic;
  readonly social?: Social;
  readonly rebound?: Given;
  /** By id of the question, as written. */
  readonly answers: Readonly<Record<string, string>>;
}

/** Limits of the period, in kgCO2e and L; exact. */
export interface Budget {
  readonly ghg?: number;
  /** Of a functional unit. */
  readonly ghgPerUnit?: number;
  readonly water?: number;
}
