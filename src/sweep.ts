/** Every combination of the values of some fields of a scenario, at central values: a million of them in seconds. */
import { criterionUnit, type Criterion } from './assessment.ts';
import type { Catalog } from './catalog/index.ts';
import type { Part } from './engine/baseline.ts';
import { phaseOutputs } from './engine/criteria.ts';
import { evaluateGrid, type Axis } from './engine/grid.ts';
import { uniformDraws } from './engine/latin-hypercube.ts';
import { InputError, problem } from './errors.ts';
import { nearestNames } from './catalog/nearest.ts';
import { atOnePlace } from './practices/options.ts';
import { hasPeriodTotal, prepare, type ScenarioText } from './prepare.ts';
import { unreachableSpeed } from './reachable-speed.ts';
import type { ResolvedInput, ResolvedOption, ResolvedUsage } from './scenario/resolve/types.ts';
import { readVary, type Varied } from './scenario/vary.ts';

export type SweptCriterion = keyof typeof phaseOutputs;

export interface SweepOptions {
  readonly catalog: Catalog;
  /** `PATH=VALUES`, as on the command line. */
  readonly vary: readonly string[];
  /** So many combinations drawn by Latin hypercube, instead of all. */
  readonly sample?: number | undefined;
  readonly seed?: number | undefined;
  /** Rows that are computed at a time. */
  readonly chunk?: number | undefined;
}

/** Rows of a sweep, one after the other in the order of the first field, then the second. */
export interface SweepChunk {
  readonly rows: number;
  /** The value of each varied field in each row: a name or a number. */
  readonly value: (field: number, row: number) => string | number;
  /** Over the period, in the unit of the criterion; a criterion that is unknown is absent. */
  readonly totals: ReadonlyMap<SweptCriterion, Float64Array>;
}

export interface Sweep {
  readonly fields: readonly string[];
  readonly rows: number;
  readonly period: string;
  /** Functional units over the period; null where they vary or are not given. */
  readonly volume: number | null;
  /** Whether the scenario counts a share of training, which a sweep leaves out. */
  readonly withoutTraining: boolean;
  readonly unitOf: (criterion: SweptCriterion) => string;
  /** How many chunks the rows come in, and each of them: any may be asked for, in any order. */
  readonly chunkCount: number;
  readonly chunkAt: (index: number) => SweepChunk;
}

const criteria = Object.keys(phaseOutputs) as readonly SweptCriterion[];
const outputsOf = (criterion: SweptCriterion): readonly string[] => [
  ...Object.values(phaseOutputs[criterion]),
  ...(criterion === 'ghg' ? ['ghg_spend_total'] : []),
];
const wanted = criteria.flatMap(outputsOf);

/** Names under which a field of a place is known to the method. */
const inputOfField: Readonly<Partial<Record<string, string>>> = {
  'grid.intensity': 'grid_ghg',
  'grid.water': 'grid_water',
  'grid.adpe': 'grid_adpe',
  'grid.primary_energy': 'grid_primary_energy',
  'functional_unit.volume': 'volume',
};

interface UsageAxis {
  /** Inputs of the usage that a field moves, and how: null where it moves none. */
  readonly inputs: ReadonlyMap<string, Float64Array>;
  readonly kind: 'region' | 'model' | 'number';
}

/** The field without the usage that may stand before it; null when it names another usage. */
function ownField(path: string, id: string, ids: readonly string[]): string | null {
  if (path.startsWith(`${id}.`)) return path.slice(id.length + 1);
  return ids.some((each) => path.startsWith(`${each}.`)) ? null : path;
}

function columnsOf(options: readonly ResolvedOption[], names: readonly string[]): Map<string, Float64Array> {
  const byName = new Map(options.map((option) => [option.name, option]));
  const ids = options[0]?.inputs.map(({ id }) => id) ?? [];
  return new Map(
    ids.map((id) => [
      id,
      Float64Array.from(
        names,
        (name) => byName.get(name)?.inputs.find((input) => input.id === id)?.range.central ?? Number.NaN,
      ),
    ]),
  );
}

const isOwn = ({ status, field }: ResolvedInput): boolean =>
  (status === 'given' || status === 'given-range') && ['pue', 'wue', 'serving.bits'].includes(field);

function axisOf(usage: ResolvedUsage, { path, values }: Varied, ids: readonly string[]): UsageAxis | null {
  const field = ownField(path, usage.id, ids);
  if (field === null) return null;
  if (values.kind !== 'number') {
    const { places = [], models = [] } = usage.options ?? {};
    const inputs = columnsOf(values.kind === 'region' ? places : models, values.names);
    // What the scenario gives of its own stays: a PUE beside the region, a precision beside the model.
    for (const each of usage.parts[0]?.inputs ?? []) if (isOwn(each)) inputs.delete(each.id);
    return inputs.size === 0 ? null : { inputs, kind: values.kind };
  }
  const id = inputOfField[field];
  const input = usage.parts[0]?.inputs.find((each) => (id === undefined ? each.field === field : each.id === id));
  return input ? { inputs: new Map([[input.id, Float64Array.from(values.numbers)]]), kind: 'number' } : null;
}

const lengthOf = ({ values }: Varied): number =>
  values.kind === 'number' ? values.numbers.length : values.names.length;

const valueAt = ({ values }: Varied, at: number): string | number =>
  (values.kind === 'number' ? values.numbers[at] : values.names[at]) ?? Number.NaN;

/** A number that is varied on its own goes before the same one of a region or of a model. */
function withoutOverlap(axes: readonly (UsageAxis | null)[]): readonly ReadonlyMap<string, Float64Array>[] {
  const alone = new Set(axes.flatMap((axis) => (axis?.kind === 'number' ? [...axis.inputs.keys()] : [])));
  return axes.map(
    (axis) => new Map([...(axis?.inputs ?? [])].filter(([id]) => axis?.kind === 'number' || !alone.has(id))),
  );
}

const defaultChunk = 65_536;

/**
 * Prepares a sweep; nothing is computed before its chunks are asked for.
 * Errors  InputError with every problem of the scenario; of a field that no usage has, or of a value that it cannot have.
 */
export function sweep(scenarioText: ScenarioText, settings: SweepOptions): Sweep {
  const { catalog, sample, seed = 1, chunk = defaultChunk } = settings;
  const varied = settings.vary.map((written) => readVary(written, catalog));
  const names = varied.map(({ path }) => path);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined)
    throw new InputError([problem('bad-option', { reason: `"--vary ${twice}" is given twice` })]);
  const needsOptions = varied.some(({ values }) => values.kind !== 'number');
  const { resolved, read } = prepare(scenarioText, {
    catalog,
    method: 'ai-footprint',
    both: false,
    practices: [],
    ...(needsOptions ? { options: 'all' } : {}),
  });
  // What training a prompt shares in hangs on the model and on the tokens: a grid over the use does not hold it.
  const usages = resolved.usages.filter((usage) => hasPeriodTotal(usage) && usage.estimator !== 'training');
  const leftOut = resolved.usages.some(({ estimator }) => estimator === 'training');
  const ids = resolved.usages.map(({ id }) => id);
  const moved = usages.map((usage) => ({ usage, axes: varied.map((each) => axisOf(usage, each, ids)) }));
  for (const [at, { path }] of varied.entries()) {
    if (moved.some(({ axes }) => axes[at])) continue;
    const known = [...new Set(usages.flatMap(({ parts }) => parts[0]?.inputs.map(({ field }) => field) ?? []))].filter(
      (field) => field !== '' && !field.startsWith('catalog.'),
    );
    throw new InputError([problem('unknown-input', { name: path, nearest: nearestNames(path, known), known })]);
  }
  const unreachable = moved.flatMap(({ usage, axes }) =>
    axes.flatMap((axis) =>
      [...(axis?.inputs ?? [])].flatMap(([id, column]) => unreachableSpeed(usage, id, column) ?? []),
    ),
  );
  if (unreachable.length > 0) throw new InputError(unreachable);
  const evaluated = moved.map(({ usage, axes }) => ({
    // A region is the one place of a usage.
    parts: axes.some((axis) => axis?.kind === 'region') ? atOnePlace(usage.parts) : usage.parts,
    axes: withoutOverlap(axes),
  }));
  const lengths = varied.map(lengthOf);
  const all = lengths.reduce((rows, length) => rows * length, 1);
  const volume = resolved.volume && !names.includes('functional_unit.volume') ? resolved.volume.range.central : null;
  const base = {
    fields: names,
    period: read.scenario.period,
    volume,
    withoutTraining: leftOut,
    unitOf: (criterion: SweptCriterion): string => criterionUnit[criterion as Criterion],
  };
  if (sample !== undefined) {
    const picks = uniformDraws({ count: sample, names, seed });
    return {
      ...base,
      rows: sample,
      chunkCount: Math.ceil(sample / chunk),
      chunkAt(at) {
        const start = at * chunk;
        const rows = Math.min(chunk, sample - start);
        // Drawn values stand on one axis: the rows are not a grid.
        const index = (field: number, row: number): number =>
          Math.floor((picks[field]?.[start + row] ?? 0) * (lengths[field] ?? 1));
        const take = (inputs: ReadonlyMap<string, Float64Array>, field: number): [string, Float64Array][] =>
          [...inputs].map(([id, column]) => [
            id,
            Float64Array.from({ length: rows }, (_, row) => column[index(field, row)] ?? Number.NaN),
          ]);
        return {
          rows,
          value: (field, row) => valueAt(varied[field] as Varied, index(field, row)),
          totals: totalsOf(
            evaluated.map(({ parts, axes }) => ({
              parts,
              axes: [{ length: rows, inputs: new Map(axes.flatMap((inputs, field) => take(inputs, field))) }],
            })),
            rows,
          ),
        };
      },
    };
  }
  // A chunk is a grid too: one value of each field before `split`, some of that field, and all of those after it.
  const strides = lengths.map((_, at) => lengths.slice(at + 1).reduce((rows, length) => rows * length, 1));
  const split = Math.max(
    0,
    strides.findIndex((stride) => stride <= chunk),
  );
  const inner = strides[split] ?? 1;
  const steps = Math.max(1, Math.floor(chunk / inner));
  const length = lengths[split] ?? 1;
  const blocks = Math.ceil(length / steps);
  return {
    ...base,
    rows: all,
    chunkCount: (all / (inner * length)) * blocks,
    chunkAt(index) {
      const block = Math.floor(index / blocks);
      const first = (index % blocks) * steps;
      const own = Math.min(steps, length - first);
      const rows = own * inner;
      // Where the chunk starts in a field, and how much of it it holds.
      const span = (field: number): readonly [start: number, length: number] => {
        if (field === split) return [first, own];
        if (field > split) return [0, lengths[field] ?? 1];
        const stride = (strides[field] ?? 1) / (inner * length);
        return [Math.floor(block / stride) % (lengths[field] ?? 1), 1];
      };
      const spans = lengths.map((_, field) => span(field));
      const cut = (inputs: ReadonlyMap<string, Float64Array>, field: number): Axis => {
        const [start, count] = spans[field] ?? [0, 1];
        return {
          length: count,
          inputs: new Map([...inputs].map(([id, column]) => [id, column.subarray(start, start + count)])),
        };
      };
      return {
        rows,
        value: (field, row) => {
          const [start, count] = spans[field] ?? [0, 1];
          return valueAt(varied[field] as Varied, start + (Math.floor(row / (strides[field] ?? 1)) % count));
        },
        totals: totalsOf(
          evaluated.map(({ parts, axes }) => ({ parts, axes: axes.map(cut) })),
          rows,
        ),
      };
    },
  };
}

/** The chunks of a sweep, in order. */
export function* chunksOf({ chunkCount, chunkAt }: Sweep): Generator<SweepChunk> {
  for (let index = 0; index < chunkCount; index += 1) yield chunkAt(index);
}

interface Evaluated {
  readonly parts: readonly Part[];
  readonly axes: readonly Axis[];
}

/** Totals of all usages; a criterion that no usage knows is absent. */
function totalsOf(usages: readonly Evaluated[], rows: number): ReadonlyMap<SweptCriterion, Float64Array> {
  const sums = new Map<SweptCriterion, Float64Array>();
  for (const { parts, axes } of usages) {
    for (const part of parts) {
      const grid = evaluateGrid(part, axes, wanted);
      for (const criterion of criteria) {
        const spend = criterion === 'ghg' && grid.has('ghg_spend_total');
        for (const name of spend ? ['ghg_spend_total'] : Object.values(phaseOutputs[criterion])) {
          const column = grid.get(name);
          if (!column) continue;
          let sum = sums.get(criterion);
          if (!sum) sums.set(criterion, (sum = new Float64Array(rows)));
          for (let row = 0; row < rows; row += 1) sum[row] = (sum[row] ?? 0) + (column[row] ?? 0);
        }
      }
    }
  }
  return sums;
}
