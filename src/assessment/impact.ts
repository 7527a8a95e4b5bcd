/** One criterion of a footprint, by phase. */
import type { Range } from '../units.ts';

export const criteria = ['energy', 'ghg', 'water', 'adpe', 'primary_energy', 'climate_cost'] as const;
export type Criterion = (typeof criteria)[number];

export const phases = ['operation', 'embodied', 'training'] as const;
export type Phase = (typeof phases)[number];

/** Unit of each criterion in every machine format. */
export const criterionUnit: Readonly<Record<Criterion, string>> = {
  energy: 'kWh',
  ghg: 'kgCO2e',
  water: 'L',
  adpe: 'kgSbeq',
  primary_energy: 'MJ',
  climate_cost: 'EUR',
};

/**
 * One criterion of a usage or of a scenario. Null is unknown, and prints as unknown: never as 0.
 */
export interface Impact {
  readonly unit: string;
  /** Over the period of the scenario; the sum of what is known. */
  readonly total: Range | null;
  readonly perUnit: Range | null;
  /** A phase that does not exist for this criterion is absent; one that exists but is not known is null. */
  readonly phases: Readonly<Partial<Record<Phase, Range | null>>>;
  /** Usages whose value is unknown and therefore missing from the total. */
  readonly missing: readonly string[];
  /**
   * `lower` when a part within the boundary is unknown and not in the total; `upper` when the estimate overstates, as
   * one from money does; `mixed` when parts of it are the one and parts the other; null when the total is the estimate
   * itself.
   */
  readonly bound: 'lower' | 'upper' | 'mixed' | null;
  /** Which of these figures rest on a value that the scenario did not give. */
  readonly assumed: readonly (Phase | 'total')[];
}

export type Impacts = Readonly<Record<Criterion, Impact>>;
