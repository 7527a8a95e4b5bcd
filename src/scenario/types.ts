/** A scenario after reading: every value located, checked and in the unit of its field. */
import type { Period, PracticeId } from '../assessment.ts';
import type { Range } from '../units.ts';
import type { Budget, ValueBlock } from './value-types.ts';
import type { ModelKind } from '../catalog/types.ts';
import type { Training } from './training-types.ts';
import type { WorkFields } from './work-types.ts';

/** A value that the scenario gives, in the unit of its field. */
export interface Given {
  readonly range: Range;
  /** Where the scenario says it comes from, when it says so. */
  readonly source?: string;
}

/** `unknown` in the file: somebody looked, and it is not published. */
export type Value = Given | 'unknown';

/** A model that is not in the catalogue, described in place. Sizes in Gparameter, bits in bit/parameter. */
export interface InlineModel {
  readonly name?: string;
  readonly total_parameters: Given;
  readonly active_parameters?: Given;
  /** Experts of a layer and those that a token calls: both or none. */
  readonly experts?: Given;
  readonly experts_used?: Given;
  /** B/token: key-value cache of a token. */
  readonly cache?: Given;
  /** B: state that a conversation keeps besides. */
  readonly state?: Given;
  readonly bits?: Given;
  readonly modality?: ModelKind;
}

export interface GivenGrid {
  /** Whether `intensity` is that of a contract: it stands beside the figure of the place, and never in its stead. */
  readonly isMarket?: true;
  /** kgCO2e/kWh */
  readonly intensity?: Value;
  /** L/kWh */
  readonly water?: Value;
  /** kgSbeq/kWh */
  readonly adpe?: Value;
  /** MJ/kWh */
  readonly primary_energy?: Value;
}

/** One place of a usage. `share` is 1 when there is one place. */
export interface Location {
  readonly share: number;
  /** Path of this place in the scenario: `region`, `region[0]`, `grid`, `grid[1]`. */
  readonly path: string;
  readonly region?: string;
  /** Zone id, or own figures. */
  readonly grid?: string | GivenGrid;
}

export interface Measured {
  /** kWh/request at `boundary`. */
  readonly energy?: Value;
  /** kgCO2e/request, operation. */
  readonly ghg?: Value;
  /** L/request, on site and at the power plants. */
  readonly water?: Value;
  readonly boundary: 'gpu' | 'server' | 'facility';
}

export interface Tokens {
  /** token/request */
  readonly input?: Value;
  readonly output?: Value;
  readonly reasoning?: Value;
  /** Part of `input`. */
  readonly cached_input?: Value;
  /** Part of what a conversation sends again that the server still holds. */
  readonly cached_share?: Value;
  /** Pictures sent with the prompt, 1/request. */
  readonly input_images?: Value;
}

export interface Serving {
  readonly accelerator?: string;
  readonly accelerators?: Value;
  readonly batch?: Value;
  /** bit/parameter */
  readonly bits?: Value;
  readonly idle?: Value;
  /** Power of the server per watt of accelerator. */
  readonly host?: Value;
  /** token/s that one request gets: gives the batch. */
  readonly tokens_per_second?: Value;
  /** s/token: the same as its inverse (TPOT, inter-token latency). */
  readonly time_per_output_token?: Value;
  /** s/request: from a request to the end of its answer. */
  readonly latency?: Value;
  /** Share of the time in which machines reserved for this usage work. */
  readonly utilisation?: Value;
  /** `batch` for work that may wait. */
  readonly mode?: 'online' | 'batch';
}

export interface Fleet {
  readonly accelerator: string;
  readonly count: Value;
  readonly utilisation?: Value;
  /** h/period */
  readonly hours?: Value;
  /** Part of the fleet that serves this usage. */
  readonly share?: Value;
  readonly servers?: Value;
  /** year */
  readonly lifetime?: Value;
  /** Part of the machines that had a life before. */
  readonly reused?: Value;
}

export interface Spend {
  /** Money of `currency` per period. */
  readonly amount: Given;
  readonly currency: string;
  readonly sector?: string;
}

/** Requests over the period, or per functional unit, or per user and period. */
export interface Requests {
  readonly per: 'period' | 'unit' | 'user';
  readonly count: Given;
}

/** The part of the requests that a practice reaches, 0 to 1. */
interface Reach {
  readonly share: number;
}

export interface LocationPractice extends Reach {
  readonly region?: string;
  readonly grid?: string | GivenGrid;
  readonly pue?: Given;
  readonly wue?: Given;
}

/** One of the three: a number of prompts, a part that goes, or a divisor. */
export interface IterationsPractice extends Reach {
  readonly to?: Given;
  readonly by?: Given;
  readonly divide?: Given;
}

/** Tokens of the answer, or a part of them that goes; or the size, the steps or the length of a picture, a video, a sound. */
export interface OutputPractice extends Reach {
  /** token/request */
  readonly tokens?: Given;
  readonly by?: Given;
  /** px */
  readonly width?: Given;
  readonly height?: Given;
  readonly steps?: Given;
  /** s */
  readonly seconds?: Given;
}

/** One of the two: another model, or a divisor where it has no name. */
export interface ModelPractice extends Reach {
  readonly use?: string | InlineModel;
  readonly divide?: Given;
  /** Results that the smaller model gets right, per result of the model of today. Stated, not computed. */
  readonly quality?: Given;
  /** Part of its answers that the model of today is asked for again. */
  readonly retry: number;
}

/** What would be changed; `none` refuses a practice, so that none is suggested either. */
export interface Practices {
  /** Those that are stated, in the order in which they stand. */
  readonly order: readonly PracticeId[];
  readonly location?: LocationPractice | 'none';
  readonly iterations?: IterationsPractice | 'none';
  readonly output?: OutputPractice | 'none';
  readonly model?: ModelPractice | 'none';
}

/** What a suggestion must keep. */
export interface Keep {
  /** The cloud of today (`true`), or the one that is named. */
  readonly provider?: string | true;
  readonly continent?: string;
  /** Smallest class of size that a suggested model may have. */
  readonly tier?: string;
  readonly regions?: readonly string[];
  readonly models?: readonly string[];
}

export interface Usage extends WorkFields {
  readonly id: string;
  /** Path of the usage: `usages[0]`. */
  readonly path: string;
  readonly description?: string;
  /** Words to group usages by, each once. */
  readonly tags?: readonly string[];
  readonly model?: string | InlineModel;
  readonly provider?: string;
  /** Empty when neither region nor grid is given (or is `unknown`). */
  readonly locations: readonly Location[];
  readonly pue?: Value;
  readonly wue?: Value;
  readonly requests?: Requests | 'unknown';
  readonly users?: Value;
  readonly iterations?: Value;
  readonly tokens?: Tokens;
  readonly task?: string;
  readonly measured?: Measured;
  readonly fleet?: Fleet;
  readonly spend?: Spend;
  readonly serving?: Serving;
  readonly practices?: Practices;
  readonly keep?: Keep;
  readonly value?: ValueBlock;
  /** Fields given as `unknown`, by name, so that the ledger can say that somebody looked. */
  readonly unknown: readonly string[];
}

export interface Scenario {
  readonly name: string;
  readonly description?: string;
  readonly period: Period;
  readonly functionalUnit?: { readonly name: string; readonly volume?: Given };
  readonly usages: readonly Usage[];
  readonly training: Training;
  /** More use each year, change of the grid each year, years. */
  readonly growth?: Given;
  readonly gridTrend?: Given;
  readonly horizon?: number;
  /** Of every usage that has none of its own. */
  readonly practices?: Practices;
  /** EUR/kgCO2e (or the currency of `currency`). */
  readonly carbonPrice?: Given & { readonly currency: string };
  readonly value?: ValueBlock;
  readonly budget?: Budget;
}
