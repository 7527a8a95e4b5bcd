/** Value against impact. */
import type { DataQuality, Grade } from './quality.ts';
import type { AlternativeResult, BreakEven, EconomicAxis, EnvironmentAxis, SocialAxis } from './value.ts';
import type { Range } from '../units.ts';

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
