/** What a check takes and what it gives: the scenarios to judge, the lock, the report. */
import type { ChangedInput } from './changed-inputs.ts';
import type { ChangedData, Comparison } from './compare.ts';
import type { Place } from './errors.ts';
import type { LockedMaking, LockedScenario } from './project/lock-types.ts';
import type { Range } from './units.ts';
import type { DecisionOptions } from './verdict/budget/settle.ts';
import type {
  Compared,
  Decision,
  FigureFacts,
  Item,
  Judge,
  ScenarioFacts,
  Trend,
  Waiver,
} from './verdict/budget/types.ts';

/** A scenario to judge. What costs a calculation is asked for when it is needed. */
export interface Subject {
  readonly facts: ScenarioFacts;
  /** What made the figures of today. */
  readonly making: LockedMaking;
  /** As the lock to judge against holds it. */
  readonly locked: LockedScenario | undefined;
  /** Null where the lock holds nothing that can be compared. */
  readonly comparison: Comparison | null;
  /** The facts with some usages left out. */
  without(usages: readonly string[]): ScenarioFacts;
  /** The line of a usage, or of one of its fields; of the whole scenario, its first line. */
  locate(usage: string | null, field?: string): Place | undefined;
}

export const lockStates = ['absent', 'used', 'saved', 'updated'] as const;
export type LockState = (typeof lockStates)[number];

export interface LockUse {
  readonly file: string;
  readonly state: LockState;
  /** Scenarios whose entry was kept because they are worse. */
  readonly kept: readonly string[];
}

/** Greenhouse gases of a scenario, and how they moved since the lock. */
export interface ScenarioLine {
  readonly file: string;
  readonly name: string;
  readonly period: ScenarioFacts['period'];
  readonly ghg: FigureFacts | null;
  readonly before: Range | null;
  readonly compared: Compared | null;
  /** Null where there is no lock. */
  readonly trend: Trend | null;
  readonly changes: readonly ChangedInput[];
  readonly data: readonly ChangedData[];
  /** Versions in the lock and now, where they differ. */
  readonly versions: {
    readonly data: readonly [string, string] | null;
    readonly method: readonly [string, string] | null;
  };
}

export interface CheckReport {
  readonly tool: { readonly version: string; readonly method: string; readonly dataVersion: string };
  readonly config: string;
  readonly today: string;
  readonly judge: Judge;
  readonly decision: Decision;
  /** Failing first. */
  readonly items: readonly Item[];
  readonly scenarios: readonly ScenarioLine[];
  readonly lock: LockUse;
  /** Waivers that excuse nothing. */
  readonly idle: readonly Waiver[];
}

export interface CheckOptions extends DecisionOptions {
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly judge: Judge;
  /** Whether some scenarios of the config were left out, so that a name that is not found means nothing. */
  readonly partial: boolean;
}
