/**
 * All combinations of the practices. Each is evaluated at central values, for the fair shares; one alone, the path and all
 * together with their intervals, on the draws of the baseline.
 */
import { criteria, type Criterion, type PracticeId } from '../assessment.ts';
import { respondUsage, sumUsages, type CriteriaResponses } from '../engine/baseline.ts';
import { central } from '../engine/central.ts';
import { centralOf, type UncertainInput, type Uncertainty } from '../engine/uncertainty.ts';
import { applyChange } from './apply.ts';
import type { Change, ChangedPart } from './change.ts';
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
  /** The scenario with this practice and those before it. */
  readonly path: CriteriaResponses;
  /** Part of the cut of all practices together; null where nothing is cut or nothing is known. */
  readonly shares: Readonly<Partial<Record<Criterion, number>>>;
}

export interface Combined {
  readonly practices: readonly PracticeEffect[];
  readonly all: CriteriaResponses;
  /** Each usage after all practices, in the order of the usages; null where it has no total. */
  readonly usages: readonly (CriteriaResponses | null)[];
}

type Computed = keyof CriteriaResponses;

const isComputed = (criterion: Criterion): criterion is Computed => criterion !== 'climate_cost';

/** Below this part of the baseline the practices cut nothing: a sum of their effects that is 0 has no shares. */
const nothing = 1e-12;

/** @param players practices in the order of the path; a practice that no usage has is left out by the caller. */
export function combine<Input extends UncertainInput>(
  usages: readonly UsageToday<Input>[],
  players: readonly PracticeId[],
  uncertainty: Uncertainty,
): Combined {
  const everyone = (1 << players.length) - 1;
  const variants = usages.map((usage) => variantsOf(usage, players));
  const respond = (mask: number, engine: Uncertainty): (CriteriaResponses | null)[] =>
    usages.map(({ criteria: today }, index) => {
      if (today === null) return null;
      const variant = variants[index]?.(mask);
      return variant ? respondUsage(variant, engine).criteria : engine === central ? null : today;
    });
  const whole = (mask: number): CriteriaResponses =>
    sumUsages(
      respond(mask, uncertainty).map((own, index) => ({ id: usages[index]?.id ?? '', criteria: own })),
      uncertainty,
    );
  const shares = sharesOf({ usages, players, respond: (mask) => respond(mask, central) });
  const all = respond(everyone, uncertainty);
  const sums = new Map<number, CriteriaResponses>();
  const sumOf = (mask: number): CriteriaResponses => {
    const known = sums.get(mask);
    if (known) return known;
    const fresh = whole(mask);
    sums.set(mask, fresh);
    return fresh;
  };
  return {
    practices: players.map((practice, place) => ({
      practice,
      alone: sumOf(1 << place),
      path: sumOf((1 << (place + 1)) - 1),
      shares: shares[place] ?? {},
    })),
    all: sumOf(everyone),
    usages: all,
  };
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

interface Game<Input extends UncertainInput> {
  readonly usages: readonly UsageToday<Input>[];
  readonly players: readonly PracticeId[];
  /** Every usage at central values; null where the practices leave it as it is, or it has no total. */
  readonly respond: (mask: number) => readonly (CriteriaResponses | null)[];
}

/** The fair share of every practice in every criterion. */
function sharesOf<Input extends UncertainInput>({ usages, players, respond }: Game<Input>) {
  const computed = criteria.filter(isComputed);
  const cuts = Object.fromEntries(computed.map((name) => [name, new Float64Array(1 << players.length)]));
  const today = Object.fromEntries(computed.map((name) => [name, 0])) as Record<Computed, number>;
  for (const { criteria: own } of usages)
    for (const name of computed) if (own?.[name].total) today[name] += centralOf(own[name].total);
  for (let mask = 1; mask < 1 << players.length; mask += 1) {
    for (const [index, after] of respond(mask).entries()) {
      const before = usages[index]?.criteria;
      if (!before || !after) continue;
      for (const name of computed) {
        const [from, to] = [before[name].total, after[name].total];
        const cut = cuts[name];
        if (from && to && cut) cut[mask] = (cut[mask] ?? 0) + centralOf(from) - centralOf(to);
      }
    }
  }
  return players.map((_, place): Partial<Record<Criterion, number>> => {
    const found: Partial<Record<Criterion, number>> = {};
    for (const name of computed) {
      const cut = cuts[name] ?? new Float64Array(1);
      const total = cut.at(-1) ?? 0;
      if (Math.abs(total) > nothing * today[name]) found[name] = (shapley(cut)[place] ?? 0) / total;
    }
    // What greenhouse gases cost is proportional to them.
    return found.ghg === undefined ? found : { ...found, climate_cost: found.ghg };
  });
}
