/** What one run knows about a scenario: the shape that every report reads and that the verdict judges. */
import type { Range } from './units.ts';

export const criteria = ['energy', 'ghg', 'water', 'adpe', 'primary_energy', 'climate_cost'] as const;
export type Criterion = (typeof criteria)[number];

export const phases = ['operation', 'embodied', 'training'] as const;
export type Phase = (typeof phases)[number];

/** Unit of each criterion in every machine format. */
export const criterionUnit: Readonly<Record<Criterion, string>> = {
  energy: 'kWh',
  ghg: 'kgCO2e',
  water: 'L',
  adpe: 'kgSbeq',
  primary_energy: 'MJ',
  climate_cost: 'EUR',
};

/**
 * One criterion of a usage or of a scenario. Null is unknown, and prints as unknown: never as 0.
 */
export interface Impact {
  readonly unit: string;
  /** Over the period of the scenario; the sum of what is known. */
  readonly total: Range | null;
  readonly perUnit: Range | null;
  /** A phase that does not exist for this criterion is absent; one that exists but is not known is null. */
  readonly phases: Readonly<Partial<Record<Phase, Range | null>>>;
  /** Usages whose value is unknown and therefore missing from the total. */
  readonly missing: readonly string[];
  /**
   * `lower` when a part within the boundary is unknown and not in the total; `upper` when the estimate overstates, as
   * one from money does; `mixed` when parts of it are the one and parts the other; null when the total is the estimate
   * itself.
   */
  readonly bound: 'lower' | 'upper' | 'mixed' | null;
  /** Which of these figures rest on a value that the scenario did not give. */
  readonly assumed: readonly (Phase | 'total')[];
}

export type Impacts = Readonly<Record<Criterion, Impact>>;

/** The four good practices, in the order of the study. */
export const practiceIds = ['location', 'iterations', 'output', 'model'] as const;
export type PracticeId = (typeof practiceIds)[number];

/** Usages up to which practices are suggested unasked: a scenario of more is a portfolio, and `advise` is for one. */
export const suggestedUpTo = 100;

/**
 * What comes of a practice in a usage: it changes the usage; the usage is so already; nothing better is known; the way
 * the usage is estimated says nothing of it; the scenario refuses it.
 */
export const practiceStatuses = ['applies', 'already-so', 'nothing-better', 'out-of-reach', 'refused'] as const;
export type PracticeStatus = (typeof practiceStatuses)[number];

/** Why a practice is what it is: of a suggestion where it comes from, of one that does not apply why not. */
export const practiceReasons = [
  'lowest-of-provider',
  'lowest-of-continent',
  'lowest-allowed',
  'smallest-of-family',
  'smallest-of-provider',
  'trained-prompting',
  'length-that-is-read',
  'one-prompt',
  'smallest-class',
  'none-of-class',
  'place-unknown',
  'not-of-the-catalogue',
  'not-of-this-estimate',
  'gases-measured',
  'none-allowed',
  'not-in-the-total',
] as const;
export type PracticeReason = (typeof practiceReasons)[number];

/** A value before or after a practice: the name of a place or of a model, or a number of prompts, of tokens. */
export type Setting = string | Range;

/** How a text usage is estimated: by the method of this project, or by the equations of another, pinned. */
export const methods = ['ai-footprint', 'ecologits'] as const;
export type Method = (typeof methods)[number];

/** Each method with the version that is declared in src/method, as a result names it. */
export const methodVersions: Readonly<Record<Method, string>> = {
  'ai-footprint': 'ai-footprint/1',
  ecologits: 'ecologits/0.9.1',
};

/** What differs between the two methods, in the order in which one is turned into the other. */
export const differences = [
  'batch',
  'input-tokens',
  'bits',
  'accelerators',
  'idle',
  'host',
  'parallel-samples',
  'formula',
] as const;
export type Difference = (typeof differences)[number];

/** One change on the way from one method to the other. */
export interface DifferenceStep {
  readonly cause: Difference;
  /** Value of the input before and after; null where more than one number changes. */
  readonly from: number | null;
  readonly to: number | null;
  /** Energy after over energy before. */
  readonly factor: number;
}

/** What a method says of one kept result. */
export interface Opinion {
  readonly method: Method;
  /** Facility energy, kWh. */
  readonly energy: Range;
  /** Operation and hardware, kgCO2e. */
  readonly ghg: Range;
}

/** A text usage by both methods. */
export interface SecondOpinion {
  /** Central values with their 5-95 % interval. */
  readonly own: Opinion;
  /** Central values, and the minimum and maximum that the sizes of the model give. */
  readonly other: Opinion;
  /** Energy of the other over the own, central values. */
  readonly ratio: number;
  /** Their factors multiply to the ratio. */
  readonly steps: readonly DifferenceStep[];
}

/** Of the data behind a figure, best first. */
export const grades = ['A', 'B', 'C', 'D', 'E'] as const;
export type Grade = (typeof grades)[number];

/** What a grade looks at; `coverage` says what has no figure, or how the grades of usages come together. */
export const qualityCriteria = [
  'tier', 'age', 'geography', 'confidence', 'assumed', 'coverage',
  // of a verdict
  'footprint', 'evidence', 'questions',
] as const; // prettier-ignore
export type QualityCriterion = (typeof qualityCriteria)[number];

/** Why a criterion has its grade. */
export const qualityCodes = [
  // tier
  'measured', 'text', 'image', 'video', 'audio', 'embeddings', 'fleet', 'task', 'spend', 'training',
  // age
  'years-old', 'nothing-dated',
  // geography
  'own-figure', 'region', 'subdivision', 'country', 'aggregate', 'world', 'host',
  // confidence
  'given', 'primary', 'secondary', 'derived', 'from-memory',
  // assumed
  'spread-by-assumed', 'nothing-assumed',
  // coverage
  'nothing-estimated', 'usages-unknown', 'mean-of-usages',
  // footprint, evidence and questions of a verdict
  'of-the-footprint', 'avoided-measured', 'avoided-estimated', 'avoided-claimed', 'questions-open',
] as const; // prettier-ignore
export type QualityCode = (typeof qualityCodes)[number];

export interface QualityReason {
  readonly criterion: QualityCriterion;
  /** Null where nothing is there to grade. */
  readonly grade: Grade | null;
  readonly code: QualityCode;
  /** Years for `years-old`, a factor for `spread-by-assumed` (absent where it reaches 0), usages for `usages-unknown`. */
  readonly value?: number;
  /** Source of the figure that decided, and its year. */
  readonly source?: string;
  readonly year?: number;
  /** Usage that decided, in a scenario of several. */
  readonly usage?: string;
}

/** Null is no grade: nothing is estimated. Never without a reason. */
export interface DataQuality {
  readonly grade: Grade | null;
  readonly reasons: readonly QualityReason[];
}

/** Why a saved result may no longer hold. */
export const changeCauses = ['input', 'data', 'method', 'version', 'options'] as const;
export type ChangeCause = (typeof changeCauses)[number];

/** Best evidence first. */
export const estimators = [
  'measured', 'text', 'image', 'video', 'audio', 'embeddings', 'fleet', 'task', 'spend', 'training', 'none',
] as const; // prettier-ignore
export type Estimator = (typeof estimators)[number];

/**
 * Where the value of an input comes from: the scenario; the catalogue, about something that the scenario names; a
 * default; a default although the scenario says that somebody looked; the method itself.
 */
export const statuses = ['given', 'given-range', 'catalogue', 'default', 'unknown', 'method'] as const;
export type Status = (typeof statuses)[number];

/** How an avoided emission is known. */
export const evidences = ['measured', 'estimated', 'claimed'] as const;
export type Evidence = (typeof evidences)[number];

/** What a question before deploying an AI is about. */
export const questionGroups = ['platform', 'model', 'use', 'life', 'people'] as const;
export type QuestionGroup = (typeof questionGroups)[number];

/**
 * What a scenario says of a question: it answers it; some usages do; it was looked for and is not published; nothing.
 */
export const answerStates = ['answered', 'partly', 'looked', 'open'] as const;
export type AnswerState = (typeof answerStates)[number];

/** Whether a value was put in for the user. */
export const isAssumed = (status: Status): boolean => status === 'default' || status === 'unknown';

/** Why a figure of a usage is not known. */
export const unknownReasons = [
  'nothing-published',
  'requests-unknown',
  'energy-unknown',
  'hardware-time-unknown',
  'training-not-computed',
  'training-not-published',
  'training-not-shared',
  'training-excluded',
  'spend-has-no-phases',
] as const;
export type UnknownReason = (typeof unknownReasons)[number];

/** What a footprint may count. */
export const boundaryItems = [
  'electricity',
  'water',
  'hardware',
  'supply-chain-of-spend',
  'training',
  'network',
  'devices',
  'storage',
  'building',
] as const;
export type BoundaryItem = (typeof boundaryItems)[number];

/** Who runs the machines: it decides the scope of their emissions. */
export const hostings = ['service', 'cloud', 'own'] as const;
export type Hosting = (typeof hostings)[number];

/** What work is counted in, where it is not requests. */
export const workUnits = ['image', 'video-second', 'audio-minute', 'million-tokens'] as const;
export type WorkUnit = (typeof workUnits)[number];

/** Energy (kWh) and greenhouse gases (kgCO2e) of one piece of work; its training left out. */
export interface PerWork {
  readonly unit: WorkUnit;
  readonly energy: Range | null;
  readonly ghg: Range | null;
}

/** Accelerators that would work all the time. */
export interface BusyMachines {
  readonly accelerator: string;
  readonly count: Range;
}

/** Training beside use. */
export interface TrainingSummary {
  /** Published training counted, left out, or runs of the scenario (and published training of the other models). */
  readonly mode: 'include' | 'exclude' | 'runs';
  /** kgCO2e that the period carries; null when nothing is known of it. */
  readonly ghg: Range | null;
  /** Greenhouse gases of the use per those of the training. */
  readonly useOverTraining: Range | null;
}

/** One year of the horizon, or all of them; kWh, kgCO2e, L. */
export interface YearFigures {
  readonly energy: Range | null;
  readonly ghg: Range | null;
  readonly water: Range | null;
}

/** The years of the horizon: use grows, and the grid changes where the scenario says how. */
export interface Projection {
  readonly gridTrend: Range | null;
  readonly years: readonly (YearFigures & { readonly year: number })[];
  readonly total: YearFigures;
}

/** What a usage does besides plain text, in its own measure. */
export interface WorkFacts {
  readonly unit: WorkUnit;
  /** Pictures, seconds, minutes or millions of tokens of a prompt. */
  readonly amount: Range;
  /** `1024 x 1024`; absent where there is nothing to see. */
  readonly size?: string;
  readonly steps?: Range;
}

/** What a usage is, for the line that introduces it. Absent is not given. */
export interface UsageFacts {
  readonly model?: string;
  /** Regions and zones; null where the scenario gives figures of its own. */
  readonly place: string | null;
  readonly placeAssumed: boolean;
  readonly task?: string;
  readonly iterations?: Range;
  readonly inputTokens?: Range;
  readonly inputAssumed?: boolean;
  readonly outputTokens?: Range;
  readonly outputAssumed?: boolean;
  readonly work?: WorkFacts;
  /** Messages of a conversation, steps of an agent. */
  readonly turns?: Range;
  readonly agentSteps?: Range;
  readonly hosting?: Hosting;
}

/** One value that went into the calculation. */
export interface LedgerEntry {
  /** Where the scenario gives it, or would give it: `usages.draft.serving.batch`. */
  readonly path: string;
  /** Name of the quantity in the method. */
  readonly input: string;
  readonly value: Range;
  readonly unit: string;
  readonly status: Status;
  /** Source id, or `scenario`. */
  readonly source: string;
  readonly year: number | null;
  readonly note?: string;
  /** How many usages share it; 0 for a number of the method. */
  readonly usages: number;
  /** Share of the width of the GHG interval of the scenario that this input carries, 0 to 1; null when unknown. */
  readonly widthShare: number | null;
}

export interface CrossCheck {
  readonly estimator: Estimator;
  /** Facility energy of one request, kWh. */
  readonly energyPerRequest: Range;
  /** Central value over that of the estimator used. */
  readonly ratio: number;
}

export interface UsageResult {
  readonly id: string;
  readonly description: string | null;
  readonly facts: UsageFacts;
  readonly estimator: Estimator;
  /** 1 measured ... 4 spend; null when nothing can be estimated. */
  readonly tier: number | null;
  /** Requests over the period; null when unknown. */
  readonly requests: Range | null;
  readonly impacts: Impacts;
  /** Of one kept result (a request with its iterations). */
  readonly perRequest: Impacts;
  readonly crossChecks: readonly CrossCheck[];
  /** Why a figure is unknown. */
  readonly unknown: readonly UnknownReason[];
  /** Of its greenhouse gases. */
  readonly dataQuality: DataQuality;
  /** Of a text usage, when both methods were asked for. */
  readonly secondOpinion?: SecondOpinion;
  /** Rows of a table that this combination adds up. */
  readonly rows?: number;
  readonly perWork?: PerWork;
  readonly busy?: BusyMachines;
}

export interface Warning {
  readonly code: string;
  readonly message: string;
  readonly path: string;
  readonly file?: string;
  readonly line?: number;
}

export interface Equivalent {
  readonly id: string;
  readonly label: string;
  readonly labelFr: string;
  readonly unit: string;
  readonly amount: Range;
  readonly factor: number;
  readonly factorUnit: string;
  readonly source: string;
  readonly year: number;
}

/** A practice in one usage. */
export interface UsagePractice {
  readonly usage: string;
  readonly status: PracticeStatus;
  readonly suggested: boolean;
  readonly reason: PracticeReason | null;
  /** What the reason names: a provider, a continent, a class of size. */
  readonly named: string | null;
  readonly from: Setting | null;
  readonly to: Setting | null;
  /** Part of the requests that it reaches. */
  readonly share: number;
  readonly retry: number;
  readonly quality: Range | null;
  /** What it puts in, with its sources; width shares are not computed. */
  readonly inputs: readonly LedgerEntry[];
}

/** A practice over all usages. Figures are null where it changes none of them. */
export interface PracticeItem {
  readonly id: PracticeId;
  /** Whether the catalogue suggests it wherever it applies. */
  readonly suggested: boolean;
  readonly usages: readonly UsagePractice[];
  /** This practice alone: greenhouse gases after over before. */
  readonly aloneGhg: Range | null;
  /** Criteria that rise with this practice alone, after over before. */
  readonly rising: readonly { readonly criterion: Criterion; readonly factor: Range }[];
  /** Usages whose greenhouse gases rise with it: after over before, at central values. */
  readonly worseIn: readonly { readonly usage: string; readonly factor: number }[];
  /** The scenario with this practice alone. */
  readonly alone: Impacts | null;
  /** The scenario with this practice and those before it. */
  readonly path: Impacts | null;
  /** Its greenhouse gases at central values, kgCO2e. */
  readonly pathGhg: number | null;
  /** Of each criterion, after over before: this practice alone. */
  readonly aloneFactor: Readonly<Partial<Record<Criterion, Range>>>;
  /** Greenhouse gases after over before: on top of the practices before it, what the next one still brings. */
  readonly stepFactor: Range | null;
  /** Fair share of the cut of all practices together, by Shapley. */
  readonly shares: Readonly<Partial<Record<Criterion, number>>>;
}

/** Greenhouse gases fall, and another criterion rises. */
export interface BurdenShift {
  readonly practice: PracticeId | 'all';
  readonly criterion: Criterion;
  /** After over before. */
  readonly factor: Range;
}

export interface Practices {
  /** In the order of the path. */
  readonly items: readonly PracticeItem[];
  readonly all: Impacts;
  /** Before over after; of greenhouse gases, how many times usage may grow before the gain is gone. */
  readonly dividedBy: Readonly<Partial<Record<Criterion, Range>>>;
  readonly burdenShifts: readonly BurdenShift[];
}

/** Value against impact, in the order of METHOD; `undetermined` goes before all of them. */
export const verdictCodes = [
  'not-needed',
  'worth-it',
  'worth-it-with-practices',
  'redesign',
  'not-worth-it',
  'undetermined',
] as const;
export type VerdictCode = (typeof verdictCodes)[number];

/** What decided, within a rule. */
export const verdictReasons = [
  // 1
  'lighter-alternative',
  // 2, and 3 with the practices
  'avoided-outweighs', 'within-budget',
  // 4
  'only-economic', 'over-budget', 'offset',
  // 5
  'nothing-positive',
  // 6
  'draws-disagree', 'value-not-stated', 'input-unknown',
] as const; // prettier-ignore
export type VerdictReason = (typeof verdictReasons)[number];

/** Something that no longer happens thanks to a use. */
export interface AvoidedItem {
  readonly name: string;
  readonly amount: Range | null;
  /** What is counted: `km`, or a word of the scenario. */
  readonly unit: string;
  /** kgCO2e of one of them. */
  readonly factor: Range;
  /** Source id, or `scenario`. */
  readonly factorSource: string;
  readonly evidence: Evidence;
  /** kgCO2e over the period. */
  readonly avoided: Range | null;
  /** How much of this item alone outweighs the footprint, rebound included, in its unit. */
  readonly balance: Range | null;
}

/** Greenhouse gases avoided against those of the use, kgCO2e over the period. Null is unknown. */
export interface EnvironmentAxis {
  /** Above 0: the use avoids more than it emits. */
  readonly net: Range | null;
  /** The same after the good practices; null where there are none. */
  readonly netAfter: Range | null;
  readonly footprint: Range | null;
  readonly footprintBound: Impact['bound'];
  readonly footprintAfter: Range | null;
  readonly rebound: Range;
  readonly avoided: Range | null;
  readonly items: readonly AvoidedItem[];
}

/** Where the cost of a use comes from. */
export interface CostSource {
  readonly kind: 'stated' | 'token-price' | 'unknown';
  /** Of a token price: who sells, and which list says so. */
  readonly providers: readonly string[];
  readonly list: string | null;
  /** In the currency of the list, where it could not be converted. */
  readonly listed: Range | null;
  readonly listedCurrency: string | null;
}

/** Money over the period. Null is unknown. */
export interface EconomicAxis {
  readonly currency: string;
  readonly net: Range | null;
  readonly netAfter: Range | null;
  readonly benefit: Range | null;
  /** Part of the benefit that is working time saved. */
  readonly time: { readonly minutes: Range; readonly hourlyCost: Range } | null;
  readonly cost: Range | null;
  readonly costSource: CostSource;
  readonly climateCost: Range | null;
}

export interface SocialAxis {
  /** -3 to 3. */
  readonly score: Range;
  readonly because: string;
  /** Usage that gives the lowest score, where the whole has none of its own. */
  readonly usage: string | null;
}

export const breakEvenQuantities = [
  'minutes',
  'avoided',
  'benefit',
  'carbon-price',
  'rebound',
  'volume',
  'practices',
] as const;
export type BreakEvenQuantity = (typeof breakEvenQuantities)[number];

/** A value of one quantity at which the verdict of the central values becomes another. */
export interface BreakEven {
  readonly quantity: BreakEvenQuantity;
  /** Of an avoided item. */
  readonly item: string | null;
  readonly value: number;
  readonly today: number;
  readonly unit: string;
  /** Beyond the value, away from today. */
  readonly flipsTo: VerdictCode;
}

/** An alternative to the use; greenhouse gases over the period. */
export interface AlternativeResult {
  readonly name: string;
  readonly meetsNeed: 'fully' | 'partly' | 'not';
  readonly ghg: Range | null;
}

export interface Verdict {
  readonly code: VerdictCode;
  /** What the central values alone would give. */
  readonly central: VerdictCode;
  /** Share of the draws with the verdict of the central values; null where something is unknown. */
  readonly agreement: number | null;
  readonly decidedBy: { readonly rule: number; readonly reason: VerdictReason; readonly named: string | null };
  /** The one input that would settle it; of an unknown the field to give. Null where it is settled. */
  readonly settle: {
    readonly path: string;
    readonly share: number | null;
    /** Further usages that lack the same. */
    readonly others: number;
  } | null;
  readonly need: string | null;
  readonly environment: EnvironmentAxis;
  /** Null where the scenario states none. */
  readonly economic: EconomicAxis | null;
  readonly social: SocialAxis | null;
  readonly alternatives: readonly AlternativeResult[];
  /** Null where no limit of greenhouse gases is set: then the grade decides. */
  readonly budget: { readonly ghg: number | null; readonly ghgPerUnit: number | null } | null;
  /** Central value today, and after the practices; null is unknown, or no practices. */
  readonly within: boolean | null;
  readonly withinAfter: boolean | null;
  readonly breakEvens: readonly BreakEven[];
  /** Impact of one kept result, today. */
  readonly impact: { readonly grade: Grade | null; readonly perResult: Range | null };
  readonly value: 'low' | 'medium' | 'high' | null;
  readonly dataQuality: DataQuality;
}

export interface ValueVersusImpact {
  readonly whole: Verdict;
  /** Where usages state a value of their own. */
  readonly usages: readonly { readonly id: string; readonly verdict: Verdict }[];
  readonly samples: number;
  readonly seed: number;
  /** Largest gCO2e of each grade: a convention of ours. */
  readonly scale: Readonly<Record<Exclude<Grade, 'E'>, number>>;
  readonly questions: { readonly answered: number; readonly all: number };
}

/** What a scenario whose usages stand in a table goes without, each row by itself being too little and all too many. */
export const tableOmissions = ['practices', 'verdict', 'cross-checks', 'methods', 'draws', 'rows'] as const;
export type TableOmission = (typeof tableOmissions)[number];

/** The table that the usages come from; rows that differ in plain numbers alone are one combination. */
export interface TableSummary {
  /** Path from the folder of the scenario. */
  readonly file: string;
  readonly rows: number;
  readonly combinations: number;
}

export interface MarketBased {
  readonly market: Range;
  readonly location: Range;
}

export interface Assessment {
  readonly tool: { readonly version: string; readonly method: string; readonly dataVersion: string };
  readonly scenario: {
    readonly name: string;
    readonly file: string;
    /** Of the bytes of the file and of the files it extends. */
    readonly sha256: string;
    readonly functionalUnit: string;
    readonly volume: Range | null;
    /** `year`, `month`, `week`, `day`, or `once` for a job done one time. */
    readonly period: Period;
  };
  readonly baseline: {
    readonly impacts: Impacts;
    readonly usages: readonly UsageResult[];
    /** Operation by contract, and of the same usages by place, kgCO2e; absent where no usage gives a contract. */
    readonly marketBased?: MarketBased;
    /** Absent where the scenario lists its usages. */
    readonly table?: TableSummary;
  };
  readonly training?: TrainingSummary;
  readonly projection?: Projection;
  /** Software Carbon Intensity, kgCO2e for a functional unit; null where a part of the use is unknown. */
  readonly sci?: Range | null;
  /** Null where none is stated, suggested or asked for, or where greenhouse gases are unknown. */
  readonly practices: Practices | null;
  /** Null where no value is stated and no verdict was asked for. */
  readonly verdict: ValueVersusImpact | null;
  readonly equivalents: readonly Equivalent[];
  readonly carbonPrice: {
    readonly value: Range;
    readonly unit: string;
    readonly source: string;
    readonly assumed: boolean;
  };
  /** How the intervals were made: so many draws from a seed, or propagation of error where there are too many usages. */
  readonly uncertainty: {
    readonly method: 'draws' | 'propagation';
    readonly samples: number;
    readonly seed: number | null;
  };
  readonly ledger: readonly LedgerEntry[];
  readonly inputs: { readonly given: number; readonly assumed: number };
  readonly dataQuality: DataQuality;
  readonly warnings: readonly Warning[];
  readonly boundary: {
    readonly counted: readonly BoundaryItem[];
    /** Should be counted, and no figure is known. */
    readonly unknown: readonly BoundaryItem[];
    readonly notCounted: readonly BoundaryItem[];
  };
}

export const periods = ['year', 'month', 'week', 'day', 'once'] as const;
export type Period = (typeof periods)[number];
