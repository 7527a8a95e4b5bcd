/** The region that is suggested: the least greenhouse gases per kWh of the servers, among those that may be. */
import { problem } from '../../errors.ts';
import type { Catalog } from '../../catalog/index.ts';
import type { Region } from '../../catalog/types.ts';
import type { Context } from '../resolve/fill.ts';
import { resolveLocations } from '../resolve/location.ts';
import { placeToday, type Found, type Today } from './today.ts';
import type { ResolvedInput } from '../resolve/types.ts';

/** Regions that may be suggested, and what makes them so. */
interface Field {
  readonly regions: readonly Region[];
  readonly reason: 'lowest-of-provider' | 'lowest-of-continent' | 'lowest-allowed';
  readonly named: string;
}

/** Below this part of a gain, moving is not worth a word. */
const worthMoving = 0.01;

function unknownName(
  context: Context,
  { usage }: Today,
  field: string,
  kind: string,
  table: string,
  name: string,
): void {
  const at = `${usage.path}.keep.${field}`;
  const { catalog } = context;
  const nearest =
    table === 'regions' || table === 'continents' ? catalog.nearest(table, name) : catalog.nearest('fleets', name);
  context.problems.push(
    problem('unknown-name', { kind, name, nearest, table }, { path: at, place: context.locate(at) }),
  );
}

/** The continent of a zone: of its country, or of the country it is a part of. */
function continentOf(catalog: Catalog, zoneId: string): string | undefined {
  const zone = catalog.zone(zoneId);
  const country = zone?.kind === 'subdivision' ? zone.parent : zone?.id;
  return catalog.data.continents.find(({ id, members }) => id !== 'EU' && members.includes(country ?? ''))?.id;
}

/** Clouds of today: of the regions that are named, else of the host. */
function cloudsOf(catalog: Catalog, { usage, host }: Today): readonly string[] {
  const named = usage.locations.flatMap(({ region }) =>
    region === undefined ? [] : [catalog.region(region)?.provider],
  );
  const known = named.filter((each) => each !== undefined);
  if (known.length > 0) return [...new Set(known)];
  const own = catalog.data.fleets.some(({ id }) => id === usage.provider) ? [usage.provider ?? ''] : [];
  // `generic` may be anybody: no cloud follows from it.
  return own.length > 0 ? own : host.id === 'generic' ? [] : host.clouds;
}

/** Errors  noted: a region, continent or cloud of `keep` that the catalogue does not hold. */
export function regionsFor(context: Context, today: Today): Field | undefined {
  const { catalog } = context;
  const { keep } = today.usage;
  if (keep?.regions) {
    const allowed = keep.regions.flatMap((name) => {
      const region = catalog.region(name);
      if (!region) unknownName(context, today, 'regions', 'region', 'regions', name);
      return region ?? [];
    });
    return { regions: allowed, reason: 'lowest-allowed', named: '' };
  }
  const continent = keep?.continent === undefined ? undefined : catalog.continent(keep.continent);
  if (keep?.continent !== undefined && !continent)
    unknownName(context, today, 'continent', 'continent', 'continents', keep.continent);
  const isWithin = ({ country }: Region): boolean => !continent || continent.members.includes(country);
  const clouds = typeof keep?.provider === 'string' ? [keep.provider] : cloudsOf(catalog, today);
  if (typeof keep?.provider === 'string' && catalog.provided('regions', clouds).length === 0) {
    unknownName(context, today, 'provider', 'cloud', 'regions', keep.provider);
    return undefined;
  }
  if (clouds.length > 0) {
    const own = catalog.provided('regions', clouds).filter(isWithin);
    return { regions: own, reason: 'lowest-of-provider', named: clouds.join(' + ') };
  }
  // The cloud of today is to be kept, and nobody knows which it is.
  if (keep?.provider === true) return undefined;
  const { regions } = catalog.data;
  if (continent) return { regions: regions.filter(isWithin), reason: 'lowest-of-continent', named: continent.id };
  const continents = new Set(
    today.usage.locations.map(({ grid }) => (typeof grid === 'string' ? continentOf(catalog, grid) : undefined)),
  );
  // Work on two continents has no one continent to stay on.
  const [here] = continents.size === 1 ? continents : [];
  const members = here === undefined ? undefined : catalog.continent(here)?.members;
  if (here === undefined || !members) return undefined;
  return {
    regions: regions.filter(({ country }) => members.includes(country)),
    reason: 'lowest-of-continent',
    named: here,
  };
}

const valueOf = (inputs: readonly ResolvedInput[], id: string): number =>
  inputs.find((input) => input.id === id)?.range.central ?? Number.NaN;

/** Grid, PUE and WUE of the usage if it ran in that region. */
export function inputsOf(context: Context, { usage, host }: Today, region: Region): readonly ResolvedInput[] {
  const { pue: _pue, wue: _wue, ...others } = usage;
  const path = 'location.region';
  const moved = { ...others, locations: [{ share: 1, path, region: region.id }], unknown: [] };
  const [there] = resolveLocations(context, moved, host);
  return there?.inputs.filter(({ id }) => id !== 'location_share') ?? [];
}

/** Greenhouse gases per kWh of the servers, kgCO2e/kWh: PUE times intensity. */
const intensity = (inputs: readonly ResolvedInput[]): number => valueOf(inputs, 'pue') * valueOf(inputs, 'grid_ghg');

/** Intensity of a region without resolving it: 179 of them are looked at. */
function intensityOf({ catalog }: Context, { host }: Today, region: Region): number {
  const pue = region.pue ?? catalog.fleet(region.provider)?.pue ?? host.pue;
  const zone = catalog.zone(region.zone);
  return zone ? pue.value * zone.ghg.value : Number.POSITIVE_INFINITY;
}

export function suggestPlace(context: Context, today: Today): Found {
  const { locations } = today;
  const from = placeToday(today);
  const field = regionsFor(context, today);
  if (!field) return { status: 'out-of-reach', reason: 'place-unknown', from };
  const best = field.regions
    .map((region) => ({ region, value: intensityOf(context, today, region) }))
    .toSorted((left, right) => left.value - right.value || (left.region.id < right.region.id ? -1 : 1))[0];
  const now = locations.reduce((sum, { inputs }) => sum + valueOf(inputs, 'location_share') * intensity(inputs), 0);
  const { reason, named } = field;
  if (!best) return { status: 'nothing-better', reason: 'none-allowed', from, to: from };
  if (best.value > now * (1 - worthMoving)) return { status: 'nothing-better', reason, named, from, to: from };
  const inputs = inputsOf(context, today, best.region);
  return { status: 'applies', reason, named, from, to: best.region.id, inputs };
}
