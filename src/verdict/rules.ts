/**
 * The verdict by the rules of METHOD 7, in their order: one function for the central values, for every draw and for every
 * break-even. Axes are above 0 where they speak for the use, below 0 where they speak against it.
 */
import type { VerdictCode, VerdictReason } from '../assessment.ts';

/** The use as it is, or with the good practices. */
export interface Situation {
  /** kgCO2e over the period, avoided less emitted. */
  readonly environment: number;
  /** Money over the period; null where the scenario states none. */
  readonly economic: number | null;
  /** Whether greenhouse gases are within the budget, or within grade B where there is none. */
  readonly within: boolean;
}

export interface Case {
  readonly today: Situation;
  /** Null where there are no practices. */
  readonly after: Situation | null;
  /** -3 to 3; null where the scenario states none. */
  readonly social: number | null;
  readonly hasBudget: boolean;
  /** Whether an alternative that meets the need fully has so little of the footprint of the use with practices. */
  readonly hasLighterAlternative: boolean;
}

export interface Decision {
  readonly code: VerdictCode;
  readonly rule: number;
  readonly reason: VerdictReason;
}

/** Best for the use last: what more benefit can only raise. */
export const verdictOrder: readonly VerdictCode[] = [
  'not-worth-it',
  'redesign',
  'worth-it-with-practices',
  'worth-it',
] as const;

/** Rule 2, for one situation: why the use is worth it, or undefined. */
function worth({ environment, economic, within }: Situation, { social, hasBudget }: Case): VerdictReason | undefined {
  const others = [economic ?? 0, social ?? 0];
  if (others.some((axis) => axis < 0)) return undefined;
  if (environment > 0) return 'avoided-outweighs';
  // Where no budget is set, an economic gain alone does not count.
  const counts = (social ?? 0) > 0 || (hasBudget && (economic ?? 0) > 0);
  return within && counts ? 'within-budget' : undefined;
}

/** Example an alternative without AI that meets the need fully with less than half -> rule 1, `not-needed`. */
export function decide(each: Case): Decision {
  const { today, after, social, hasBudget, hasLighterAlternative } = each;
  if (hasLighterAlternative) return { code: 'not-needed', rule: 1, reason: 'lighter-alternative' };
  const now = worth(today, each);
  if (now) return { code: 'worth-it', rule: 2, reason: now };
  const later = after && worth(after, each);
  if (later) return { code: 'worth-it-with-practices', rule: 3, reason: later };
  const best = after ?? today;
  const hasSocial = (social ?? 0) > 0;
  const hasEconomic = (best.economic ?? 0) > 0;
  const hasEnvironment = best.environment > 0;
  if (!hasSocial && !hasEconomic && !hasEnvironment)
    return { code: 'not-worth-it', rule: 5, reason: 'nothing-positive' };
  const redesign = (reason: VerdictReason): Decision => ({ code: 'redesign', rule: 4, reason });
  if (hasEconomic && !hasSocial && !hasEnvironment && !hasBudget) return redesign('only-economic');
  if (!best.within && !hasEnvironment) return redesign('over-budget');
  // Value on one axis is paid for on another: docs/decisions/0008.
  return redesign('offset');
}
