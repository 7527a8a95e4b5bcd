/** Storage, vectors, network and devices of a usage: parts beside its own, each at one of its places. */
import { InternalError } from '../../errors.ts';
import type { BoundaryItem } from '../../assessment.ts';
import type { Usage, Value } from '../types.ts';
import { defaultOf, fill, fromCatalogue, fromScenario, implied, known, type Context } from './fill.ts';
import type { ResolvedLocation } from './location.ts';
import type { ResolvedInput, ResolvedPart } from './types.ts';

export interface ResolvedData {
  readonly parts: readonly ResolvedPart[];
  /** What of the boundary is counted by them. */
  readonly counted: readonly BoundaryItem[];
}

/** Networks and devices are not in the data centre: the electricity of the world, marked. */
function outside({ catalog }: Context): ResolvedInput[] {
  const zone = catalog.zone('WORLD');
  if (!zone) throw new InternalError('src/data/zones.yaml has no row "WORLD"');
  const note = 'networks and devices of users, who may be anywhere';
  return (['ghg', 'water', 'adpe', 'primary_energy'] as const).map((name) =>
    fromCatalogue(`network_grid_${name}`, 'data.transfer', {
      figure: zone[name],
      key: `network:WORLD.${name}`,
      status: 'default',
      note,
    }),
  );
}

/** @param volume mechanisms and inputs that give the requests of the period; the device of a user counts by them. */
export function resolveData(
  context: Context,
  usage: Usage,
  locations: readonly ResolvedLocation[],
  volume: { readonly mechanisms: readonly string[]; readonly inputs: readonly ResolvedInput[] },
): ResolvedData {
  const { data, path } = usage;
  if (!data) return { parts: [], counted: [] };
  const { storage, replicas, vectors, transfer, device } = data;
  const given = (id: string, unit: string, field: string, value: Value | undefined): ResolvedInput =>
    known(value) ? fromScenario(id, unit, `data.${field}`, value, path) : implied(id, 0, unit);
  const assumed = (id: string, isNeeded: boolean, unit: string): ResolvedInput =>
    isNeeded ? fromCatalogue(id, `catalog.defaults.${id}`, defaultOf(context.catalog, id)) : implied(id, 0, unit);
  const inputs = [
    given('storage_amount', 'TB', 'storage', storage),
    assumed('storage_power', known(storage), 'W/TB'),
    known(storage)
      ? fill('replication', 'data.replicas', replicas, path, defaultOf(context.catalog, 'replication'))
      : implied('replication', 1, '1'),
    given('vector_memory', 'GB', 'vectors', vectors),
    assumed('memory_power', known(vectors), 'W/GB'),
    given('transfer_amount', 'GB/period', 'transfer', transfer),
    assumed('transfer_energy', known(transfer), 'kWh/GB'),
    given('device_energy', 'kWh/request', 'device', device),
    ...outside(context),
    ...volume.inputs,
  ];
  return {
    parts: locations.map((location) => ({
      place: location.name,
      mechanisms: ['data', ...volume.mechanisms],
      inputs: [...inputs, ...location.inputs],
    })),
    counted: [
      ...(known(storage) || known(vectors) ? (['storage'] as const) : []),
      ...(known(transfer) ? (['network'] as const) : []),
      ...(known(device) ? (['devices'] as const) : []),
    ],
  };
}
