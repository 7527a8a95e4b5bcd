/** Energy and impacts of a whole training: as published, or from the hours and the hardware of the run. */
import { problem } from '../../errors.ts';
import type { Accelerator } from '../../catalog/types.ts';
import type { TrainingRun } from '../training-types.ts';
import type { Given } from '../types.ts';
import { choiceOf, defaultOf, fill, fromCatalogue, fromScenario, implied, type Context } from './fill.ts';
import { serverInputs } from './hardware.ts';
import type { ResolvedInput } from './types.ts';

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
export function workOf(context: Context, run: TrainingRun): Work {
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
