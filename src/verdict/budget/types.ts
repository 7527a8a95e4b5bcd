/** What a budget limits, what it is judged on, and what comes of it. */
import {
  verdictCodes,
  type Criterion,
  type Grade,
  type Impact,
  type Period,
  type VerdictCode,
} from '../../assessment.ts';
import type { Place } from '../../errors.ts';
import type { Range } from '../../units.ts';

/** Which end of the interval is held against the limit. */
export const judges = ['range', 'central', 'high', 'low'] as const;
export type Judge = (typeof judges)[number];

export const levels = ['error', 'warn', 'off'] as const;
export type Level = (typeof levels)[number];

/** Over the period of the scenario, or for one functional unit. */
export const bases = ['period', 'unit'] as const;
export type Basis = (typeof bases)[number];

/** What a verdict of value against impact can be; a scenario without a value has none. */
export { verdictCodes, type VerdictCode };

interface OfImpact {
  readonly criterion: Criterion;
  readonly basis: Basis;
}

export interface ImpactLimit extends OfImpact {
  readonly kind: 'impact';
  /** In the unit of the criterion: a year, in all for a job done once, or per functional unit. */
  readonly value: number;
  /** `year` limits scenarios that have a period, `once` those that have none; null per functional unit. */
  readonly time: 'year' | 'once' | null;
  /** Unit of `value`, a currency for money. */
  readonly unit: string;
}

/** Against the lock; both must be passed to fail. */
export interface ChangeLimit extends OfImpact {
  readonly kind: 'change';
  /** Largest factor: 1.1 for +10 %. */
  readonly factor: number;
  /** Smallest increase that counts, as `value` of an impact limit. */
  readonly floor: number;
  readonly time: 'year' | 'once' | null;
  readonly unit: string;
}

export type Limit =
  | ImpactLimit
  | ChangeLimit
  /** At most this share of the width rests on assumed inputs. */
  | { readonly kind: 'assumed_width'; readonly share: number }
  /** This grade or a better one. */
  | { readonly kind: 'data_quality'; readonly grade: Grade }
  | { readonly kind: 'verdict'; readonly codes: readonly VerdictCode[] };

export interface Budget {
  /** Key of the config that says what is limited: `ghg_per_unit`, `change`, `verdict`. */
  readonly key: string;
  /** Its own name, where it has one; else its key. */
  readonly id: string;
  readonly limit: Limit;
  /** The limit as written. */
  readonly written: string;
  readonly level: Level;
  readonly message: string | null;
  /** Patterns of files or names; empty is every scenario. */
  readonly scenarios: readonly string[];
  /** Patterns of usage ids; empty is the whole scenario. */
  readonly usages: readonly string[];
  readonly place: Place | undefined;
}

export interface Waiver {
  /** Id or key of the budget. */
  readonly budget: string;
  readonly scenarios: readonly string[];
  /** Empty is whatever the budget judges. */
  readonly usages: readonly string[];
  readonly owner: string;
  readonly reason: string;
  /** Last day on which it holds, YYYY-MM-DD. */
  readonly expires: string;
  readonly place: Place | undefined;
}

/** One criterion of a scenario or a usage, rounded as a machine format is. */
export interface FigureFacts {
  readonly unit: string;
  readonly total: Range | null;
  readonly perUnit: Range | null;
  readonly bound: Impact['bound'];
}

export type ImpactFacts = Readonly<Partial<Record<Criterion, FigureFacts>>>;

export interface UsageFacts {
  readonly id: string;
  readonly impacts: ImpactFacts;
  readonly grade: Grade | null;
}

/** What is judged of a scenario: as computed, or as the lock holds it. */
export interface ScenarioFacts {
  /** From the folder of the config, with `/`. */
  readonly file: string;
  readonly name: string;
  readonly period: Period;
  readonly functionalUnit: string;
  readonly impacts: ImpactFacts;
  readonly usages: readonly UsageFacts[];
  readonly grade: Grade | null;
  /** Share of the width that assumed inputs carry; null when it is not known. */
  readonly assumedWidth: number | null;
  /** The input that would narrow the interval most. */
  readonly measure: Measure | null;
  /** Value against impact; null where the scenario states no value. */
  readonly verdict: { readonly code: VerdictCode; readonly agreement: number | null } | null;
}

export interface Measure {
  readonly path: string;
  /** Part of the width that goes when it is known, 0 to 1. */
  readonly narrows: number;
}

export const trends = ['worse', 'better', 'unchanged', 'inside', 'new'] as const;
/** Against the lock, by what the scenario changed; `inside` is a change that the uncertainty does not tell from none. */
export type Trend = (typeof trends)[number];

/** One figure against the lock, and what moved it: before x method x scenario x data = now, on central values. */
export interface Compared {
  readonly before: Range;
  /** Effect of the scenario alone, on common draws; 1 when nothing of it changed. */
  readonly scenario: Range;
  /** The same as a difference, in the unit of the figure. */
  readonly difference: Range;
  readonly data: number;
  readonly method: number;
  /** Today's scenario with the data and the method of the lock. */
  readonly own: Range;
  readonly trend: Exclude<Trend, 'new'>;
}

export const statuses = ['within', 'over', 'inconclusive'] as const;
export type Status = (typeof statuses)[number];

/** Why a limit is neither kept nor exceeded. */
export const reasons = [
  'straddles',
  'no-figure',
  'part-unknown',
  'overstated',
  'no-value',
  'abstains',
  'not-weighed',
  'other-currency',
] as const;
export type Reason = (typeof reasons)[number];

/** What comes of an item. Only `fail` fails; `warn`, `debt`, `moved` and `waived` are over and reported. */
export const outcomes = ['fail', 'warn', 'unsettled', 'moved', 'debt', 'waived', 'pass'] as const;
export type Outcome = (typeof outcomes)[number];

/** What was found, in the form of the limit. */
export type Found =
  | { readonly kind: 'range'; readonly value: Range; readonly unit: string; readonly bound: Impact['bound'] }
  | { readonly kind: 'factor'; readonly value: Range; readonly difference: Range; readonly unit: string }
  | { readonly kind: 'share'; readonly value: number }
  | { readonly kind: 'word'; readonly value: string }
  | { readonly kind: 'nothing' };

export interface WaiverUse {
  readonly waiver: Waiver;
  readonly state: 'active' | 'expired';
}

export interface Item {
  readonly budget: Budget;
  readonly file: string;
  readonly name: string;
  readonly period: Period;
  readonly functionalUnit: string;
  /** Null is the whole scenario. */
  readonly usage: string | null;
  readonly status: Status;
  readonly reason: Reason | null;
  readonly found: Found;
  readonly outcome: Outcome;
  readonly measure: Measure | null;
  readonly waiver: WaiverUse | null;
  /** Null where the lock holds nothing to compare with. */
  readonly compared: Compared | null;
  /** The line of the scenario to edit. */
  readonly place: Place | undefined;
}

/** The end of a check. Words, exit code and every format follow from this one value. */
export interface Decision {
  readonly verdict: 'fails' | 'holds' | 'inconclusive';
  readonly code: 0 | 1 | 4;
  /** Whether the code was set to 0 by the wish of the caller. */
  readonly excused: boolean;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly judged: number;
}
