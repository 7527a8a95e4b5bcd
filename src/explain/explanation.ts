/** A figure opened up: the shape that every format of `explain` prints. */
import type { Period, Status, UnknownReason } from '../assessment.ts';
import type { Conversion } from '../engine/print.ts';
import type { Range } from '../units.ts';

export const nodeKinds = ['result', 'quantity', 'constant', 'input'] as const;
export type NodeKind = (typeof nodeKinds)[number];

/** What a usage is split into: its places; or parts, where a practice reaches some of its requests or data stand beside them. */
export type Split = 'place' | 'part';

/** One usage at one place in a sum. Null is unknown. */
export interface Term {
  readonly usage: string;
  /** Counts from 1; null where the usage has one place. */
  readonly place: number | null;
  readonly split: Split;
  readonly value: number | null;
}

/** One figure of a derivation. What does not apply to its kind is null or empty. */
export interface ExplainedNode {
  /** What to ask for: `ghg`, `ghg.operation`, `it_energy`, `batch`. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly meaning: string;
  readonly unit: string;
  /** At central values; null is unknown. */
  readonly value: number | null;
  /** The 5-95 % interval of a result; low and high of an input or of a constant. Null for a quantity in between. */
  readonly range: Range | null;
  readonly formula: string | null;
  /** The formula with the value and the unit of each name in its place. */
  readonly substituted: string | null;
  readonly conversions: readonly Conversion[];
  readonly terms: readonly Term[];
  /** File of src/method that declares it. */
  readonly mechanism: string | null;
  /** `implied` follows from how the scenario is written, such as a share of 1 where there is one place. */
  readonly status: Status | 'implied' | null;
  /** Where the scenario gives it, or would give it. */
  readonly path: string | null;
  /** `file:line`, where the scenario gives it. */
  readonly at: string | null;
  /** Source id, or `scenario`. */
  readonly source: string;
  readonly year: number | null;
  readonly note: string | null;
  /** Ids of the nodes that its formula reads, in order of appearance. */
  readonly reads: readonly string[];
}

export interface CitedSource {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly year: number;
  /** Page, table or section. */
  readonly place: string | null;
}

/** Why a figure is not known. */
export interface UnknownFigure {
  readonly reasons: readonly UnknownReason[];
  /** Inputs that would give it, and that nothing gives. */
  readonly missing: readonly string[];
  /** Mechanisms that compute it, none of which estimates this usage. */
  readonly givenBy: readonly string[];
}

export interface Explanation {
  readonly scenario: {
    readonly name: string;
    readonly file: string;
    readonly period: Period;
    readonly functionalUnit: string;
  };
  readonly quantity: string;
  /** The usage that is opened up, and its place. */
  readonly usage: string | null;
  readonly place: {
    readonly number: number;
    readonly count: number;
    readonly split: Split;
    /** Part of the requests of the usage; null of what is not requests. */
    readonly share: number | null;
  } | null;
  /** Null when the figure is unknown. */
  readonly root: string | null;
  readonly unknown: UnknownFigure | null;
  /** Each figure once, in the order in which a reader meets it. */
  readonly nodes: readonly ExplainedNode[];
  readonly sources: readonly CitedSource[];
}
