/** A usage with every input of the method filled: from the scenario, from the catalogue, or from a marked default. */
import type { BoundaryItem, Estimator, Status, UnknownReason, UsageFacts, Warning } from '../../assessment.ts';
import type { Confidence } from '../../catalog/types.ts';
import type { Range } from '../../units.ts';

export interface ResolvedInput {
  /** Name of the input in the method. */
  readonly id: string;
  /** Identity: inputs with one key are one unknown and move together. */
  readonly key: string;
  readonly range: Range;
  readonly unit: string;
  readonly status: Status;
  /** Source id, or `scenario`. */
  readonly source: string;
  readonly year: number | null;
  /** Of the figure, where it is not that of its source. */
  readonly confidence?: Confidence;
  /** Field of the usage that sets it: `serving.batch`. */
  readonly field: string;
  readonly note?: string;
}

/** A usage at one place, ready to evaluate. Mechanisms in order of preference. */
export interface ResolvedPart {
  readonly mechanisms: readonly string[];
  readonly inputs: readonly ResolvedInput[];
}

export interface ResolvedUsage {
  readonly id: string;
  readonly path: string;
  readonly description: string | null;
  readonly facts: UsageFacts;
  readonly estimator: Estimator;
  readonly tier: 1 | 2 | 3 | 4 | null;
  /** Whether the number of requests is known; per-request figures are known without it. */
  readonly requestsKnown: boolean;
  /** Whether a request means something: not for a fleet or a spend without requests. */
  readonly perRequest: boolean;
  readonly parts: readonly ResolvedPart[];
  readonly crossChecks: readonly { readonly estimator: Estimator; readonly parts: readonly ResolvedPart[] }[];
  readonly reasons: readonly UnknownReason[];
  /** What of the boundary its data count: storage, network, devices. */
  readonly counted?: readonly BoundaryItem[];
  /** The usage by both methods, when both were asked for and it is estimated from its text. */
  readonly opinions?: ResolvedOpinions;
}

export interface ResolvedOpinions {
  readonly own: readonly ResolvedPart[];
  readonly other: readonly ResolvedPart[];
  /** Figures of the accelerator that the other method holds for granted. */
  readonly reference: readonly ResolvedInput[];
}

export interface ResolvedScenario {
  readonly usages: readonly ResolvedUsage[];
  /** What is given and not used. */
  readonly warnings: readonly Warning[];
  /** Functional units over the period, when the scenario gives them. */
  readonly volume: ResolvedInput | null;
  readonly carbonPrice: ResolvedInput;
  readonly currency: string;
}
