/** `region` and `grid` of a usage -> its places, with shares that add up to the whole. */
import type { Findings } from './findings.ts';
import type { Path } from './text/place.ts';
import { isMap, readerOf, readQuantity } from './value/quantity.ts';
import type { Location, GivenGrid } from './types.ts';
import { textOf, valuesOf, withoutAbsent } from './usage-parts.ts';

/** Shares are printed rounded: 33.3 % three times is meant to be the whole. */
const shareTolerance = 0.001;

/** Where a place is read, and what it leaves behind. */
export interface PlaceReading {
  /** Path of the owner of `region` and `grid`. */
  readonly path: Path;
  readonly findings: Findings;
  readonly unknown: string[];
}

export function gridOf(
  raw: unknown,
  field: string,
  { path, findings, unknown }: PlaceReading,
): string | GivenGrid | undefined {
  if (!isMap(raw)) return textOf(raw, [...path, 'grid'], findings, field, unknown);
  const figures = valuesOf(
    raw,
    'grid',
    ['intensity', 'water', 'adpe', 'primary_energy'],
    [...path, 'grid'],
    findings,
    unknown,
  );
  if (raw['basis'] !== 'market') return figures;
  // A practice moves the work to another place; a contract moves nothing.
  if (path.includes('practices')) {
    const fix = 'name the region or the zone; a contract stands in "grid" of the usage';
    findings.report('not-computed-yet', { field: 'basis: market of a practice', fix }, [...path, 'grid', 'basis']);
  }
  return { ...figures, isMarket: true };
}

export function regionOf(raw: unknown, field: string, { path, findings, unknown }: PlaceReading): string | undefined {
  return textOf(raw, [...path, 'region'], findings, field, unknown);
}

function listed(
  items: readonly unknown[],
  field: 'region' | 'grid',
  { path, findings, unknown }: PlaceReading,
): Location[] {
  const locations: Location[] = [];
  const read = items.map((item, index): number | undefined => {
    if (!isMap(item)) return undefined;
    const own: PlaceReading = { path: [...path, field, index], findings, unknown };
    const region = regionOf(item['region'], `${field}[${index}].region`, own);
    const grid = gridOf(item['grid'], `${field}[${index}].grid`, own);
    if (region === undefined && grid === undefined) {
      const example = '"grid: WORLD" where the place is not known';
      findings.report('missing-key', { owner: `"${field}[${index}]"`, key: 'grid', example }, own.path);
    }
    const share = shareOf(item['share'], [...own.path, 'share'], findings);
    if (share !== undefined) locations.push({ share, path: `${field}[${index}]`, ...withoutAbsent({ region, grid }) });
    return share;
  });
  const shares = read.filter((share) => share !== undefined);
  // With a share missing or refused, the sum says nothing.
  if (shares.length < items.length || items.length === 0) return locations;
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) > shareTolerance + 1e-9) {
    findings.report('shares-sum', { field, sum: `${Number((sum * 100).toPrecision(6))} %` }, [...path, field]);
    return locations;
  }
  return Math.abs(sum - 1) < 1e-12
    ? locations
    : locations.map((location) => ({ ...location, share: location.share / sum }));
}

function shareOf(raw: unknown, path: Path, findings: Findings): number | undefined {
  const reading = readQuantity(raw, readerOf('share'), path, findings);
  if (reading === undefined) return undefined;
  if (reading !== 'unknown' && reading.range.low === reading.range.high) return reading.range.central;
  const found = reading === 'unknown' ? 'unknown' : 'a range';
  findings.report(
    'bad-quantity',
    { field: 'share', found, reason: 'the shares of a list are plain numbers that add up', example: '37 %' },
    path,
  );
  return undefined;
}

/**
 * The places of a usage; empty when none is given. A single region with a grid is one place: the grid gives the
 * electricity, the region the building.
 * Errors  fields-exclude, shares-sum, missing-key, and those of the values.
 */
export function readLocations(usage: Readonly<Record<string, unknown>>, place: PlaceReading): Location[] {
  const { region, grid } = usage;
  const { path, findings } = place;
  if (Array.isArray(region) || Array.isArray(grid)) {
    const isBoth = region !== undefined && grid !== undefined && region !== 'unknown' && grid !== 'unknown';
    if (isBoth) {
      const why = 'a list of places is the whole of the usage; each of its items can carry both a region and a grid';
      findings.report(
        'fields-exclude',
        { owner: 'the usage', fields: ['region', 'grid'], why },
        [...path, 'grid'],
        'key',
      );
    }
    return [
      ...(Array.isArray(region) ? listed(region, 'region', place) : []),
      ...(Array.isArray(grid) ? listed(grid, 'grid', place) : []),
    ];
  }
  const own = withoutAbsent({ region: regionOf(region, 'region', place), grid: gridOf(grid, 'grid', place) });
  if (own.region === undefined && own.grid === undefined) return [];
  return [{ share: 1, path: own.grid === undefined ? 'region' : 'grid', ...own }];
}
