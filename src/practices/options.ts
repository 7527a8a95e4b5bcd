/** Every single step that a usage could take, and every pair of place and model: central values, over a grid. */
import type { PracticeId } from '../assessment.ts';
import type { Part } from '../engine/baseline.ts';
import { phaseOutputs } from '../engine/criteria.ts';
import { evaluateGrid, type Axis } from '../engine/grid.ts';
import type { UncertainInput } from '../engine/uncertainty.ts';
import { exactly } from '../units.ts';
import { put, type Change, type ChangedPart } from './change.ts';
import { undeployed } from './model.ts';

/** A place or a model by name, with the inputs that it puts in. */
export interface Option<Input extends UncertainInput = UncertainInput> {
  readonly name: string;
  readonly inputs: readonly Input[];
}

export interface OptionsOf<Input extends UncertainInput = UncertainInput> {
  readonly id: string;
  readonly parts: readonly ChangedPart<Input>[];
  readonly places: readonly Option<Input>[];
  readonly models: readonly Option<Input>[];
  /** Whether prompts and answers of the usage can be changed. */
  readonly can: Readonly<Record<'iterations' | 'output', boolean>>;
}

/** One practice at one strength in one usage. */
export interface Step<Input extends UncertainInput = UncertainInput> {
  readonly usage: string;
  readonly practice: PracticeId;
  /** Of a place or a model; null for a strength. */
  readonly name: string | null;
  /** Central value before and after, of a strength. */
  readonly from: number | null;
  readonly to: number | null;
  /** Greenhouse gases of the usage after it, kgCO2e over the period. */
  readonly after: number;
  readonly change: Change<Input>;
}

/** The best place and model together. */
export interface BestPair {
  readonly usage: string;
  readonly place: string;
  readonly model: string;
  readonly after: number;
  /** How many pairs were compared. */
  readonly pairs: number;
}

/** Parts of today that the strengths of a practice leave: points to look at, not claims. */
const strengths = [0.8, 0.6, 0.4, 0.2] as const;

const ghgOutputs = Object.values(phaseOutputs.ghg);

/** One axis over options; each brings the same inputs. */
function axisOf(options: readonly Option[]): Axis {
  const [first] = options;
  const ids = first?.inputs.map(({ id }) => id) ?? [];
  const inputs = ids.map((id): [string, Float64Array] => [
    id,
    Float64Array.from(options, ({ inputs: own }) => own.find((input) => input.id === id)?.range.central ?? Number.NaN),
  ]);
  return { length: options.length, inputs: new Map(inputs) };
}

/** Greenhouse gases over the grid, phases and parts added up. */
function ghgOver(parts: readonly Part[], axes: readonly Axis[]): Float64Array {
  const sum = new Float64Array(axes.reduce((rows, { length }) => rows * length, 1));
  for (const part of parts) {
    for (const column of evaluateGrid(part, axes, ghgOutputs).values()) {
      for (let row = 0; row < sum.length; row += 1) sum[row] = (sum[row] ?? 0) + (column[row] ?? 0);
    }
  }
  return sum;
}

/** The whole usage at one place: of what it does at several places, and of what its data do, one part each. */
export function atOnePlace<Input extends UncertainInput>(parts: readonly ChangedPart<Input>[]): ChangedPart<Input>[] {
  const kinds = new Map(parts.toReversed().map((part) => [part.mechanisms.join(), part]));
  return [...kinds.values()].toReversed().map((part) => ({
    ...part,
    inputs: part.inputs.map((input) => (input.id === 'location_share' ? { ...input, range: exactly(1) } : input)),
  }));
}

const whole = { share: 1, retry: 0, factor: null };

function named<Input extends UncertainInput>(usage: OptionsOf<Input>, practice: 'location' | 'model'): Step<Input>[] {
  const options = practice === 'location' ? usage.places : usage.models;
  if (options.length === 0) return [];
  const parts = practice === 'location' ? atOnePlace(usage.parts) : usage.parts.map(undeployed);
  const ghg = ghgOver(parts, [axisOf(options)]);
  return options.map(({ name, inputs }, row) => ({
    usage: usage.id,
    practice,
    name,
    from: null,
    to: null,
    after: ghg[row] ?? Number.NaN,
    change: { ...whole, practice, inputs },
  }));
}

function strength<Input extends UncertainInput>(
  usage: OptionsOf<Input>,
  practice: 'iterations' | 'output',
): Step<Input>[] {
  const id = practice === 'iterations' ? 'iterations' : 'output_tokens';
  const own = usage.parts[0]?.inputs.find((input) => input.id === id);
  if (!own || !usage.can[practice]) return [];
  const today = own.range.central;
  const least = practice === 'iterations' ? 1 : 0;
  const values = [...new Set(strengths.map((left) => Math.max(least, today * left)))].filter((value) => value < today);
  if (values.length === 0) return [];
  const ghg = ghgOver(usage.parts, [{ length: values.length, inputs: new Map([[id, Float64Array.from(values)]]) }]);
  return values.map((value, row) => ({
    usage: usage.id,
    practice,
    name: null,
    from: today,
    to: value,
    after: ghg[row] ?? Number.NaN,
    change: { ...whole, practice, inputs: [{ ...own, range: exactly(value) }] },
  }));
}

/** Every step of a usage, in no order. */
export function stepsOf<Input extends UncertainInput>(usage: OptionsOf<Input>): Step<Input>[] {
  return [
    ...named(usage, 'location'),
    ...strength(usage, 'iterations'),
    ...strength(usage, 'output'),
    ...named(usage, 'model'),
  ];
}

/** The lowest of all pairs of place and model; undefined where there is no choice of both. */
export function bestPair<Input extends UncertainInput>(usage: OptionsOf<Input>): BestPair | undefined {
  const { id, places, models, parts } = usage;
  const ghg = ghgOver(atOnePlace(parts).map(undeployed), [axisOf(places), axisOf(models)]);
  let best = 0;
  for (let row = 1; row < ghg.length; row += 1) if ((ghg[row] ?? 0) < (ghg[best] ?? 0)) best = row;
  const place = places[Math.floor(best / models.length)];
  const model = models[best % models.length];
  if (!place || !model) return undefined;
  return { usage: id, place: place.name, model: model.name, after: ghg[best] ?? Number.NaN, pairs: ghg.length };
}

/** The inputs of a step on the parts of its usage, for whoever wants more than central values. */
export function partsAfter<Input extends UncertainInput>(
  parts: readonly ChangedPart<Input>[],
  steps: readonly Step<Input>[],
): readonly ChangedPart<Input>[] {
  return steps.reduce<readonly ChangedPart<Input>[]>((all, { change }) => {
    const base =
      change.practice === 'location' ? atOnePlace(all) : change.practice === 'model' ? all.map(undeployed) : all;
    return base.map((part) => put(part, change.inputs));
  }, parts);
}
