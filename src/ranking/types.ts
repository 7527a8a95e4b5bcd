/** Scenarios, or parts of them, ranked beside each other: the shape that every report of `compare` reads. */
import type { Assessment, Criterion, Grade, Grouping, Impact, Period, Sorting, VerdictCode } from '../assessment.ts';
import type { Range } from '../units.ts';

export interface RankedFigure {
  readonly unit: string;
  /** Over the period. Null is unknown. */
  readonly total: Range | null;
  /** Of a functional unit; null where it is unknown, or where the section refuses it. */
  readonly perUnit: Range | null;
  readonly bound: Impact['bound'];
  /** Of the row: usages whose value is unknown and therefore missing from the total. */
  readonly missing: readonly string[];
  /** Of everything in the section, at central values. */
  readonly share: number | null;
  /** This row less the baseline, and over it, on common draws; null without one. */
  readonly difference: Range | null;
  readonly ratio: Range | null;
}

/** What a scenario states that it costs and brings over the period, at central values. Null is not stated, or unknown. */
export interface Worth {
  readonly currency: string | null;
  readonly cost: number | null;
  readonly benefit: number | null;
  /** kgCO2e */
  readonly avoided: number | null;
  readonly social: number | null;
}

/** Names in a row, each once, in the order of the files. */
export interface RowNames {
  readonly scenarios: readonly string[];
  readonly files: readonly string[];
  readonly usages: readonly string[];
  readonly models: readonly string[];
  readonly regions: readonly string[];
  readonly tags: readonly string[];
}

export interface RankedRow {
  readonly rank: number;
  /** Null for what has no model, no place, no tag. */
  readonly name: string | null;
  readonly holds: RowNames;
  /** Data quality of its greenhouse gases; null where it has none, or where parts of usages are compared. */
  readonly grade: Grade | null;
  readonly verdict: VerdictCode | null;
  readonly worth: Worth | null;
  /** Another row that is no worse by every axis, and better by one; per functional unit, at central values. */
  readonly dominatedBy: string | null;
  readonly isBaseline: boolean;
  readonly figures: Readonly<Partial<Record<Criterion, RankedFigure>>>;
}

/** Why there is no figure of a functional unit. */
export interface PerUnitRefusal {
  readonly reason: 'mixed-units' | 'several-scenarios';
  /** Functional units of the section. */
  readonly units: readonly string[];
}

/** What options are held against each other by, beside their impact. */
export type Axis = 'cost' | 'value';

/** Rows that count over one period, and in one currency where they are ranked by money: what can be ranked and added up. */
export interface Section {
  readonly period: Period;
  /** Of the criterion. */
  readonly unit: string;
  /** Null where it is refused. */
  readonly functionalUnit: string | null;
  readonly perUnitRefusal: PerUnitRefusal | null;
  /** Sum of all scenarios of the section, at central values; null is unknown, or of two currencies. */
  readonly whole: Readonly<
    Partial<Record<Criterion, { readonly central: number | null; readonly bound: Impact['bound'] }>>
  >;
  /** Those that keep the condition, the first `--top` of them. */
  readonly rows: readonly RankedRow[];
  /** How many rows there are, and how many keep the condition. */
  readonly all: number;
  readonly kept: number;
  /** Share of the whole of the rows that are kept and not shown; null where it is unknown. */
  readonly restShare: number | null;
  /** The fewest rows that make four fifths of the sum of all rows; null where there is no such sum. */
  readonly concentration: { readonly rows: number; readonly of: number; readonly share: number } | null;
  /** Whether usages stand in several rows, so that the shares add up to more than the whole. */
  readonly isOverlapping: boolean;
  /** Axes by which options are called dominated; empty where none is. */
  readonly axes: readonly Axis[];
  /** The row that others are held against; null where none was asked for, or the section does not hold it. */
  readonly baseline: { readonly name: string | null } | null;
}

export interface Ranking {
  readonly tool: Assessment['tool'];
  readonly by: Grouping;
  readonly criterion: Criterion;
  readonly sort: Sorting;
  readonly reverse: boolean;
  readonly where: string | null;
  readonly top: number | null;
  /** The name of the row, as it was asked for. */
  readonly baseline: string | null;
  readonly scenarios: number;
  /** How the intervals of a scenario are made, but for the files in `propagated`. */
  readonly uncertainty: Assessment['uncertainty'];
  /** Files whose intervals are propagated where draws were asked for. */
  readonly propagated: readonly string[];
  /** How those of differences and of sums over several scenarios are made. */
  readonly together: Assessment['uncertainty'];
  /** Criteria whose figures the rows have. */
  readonly criteria: readonly Criterion[];
  readonly sections: readonly Section[];
}
