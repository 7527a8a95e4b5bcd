/** Rows of providers.yaml: who serves models, and the span of the places where it may do so. */
import * as z from 'zod/mini';
import type { Figure, Provider, Region, Zone } from '../types.ts';
import { columns, type Column } from './columns.ts';
import { compileFigure, figureOrRange, RowError, text } from './figure.ts';
import type { ZoneContext } from './zones.ts';

export const providerRow = z.strictObject({
  id: text,
  name: text,
  clouds: z.array(text),
  /** ISO3 codes, or `any`: the 5th to 95th percentile of all regions. */
  countries: z.array(text).check(z.minLength(1)),
  zone: text,
  /** Further zones to span. */
  zones: z.optional(z.array(text)),
  pue: figureOrRange,
  wue: figureOrRange,
  places: z.optional(z.array(text)),
  accelerators: z.optional(z.array(text)),
  basis: text,
});

type ProviderRow = z.infer<typeof providerRow>;
type RawSpan = ProviderRow['pue'];

export interface ProviderContext extends ZoneContext {
  readonly regions: readonly Region[];
}

export function compileProvider(row: ProviderRow, context: ProviderContext): Provider {
  const zone = known(row.zone, context);
  const anywhere = row.countries.includes('any');
  const regions = anywhere
    ? context.regions
    : context.regions.filter((each) => row.clouds.includes(each.provider) && row.countries.includes(each.country));
  const zones = [
    ...regions.map((each) => known(each.zone, context)),
    ...(row.zones ?? []).map((id) => known(id, context)),
  ];
  const where = anywhere
    ? `5th to 95th percentile of ${regions.length} cloud regions`
    : zones.length > 0
      ? `span of ${new Set(zones.map((each) => each.id)).size} zones where it may run`
      : undefined;
  const span = (column: 'ghg' | 'water'): Figure =>
    spanOfZones({ central: zone[column], figures: zones.map((each) => each[column].value), anywhere, note: where });
  return {
    id: row.id,
    name: row.name,
    clouds: row.clouds,
    zone: zone.id,
    ghg: span('ghg'),
    water: span('water'),
    pue: spanOfSites(row.pue, columns.providers.pue, anywhere ? [] : values(regions, 'pue'), context),
    wue: spanOfSites(row.wue, columns.providers.wue, anywhere ? [] : values(regions, 'wue'), context),
    basis: row.basis,
  };
}

function known(id: string, { zone }: ZoneContext): Zone {
  const found = zone(id);
  if (!found) throw new RowError(`unknown zone "${id}"`);
  return found;
}

const values = (regions: readonly Region[], column: 'pue' | 'wue'): number[] =>
  regions.flatMap((each) => (each[column] ? [each[column].value] : []));

/** Where it runs is an assumption, so the figure is derived however well the zone is known. */
function spanOfZones(a: {
  central: Figure;
  figures: readonly number[];
  anywhere: boolean;
  note: string | undefined;
}): Figure {
  const { central, figures, anywhere, note } = a;
  if (figures.length === 0 || note === undefined) return { ...central, confidence: 'derived' };
  const ends = anywhere ? [percentile(figures, 0.05), percentile(figures, 0.95)] : figures;
  return {
    ...central,
    low: Math.min(central.value, ...ends),
    high: Math.max(central.value, ...ends),
    confidence: 'derived',
    note,
  };
}

/** A range as written wins; a lone value is spread over the sites. */
function spanOfSites(raw: RawSpan, column: Column, sites: readonly number[], { sources }: ZoneContext): Figure {
  const written = compileFigure(raw, column, sources);
  if (raw.low !== undefined || raw.high !== undefined || sites.length === 0) return written;
  return { ...written, low: Math.min(written.value, ...sites), high: Math.max(written.value, ...sites) };
}

function percentile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((left, right) => left - right);
  return sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
}
