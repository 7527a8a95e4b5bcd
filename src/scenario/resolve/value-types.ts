/** A `value` block as the weighing takes it. */
import type { Evidence } from '../../assessment.ts';
import type { Basis, Rate } from '../value-types.ts';
import type { ResolvedInput } from './types.ts';

/** An input over the period, or for each functional unit. */
export interface ResolvedAmount {
  readonly input: ResolvedInput;
  readonly basis: Basis;
}

export interface ResolvedAvoided {
  readonly name: string;
  readonly path: string;
  /** What is counted. */
  readonly unit: string;
  readonly amount: ResolvedAmount;
  readonly factor: ResolvedInput;
  readonly evidence: Evidence;
}

export interface ResolvedEconomic {
  readonly path: string;
  /** Null where only time is stated. */
  readonly benefit: ResolvedAmount | 'unknown' | null;
  readonly time: { readonly minutes: ResolvedInput; readonly hourlyCost: ResolvedInput } | null;
  /** Null is not stated: the price of the tokens stands in. */
  readonly cost: ResolvedAmount | 'unknown' | null;
  readonly rate: Rate | null;
}

export interface ResolvedValue {
  readonly path: string;
  readonly need: string | null;
  readonly alternatives: readonly {
    readonly name: string;
    readonly path: string;
    readonly meetsNeed: 'fully' | 'partly' | 'not';
    readonly ghg: ResolvedAmount | null;
  }[];
  readonly avoided: readonly ResolvedAvoided[];
  readonly economic: ResolvedEconomic | null;
  readonly social: { readonly score: ResolvedInput; readonly because: string } | null;
  readonly rebound: ResolvedInput | null;
}

export interface ResolvedValues {
  readonly whole: ResolvedValue | null;
  /** By id of the usage. */
  readonly usages: ReadonlyMap<string, ResolvedValue>;
  /** Of every amount of money here. */
  readonly currency: string;
  /** In that currency. */
  readonly carbonPrice: ResolvedInput;
}
