/** The same scenario in other places: every allowed place at central values, a few of them with their intervals. */
import { wholeOf } from './advise-whole.ts';
import type { Impact } from './assessment.ts';
import { propagation } from './engine/propagate.ts';
import { stepsOf, type Step } from './practices/options.ts';
import type { PreparedScenario } from './prepare.ts';
import type { ResolvedInput } from './scenario/resolve/types.ts';
import type { Range } from './units.ts';

export interface ComparedPlace {
  readonly name: string;
  /** Greenhouse gases of the whole scenario with every usage that may move there, kgCO2e over the period. */
  readonly after: Range;
  /** After over today, on common unknowns. */
  readonly factor: Range;
  /** Litres of water after over today; null where water is unknown. */
  readonly water: Range | null;
  /** How many usages move. */
  readonly usages: number;
}

export interface PlaceComparison {
  /** kgCO2e over the period, as the scenario is. */
  readonly today: Range;
  readonly bound: Impact['bound'];
  /** Lowest first. */
  readonly places: readonly ComparedPlace[];
  /** How many places were compared; those that are not given lie between those that are. */
  readonly compared: number;
  /** Usages that may move to any of them. */
  readonly usages: number;
}

type PlaceStep = Step<ResolvedInput> & { readonly name: string };

const isPlace = (step: Step<ResolvedInput>): step is PlaceStep => step.practice === 'location' && step.name !== null;

/** The lowest, the highest, and as many between, evenly by rank. */
function spread<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (items.length <= count) return items;
  const last = items.length - 1;
  return Array.from({ length: count }, (_, at) => items[Math.round((at * last) / (count - 1))]).filter(
    (item): item is Item => item !== undefined,
  );
}

/** The lowest places are what one would choose: half of what is told. The others show what lies beyond. */
function chosen<Item>(ranked: readonly Item[], count: number): readonly Item[] {
  const best = Math.ceil(count / 2);
  return ranked.length <= count ? ranked : [...ranked.slice(0, best), ...spread(ranked.slice(best), count - best)];
}

/**
 * Null where no usage may move, or where greenhouse gases are unknown. `prepared` has been prepared with its options:
 * those that `keep:` allows, as in `advise`.
 * @param count places that are given at most, 2 at least.
 */
export function placesOf({ resolved }: PreparedScenario, count: number): PlaceComparison | null {
  const whole = wholeOf(resolved.usages);
  const { ghg, water } = whole.today;
  if (!ghg.total) return null;
  const steps = whole.usages.flatMap(({ options }) => stepsOf(options)).filter(isPlace);
  const byName = new Map<string, PlaceStep[]>();
  for (const step of steps) byName.set(step.name, [...(byName.get(step.name) ?? []), step]);
  const saved = (own: readonly PlaceStep[]): number =>
    own.reduce((sum, { usage, after }) => sum + (whole.todayOf.get(usage) ?? 0) - after, 0);
  const ranked = [...byName]
    .filter(([, own]) => Number.isFinite(saved(own)))
    .toSorted(([left, one], [right, other]) => saved(other) - saved(one) || (left < right ? -1 : 1));
  if (ranked.length === 0) return null;
  const { interval, ratio } = propagation;
  const places = chosen(ranked, count).flatMap(([name, own]): ComparedPlace[] => {
    const after = whole.after(own);
    const factor = after.ghg.total && ghg.total && ratio(after.ghg.total, ghg.total);
    const ofWater = after.water.total && water.total && ratio(after.water.total, water.total);
    if (!after.ghg.total || !factor) return [];
    return [
      {
        name,
        after: interval(after.ghg.total),
        factor: interval(factor),
        water: ofWater ? interval(ofWater) : null,
        usages: own.length,
      },
    ];
  });
  return {
    today: interval(ghg.total),
    bound: ghg.bound,
    places: places.toSorted((left, right) => left.after.central - right.after.central),
    compared: ranked.length,
    usages: new Set(steps.map(({ usage }) => usage)).size,
  };
}
