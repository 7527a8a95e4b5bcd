/** Next steps for a scenario: every practice at several strengths, every region and model, ranked; and what reaches a target. */
import { practiceIds, type Impact, type PracticeId } from './assessment.ts';
import type { Catalog } from './catalog/index.ts';
import type { Practice } from './catalog/types.ts';
import { propagation } from './engine/propagate.ts';
import { centralOf } from './engine/uncertainty.ts';
import { InputError, problem } from './errors.ts';
import { bestPair, stepsOf, type BestPair, type Step } from './practices/options.ts';
import { reachTarget } from './practices/reach-target.ts';
import { solveFor, type SolvedInput } from './advise-solve.ts';
import { wholeOf, type Whole } from './advise-whole.ts';
import { prepare, type ScenarioText } from './prepare.ts';
import type { ResolvedInput } from './scenario/resolve/types.ts';
import { readTarget, type Target } from './scenario/target.ts';
import { exactly, type Range } from './units.ts';

export interface AdviseOptions {
  readonly catalog: Catalog;
  /** Every region and text model of the catalogue, not only those that may be suggested. */
  readonly all?: boolean;
  /** Steps that are given of each practice; 0 for all. */
  readonly top?: number;
  /** As on the command line: `40 kgCO2e/year`. */
  readonly target?: string | undefined;
  /** Field whose value is solved for the target: `tokens.output`. */
  readonly solve?: string | undefined;
}

export type Effort = Practice['effort'];

/** A practice at one strength in one usage, as it is told. */
export interface ToldStep {
  /** Null in a scenario of one usage. */
  readonly usage: string | null;
  readonly practice: PracticeId;
  readonly name: string | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly effort: Effort;
  /** Practice of AFNOR SPEC 2314; null where the catalogue has none. */
  readonly afnor: string | null;
}

export interface AdvisedStep extends ToldStep {
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
  /** Of every figure here: `lower` where a part is unknown, so that a target may be missed that the known part meets. */
  readonly bound: Impact['bound'];
  /** Usages that are in no figure here. */
  readonly missing: readonly string[];
  readonly steps: readonly AdvisedStep[];
  /** Steps that are given of each practice; 0 for all. */
  readonly top: number;
  /** How many single steps and pairs of place and model were compared. */
  readonly compared: { readonly steps: number; readonly pairs: number };
  /** Null where no pair gains anything. */
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
  readonly steps: readonly ToldStep[];
  readonly after: Range;
}

const effortRank: Readonly<Record<Effort, number>> = { low: 1, medium: 2, high: 3 };
const defaultTop = 3;

/** What is asked of people, and the name of the practice elsewhere, as the catalogue has them. */
function rowOf({ data }: Catalog, practice: PracticeId): Pick<ToldStep, 'effort' | 'afnor'> {
  const row = data.practices.find((each) => each.practice === practice);
  return { effort: row?.effort ?? 'high', afnor: row?.afnor ?? null };
}

/**
 * Advises on a scenario whose greenhouse gases are known, if only in part.
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
  const whole = wholeOf(resolved.usages);
  const { ghg } = whole.today;
  if (!ghg.total) {
    const reason = `the greenhouse gases of "${scenarioText.file}" are unknown, so that no step can be ranked`;
    throw new InputError([problem('bad-option', { reason })]);
  }
  const isOne = resolved.usages.length === 1;
  const tell = ({ usage, practice, name, from, to }: Step): ToldStep => {
    return { usage: isOne ? null : usage, practice, name, from, to, ...rowOf(catalog, practice) };
  };
  const gain = ({ usage, after }: Pick<Step, 'usage' | 'after'>): number => (whole.todayOf.get(usage) ?? 0) - after;
  const steps = whole.usages.flatMap(({ options }) => stepsOf(options));
  const ranked = steps.filter((step) => gain(step) > 0).toSorted((left, right) => gain(right) - gain(left));
  const shown = practiceIds.flatMap((id) =>
    ranked.filter(({ practice }) => practice === id).slice(0, top || undefined),
  );
  const pairs = whole.usages.flatMap(({ options }) => bestPair(options) ?? []);
  const best = pairs.toSorted((left, right) => gain(left) - gain(right)).at(-1);
  const total = centralOf(ghg.total);
  const { path, target } = askedOf(settings, read.scenario.period, resolved.volume);
  return {
    scenario: read.scenario.name,
    period: read.scenario.period,
    today: propagation.interval(ghg.total),
    bound: ghg.bound,
    missing: ghg.missing,
    steps: shown
      .toSorted((left, right) => gain(right) - gain(left))
      .flatMap((step) => effectOf(step, whole).map((effect) => ({ ...tell(step), ...effect }))),
    top,
    compared: { steps: steps.length, pairs: pairs.reduce((count, each) => count + each.pairs, 0) },
    pair:
      best && gain(best) > 0
        ? { ...best, usage: isOne ? null : best.usage, factor: (total - gain(best)) / total }
        : null,
    target:
      target && path === undefined ? towards(target, { whole, ranked, catalog, tell, volume: resolved.volume }) : null,
    solution: target && path !== undefined ? solveFor({ ...whole, path, target, volume: resolved.volume }) : null,
  };
}

/** Errors  InputError: a target that is none, of a unit without a volume, or something to solve for without a target. */
function askedOf(
  { target: written, solve: path }: AdviseOptions,
  period: Parameters<typeof readTarget>[1],
  volume: ResolvedInput | null,
): { readonly path: string | undefined; readonly target: Target | null } {
  const fail = (reason: string): never => {
    throw new InputError([problem('bad-option', { reason })]);
  };
  if (written === undefined) {
    if (path !== undefined) fail(`"--solve ${path}" needs what to reach: --target "40 kgCO2e/year"`);
    return { path, target: null };
  }
  const target = readTarget(written, period);
  if (target.per === 'unit' && !volume)
    fail(`"--target ${written}" is per unit, and the functional unit of the scenario has no volume`);
  return { path, target };
}

/** The scenario after a step, against today on common unknowns; nothing where the one or the other has no figure. */
function effectOf(step: Step<ResolvedInput>, whole: Whole): Pick<AdvisedStep, 'after' | 'factor' | 'water'>[] {
  const { interval, ratio } = propagation;
  const { ghg, water } = whole.after([step]);
  const { ghg: ghgToday, water: waterToday } = whole.today;
  const factor = ghg.total && ghgToday.total && ratio(ghg.total, ghgToday.total);
  const ofWater = water.total && waterToday.total && ratio(water.total, waterToday.total);
  if (!ghg.total || !factor) return [];
  return [{ after: interval(ghg.total), factor: interval(factor), water: ofWater ? interval(ofWater) : null }];
}

function towards(
  target: Target,
  a: {
    readonly whole: Whole;
    readonly ranked: readonly Step<ResolvedInput>[];
    readonly catalog: Catalog;
    readonly tell: (step: Step) => ToldStep;
    readonly volume: ResolvedInput | null;
  },
): TargetAdvice {
  const { whole, ranked } = a;
  const total = target.per === 'unit' ? target.value * (a.volume?.range.central ?? Number.NaN) : target.value;
  const found = reachTarget({
    steps: ranked,
    practices: practiceIds.filter((id) => ranked.some(({ practice }) => practice === id)),
    effort: (practice) => effortRank[rowOf(a.catalog, practice).effort],
    today: whole.todayOf,
    after: whole.centralAfter,
    target: total,
  });
  const { ghg } = whole.after(found.steps);
  const inOrder = practiceIds.flatMap((id) => found.steps.filter(({ practice }) => practice === id));
  return {
    ...target,
    total,
    reached: found.reached,
    met: found.reached && found.steps.length === 0,
    practices: found.practices,
    steps: inOrder.map(a.tell),
    after: ghg.total ? propagation.interval(ghg.total) : exactly(found.after),
  };
}
