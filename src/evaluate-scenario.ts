/** A resolved scenario evaluated: its usages, their sum, and the functional units of its period. Pure. */
import { respondUsage, supportOf, type UsageResponses } from './engine/baseline.ts';
import { sumUsages, type CriteriaResponses } from './engine/criteria.ts';
import { draws } from './engine/draws.ts';
import { propagation } from './engine/propagate.ts';
import type { Response, Uncertainty } from './engine/uncertainty.ts';
import { hasPeriodTotal } from './prepare.ts';
import type { ResolvedScenario, ResolvedUsage } from './scenario/resolve/types.ts';

const defaultSamples = 0;
export const defaultSeed = 1;

/** Draws times usages that are held at once; beyond, errors are propagated. */
const mostRows = 1_000_000;

export interface IntervalOptions {
  /** Draws behind each interval; 0 propagates errors instead. */
  readonly samples?: number | undefined;
  readonly seed?: number | undefined;
}

/** Usages at their places. */
export const partsIn = ({ usages }: Pick<ResolvedScenario, 'usages'>): number =>
  usages.reduce((count, usage) => count + usage.parts.length, 0);

/** How the intervals of so many parts are made: as asked for, unless they are too many for draws. */
export function intervalsFor(parts: number, { samples = defaultSamples, seed = defaultSeed }: IntervalOptions) {
  if (samples === 0 || samples * parts > mostRows) {
    return { engine: propagation, said: { method: 'propagation', samples: 0, seed: null } } as const;
  }
  return { engine: draws({ samples, seed, supportOf }), said: { method: 'draws', samples, seed } } as const;
}

export interface EvaluatedUsage {
  readonly resolved: ResolvedUsage;
  readonly responses: UsageResponses;
  /** Whether it has a total over the period. */
  readonly counted: boolean;
  /** Of a table: how many it adds up. */
  readonly rows?: number;
}

export interface EvaluatedScenario {
  readonly usages: readonly EvaluatedUsage[];
  readonly whole: CriteriaResponses;
  /** Functional units over the period; null when one of them is unknown. */
  readonly volume: Response | null;
}

/** @param added usages that come from a table, in the order of `resolved`. */
export function evaluateScenario(
  resolved: Pick<ResolvedScenario, 'usages' | 'volume'>,
  uncertainty: Uncertainty,
  added?: readonly Pick<EvaluatedUsage, 'responses' | 'rows'>[],
): EvaluatedScenario {
  const usages = resolved.usages.map((usage, index): EvaluatedUsage => ({
    resolved: usage,
    // What rows of a table add up to is known already.
    responses: added?.[index]?.responses ?? respondUsage(usage.parts, uncertainty),
    counted: hasPeriodTotal(usage),
    ...(added?.[index]?.rows === undefined ? {} : { rows: added[index].rows }),
  }));
  const whole = sumUsages(
    usages.map(({ resolved: { id }, responses, counted }) => ({ id, criteria: counted ? responses.criteria : null })),
    uncertainty,
  );
  return { usages, whole, volume: functionalVolume(resolved, usages, uncertainty) };
}

/** Functional units of the period: as given, else the requests of all usages. Null when one of them is unknown. */
function functionalVolume(
  { volume }: Pick<ResolvedScenario, 'volume'>,
  usages: readonly EvaluatedUsage[],
  { single, sum }: Uncertainty,
): Response | null {
  if (volume) return single(volume);
  // A training run is no request.
  const asked = usages.filter(({ resolved: usage }) => usage.estimator !== 'training');
  if (asked.some(({ resolved: usage }) => !usage.requestsKnown)) return null;
  return sum(asked.map(({ responses }) => responses.requests)) ?? null;
}
