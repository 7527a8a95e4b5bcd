/**
 * One usage under every combination of the practices, at central values, in one pass: each practice is an axis of two
 * values, today and changed, and a quantity is computed once for each combination of the axes that it depends on.
 */
import type { Criterion, PracticeId } from '../assessment.ts';
import { phaseOutputs, type CriteriaResponses } from '../engine/criteria.ts';
import { evaluateGrid, type Axis } from '../engine/grid.ts';
import type { UncertainInput } from '../engine/uncertainty.ts';
import type { Change, ChangedPart } from './change.ts';
import { effects } from './effects.ts';

export type ComputedCriterion = keyof CriteriaResponses;

export const isComputed = (criterion: Criterion): criterion is ComputedCriterion => criterion !== 'climate_cost';

interface Combinations<Input extends UncertainInput> {
  readonly parts: readonly ChangedPart<Input>[];
  readonly changes: readonly Change<Input>[];
  /** In the order of the bits of a mask. */
  readonly players: readonly PracticeId[];
}

const outputs = Object.entries(phaseOutputs).map(
  ([criterion, phases]) => [criterion as ComputedCriterion, Object.values(phases) as readonly string[]] as const,
);
const wanted = [...outputs.flatMap(([, names]) => names), 'ghg_spend_total'];

/** An input that a formula of the practice scales: what leaves it as it is. */
const unchanged = 1;

/**
 * A part that holds every change, each on an axis of its own: the value of today first, then the changed one. What a
 * formula takes from the part of today, the number of accelerators of a deployment, comes from evaluating the changed part.
 */
function axesOf<Input extends UncertainInput>(today: ChangedPart<Input>, changes: readonly Change<Input>[]) {
  let part: ChangedPart<Input> = today;
  const axes = changes.map((change): Axis => {
    const before = new Map(part.inputs.map((input) => [input.id, input.range.central]));
    const changed = effects[change.practice](part, change);
    const after = new Map(changed.inputs.map((input) => [input.id, input.range.central]));
    const columns = new Map<string, Float64Array>();
    after.forEach((value, id) => {
      const own = before.get(id);
      if (own === value) return;
      // A name that the formula of the practice brings: today is renamed, its factor is new.
      if (own === undefined && id.endsWith('_today')) return;
      columns.set(id, Float64Array.of(own ?? unchanged, value));
    });
    if (before.has('accelerators') && !after.has('accelerators')) {
      const [count] = evaluateGrid(changed, [], ['accelerators']).get('accelerators') ?? [];
      columns.set('accelerators', Float64Array.of(before.get('accelerators') ?? Number.NaN, count ?? Number.NaN));
      part = { ...changed, inputs: [...changed.inputs, ...part.inputs.filter(({ id }) => id === 'accelerators')] };
    } else part = changed;
    return { length: 2, inputs: columns };
  });
  return { part, axes };
}

/** A practice that reaches a share of the requests: the changed value for that share, today's for the rest and for retries. */
function reachShare(values: Float64Array, axis: number, { share, retry }: Change): void {
  const bit = 1 << axis;
  for (let mask = 0; mask < values.length; mask += 1) {
    if ((mask & bit) === 0) continue;
    const today = values[mask & ~bit] ?? 0;
    const changed = values[mask] ?? 0;
    values[mask] = share * changed + (1 - share + share * retry) * today;
  }
}

/**
 * Central totals of a usage under each combination.
 * Shape   for each criterion that is known, one value a mask, 2^n of them; bit k is the k-th of the players.
 */
export function everyCombination<Input extends UncertainInput>({
  parts,
  changes,
  players,
}: Combinations<Input>): ReadonlyMap<ComputedCriterion, Float64Array> {
  const own = players.flatMap((practice, bit) => {
    const change = changes.find((each) => each.practice === practice);
    return change ? [{ change, bit }] : [];
  });
  const sums = new Map<ComputedCriterion, Float64Array>();
  for (const today of parts) {
    // The last axis is the fastest row, and the first player the lowest bit.
    const { part, axes } = axesOf(today, own.map(({ change }) => change).toReversed());
    const grid = evaluateGrid(part, axes, wanted);
    for (const [criterion, names] of outputs) {
      const spend = criterion === 'ghg' ? grid.get('ghg_spend_total') : undefined;
      const columns = spend ? [spend] : names.flatMap((name) => grid.get(name) ?? []);
      const [first] = columns;
      if (!first) continue;
      const small = new Float64Array(first.length);
      // Counted loops: an iterator allocates at every step, and these run for each criterion of each part.
      for (const column of columns) {
        for (let row = 0; row < small.length; row += 1) small[row] = (small[row] ?? 0) + (column[row] ?? 0);
      }
      for (const [axis, { change }] of own.entries()) reachShare(small, axis, change);
      const all = sums.get(criterion) ?? new Float64Array(1 << players.length);
      for (let mask = 0; mask < all.length; mask += 1) {
        let row = 0;
        for (let axis = 0; axis < own.length; axis += 1) if ((mask >> (own[axis]?.bit ?? 0)) & 1) row |= 1 << axis;
        all[mask] = (all[mask] ?? 0) + (small[row] ?? 0);
      }
      sums.set(criterion, all);
    }
  }
  return sums;
}
