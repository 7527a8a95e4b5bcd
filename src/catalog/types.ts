/**
 * What the catalogue holds: rows of src/data after compilation. Every figure keeps its unit, source and year.
 */

import type { PracticeId, QuestionGroup } from '../assessment.ts';

export type Confidence = 'primary' | 'secondary' | 'derived' | 'from-memory';

/** A published number. `low` and `high` are the 5th and 95th percentile; equal to `value` where it is exact. */
export interface Figure {
  readonly low: number;
  readonly value: number;
  readonly high: number;
  readonly unit: string;
  /** Id of a row of sources.yaml. */
  readonly source: string;
  readonly year: number;
  /** Of this figure; defaults to the confidence of its source. */
  readonly confidence: Confidence;
  readonly note?: string;
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly year: number;
  readonly confidence: Confidence;
  /** ISO date on which somebody must read the source again. */
  readonly review_by: string;
  /** Page, table or section of the source. */
  readonly place?: string;
  readonly licence?: string;
}

export type ModelKind = 'text' | 'image' | 'video' | 'audio' | 'embedding';

export interface Model {
  /** `provider/name`. */
  readonly id: string;
  readonly aliases: readonly string[];
  readonly provider: string;
  readonly kind: ModelKind;
  readonly weights: 'open' | 'closed';
  readonly architecture: 'dense' | 'moe' | 'diffusion' | 'encoder' | 'encoder-decoder' | 'undisclosed';
  /** Gparameter; null where nobody published or estimated it. */
  readonly total_parameters: Figure | null;
  readonly active_parameters: Figure | null;
  /** bit/parameter as published; absent where not published. */
  readonly bits?: Figure;
  /** Experts of a layer, and those of them that a token calls; absent in a dense model and where not published. */
  readonly experts?: Figure;
  readonly experts_used?: Figure;
  /** B/token: key-value cache of a token, by the layers of the model; absent where the method's law stands for it. */
  readonly cache?: Figure;
  /** B: what a conversation keeps in layers with a state instead of a cache. */
  readonly state?: Figure;
  /** Parallel samples of the base model for one answer; absent means 1. */
  readonly parallel_samples?: Figure;
  /** Seconds of audio that one accelerator treats in a second. */
  readonly real_time_factor?: Figure;
  /** Hidden tokens before an answer of ordinary difficulty; absent where the model need not think. */
  readonly reasoning_tokens?: Figure;
  /** Whether an audio model speaks; one that only listens does not. */
  readonly spoken?: boolean;
  readonly context_tokens: number | null;
  readonly released: string;
  /** Id of a provider row: who most likely hosts it. `generic` when anybody may. */
  readonly hosting: string;
  readonly measured?: Readonly<Record<string, unknown>>;
  readonly diffusion?: Readonly<Record<string, number>>;
  readonly training?: Readonly<Record<string, unknown>>;
  readonly note?: string;
}

export interface Zone {
  /** ISO 3166 alpha-3, `CAN-QC`, `USA-SRVC`, `CHN-GD`, or an aggregate such as `EU27` and `WORLD`. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: 'country' | 'aggregate' | 'subdivision';
  /** Zone whose figures are used where this one has none of its own. */
  readonly parent: string | null;
  /** kgCO2e/kWh, life-cycle, location-based. */
  readonly ghg: Figure;
  /** L/kWh consumed at generation. */
  readonly water: Figure;
  /** kgSbeq/kWh. */
  readonly adpe: Figure;
  /** MJ/kWh. */
  readonly primary_energy: Figure;
}

export interface Region {
  /** `aws/eu-west-3`. */
  readonly id: string;
  readonly provider: string;
  readonly place: string;
  readonly country: string;
  readonly zone: string;
  /** Null where the region publishes none: the fleet figure of its provider applies. */
  readonly pue: Figure | null;
  /** L per kWh of IT energy. */
  readonly wue: Figure | null;
  /** Published by the cloud itself; another scope than `Zone.ghg`, shown and never mixed. */
  readonly grid_ghg_published?: Figure;
}

/** PUE and WUE over all sites of a cloud; `industry` is the world's data centres. */
export interface Fleet {
  readonly id: string;
  readonly pue: Figure | null;
  readonly wue: Figure | null;
}

/** Who serves models: its cloud, where it most likely runs, and the facility figures of those places. */
export interface Provider {
  readonly id: string;
  readonly name: string;
  readonly clouds: readonly string[];
  /** Zone of the central value. */
  readonly zone: string;
  /** kgCO2e/kWh over the places where it may run. */
  readonly ghg: Figure;
  readonly water: Figure;
  readonly pue: Figure;
  readonly wue: Figure;
  readonly basis: string;
}

export interface Accelerator {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly name: string;
  readonly vendor: string;
  /** FLOP/s, dense bf16. Null where not published. */
  readonly flops: Figure | null;
  /** GB/s. */
  readonly bandwidth: Figure | null;
  /** GB. */
  readonly memory: Figure;
  /** W. */
  readonly power: Figure | null;
  /** kgCO2e/device, kgSbeq/device, MJ/device, cradle to gate, host excluded. */
  readonly embodied_ghg: Figure;
  readonly embodied_adpe: Figure;
  readonly embodied_primary_energy: Figure;
  readonly note?: string;
}

export interface Server {
  readonly id: string;
  readonly name: string;
  readonly accelerator: string | null;
  readonly accelerators: number;
  readonly max_power: Figure | null;
  /** Of the whole server, its accelerators included. */
  readonly embodied_ghg: Figure;
  readonly embodied_adpe: Figure;
  readonly embodied_primary_energy: Figure;
  readonly note?: string;
}

export interface Equivalence {
  readonly id: string;
  readonly label: string;
  readonly label_fr: string;
  readonly unit: string;
  readonly ghg?: Figure;
  readonly energy?: Figure;
  readonly water?: Figure;
  readonly adpe?: Figure;
  readonly primary_energy?: Figure;
  readonly note?: string;
}

/** A value taken when the scenario gives none: always printed with `*` and listed. */
export interface Default {
  /** Name of the method input that it fills. */
  readonly id: string;
  readonly figure: Figure;
  readonly meaning: string;
}

/** A default that is a name, not a number: the accelerator, the task profile, the host. */
export interface Choice {
  readonly id: string;
  readonly choice: string;
  readonly source: string;
  readonly meaning: string;
}

/** Typical tokens of a prompt of a kind of work. */
export interface TaskProfile {
  readonly id: string;
  readonly name: string;
  readonly input: Figure;
  readonly output: Figure;
}

/** Published average energy of a kind of inference, for when the model is unknown. */
export interface TaskAverage {
  readonly id: string;
  readonly name: string;
  /** Where `energy` was counted: accelerators alone, whole servers, or the meter of the site. */
  readonly boundary: 'gpu' | 'server' | 'facility';
  /** kWh/request at `boundary`. */
  readonly energy: Figure;
}

/** GHG of a euro (or dollar) spent in a sector. */
export interface SpendFactor {
  readonly id: string;
  readonly name: string;
  readonly ghg: Figure;
}

export interface CarbonPrice {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly price: Figure;
}

/** A convention by which data are graded: limits (the largest value of each grade), grades by name, or a number. */
export interface QualityRule {
  readonly id: string;
  readonly unit?: string;
  readonly limits?: Readonly<Record<'A' | 'B' | 'C' | 'D', number>>;
  readonly grades?: Readonly<Record<string, 'A' | 'B' | 'C' | 'D' | 'E'>>;
  readonly value?: number;
  readonly year: number;
  readonly source: string;
  readonly meaning: string;
}

/** A good practice: what it leaves of today, what it asks of people. */
export interface Practice {
  readonly id: string;
  readonly practice: PracticeId;
  /** What it acts on; absent where it acts on all. */
  readonly modality?: 'text' | 'image';
  /** A setting, a training of people, a test of quality. */
  readonly effort: 'low' | 'medium' | 'high';
  /** What is left after it, per what there is today. */
  readonly factor?: Figure;
  /** The practice of AFNOR SPEC 2314 that it is, read at the source. */
  readonly afnor?: string;
  readonly year: number;
  readonly source: string;
  readonly meaning: string;
}

/** A class of model size; the classes grow in the order of the table. */
export interface ModelTier {
  readonly id: string;
  /** Largest number of active parameters, Gparameter. */
  readonly most: number;
  readonly unit: string;
  readonly year: number;
  readonly source: string;
  readonly meaning: string;
}

export interface Continent {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  readonly source: string;
  /** Zone ids of its countries. */
  readonly members: readonly string[];
}

/** A question to ask before deploying an AI. */
export interface Question {
  readonly id: string;
  readonly group: QuestionGroup;
  readonly question: string;
  readonly question_fr: string;
  /** Why it matters. */
  readonly why: string;
  readonly why_fr: string;
  /** Fields of the scenario that answer it; `value.answers.<id>` always does. */
  readonly fields: readonly string[];
  readonly source: string;
}

/** Every table of the catalogue, compiled. */
export interface CatalogTables {
  readonly sources: readonly Source[];
  readonly models: readonly Model[];
  readonly zones: readonly Zone[];
  readonly regions: readonly Region[];
  readonly fleets: readonly Fleet[];
  readonly providers: readonly Provider[];
  readonly accelerators: readonly Accelerator[];
  readonly servers: readonly Server[];
  readonly equivalences: readonly Equivalence[];
  readonly defaults: readonly Default[];
  readonly choices: readonly Choice[];
  readonly profiles: readonly TaskProfile[];
  readonly tasks: readonly TaskAverage[];
  readonly spend: readonly SpendFactor[];
  readonly carbon_prices: readonly CarbonPrice[];
  readonly quality: readonly QualityRule[];
  readonly practices: readonly Practice[];
  readonly model_tiers: readonly ModelTier[];
  readonly continents: readonly Continent[];
  /** Conventions by which value is put against impact. */
  readonly impact_grades: readonly QualityRule[];
  readonly questions: readonly Question[];
}

export type TableName = keyof CatalogTables;

export interface CatalogData extends CatalogTables {
  /** Date of the data, `2026-11-23`. */
  readonly version: string;
  /** SHA-256 of the content, first 12 characters. */
  readonly hash: string;
}
