/** Which inputs of a scenario changed between two states of it, and what each does alone. */
import type { Criterion } from './assessment.ts';
import { propagation } from './engine/propagate.ts';
import { centralOf } from './engine/uncertainty.ts';
import { respondScenario, type Evaluable, type EvaluableUsage } from './respond.ts';
import type { ResolvedInput, ResolvedPart } from './scenario/resolve/types.ts';
import type { Range } from './units.ts';

/** A usage with the words for what it is. */
export interface NamedUsage extends EvaluableUsage {
  readonly model: string | null;
  readonly place: string | null;
}

export interface NamedScenario extends Evaluable {
  readonly usages: readonly NamedUsage[];
}

export interface ChangedInput {
  readonly usage: string;
  /** Field of the usage: `iterations`, `model`, `place`. */
  readonly field: string;
  /** A name, or a value; null where there is none. */
  readonly from: Range | string | null;
  readonly to: Range | string | null;
  readonly unit: string;
  /** Factor of the criterion when this alone changes, central values; null when it cannot be told. */
  readonly effect: number | null;
}

/** Fields that are chosen together: a region brings its grid, PUE and WUE, a model its sizes. */
function groupOf({ field }: Pick<ResolvedInput, 'field'>): string {
  if (/^(?:region|grid)\b/.test(field) || field === 'pue' || field === 'wue') return 'place';
  return /^model\b/.test(field) ? 'model' : field.replace(/^catalog\.defaults\./, '');
}

const sameRange = (left: Range, right: Range): boolean =>
  (['low', 'central', 'high'] as const).every(
    (end) => Math.abs(left[end] - right[end]) <= 1e-11 * Math.abs(right[end]),
  );

const isGiven = ({ status }: ResolvedInput): boolean => status === 'given' || status === 'given-range';

/** Whether the scenario made the difference: a value that it gives, or another name that it chooses. */
function isChosen(before: ResolvedInput | undefined, after: ResolvedInput | undefined): boolean {
  if (!before || !after) return true;
  if (isGiven(before) || isGiven(after))
    return !sameRange(before.range, after.range) || isGiven(before) !== isGiven(after);
  return before.key !== after.key;
}

const exact = (input: ResolvedInput): ResolvedInput => {
  const { central } = input.range;
  return { ...input, range: { low: central, central, high: central } };
};

/** The parts of `before`, with the inputs of some groups from `after`; its places when those are among them. */
function swapped(
  before: readonly ResolvedPart[],
  after: readonly ResolvedPart[],
  groups: ReadonlySet<string>,
  shape: (input: ResolvedInput) => ResolvedInput,
): readonly ResolvedPart[] {
  const [first] = before;
  if (!first) return before;
  const isPlace = groups.has('place');
  const places = isPlace ? after : before;
  return places.map((place, index) => {
    const own = before[index] ?? first;
    const other = after[isPlace ? index : 0];
    const inputs = new Map<string, ResolvedInput>();
    const take = (input: ResolvedInput): void => void inputs.set(input.id, shape(input));
    for (const input of own.inputs) {
      const group = groupOf(input);
      if (!groups.has(group) && !(isPlace && input.id === 'location_share')) take(input);
    }
    for (const input of other?.inputs ?? []) {
      if (groups.has(groupOf(input)) || (isPlace && input.id === 'location_share')) take(input);
    }
    const counts = (each: string): boolean => each.startsWith('requests-per-');
    const ways = groups.has('requests')
      ? [...own.mechanisms.filter((each) => !counts(each)), ...(other?.mechanisms ?? []).filter(counts)]
      : own.mechanisms;
    return { mechanisms: ways, inputs: [...inputs.values()] };
  });
}

/** A scenario in which the chosen groups of one usage come from the other state. */
export function withGroups(
  before: NamedScenario,
  after: NamedScenario,
  id: string,
  groups: readonly string[],
  shape: (input: ResolvedInput) => ResolvedInput = (input) => input,
): NamedScenario {
  const other = after.usages.find((usage) => usage.id === id);
  if (!other) return before;
  return {
    ...before,
    usages: before.usages.map((usage) =>
      usage.id === id ? { ...usage, parts: swapped(usage.parts, other.parts, new Set(groups), shape) } : usage,
    ),
  };
}

/** A change of the way to estimate is no change of one input: it is told as one. */
const sameWay = (before: NamedUsage, after: NamedUsage): boolean => {
  const ways = ({ parts }: NamedUsage): string =>
    (parts[0]?.mechanisms ?? []).filter((each) => !each.startsWith('requests-per-')).join();
  return ways(before) === ways(after);
};

function central(scenario: Evaluable, usage: string | null, criterion: Criterion): number | null {
  const response = respondScenario(scenario, propagation).figure(usage, criterion, 'period');
  return response ? centralOf(response) : null;
}

function changesOfUsage(before: NamedScenario, after: NamedScenario, id: string, criterion: Criterion): ChangedInput[] {
  const [old, now] = [before, after].map(({ usages }) => usages.find((usage) => usage.id === id));
  const [oldPart, nowPart] = [old?.parts[0], now?.parts[0]];
  if (!old || !now || !oldPart || !nowPart) return [];
  const inputs = (part: ResolvedPart) =>
    new Map(part.inputs.filter(({ field }) => field !== '').map((each) => [each.id, each]));
  const [left, right] = [inputs(oldPart), inputs(nowPart)];
  const groups = new Map<string, { from: ResolvedInput | undefined; to: ResolvedInput | undefined }>();
  for (const name of new Set([...left.keys(), ...right.keys()])) {
    const [from, to] = [left.get(name), right.get(name)];
    const some = from ?? to;
    if (!some || !isChosen(from, to)) continue;
    const group = groupOf(some);
    if (!groups.has(group)) groups.set(group, { from, to });
  }
  if (old.parts.length !== now.parts.length || old.place !== now.place)
    groups.set('place', groups.get('place') ?? { from: undefined, to: undefined });
  if (old.model !== now.model) groups.set('model', groups.get('model') ?? { from: undefined, to: undefined });
  const whole = central(before, id, criterion);
  return [...groups].map(([field, { from, to }]): ChangedInput => {
    const names = field === 'model' ? [old.model, now.model] : field === 'place' ? [old.place, now.place] : undefined;
    const alone = sameWay(old, now) ? central(withGroups(before, after, id, [field], exact), id, criterion) : null;
    const named = names && names[0] !== names[1];
    return {
      usage: id,
      field: named || field !== 'place' ? field : (to?.field ?? from?.field ?? field),
      from: named ? (names[0] ?? null) : (from?.range ?? null),
      to: named ? (names[1] ?? null) : (to?.range ?? null),
      unit: named ? '1' : ((to ?? from)?.unit ?? '1'),
      effect: alone === null || whole === null || whole === 0 ? null : alone / whole,
    };
  });
}

/** The changes that the scenario made, strongest first; usages that came or went are told by their figures. */
export function changedInputs(
  before: NamedScenario,
  after: NamedScenario,
  criterion: Criterion = 'ghg',
): ChangedInput[] {
  const ids = after.usages.map(({ id }) => id);
  const changes = ids.flatMap((id) => changesOfUsage(before, after, id, criterion));
  const weight = ({ effect }: ChangedInput): number =>
    effect === null || effect <= 0 ? 0 : Math.abs(Math.log(effect));
  return changes.toSorted((left, right) => weight(right) - weight(left));
}
