/** A usage with every input of the method filled: from the scenario, from the catalogue, or from a marked default. */
import type {
  BoundaryItem,
  Estimator,
  PracticeId,
  PracticeReason,
  PracticeStatus,
  Setting,
  Status,
  UnknownReason,
  UsageFacts,
  Warning,
} from '../../assessment.ts';
import type { Confidence } from '../../catalog/types.ts';
import type { Range } from '../../units.ts';
import type { ResolvedValues } from './value-types.ts';

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
  /** Name of the place; null where the scenario gives figures of its own, absent where there is none. */
  readonly place?: string | null;
}

/** A practice in one usage: what it puts in the place of today's inputs. */
export interface ResolvedPractice {
  readonly practice: PracticeId;
  readonly status: PracticeStatus;
  /** Path of the block that states it, or would: `practices`, `usages[0].practices`. */
  readonly owner: string;
  /** From the catalogue, not from the scenario. */
  readonly suggested: boolean;
  /** Null for what the scenario states and what applies. */
  readonly reason: PracticeReason | null;
  /** What the reason names: a provider, a continent, a class of size. */
  readonly named?: string;
  readonly from: Setting | null;
  readonly to: Setting | null;
  /** Part of the requests that it reaches. */
  readonly share: number;
  /** Part of those that the model of today is asked for again. */
  readonly retry: number;
  /** Stated quality of the smaller model. */
  readonly quality: Range | null;
  /** In the place of the inputs of the same name. */
  readonly inputs: readonly ResolvedInput[];
  /** What is left of today's value, or what today's impact is divided by; null where `inputs` say all. */
  readonly factor: ResolvedInput | null;
}

/** A place or a model that a usage could have. */
export interface ResolvedOption {
  readonly name: string;
  readonly inputs: readonly ResolvedInput[];
}

export interface ResolvedOptions {
  /** Regions: grid, PUE and WUE. */
  readonly places: readonly ResolvedOption[];
  /** Text models: weights and precision. */
  readonly models: readonly ResolvedOption[];
}

export interface ResolvedUsage {
  readonly id: string;
  readonly path: string;
  readonly description: string | null;
  readonly tags: readonly string[];
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
  /** In the order in which they are applied; empty where none was asked for. */
  readonly practices: readonly ResolvedPractice[];
  /** Every place and model that it could have, when they were asked for. */
  readonly options?: ResolvedOptions;
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
  /** Null where neither the scenario nor a usage states a value. */
  readonly values: ResolvedValues | null;
}
