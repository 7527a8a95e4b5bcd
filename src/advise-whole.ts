/** A scenario as it is and after steps: with intervals for what is told, at central values for what is tried. */
import { respondUsage } from './engine/baseline.ts';
import { sumUsages, type CriteriaResponses } from './engine/criteria.ts';
import { central } from './engine/central.ts';
import { propagation } from './engine/propagate.ts';
import { centralOf } from './engine/uncertainty.ts';
import { partsAfter, type OptionsOf, type Step } from './practices/options.ts';
import { hasPeriodTotal } from './prepare.ts';
import { reaches } from './scenario/change/reach.ts';
import type { ResolvedInput, ResolvedUsage } from './scenario/resolve/types.ts';

type Steps = readonly Step<ResolvedInput>[];

/** A usage whose greenhouse gases are known. */
export interface KnownUsage {
  readonly resolved: ResolvedUsage;
  readonly today: CriteriaResponses;
  readonly options: OptionsOf<ResolvedInput>;
}

export interface Whole {
  readonly usages: readonly KnownUsage[];
  readonly today: CriteriaResponses;
  /** Of each known usage, kgCO2e. */
  readonly todayOf: ReadonlyMap<string, number>;
  /** The scenario after steps; usages that are not known are missing in it, as they are today. */
  after(steps: Steps): CriteriaResponses;
  /** What steps in one usage leave of it, kgCO2e; each set is computed once. */
  centralAfter(usage: string, steps: Steps): number;
}

function optionsOf(usage: ResolvedUsage): OptionsOf<ResolvedInput> {
  const { id, parts, options, estimator } = usage;
  const can = { iterations: reaches('iterations', estimator), output: reaches('output', estimator) };
  return { id, parts, places: options?.places ?? [], models: options?.models ?? [], can };
}

export function wholeOf(resolved: readonly ResolvedUsage[]): Whole {
  const usages = resolved.filter(hasPeriodTotal).flatMap((usage): KnownUsage[] => {
    const today = respondUsage(usage.parts, propagation).criteria;
    return today.ghg.total ? [{ resolved: usage, today, options: optionsOf(usage) }] : [];
  });
  const known = new Map(usages.map((usage) => [usage.resolved.id, usage]));
  const after = (steps: Steps): CriteriaResponses =>
    sumUsages(
      resolved.map(({ id }) => {
        const usage = known.get(id);
        const own = steps.filter((step) => step.usage === id);
        if (!usage || own.length === 0) return { id, criteria: usage?.today ?? null };
        return { id, criteria: respondUsage(partsAfter(usage.resolved.parts, own), propagation).criteria };
      }),
      propagation,
    );
  const tried = new Map<string, Map<string, number>>();
  const numbers = new Map<Steps[number], number>();
  const numberOf = (step: Steps[number]): number => {
    const own = numbers.get(step) ?? numbers.size;
    numbers.set(step, own);
    return own;
  };
  const centralAfter = (id: string, steps: Steps): number => {
    const ofUsage = tried.get(id) ?? new Map<string, number>();
    tried.set(id, ofUsage);
    const name = steps.map(numberOf).join();
    const found = ofUsage.get(name);
    if (found !== undefined) return found;
    const { ghg } = respondUsage(partsAfter(known.get(id)?.resolved.parts ?? [], steps), central).criteria;
    const kg = ghg.total ? centralOf(ghg.total) : 0;
    ofUsage.set(name, kg);
    return kg;
  };
  const todayOf = usages.flatMap(({ resolved: { id }, today }): [string, number][] =>
    today.ghg.total ? [[id, centralOf(today.ghg.total)]] : [],
  );
  return { usages, today: after([]), todayOf: new Map(todayOf), after, centralAfter };
}
