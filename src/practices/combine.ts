/**
 * All combinations of the practices. The fair shares come from central values of every combination; one practice alone, the
 * path and all together have their intervals, on the unknowns of the baseline.
 */
import { criteria, type Criterion, type PracticeId } from '../assessment.ts';
import { respondUsage } from '../engine/baseline.ts';
import { sumUsages, type CriteriaResponses } from '../engine/criteria.ts';
import type { UncertainInput, Uncertainty } from '../engine/uncertainty.ts';
import { applyChange } from './apply.ts';
import type { Change, ChangedPart } from './change.ts';
import { everyCombination, isComputed, type ComputedCriterion } from './every-combination.ts';
import { shapley } from './shapley.ts';

export interface UsageToday<Input extends UncertainInput = UncertainInput> {
  readonly id: string;
  readonly parts: readonly ChangedPart<Input>[];
  /** Of the practices that apply to it. */
  readonly changes: readonly Change<Input>[];
  /** Over the period; null where it has no total. */
  readonly criteria: CriteriaResponses | null;
}

/** One of several practices, and what comes of it. */
export interface PracticeEffect {
  readonly practice: PracticeId;
  /** The scenario with this practice and no other. */
  readonly alone: CriteriaResponses;
  /** The scenario with this practice and those before it; computed when it is read. */
  readonly path: () => CriteriaResponses;
  /** Central greenhouse gases of the scenario with this practice and those before it, kgCO2e. */
  readonly pathGhg: number;
  /** Criteria that rise with this practice alone, at central values. */
  readonly rising: readonly ComputedCriterion[];
  /** Part of the cut of all practices together; absent where nothing is cut or nothing is known. */
  readonly shares: Readonly<Partial<Record<Criterion, number>>>;
  /** Usages whose greenhouse gases rise with this practice alone: after over before, at central values. */
  readonly worseIn: readonly { readonly usage: string; readonly factor: number }[];
}

export interface Combined {
  readonly practices: readonly PracticeEffect[];
  readonly all: CriteriaResponses;
}

/** Below this part of the baseline nothing is cut that could be shared out: gains and losses cancel. */
const worthSharing = 1e-3;

/** A part so small that it is the last digits of a sum. */
const nothing = 1e-12;

/** A change too small to be one: sums in another order differ in their last digits. */
export const same = 1e-9;

/** @param players practices in the order of the path; a practice that no usage has is left out by the caller. */
export function combine<Input extends UncertainInput>(
  usages: readonly UsageToday<Input>[],
  players: readonly PracticeId[],
  uncertainty: Uncertainty,
): Combined {
  const everyone = (1 << players.length) - 1;
  const variants = usages.map((usage) => variantsOf(usage, players));
  const respond = (mask: number): (CriteriaResponses | null)[] =>
    usages.map(({ criteria: today }, index) => {
      if (today === null) return null;
      const variant = variants[index]?.(mask);
      return variant ? respondUsage(variant, uncertainty).criteria : today;
    });
  const sum = (all: readonly (CriteriaResponses | null)[]): CriteriaResponses =>
    sumUsages(
      all.map((own, index) => ({ id: usages[index]?.id ?? '', criteria: own })),
      uncertainty,
    );
  const sums = new Map<number, CriteriaResponses>();
  const sumOf = (mask: number): CriteriaResponses => {
    const known = sums.get(mask) ?? sum(respond(mask));
    sums.set(mask, known);
    return known;
  };
  const { totals, ofUsages } = totalsOf(usages, players);
  const shares = sharesOf(totals, players);
  const effects = players.map((practice, place) => ({
    practice,
    alone: sumOf(1 << place),
    path: () => sumOf((1 << (place + 1)) - 1),
    pathGhg: totals.ghg[(1 << (place + 1)) - 1] ?? Number.NaN,
    rising: criteria
      .filter(isComputed)
      .filter((name) => (totals[name][1 << place] ?? 0) > (totals[name][0] ?? 0) * (1 + same)),
    shares: shares[place] ?? {},
    worseIn: ofUsages.flatMap(({ id, ghg }) => {
      const [today = 0] = ghg;
      const factor = (ghg[1 << place] ?? 0) / today;
      return factor > 1 + same ? [{ usage: id, factor }] : [];
    }),
  }));
  const all = sumOf(everyone);
  return { practices: effects, all };
}

/** The parts of a usage after the practices of a mask; undefined where none of them changes it. Each is made once. */
function variantsOf<Input extends UncertainInput>(usage: UsageToday<Input>, players: readonly PracticeId[]) {
  const made = new Map<number, readonly ChangedPart<Input>[]>();
  const own = players.map((practice) => usage.changes.find((change) => change.practice === practice));
  const mine = own.reduce((mask, change, place) => (change ? mask | (1 << place) : mask), 0);
  const variant = (mask: number): readonly ChangedPart<Input>[] => {
    if (mask === 0) return usage.parts;
    const known = made.get(mask);
    if (known) return known;
    // The last practice of the path on top of those before it.
    const last = 31 - Math.clz32(mask);
    const change = own[last];
    const before = variant(mask & ~(1 << last));
    const fresh = change ? applyChange(before, change) : before;
    made.set(mask, fresh);
    return fresh;
  };
  return (mask: number) => ((mask & mine) === 0 ? undefined : variant(mask & mine));
}

type Totals = Readonly<Record<ComputedCriterion, Float64Array>>;

interface AllTotals {
  readonly totals: Totals;
  /** Greenhouse gases of each usage that has a total. */
  readonly ofUsages: readonly { readonly id: string; readonly ghg: Float64Array }[];
}

/** Central totals of the scenario under every combination of the practices. */
function totalsOf<Input extends UncertainInput>(
  usages: readonly UsageToday<Input>[],
  players: readonly PracticeId[],
): AllTotals {
  const sums = Object.fromEntries(
    criteria.filter(isComputed).map((name) => [name, new Float64Array(1 << players.length)]),
  ) as Record<ComputedCriterion, Float64Array>;
  const ofUsages: { readonly id: string; readonly ghg: Float64Array }[] = [];
  for (const { id, parts, changes, criteria: today } of usages) {
    if (today === null) continue;
    for (const [name, values] of everyCombination({ parts, changes, players })) {
      const all = sums[name];
      values.forEach((value, mask) => (all[mask] = (all[mask] ?? 0) + value));
      if (name === 'ghg') ofUsages.push({ id, ghg: values });
    }
  }
  return { totals: sums, ofUsages };
}

/** The fair share of every practice in every criterion. */
function sharesOf(totals: Totals, players: readonly PracticeId[]) {
  const parts = criteria.filter(isComputed).flatMap((name) => {
    const values = totals[name];
    const [today = 0] = values;
    const cut = today - (values.at(-1) ?? 0);
    // Of no cut there is no share: where the practices together make it worse, none has earned a part.
    if (cut <= worthSharing * Math.abs(today)) return [];
    // Who adds nothing earns 0, and not the last digits of a sum.
    const own = shapley(values).map((part) => (Math.abs(part) <= nothing * Math.abs(cut) ? 0 : -part / cut));
    return [[name, own] as const];
  });
  return players.map((_, place): Partial<Record<Criterion, number>> => {
    const found: Partial<Record<Criterion, number>> = Object.fromEntries(
      parts.map(([name, own]) => [name, own[place] ?? Number.NaN]),
    );
    // What greenhouse gases cost is proportional to them.
    return found.ghg === undefined ? found : { ...found, climate_cost: found.ghg };
  });
}
