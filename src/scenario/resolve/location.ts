/** Where a usage runs: grid, PUE and WUE of each of its places. */
import { InternalError, problem } from '../../errors.ts';
import type { Figure, Provider, Zone } from '../../catalog/types.ts';
import { fill, fromScenario, implied, known, type Context, type Substitute } from './fill.ts';
import type { GivenGrid, Location, Usage } from '../types.ts';
import type { ResolvedInput } from './types.ts';

export interface ResolvedLocation {
  readonly inputs: readonly ResolvedInput[];
  /** `azure/eastus2`, `FRA`; null where the scenario gives its own figures. */
  readonly name: string | null;
  readonly assumed: boolean;
}

const fact = (figure: Figure, key: string, note?: string): Substitute => ({
  figure,
  key,
  status: 'catalogue',
  ...(note === undefined ? {} : { note }),
});

const assumption = (figure: Figure, key: string, note: string): Substitute => ({
  figure,
  key,
  status: 'default',
  note,
});

function unknownName(
  context: Context,
  usage: Usage,
  field: string,
  table: 'regions' | 'zones' | 'providers',
  name: string,
): void {
  context.problems.push(
    problem(
      'unknown-name',
      {
        kind: { regions: 'region', zones: 'grid zone', providers: 'provider' }[table],
        name,
        nearest: context.catalog.nearest(table, name),
        table: table === 'zones' ? 'grids' : table,
      },
      { path: `${usage.path}.${field}`, place: context.locate(`${usage.path}.${field}`) },
    ),
  );
}

/** Who hosts: as the scenario says, else who most likely hosts the model, else nobody in particular. */
export function hostOf(context: Context, usage: Usage, modelHosting: string | undefined): Provider {
  const generic = context.catalog.provider('generic');
  const named = usage.provider ?? modelHosting ?? 'generic';
  const found = context.catalog.provider(named);
  if (found) return found;
  const fleet = context.catalog.fleet(named);
  if (!generic) throw new InternalError('src/data/providers.yaml has no row "generic"');
  if (fleet) {
    return { ...generic, id: fleet.id, name: fleet.id, pue: fleet.pue ?? generic.pue, wue: fleet.wue ?? generic.wue };
  }
  unknownName(context, usage, 'provider', 'providers', named);
  return generic;
}

interface GridFigures {
  readonly ghg: Substitute;
  readonly water: Substitute;
  readonly adpe: Substitute;
  readonly primaryEnergy: Substitute;
}

/** Most zones share the figure of the world: one unknown. */
const adpeKey = ({ adpe }: Zone): string => `adpe:${adpe.source}:${adpe.value}`;

function gridOfZone(zone: Zone): GridFigures {
  return {
    ghg: fact(zone.ghg, `zone:${zone.id}.ghg`),
    water: fact(zone.water, `zone:${zone.id}.water`),
    adpe: fact(zone.adpe, adpeKey(zone)),
    primaryEnergy: fact(zone.primary_energy, `zone:${zone.id}.primary_energy`),
  };
}

function gridOfHost(host: Provider, zone: Zone): GridFigures {
  const note = `${host.name}: ${host.basis}`;
  return {
    ghg: assumption(host.ghg, `host:${host.id}.ghg`, note),
    water: assumption(host.water, `host:${host.id}.water`, note),
    adpe: assumption(zone.adpe, adpeKey(zone), note),
    primaryEnergy: assumption(zone.primary_energy, `zone:${zone.id}.primary_energy`, note),
  };
}

/** PUE or WUE of a cloud region: its own, else that of its fleet, else that of the host. */
function facilityOf(
  context: Context,
  figure: 'pue' | 'wue',
  host: Provider,
  region: { id: string; provider: string; pue: Figure | null; wue: Figure | null } | undefined,
): Substitute {
  const own = region?.[figure];
  if (region && own) return fact(own, `region:${region.id}.${figure}`);
  const fleet = region ? context.catalog.fleet(region.provider) : undefined;
  const ofFleet = fleet?.[figure];
  if (region && fleet && ofFleet) {
    return assumption(ofFleet, `fleet:${fleet.id}.${figure}`, `${region.id} publishes none; all sites of ${fleet.id}`);
  }
  return assumption(host[figure], `host:${host.id}.${figure}`, `sites of ${host.name}`);
}

function resolveOne(context: Context, usage: Usage, location: Location | undefined, host: Provider): ResolvedLocation {
  const { catalog } = context;
  const region = location?.region === undefined ? undefined : catalog.region(location.region);
  if (location?.region !== undefined && !region) unknownName(context, usage, location.path, 'regions', location.region);
  const zoneName = typeof location?.grid === 'string' ? location.grid : region?.zone;
  const zone = zoneName === undefined ? undefined : catalog.zone(zoneName);
  if (zoneName !== undefined && !zone) unknownName(context, usage, location?.path ?? 'grid', 'zones', zoneName);
  const hostZone = catalog.zone(host.zone) ?? catalog.zone('WORLD');
  if (!hostZone) throw new InternalError('src/data/zones.yaml has no row "WORLD"');
  const grid = zone ? gridOfZone(zone) : gridOfHost(host, hostZone);
  const given: GivenGrid = typeof location?.grid === 'object' ? location.grid : {};
  // A contract says nothing of the place: the electricity of the place counts, and the contract stands beside it.
  const { intensity: contracted, ...rest } = given;
  const own: GivenGrid = given.isMarket ? rest : given;
  const field = location?.path ?? 'region';
  const looked = usage.unknown.includes('region') || usage.unknown.includes('grid');
  const fillGrid = (
    id: string,
    part: 'intensity' | 'water' | 'adpe' | 'primary_energy',
    substitute: Substitute,
  ): ResolvedInput =>
    fill(
      id,
      `${typeof location?.grid === 'object' && field === 'region' ? 'grid' : field}.${part}`,
      own[part] ?? (looked ? 'unknown' : undefined),
      usage.path,
      substitute,
    );
  return {
    inputs: [
      fillGrid('grid_ghg', 'intensity', grid.ghg),
      fillGrid('grid_water', 'water', grid.water),
      fillGrid('grid_adpe', 'adpe', grid.adpe),
      fillGrid('grid_primary_energy', 'primary_energy', grid.primaryEnergy),
      fill('pue', 'pue', usage.pue, usage.path, facilityOf(context, 'pue', host, region)),
      fill('wue', 'wue', usage.wue, usage.path, facilityOf(context, 'wue', host, region)),
      implied('location_share', location?.share ?? 1, '1'),
      ...(given.isMarket && known(contracted)
        ? [fromScenario('grid_ghg_market', 'kgCO2e/kWh', 'grid.intensity', contracted, usage.path)]
        : []),
    ],
    name:
      (region && typeof location?.grid === 'string' ? `${region.id} (${zone?.id ?? location.grid})` : undefined) ??
      region?.id ??
      zone?.id ??
      (own.intensity === undefined ? host.zone : null),
    assumed: location === undefined || (!region && !zone && own.intensity === undefined),
  };
}

/** Grid, PUE and WUE of each place of a usage; one place, assumed, when the scenario names none. */
export function resolveLocations(context: Context, usage: Usage, host: Provider): ResolvedLocation[] {
  if (usage.locations.length === 0) return [resolveOne(context, usage, undefined, host)];
  return usage.locations.map((location) => resolveOne(context, usage, location, host));
}
