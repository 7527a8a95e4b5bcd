/** The smallest set of practices that brings the greenhouse gases of a scenario to a target. */
import type { PracticeId } from '../assessment.ts';
import type { UncertainInput } from '../engine/uncertainty.ts';
import type { Step } from './options.ts';

/** What the steps of a set leave of the scenario, kgCO2e. */
type After<Input extends UncertainInput> = (steps: readonly Step<Input>[]) => number;

export interface Reached<Input extends UncertainInput> {
  readonly reached: boolean;
  readonly practices: readonly PracticeId[];
  readonly steps: readonly Step<Input>[];
  readonly after: number;
}

const sizeOf = (mask: number): number => [...mask.toString(2)].filter((bit) => bit === '1').length;

/** In each usage the strongest step of each practice. */
function strongest<Input extends UncertainInput>(steps: readonly Step<Input>[], practice: PracticeId): Step<Input>[] {
  const best = new Map<string, Step<Input>>();
  for (const step of steps) {
    if (step.practice !== practice) continue;
    const known = best.get(step.usage);
    if (!known || step.after < known.after) best.set(step.usage, step);
  }
  return [...best.values()];
}

/**
 * Fewest practices first; among sets of one size the one that asks least of people, then the one that leaves least. Then
 * strengths are eased as far as the target allows. When nothing reaches it, all practices at their strongest.
 */
export function reachTarget<Input extends UncertainInput>(a: {
  readonly steps: readonly Step<Input>[];
  readonly practices: readonly PracticeId[];
  readonly effort: (practice: PracticeId) => number;
  readonly after: After<Input>;
  readonly target: number;
}): Reached<Input> {
  const { steps, practices, effort, after, target } = a;
  const sets = Array.from({ length: 1 << practices.length }, (_, mask) => {
    const own = practices.filter((_practice, at) => (mask >> at) & 1);
    return { own, size: sizeOf(mask), effort: own.reduce((sum, each) => sum + effort(each), 0) };
  });
  const evaluated = sets.map((set) => {
    const chosen = set.own.flatMap((practice) => strongest(steps, practice));
    return { ...set, chosen, after: after(chosen) };
  });
  const [best] = evaluated
    .filter((set) => set.after <= target)
    .toSorted((left, right) => left.size - right.size || left.effort - right.effort || left.after - right.after);
  const last = evaluated.at(-1);
  if (!best) return { reached: false, practices, steps: last?.chosen ?? [], after: last?.after ?? Number.NaN };
  const eased = ease(drop(best.chosen, a), a);
  const needed = best.own.filter((practice) => eased.some((step) => step.practice === practice));
  return { reached: true, practices: needed, steps: eased, after: after(eased) };
}

/** Without the steps that the target does not need, the least gain first. */
function drop<Input extends UncertainInput>(
  chosen: readonly Step<Input>[],
  { after, target }: { readonly after: After<Input>; readonly target: number },
): readonly Step<Input>[] {
  let set = chosen;
  const gains = chosen.map((step) => ({ step, left: after(chosen.filter((each) => each !== step)) }));
  for (const { step } of gains.toSorted((one, other) => one.left - other.left)) {
    const without = set.filter((each) => each !== step);
    if (after(without) <= target) set = without;
  }
  return set;
}

/**
 * What asks for less in the place of what is stronger than need be, one usage after the other: more prompts, longer
 * answers, a larger model. A region is not eased: the lowest asks no more than another.
 */
function ease<Input extends UncertainInput>(
  chosen: readonly Step<Input>[],
  {
    steps,
    after,
    target,
  }: { readonly steps: readonly Step<Input>[]; readonly after: After<Input>; readonly target: number },
): readonly Step<Input>[] {
  let set = chosen;
  for (const step of chosen) {
    if (step.practice === 'location') continue;
    const milder = steps
      .filter(
        ({ usage, practice, after: left }) => usage === step.usage && practice === step.practice && left > step.after,
      )
      .toSorted((left, right) => right.after - left.after);
    const found = milder.find((each) => after(set.map((own) => (own === step ? each : own))) <= target);
    if (found) set = set.map((own) => (own === step ? found : own));
  }
  return set;
}
