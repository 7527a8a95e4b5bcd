/** The smallest set of practices that brings the greenhouse gases of a scenario to a target. */
import type { PracticeId } from '../assessment.ts';
import type { UncertainInput } from '../engine/uncertainty.ts';
import type { Step } from './options.ts';

interface Goal<Input extends UncertainInput> {
  readonly steps: readonly Step<Input>[];
  readonly practices: readonly PracticeId[];
  readonly effort: (practice: PracticeId) => number;
  /** Greenhouse gases of each usage as it is, kgCO2e. */
  readonly today: ReadonlyMap<string, number>;
  /** What steps in one usage leave of it, kgCO2e. */
  readonly after: (usage: string, steps: readonly Step<Input>[]) => number;
  readonly target: number;
}

export interface Reached<Input extends UncertainInput> {
  readonly reached: boolean;
  readonly practices: readonly PracticeId[];
  readonly steps: readonly Step<Input>[];
  readonly after: number;
}

/** Steps by usage; a usage without steps is absent. */
function byUsage<Input extends UncertainInput>(steps: readonly Step<Input>[]): ReadonlyMap<string, Step<Input>[]> {
  const all = new Map<string, Step<Input>[]>();
  for (const step of steps) {
    const own = all.get(step.usage);
    if (own) own.push(step);
    else all.set(step.usage, [step]);
  }
  return all;
}

/** A set of steps whose members go or change one at a time, and what it leaves: only the usage of a change is computed again. */
class StepSet<Input extends UncertainInput> {
  readonly #goal: Goal<Input>;
  readonly #own: Map<string, readonly Step<Input>[]>;
  readonly #kg: Map<string, number>;

  constructor(goal: Goal<Input>, steps: readonly Step<Input>[]) {
    this.#goal = goal;
    this.#own = new Map(byUsage(steps));
    this.#kg = new Map(goal.today);
    for (const [usage, own] of this.#own) this.#kg.set(usage, goal.after(usage, own));
  }

  get after(): number {
    let sum = 0;
    for (const kg of this.#kg.values()) sum += kg;
    return sum;
  }

  get steps(): readonly Step<Input>[] {
    return [...this.#own.values()].flat();
  }

  /** Takes another step, or none, in the place of one where the target still holds. */
  tryInstead(step: Step<Input>, other: Step<Input> | null): boolean {
    const { usage } = step;
    const own = this.#own.get(usage) ?? [];
    const changed = own.flatMap((each) => (each === step ? (other ?? []) : each));
    const before = this.#kg.get(usage) ?? 0;
    const kg = changed.length === 0 ? (this.#goal.today.get(usage) ?? 0) : this.#goal.after(usage, changed);
    this.#kg.set(usage, kg);
    if (this.after <= this.#goal.target) {
      this.#own.set(usage, changed);
      return true;
    }
    this.#kg.set(usage, before);
    return false;
  }
}

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

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/**
 * Fewest practices first; among sets of one size the one that asks least of people, then the one that leaves least. Then steps
 * that the target does not need are left out, least gain first, and strengths are eased as far as it allows: each step
 * that stays is needed. When nothing reaches it, all practices at their strongest.
 */
export function reachTarget<Input extends UncertainInput>(goal: Goal<Input>): Reached<Input> {
  const { steps, practices, effort, target } = goal;
  const chosenOf = new Map(practices.map((practice) => [practice, strongest(steps, practice)]));
  const sets = Array.from({ length: 1 << practices.length }, (_, mask) => {
    const own = practices.filter((_practice, at) => (mask >> at) & 1);
    const set = new StepSet(
      goal,
      own.flatMap((practice) => chosenOf.get(practice) ?? []),
    );
    return { own, set, after: set.after, effort: sum(own.map(effort)) };
  });
  const [best] = sets
    .filter(({ after }) => after <= target)
    .toSorted(
      (left, right) => left.own.length - right.own.length || left.effort - right.effort || left.after - right.after,
    );
  if (!best) {
    const all = sets.at(-1);
    return { reached: false, practices, steps: all?.set.steps ?? [], after: all?.after ?? Number.NaN };
  }
  leaveOut(best.set, goal);
  ease(best.set, goal);
  return { reached: true, practices: best.own, steps: best.set.steps, after: best.set.after };
}

/** Steps that gain least go first. */
function leaveOut<Input extends UncertainInput>(set: StepSet<Input>, { today }: Goal<Input>): void {
  const gain = ({ usage, after }: Step<Input>): number => (today.get(usage) ?? 0) - after;
  for (const step of set.steps.toSorted((left, right) => gain(left) - gain(right))) set.tryInstead(step, null);
}

/**
 * What asks for less in the place of what is stronger than need be, one usage after the other: more prompts, longer
 * answers, a larger model. A region is not eased: the lowest asks no more than another.
 */
function ease<Input extends UncertainInput>(set: StepSet<Input>, { steps }: Goal<Input>): void {
  const own = byUsage(steps);
  for (const step of set.steps) {
    if (step.practice === 'location') continue;
    (own.get(step.usage) ?? [])
      .filter(({ practice, after }) => practice === step.practice && after > step.after)
      .toSorted((left, right) => right.after - left.after)
      .some((milder) => set.tryInstead(step, milder));
  }
}
