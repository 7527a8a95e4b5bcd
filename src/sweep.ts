/** Every combination of the values of some fields of a scenario, at central values: a million of them in seconds. */
import { criterionUnit, type Criterion } from './assessment.ts';
import type { Catalog } from './catalog/index.ts';
import type { Axis } from './engine/grid.ts';
import { uniformDraws } from './engine/latin-hypercube.ts';
import { InputError, problem } from './errors.ts';
import { nearestNames } from './catalog/nearest.ts';
import { atOnePlace } from './practices/options.ts';
import { hasPeriodTotal, prepare, type ScenarioText } from './prepare.ts';
import { unreachableSpeed } from './reachable-speed.ts';
import { readVary, type Varied } from './scenario/vary.ts';
import { axisOf, lengthOf, valueAt, withoutOverlap } from './sweep-axes.ts';
import { totalsOf, type SweptCriterion } from './sweep-totals.ts';

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
