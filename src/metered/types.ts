/** What a log of calls comes to. */
import type { Assessment, Impacts } from '../assessment.ts';
import type { Problem } from '../errors.ts';
import type { AgainstPlan } from './plan.ts';
import type { Counting, Count, Fault, RecordPlace, ThreadKind } from '../usage-log/types.ts';

/** Sums as logged; null where no row says it. */
export type Counted = Readonly<Record<Count, number | null>>;

/** Money of an export of costs. */
export interface Money {
  /** ISO 4217, in capitals. */
  readonly currency: string;
  readonly amount: number;
}

export interface MeteredFigures {
  /** Rows that are in the figures. */
  readonly rows: number;
  /** Rows that are not, their model or place being unmapped. */
  readonly unmappedRows: number;
  /**
   * Lower where rows are left out that are of these, or may be (those that were refused): each figure is then at least what it says.
   * The bound of an impact is that of the rows that are in it.
   */
  readonly bound: 'lower' | null;
  readonly counted: Counted;
  /** What is in the figures of an export of costs, by currency; absent of calls. */
  readonly money?: readonly Money[];
  readonly impacts: Impacts;
}

export interface MeteredGroup extends MeteredFigures {
  /** In the order of `by`; null where a row does not say. */
  readonly key: readonly (string | null)[];
  /** Of the greenhouse gases of the whole, at central values; null where it is unknown. */
  readonly share: number | null;
}

export interface MeteredMonth extends MeteredFigures {
  /** `2026-11`; null of rows without a time. */
  readonly month: string | null;
}

/** A name of the log that leads to no figure. */
export interface Unmapped {
  readonly kind: 'model' | 'region' | 'currency';
  /** As logged; null where rows name none. */
  readonly name: string | null;
  readonly rows: number;
  readonly counted: Counted;
  /** Of a currency: how much of it is left out. */
  readonly amount?: number;
  /** Why there is no figure; null where rows name none. */
  readonly problem: Problem | null;
  /** Names of the catalogue to map it to. */
  readonly nearest: readonly string[];
}

/**
 * How many calls of the log, with figures or without, belong to the same conversation, session or trace. Not `iterations` of a
 * scenario: these are prompts until one result is kept, and no log says which was.
 */
export interface CallsPer {
  readonly kind: ThreadKind;
  /** The field that says it, as its publisher or the mapping names it. */
  readonly field: string;
  readonly caveat: string | null;
  readonly count: number;
  /** Calls that belong to one, and calls that name none. */
  readonly calls: number;
  readonly without: number;
  /** Calls of each: null where there is none. */
  readonly sizes: {
    readonly mean: number;
    readonly deviation: number;
    readonly median: number;
    readonly p95: number;
    readonly most: number;
  } | null;
}

/** What was read, and what of it counts. */
export interface ReadLog {
  readonly files: readonly string[];
  readonly reader: {
    readonly id: string;
    readonly source: string;
    readonly year: number;
    readonly caveat: string | null;
  };
  /** Null of an export of costs. */
  readonly counting: { readonly cached: Counting; readonly reasoning: Counting } | null;
  /** Records of the files, and rows in them that are calls or sums of calls. */
  readonly records: number;
  readonly rows: number;
  readonly first: string | null;
  readonly last: string | null;
  /** Rows without a time. */
  readonly undated: number;
  /** Copies of a row that was counted already. */
  readonly repeated: number;
  /** Sums of calls that were read more than once with different figures: the fullest counts. */
  readonly differing: number;
  readonly refused: readonly { readonly fault: Fault; readonly rows: number; readonly first: RecordPlace | null }[];
  /** How many calls what they belong to has, for each kind that the reader knows; absent where it was not asked for. */
  readonly callsPer?: readonly CallsPer[];
  /** How many rows do not say a count. */
  readonly unknown: Readonly<Partial<Record<Count, number>>>;
  /** Names that were taken for others. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** Hosts that the catalogue does not know: the place of the model is assumed. */
  readonly unknownHosts: readonly { readonly name: string; readonly rows: number }[];
}

export interface Metered {
  /** Of all rows that lead to a figure; a usage for each combination of model and place. */
  readonly assessment: Assessment;
  readonly log: ReadLog;
  readonly whole: MeteredFigures;
  readonly by: readonly string[];
  readonly groups: readonly MeteredGroup[];
  /** Empty where all rows stand in one month, or none has a time. */
  readonly trend: readonly MeteredMonth[];
  readonly unmapped: readonly Unmapped[];
  /** Absent where no plan was asked for. */
  readonly plan?: AgainstPlan;
  /** The log as a scenario, in YAML; made when it is asked for. */
  readonly asScenario: () => string;
}
