/** The hardware that serves a usage: accelerator, its making, its server, and how the model is deployed on it. */
import { problem } from '../../errors.ts';
import type { Accelerator, Figure } from '../../catalog/types.ts';
import type { Usage } from '../types.ts';
import { choiceOf, defaultOf, fill, fromCatalogue, fromScenario, known, standard, type Context } from './fill.ts';
import type { ResolvedInput } from './types.ts';
import type { Waiting } from './waiting.ts';

/** Path and place of a field of a usage, for a problem. */
export const placed = (context: Context, usage: Usage, field: string) => ({
  path: `${usage.path}.${field}`,
  place: context.locate(`${usage.path}.${field}`),
});

export interface FoundAccelerator {
  readonly row: Accelerator;
  readonly assumed: boolean;
  /** The scenario says that it is unknown. */
  readonly looked: boolean;
}

/** The accelerator that the scenario names, else the default one; undefined with a problem when it cannot serve. */
export function findAccelerator(
  context: Context,
  usage: Usage,
  field: 'serving.accelerator' | 'fleet.accelerator',
  name: string | undefined,
): FoundAccelerator | undefined {
  const { catalog } = context;
  const wanted = name ?? choiceOf(catalog, 'accelerator');
  const row = catalog.accelerator(wanted);
  if (!row) {
    context.problems.push(
      problem(
        'unknown-name',
        { kind: 'accelerator', name: wanted, nearest: catalog.nearest('accelerators', wanted), table: 'hardware' },
        placed(context, usage, field),
      ),
    );
    return undefined;
  }
  const missing = row.power
    ? field === 'serving.accelerator' && !(row.flops && row.bandwidth)
      ? 'the peak FLOP/s or bandwidth'
      : undefined
    : 'the power';
  if (missing !== undefined) {
    context.problems.push(
      problem(
        'unpublished-figure',
        {
          name: row.id,
          figure: missing,
          fix: 'choose another accelerator (ai-footprint catalog hardware), or give "measured: { energy: ... }"',
        },
        placed(context, usage, field),
      ),
    );
    return undefined;
  }
  return { row, assumed: name === undefined, looked: usage.unknown.includes(field) };
}

/** Power and making of an accelerator and of its server. */
export function hardwareInputs(
  context: Context,
  { row, assumed, looked }: FoundAccelerator,
  field: string,
): ResolvedInput[] {
  const figure = (id: string, of: Figure | null): ResolvedInput[] =>
    of
      ? [
          fromCatalogue(
            id,
            field,
            {
              figure: of,
              key: `accelerator:${row.id}.${id}`,
              status: assumed ? 'default' : 'catalogue',
              note: row.name,
            },
            looked,
          ),
        ]
      : [];
  return [
    ...figure('accelerator_power', row.power),
    ...figure('accelerator_flops', row.flops),
    ...figure('accelerator_bandwidth', row.bandwidth),
    ...figure('accelerator_memory', row.memory),
    ...figure('accelerator_embodied_ghg', row.embodied_ghg),
    ...figure('accelerator_embodied_adpe', row.embodied_adpe),
    ...figure('accelerator_embodied_primary_energy', row.embodied_primary_energy),
    ...serverInputs(context),
  ];
}

/** The server that holds accelerators, with its share of them and its life: the same for serving and for training. */
export function serverInputs({ catalog }: Context): ResolvedInput[] {
  return [
    'server_embodied_ghg',
    'server_embodied_adpe',
    'server_embodied_primary_energy',
    'accelerators_per_server',
    'hardware_lifetime',
    'occupancy',
  ].map((id) => standard(catalog, id));
}

/** How the model is deployed: accelerators, batch, idle capacity, server. */
export function resolveServing(context: Context, usage: Usage): Waiting | undefined {
  const { catalog } = context;
  const { serving = {} } = usage;
  const accelerator = findAccelerator(context, usage, 'serving.accelerator', serving.accelerator);
  if (!accelerator) return undefined;
  const { accelerators } = serving;
  const speed = speedOf(usage);
  const row = serving.mode === 'batch' ? 'batch_offline' : 'batch';
  const inputs = [
    ...hardwareInputs(context, accelerator, 'serving.accelerator'),
    speed ? speed.input : fill('batch', 'serving.batch', serving.batch, usage.path, defaultOf(catalog, row)),
    fill('host', 'serving.host', serving.host, usage.path, defaultOf(catalog, 'host')),
    ...(accelerators === undefined || accelerators === 'unknown'
      ? []
      : [fromScenario('accelerators', '1', 'serving.accelerators', accelerators, usage.path)]),
  ];
  return { mechanisms: speed ? [...speed.mechanisms, 'throughput'] : [], inputs };
}

/** Inputs of which each gives the batch. */
export const speedInputs = ['tokens_per_second', 'asked_time', 'latency'] as const;

/** The speed that one request gets, in the words of the scenario; it gives the batch. */
function speedOf({ serving = {}, path }: Usage): { input: ResolvedInput; mechanisms: readonly string[] } | undefined {
  const { tokens_per_second: speed, time_per_output_token: time, latency } = serving;
  if (known(speed))
    return {
      input: fromScenario('tokens_per_second', 'token/s', 'serving.tokens_per_second', speed, path),
      mechanisms: ['asked-speed'],
    };
  if (known(time))
    return {
      input: fromScenario('asked_time', 's/token', 'serving.time_per_output_token', time, path),
      mechanisms: [],
    };
  return known(latency)
    ? { input: fromScenario('latency', 's/request', 'serving.latency', latency, path), mechanisms: ['asked-latency'] }
    : undefined;
}
