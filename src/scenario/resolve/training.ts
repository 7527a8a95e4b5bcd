/** Runs of one's own: each is a line beside the usages, with the training phase alone. */
import { InternalError, problem } from '../../errors.ts';
import type { Accelerator, Provider } from '../../catalog/types.ts';
import type { TrainingRun } from '../training-types.ts';
import type { Given, Usage } from '../types.ts';
import { choiceOf, defaultOf, fill, fromCatalogue, fromScenario, implied, type Context } from './fill.ts';
import { serverInputs } from './hardware.ts';
import { resolveLocations, type ResolvedLocation } from './location.ts';
import type { ResolvedInput, ResolvedPart, ResolvedUsage } from './types.ts';

/** A usage with its volume, that a training may serve. */
export interface Served {
  readonly usage: Usage;
  readonly mechanisms: readonly string[];
  readonly inputs: readonly ResolvedInput[];
  /** Whether its requests are known. */
  readonly known: boolean;
}

/** The electricity of a training has names of its own, so that moving the use does not move it. */
const renamed: Readonly<Record<string, string>> = {
  grid_ghg: 'training_grid_ghg',
  grid_water: 'training_grid_water',
  grid_adpe: 'training_grid_adpe',
  grid_primary_energy: 'training_grid_primary_energy',
  pue: 'training_pue',
  wue: 'training_wue',
};

/** Grid and building of a place as those of a training, its share left out. */
export function trainingPlace({ inputs }: ResolvedLocation): readonly ResolvedInput[] {
  return inputs.flatMap((input) => {
    const id = renamed[input.id];
    return id === undefined ? [] : [{ ...input, id }];
  });
}

function genericHost(context: Context): Provider {
  const host = context.catalog.provider('generic');
  if (!host) throw new InternalError('src/data/providers.yaml has no row "generic"');
  return host;
}

/** A run as the owner of its place. */
function asUsage({ id, path, locations, pue, unknown }: TrainingRun): Usage {
  return { id, path, locations, unknown, ...(pue ? { pue } : {}) };
}

function acceleratorOf(context: Context, run: TrainingRun): Accelerator | undefined {
  const { catalog } = context;
  const wanted = run.accelerator ?? choiceOf(catalog, 'accelerator');
  const row = catalog.accelerator(wanted);
  const path = `${run.path}.accelerator`;
  const where = { path, place: context.locate(path) };
  if (row?.power && row.flops) return row;
  context.problems.push(
    row
      ? problem(
          'unpublished-figure',
          {
            name: row.id,
            figure: 'the power or the peak FLOP/s',
            fix: 'give "energy:" of the run, or another accelerator',
          },
          where,
        )
      : problem(
          'unknown-name',
          { kind: 'accelerator', name: wanted, nearest: catalog.nearest('accelerators', wanted), table: 'hardware' },
          where,
        ),
  );
  return undefined;
}

/** Power, server and making of the accelerators of a run. */
function hardwareOf(context: Context, run: TrainingRun, row: Accelerator): ResolvedInput[] {
  const { catalog } = context;
  const figure = (id: string, of: Accelerator['power']): ResolvedInput[] =>
    of
      ? [
          fromCatalogue(id, 'accelerator', {
            figure: of,
            key: `accelerator:${row.id}.${id.replace('training_', 'accelerator_')}`,
            status: run.accelerator === undefined ? 'default' : 'catalogue',
            note: row.name,
          }),
        ]
      : [];
  return [
    ...(run.power
      ? [fromScenario('training_power', 'W', 'power', run.power, run.path)]
      : figure('training_power', row.power)),
    ...figure('training_flops', row.flops),
    fill('training_host', 'host', run.host, run.path, defaultOf(catalog, 'training_host')),
    ...figure('accelerator_embodied_ghg', row.embodied_ghg),
    ...figure('accelerator_embodied_adpe', row.embodied_adpe),
    ...figure('accelerator_embodied_primary_energy', row.embodied_primary_energy),
    ...serverInputs(context),
  ];
}

interface Work {
  readonly mechanisms: readonly string[];
  readonly inputs: readonly ResolvedInput[];
}

/** Accelerator-hours, as given or as count x hours. */
function hoursOf(run: TrainingRun): Work | undefined {
  const give = (id: string, unit: string, field: string, value: Given): ResolvedInput =>
    fromScenario(id, unit, field, value, run.path);
  if (run.gpu_hours) return { mechanisms: [], inputs: [give('training_gpu_hours', 'h', 'gpu_hours', run.gpu_hours)] };
  if (!run.count || !run.hours) return undefined;
  return {
    mechanisms: ['training-cluster'],
    inputs: [give('training_count', 'device', 'count', run.count), give('training_hours', 'h', 'hours', run.hours)],
  };
}

/** Hours from operations, when tokens and a size are given. */
function estimatedHours(context: Context, run: TrainingRun): Work | undefined {
  if (!run.tokens) return undefined;
  const size = sizeOf(context, run);
  if (!size) return undefined;
  return {
    mechanisms: ['training-estimate'],
    inputs: [
      size,
      fromScenario('training_tokens', 'token', 'tokens', run.tokens, run.path),
      implied('flop_per_weight', run.method === 'lora' ? 4 : 6, 'FLOP/parameter/token'),
    ],
  };
}

function sizeOf(context: Context, run: TrainingRun): ResolvedInput | undefined {
  if (run.parameters) return fromScenario('training_parameters', 'Gparameter', 'parameters', run.parameters, run.path);
  if (run.model === undefined) return undefined;
  const path = `${run.path}.model`;
  const where = { path, place: context.locate(path) };
  const found = context.catalog.model(run.model);
  if (!found || !('ok' in found)) {
    context.problems.push(
      found
        ? problem('ambiguous-name', { kind: 'model', name: run.model, candidates: found.ambiguous }, where)
        : problem(
            'unknown-name',
            { kind: 'model', name: run.model, nearest: context.catalog.nearest('models', run.model), table: 'models' },
            where,
          ),
    );
    return undefined;
  }
  const { active_parameters: active, id } = found.ok;
  if (active)
    return fromCatalogue('training_parameters', 'model', {
      figure: active,
      key: `model:${id}.active_parameters`,
      status: active.confidence === 'primary' || active.confidence === 'secondary' ? 'catalogue' : 'default',
    });
  context.problems.push(
    problem('unpublished-figure', { name: id, figure: 'the size', fix: 'give "parameters:" of the run' }, where),
  );
  return undefined;
}

/** Energy and impacts of the whole training. */
function workOf(context: Context, run: TrainingRun): Work {
  const given = (
    [
      ['training_energy', 'kWh', 'energy', run.energy],
      ['training_ghg', 'kgCO2e', 'ghg', run.ghg],
      ['training_water', 'L', 'water', run.water],
    ] as const
  ).flatMap(([id, unit, field, value]) => (value ? [fromScenario(id, unit, field, value, run.path)] : []));
  const hours = hoursOf(run) ?? estimatedHours(context, run);
  const accelerator = hours ? acceleratorOf(context, run) : undefined;
  if (hours && accelerator) {
    return {
      mechanisms: [...hours.mechanisms, 'training-hours', 'training-run', 'training-hardware'],
      inputs: [...given, ...hours.inputs, ...hardwareOf(context, run, accelerator)],
    };
  }
  return { mechanisms: run.energy ? ['training-energy'] : [], inputs: given };
}

/** Whether anything of the run depends on the electricity of its place. */
const needsPlace = (run: TrainingRun): boolean => run.energy !== undefined || run.ghg === undefined;

/** The rule by which the period carries the run: its runs, or the requests that it serves in its life. */
function partsOf(context: Context, run: TrainingRun, served: readonly Served[]): readonly ResolvedPart[] {
  const { mechanisms, inputs } = workOf(context, run);
  const places = needsPlace(run) ? resolveLocations(context, asUsage(run), genericHost(context)) : [];
  const shares = places.length === 0 ? [undefined] : places;
  const development = run.development
    ? fromScenario('development', '1', 'development', run.development, run.path)
    : implied('development', 1, '1');
  const of = (place: ResolvedLocation | undefined) => ({
    where: place ? { place: place.name } : {},
    mechanisms: [...mechanisms, 'training-totals'],
    inputs: [...inputs, ...(place ? trainingPlace(place) : []), development],
    weight: place?.inputs.find(({ id }) => id === 'location_share')?.range.central ?? 1,
  });
  const { serves } = run;
  if (!serves) {
    const part = run.share
      ? fromScenario('training_part', '1', 'share', run.share, run.path)
      : implied('training_part', 1, '1');
    return shares.map(of).map((each) => ({
      ...each.where,
      mechanisms: ['training-by-runs', ...each.mechanisms],
      inputs: [
        ...each.inputs,
        part,
        run.runs
          ? fromScenario('training_runs', '1/period', 'runs', run.runs, run.path)
          : implied('training_runs', 1, '1/period'),
        implied('place_share', each.weight, '1'),
      ],
    }));
  }
  return served.flatMap((usage) =>
    usage.known
      ? shares.map(of).map((each) => ({
          ...each.where,
          mechanisms: ['training-by-requests', ...each.mechanisms, ...usage.mechanisms, 'totals'],
          inputs: [
            ...each.inputs,
            ...usage.inputs,
            implied('location_share', each.weight, '1'),
            fromScenario('lifetime_requests', 'request', 'serves', serves, run.path),
          ],
        }))
      : [],
  );
}

/** Each run as a line of its own. */
export function resolveRuns(
  context: Context,
  runs: readonly TrainingRun[],
  served: readonly Served[],
): ResolvedUsage[] {
  return runs.map((run) => {
    const isGiven = run.energy !== undefined || run.ghg !== undefined;
    return {
      id: run.id,
      path: run.path,
      description: run.description ?? null,
      tags: [],
      facts: { place: '', placeAssumed: false, ...(run.model === undefined ? {} : { model: run.model }) },
      estimator: 'training',
      tier: isGiven ? 1 : 2,
      requestsKnown: false,
      perRequest: false,
      parts: partsOf(context, run, served),
      crossChecks: [],
      reasons: [],
      practices: [],
    };
  });
}
