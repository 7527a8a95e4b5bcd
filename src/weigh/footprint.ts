/** The footprint of every usage on common draws, today and with the good practices. */
import type { PracticeId } from '../assessment.ts';
import { respondUsage } from '../engine/baseline.ts';
import type { CriteriaResponses } from '../engine/criteria.ts';
import type { Column } from '../engine/evaluate.ts';
import type { Uncertainty } from '../engine/uncertainty.ts';
import { applyChange } from '../practices/apply.ts';
import type { ResolvedPart, ResolvedUsage } from '../scenario/resolve/types.ts';

export interface UsageFootprint {
  readonly usage: ResolvedUsage;
  /** Greenhouse gases over the period; null is unknown. */
  readonly today: Column | null;
  /** Undefined where no practice changes it. */
  readonly after: Column | null | undefined;
  /** Kept results; null is unknown. */
  readonly results: Column | null;
  /** Of a kept result. */
  readonly perResult: Column | null;
  readonly perResultAfter: Column | null;
  readonly bound: CriteriaResponses['ghg']['bound'];
  readonly partsAfter: readonly ResolvedPart[];
}

/** The parts of a usage after those practices of the order that apply to it. */
export function partsAfter(usage: ResolvedUsage, order: readonly PracticeId[]): readonly ResolvedPart[] {
  const changes = order.flatMap((id) =>
    usage.practices.filter(({ practice, status }) => practice === id && status === 'applies'),
  );
  return changes.reduce<readonly ResolvedPart[]>((parts, change) => applyChange(parts, change), usage.parts);
}

/** `counted` is whether the usage has a total over the period. */
export function footprintOf(
  usage: ResolvedUsage,
  {
    order,
    uncertainty,
    counted,
  }: { readonly order: readonly PracticeId[]; readonly uncertainty: Uncertainty; readonly counted: boolean },
): UsageFootprint {
  const changed = partsAfter(usage, order);
  const of = (parts: readonly ResolvedPart[]) => {
    const { requests, criteria } = respondUsage(parts, uncertainty);
    return { requests, ghg: criteria.ghg };
  };
  const today = of(usage.parts);
  const after = changed === usage.parts ? undefined : of(changed);
  // Retries add requests, and no kept result: a result after the practices is one of those of today.
  const perResult = (total: typeof today.ghg.total): Column | null =>
    (total && usage.perRequest && uncertainty.ratio(total, today.requests)?.column) || null;
  return {
    usage,
    today: (counted && today.ghg.total?.column) || null,
    after: after && ((counted && after.ghg.total?.column) || null),
    results: usage.requestsKnown ? today.requests.column : null,
    perResult: perResult(today.ghg.total),
    perResultAfter: perResult(after ? after.ghg.total : today.ghg.total),
    bound: today.ghg.bound,
    partsAfter: changed,
  };
}
