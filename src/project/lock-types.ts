/** The lock as it stands in the file: what was found, and every value it was computed from. Numbers of twelve digits. */
import type { Criterion, Grade, Impact, Period, Status } from '../assessment.ts';
import type { Measure, VerdictCode } from '../verdict/budget/types.ts';

/** Low, central and high; one number where it is exact. */
export type LockedRange = number | readonly [number, number, number];

export interface LockedFigure {
  readonly unit: string;
  readonly total: LockedRange | null;
  readonly per_unit?: LockedRange | null;
  readonly bound?: Exclude<Impact['bound'], null>;
}

export type LockedImpacts = Readonly<Partial<Record<Criterion, LockedFigure>>>;

/** One value that a calculation took. */
export interface LockedInput {
  /** Identity of the unknown; absent for what is implied by how a field is read. */
  readonly key?: string;
  readonly path?: string;
  readonly source: string;
  readonly status: Status;
  readonly unit: string;
  readonly value: LockedRange;
}

export type LockedInputs = Readonly<Record<string, LockedInput>>;

export interface LockedUsage {
  /** Of what the scenario says of this usage. */
  readonly digest: string;
  readonly estimator: string;
  readonly model?: string;
  readonly place?: string;
  readonly data_quality: Grade | null;
  /** False where requests are unknown: then it is in no total. */
  readonly counted: boolean;
  readonly requests_known: boolean;
  readonly impacts: LockedImpacts;
  /** Inputs that all places share. */
  readonly inputs: LockedInputs;
  /** Of each place, what differs. */
  readonly places: readonly { readonly mechanisms: readonly string[]; readonly inputs: LockedInputs }[];
}

/** What made the figures of a scenario. */
export interface LockedMaking {
  readonly data: string;
  readonly method: string;
  /** Of the equations and constants: a method can change without its name. */
  readonly method_digest: string;
  /** How intervals are made: `propagation`, or `draws` with their number and seed. */
  readonly intervals: string;
  readonly version: string;
}

export interface LockedScenario {
  readonly making: LockedMaking;
  /** Of the other keys: what a merge or an editor changed is computed again. */
  readonly seal: string;
  readonly sha256: string;
  /** The file and those that it extends. */
  readonly sources: readonly string[];
  readonly name: string;
  readonly period: Period;
  readonly functional_unit: string;
  readonly data_quality: Grade | null;
  readonly assumed_width: number | null;
  readonly measure: Measure | null;
  readonly verdict: { readonly code: VerdictCode; readonly agreement: number | null } | null;
  readonly carbon_price: LockedInput;
  readonly volume: LockedInput | null;
  readonly impacts: LockedImpacts;
  readonly usages: Readonly<Record<string, LockedUsage>>;
}

export const lockSchema = 'ai-footprint/lock/1';

export interface Lock {
  readonly schema: typeof lockSchema;
  /** Of the tool that wrote the file. */
  readonly version: string;
  readonly scenarios: Readonly<Record<string, LockedScenario>>;
}
