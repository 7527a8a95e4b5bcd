/** What one run knows about a usage. */
import type { Impacts } from './impact.ts';
import type { DataQuality } from './quality.ts';
import type { SecondOpinion } from './second-opinion.ts';
import type { BusyMachines, PerWork, UsageFacts } from './work.ts';
import type { Range } from '../units.ts';

/** Best evidence first. */
export const estimators = [
  'measured', 'text', 'image', 'video', 'audio', 'embeddings', 'fleet', 'task', 'spend', 'training', 'none',
] as const; // prettier-ignore
export type Estimator = (typeof estimators)[number];

/** Why a figure of a usage is not known. */
export const unknownReasons = [
  'nothing-published',
  'requests-unknown',
  'energy-unknown',
  'hardware-time-unknown',
  'training-not-computed',
  'training-not-published',
  'training-not-shared',
  'training-excluded',
  'spend-has-no-phases',
] as const;
export type UnknownReason = (typeof unknownReasons)[number];

export interface CrossCheck {
  readonly estimator: Estimator;
  /** Facility energy of one request, kWh. */
  readonly energyPerRequest: Range;
  /** Central value over that of the estimator used. */
  readonly ratio: number;
}

export interface UsageResult {
  readonly id: string;
  readonly description: string | null;
  readonly facts: UsageFacts;
  readonly estimator: Estimator;
  /** 1 measured ... 4 spend; null when nothing can be estimated. */
  readonly tier: number | null;
  /** Requests over the period; null when unknown. */
  readonly requests: Range | null;
  readonly impacts: Impacts;
  /** Of one kept result (a request with its iterations). */
  readonly perRequest: Impacts;
  readonly crossChecks: readonly CrossCheck[];
  /** Why a figure is unknown. */
  readonly unknown: readonly UnknownReason[];
  /** Of its greenhouse gases. */
  readonly dataQuality: DataQuality;
  /** Of a text usage, when both methods were asked for. */
  readonly secondOpinion?: SecondOpinion;
  /** Rows of a table that this combination adds up. */
  readonly rows?: number;
  readonly perWork?: PerWork;
  readonly busy?: BusyMachines;
}
