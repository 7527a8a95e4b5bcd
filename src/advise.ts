/** Next steps for a scenario: every practice at several strengths, every region and model, ranked; and what reaches a target. */
import { practiceIds, type Impact, type PracticeId } from './assessment.ts';
import type { Catalog } from './catalog/index.ts';
import type { Practice } from './catalog/types.ts';
import { respondUsage, sumUsages, type CriteriaResponses } from './engine/baseline.ts';
import { central } from './engine/central.ts';
import { propagation } from './engine/propagate.ts';
import { centralOf } from './engine/uncertainty.ts';
import { InputError, problem } from './errors.ts';
import { bestPair, partsAfter, stepsOf, type BestPair, type OptionsOf, type Step } from './practices/options.ts';
import { reachTarget } from './practices/reach-target.ts';
import { solveFor, type KnownUsage, type SolvedInput } from './advise-solve.ts';
import { hasPeriodTotal, prepare, type ScenarioText } from './prepare.ts';
import { reaches } from './scenario/change/reach.ts';
import type { ResolvedInput, ResolvedUsage } from './scenario/resolve/types.ts';
import { readTarget, type Target } from './scenario/target.ts';
import type { Range } from './units.ts';

export interface AdviseOptions {
  readonly catalog: Catalog;
  /** Every region and text model of the catalogue, not only those that may be suggested. */
  readonly all?: boolean;
  /** Steps that are given of each practice. */
  readonly top?: number;
  /** As on the command line: `40 kgCO2e/year`. */
  readonly target?: string | undefined;
  /** Field whose value is solved for the target: `tokens.output`. */
  readonly solve?: string | undefined;
}

export type Effort = Practice['effort'];

export interface AdvisedStep {
  /** Null in a scenario of one usage. */
  readonly usage: string | null;
  readonly practice: PracticeId;
  readonly name: string | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly effort: Effort;
  /** Greenhouse gases of the scenario after it, kgCO2e. */
  readonly after: Range;
  /** After over today, on common unknowns. */
  readonly factor: Range;
  /** Litres of water after over today; null where water is unknown. */
  readonly water: Range | null;
}

export interface Advice {
  readonly scenario: string;
  readonly period: string;
  /** kgCO2e over the period. */
  readonly today: Range;
  /** Where a part is unknown or overstated: as in a result. */
  readonly bound: Impact['bound'];
  /** Usages of which nothing is known; no step is given of them. */
  readonly missing: readonly string[];
  readonly steps: readonly AdvisedStep[];
  /** How many single steps and pairs of place and model were compared. */
  readonly compared: { readonly steps: number; readonly pairs: number };
  readonly pair: (Omit<BestPair, 'usage'> & { readonly usage: string | null; readonly factor: number }) | null;
  readonly target: TargetAdvice | null;
  readonly solution: SolvedInput | null;
}

export interface TargetAdvice extends Target {
  /** kgCO2e over the period. */
  readonly total: number;
  readonly reached: boolean;
  /** Already met without any step. */
  readonly met: boolean;
  readonly practices: readonly PracticeId[];
  readonly steps: readonly Omit<AdvisedStep, 'after' | 'factor' | 'water'>[];
  readonly after: Range;
}

interface Known extends KnownUsage {
  readonly options: OptionsOf<ResolvedInput>;
}

const effortRank: Readonly<Record<Effort, number>> = { low: 1, medium: 2, high: 3 };
const defaultTop = 3;

/** Of what is asked of people, as the catalogue has it. */
function effortOf({ data }: Catalog, practice: PracticeId): Effort {
  return data.practices.find((row) => row.practice === practice)?.effort ?? 'high';
}

/**
 * Advises on a scenario whose greenhouse gases are known.
 * Errors  InputError with every problem of the scenario; of a target or of an input to solve for that cannot be read.
 */
export function advise(scenarioText: ScenarioText, settings: AdviseOptions): Advice {
  const { catalog, all = false, top = defaultTop } = settings;
  const { read, resolved } = prepare(scenarioText, {
    catalog,
    method: 'ai-footprint',
    both: false,
    practices: [],
    options: all ? 'all' : 'allowed',
  });
  const usages = resolved.usages.filter(hasPeriodTotal).flatMap((usage): Known[] => {
    const today = respondUsage(usage.parts, propagation).criteria;
    return today.ghg.total ? [{ resolved: usage, today, options: optionsOf(usage) }] : [];
  });
  const sum = (each: (usage: Known) => CriteriaResponses): CriteriaResponses =>
    sumUsages(
      resolved.usages.map(({ id }) => {
        const known = usages.find((usage) => usage.resolved.id === id);
        return { id, criteria: known ? each(known) : null };
      }),
      propagation,
    );
  const whole = sum(({ today }) => today);
  if (!whole.ghg.total) {
    const reason = `the greenhouse gases of "${scenarioText.file}" are unknown, so that no step can be ranked`;
    throw new InputError([problem('bad-option', { reason })]);
  }
  const { interval, ratio } = propagation;
  const isOne = resolved.usages.length === 1;
  const nameOf = (id: string): string | null => (isOne ? null : id);
  const todayOf = (id: string): number => {
    const own = usages.find(({ resolved: { id: each } }) => each === id)?.today.ghg.total;
    return own ? centralOf(own) : 0;
  };
  const total = centralOf(whole.ghg.total);
  /** The scenario after steps, with its interval. */
  const after = (steps: readonly Step<ResolvedInput>[]): CriteriaResponses =>
    sum(({ resolved: usage, today }) => {
      const own = steps.filter((step) => step.usage === usage.id);
      return own.length === 0 ? today : respondUsage(partsAfter(usage.parts, own), propagation).criteria;
    });
  const centralAfter = (steps: readonly Step<ResolvedInput>[]): number =>
    usages.reduce((kg, { resolved: usage, today }) => {
      const own = steps.filter((step) => step.usage === usage.id);
      const { ghg } = own.length === 0 ? today : respondUsage(partsAfter(usage.parts, own), central).criteria;
      return kg + (ghg.total ? centralOf(ghg.total) : 0);
    }, 0);
  const steps = usages.flatMap(({ options }) => stepsOf(options));
  const gain = (step: Step): number => todayOf(step.usage) - step.after;
  const ranked = steps.filter((step) => gain(step) > 0).toSorted((left, right) => gain(right) - gain(left));
  const shown = practiceIds.flatMap((id) =>
    ranked.filter(({ practice }) => practice === id).slice(0, top || undefined),
  );
  const told = (step: Step): TargetAdvice['steps'][number] => ({
    usage: nameOf(step.usage),
    practice: step.practice,
    name: step.name,
    from: step.from,
    to: step.to,
    effort: effortOf(catalog, step.practice),
  });
  const advised = shown
    .toSorted((left, right) => gain(right) - gain(left))
    .flatMap((step): AdvisedStep[] => {
      const { ghg, water } = after([step]);
      const factor = ghg.total && whole.ghg.total && ratio(ghg.total, whole.ghg.total);
      const ofWater = water.total && whole.water.total && ratio(water.total, whole.water.total);
      if (!ghg.total || !factor) return [];
      const waterFactor = ofWater ? interval(ofWater) : null;
      return [{ ...told(step), after: interval(ghg.total), factor: interval(factor), water: waterFactor }];
    });
  const pairs = usages.flatMap(({ options }) => bestPair(options) ?? []);
  const best = pairs
    .toSorted((left, right) => right.after - todayOf(right.usage) - (left.after - todayOf(left.usage)))
    .at(-1);
  const volume = resolved.volume?.range.central;
  const target = settings.target === undefined ? undefined : readTarget(settings.target, read.scenario.period);
  const limit =
    target && (target.per === 'unit' ? target.value * volumeOr(volume, settings.target ?? '') : target.value);
  const hasPair = best !== undefined && total > 0 && best.after < todayOf(best.usage);
  return {
    scenario: read.scenario.name,
    period: read.scenario.period,
    today: interval(whole.ghg.total),
    bound: whole.ghg.bound,
    missing: whole.ghg.missing,
    steps: advised,
    compared: { steps: steps.length, pairs: pairs.reduce((count, each) => count + each.pairs, 0) },
    pair: hasPair
      ? { ...best, usage: nameOf(best.usage), factor: (total - todayOf(best.usage) + best.after) / total }
      : null,
    target: target && limit !== undefined && settings.solve === undefined ? towards(target, limit) : null,
    solution:
      settings.solve === undefined
        ? null
        : solveFor({ path: settings.solve, usages, target: target ?? needTarget(settings.solve), volume }),
  };

  function towards(wanted: Target, limitKg: number): TargetAdvice {
    const players = practiceIds.filter((id) => ranked.some(({ practice }) => practice === id));
    const found = reachTarget({
      steps: ranked,
      practices: players,
      effort: (practice) => effortRank[effortOf(catalog, practice)],
      after: centralAfter,
      target: limitKg,
    });
    const response = after(found.steps).ghg.total;
    return {
      ...wanted,
      total: limitKg,
      reached: found.reached,
      met: found.reached && found.steps.length === 0,
      practices: found.practices,
      steps: found.steps.map(told),
      after: response ? interval(response) : { low: found.after, central: found.after, high: found.after },
    };
  }
}

function optionsOf(usage: ResolvedUsage): OptionsOf<ResolvedInput> {
  const { id, parts, options, estimator } = usage;
  const can = { iterations: reaches('iterations', estimator), output: reaches('output', estimator) };
  return { id, parts, places: options?.places ?? [], models: options?.models ?? [], can };
}

function volumeOr(volume: number | undefined, written: string): number {
  if (volume !== undefined) return volume;
  const reason = `"--target ${written}" is per unit, and the functional unit of the scenario has no volume`;
  throw new InputError([problem('bad-option', { reason })]);
}

function needTarget(path: string): never {
  const reason = `"--solve ${path}" needs what to reach: --target "40 kgCO2e/year"`;
  throw new InputError([problem('bad-option', { reason })]);
}
