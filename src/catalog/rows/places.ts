/** Rows of regions.yaml and fleets.yaml: PUE and WUE of a site, and of all sites of a cloud. */
import * as z from 'zod/mini';
import type { Fleet, Region } from '../types.ts';
import { columns } from './columns.ts';
import { compileFigure, compileList, figure, figureWith, RowError, text, type SourceLookup } from './figure.ts';
import type { ZoneContext } from './zones.ts';

const list = z.array(figure).check(z.minLength(1));

export const regionRow = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+\/[a-z0-9_-]+$/)),
  place: text,
  country: text,
  zone: text,
  /** Key of Electricity Maps, for reference. */
  grid_zone: z.optional(text),
  pue: z.optional(list),
  wue: z.optional(list),
  grid_ghg_published: z.optional(
    z.array(figureWith({ carbon_free_share: z.optional(z.number()) })).check(z.minLength(1)),
  ),
  market_based_ghg: z.optional(figure),
  water_withdrawn: z.optional(figure),
  renewable_matched_share: z.optional(figure),
});

/** Entries older than this before the newest one say nothing about the site of today. */
const yearsThatCount = 3;

export function compileRegion(row: z.infer<typeof regionRow>, { sources, zone }: ZoneContext): Region {
  for (const name of [row.zone, row.country]) if (!zone(name)) throw new RowError(`unknown zone "${name}"`);
  const published = row.grid_ghg_published?.[0];
  return {
    id: row.id,
    provider: row.id.slice(0, row.id.indexOf('/')),
    place: row.place,
    country: row.country,
    zone: row.zone,
    pue: row.pue ? compileList(row.pue, columns.regions.pue, sources, yearsThatCount) : null,
    wue: row.wue ? compileList(row.wue, columns.regions.wue, sources, yearsThatCount) : null,
    ...(published ? { grid_ghg_published: compileFigure(published, columns.regions.grid_ghg_published, sources) } : {}),
  };
}

export const fleetRow = z.strictObject({
  id: text,
  pue: z.optional(list),
  wue: z.optional(list),
  other: z.optional(z.array(figureWith({ what: text }))),
  note: z.optional(text),
});

export function compileFleet(row: z.infer<typeof fleetRow>, sources: SourceLookup): Fleet {
  return {
    id: row.id,
    pue: row.pue ? compileList(row.pue, columns.fleets.pue, sources) : null,
    wue: row.wue ? compileList(row.wue, columns.fleets.wue, sources) : null,
  };
}
