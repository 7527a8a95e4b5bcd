/** The data are tested like code: references resolve, physics holds, values are those of the sources. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compileData } from '../src/build/compile-data.ts';
import { createCatalog } from '../src/catalog/lookup.ts';
import { columns } from '../src/catalog/rows/columns.ts';
import { pack, unpack } from '../src/catalog/pack.ts';
import type { CatalogData, Figure } from '../src/catalog/types.ts';
import { parseUnit } from '../src/units.ts';

const folder = new URL('../src/data/', import.meta.url);

/** The data room as the build reads it. */
function readFiles(): Record<string, unknown> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return Object.fromEntries(
    names.map((name) => [name.slice(0, -5), parse(readFileSync(new URL(name, folder), 'utf8')) as unknown]),
  );
}

const files = readFiles();
const data = compileData(files);
const catalog = createCatalog(data);

/** Every figure of the compiled catalogue with the place where it stands. */
function figuresOf(value: unknown, place: string): [string, Figure][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('unit' in value && 'low' in value) return [[place, value as Figure]];
  return Object.entries(value).flatMap(([key, each]) => figuresOf(each, `${place}.${key}`));
}

const figures = figuresOf(data, 'data');

/** Every id that stands behind `source:` or in `listed:` in the YAML. */
function sourcesNamed(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    if (key === 'source' && typeof each === 'string') return [each];
    if (key === 'listed') return Object.keys(each as object);
    return sourcesNamed(each);
  });
}

describe('the tables', () => {
  it('hold as many rows as were read', () => {
    const count = (rows: readonly { readonly kind: string }[]): Record<string, number> => {
      const counts: Record<string, number> = {};
      for (const { kind } of rows) counts[kind] = (counts[kind] ?? 0) + 1;
      return counts;
    };
    expect({
      models: data.models.length,
      ...count(data.models),
      ...count(data.zones),
      regions: data.regions.length,
      fleets: data.fleets.length,
      providers: data.providers.length,
      accelerators: data.accelerators.length,
      servers: data.servers.length,
      equivalences: data.equivalences.length,
      carbon_prices: data.carbon_prices.length,
    }).toEqual({
      models: 350, text: 247, image: 32, video: 19, audio: 28, embedding: 24,
      country: 214, aggregate: 12, subdivision: 70,
      regions: 179, fleets: 9, providers: 13, accelerators: 21, servers: 10, equivalences: 51, carbon_prices: 18,
    }); // prettier-ignore
  });

  it('carry a date and a hash that follow from the content alone', () => {
    expect(data.version).toBe('2026-11-23');
    expect(data.hash).toMatch(/^[0-9a-f]{12}$/);
    expect(compileData(readFiles()).hash).toBe(data.hash);
  });

  it('survive the packing into the program', () => {
    expect({ ...unpack(pack(data)).data }).toEqual(data);
    const { figures: pool, tables } = pack(data);
    expect(pool.length + Object.values(tables).join('').length).toBeLessThan(400_000);
  });
});

describe('every source', () => {
  it('that is named exists, and every one that exists is named or says why it is kept', () => {
    const known = new Set(data.sources.map((source) => source.id));
    const named = new Set(Object.values(files).flatMap(sourcesNamed));
    expect([...named].filter((id) => !known.has(id))).toEqual([]);
    const rows = (files.sources as { rows: { id: string; kept_for?: string }[] }).rows;
    expect(rows.filter((row) => !named.has(row.id) && row.kept_for === undefined).map((row) => row.id)).toEqual([]);
  });

  it('has the day by which it must be read again, after the day of the data', () => {
    expect(data.sources.filter((source) => !(source.review_by > data.version)).map((source) => source.id)).toEqual([]);
  });

  it('that is kept for the method is named there', () => {
    const method = new URL('../src/method/', import.meta.url);
    const text = readdirSync(method).map((name) => readFileSync(new URL(name, method), 'utf8')).join('\n'); // prettier-ignore
    const named = new Set([...text.matchAll(/source: ([a-z0-9.-]+)/g)].map((match) => match[1]));
    expect([...named].filter((id) => id !== undefined && !catalog.source(id))).toEqual([]);
  });
});

describe('every figure', () => {
  it('has low <= value <= high, a unit that parses, a source and a year', () => {
    expect(figures.length).toBeGreaterThan(2000);
    const wrong = figures.filter(
      ([, { low, value, high, unit, source, year }]) =>
        !(low <= value && value <= high && Number.isFinite(low) && Number.isFinite(high)) ||
        !parseUnit(unit.replace('tCO2e', 'kgCO2e')) ||
        !catalog.source(source) ||
        year < 2009 ||
        year > 2030,
    );
    expect(wrong).toEqual([]);
  });

  it('lies within the bounds of physics', () => {
    const outside = (values: readonly (Figure | null)[], min: number, max: number): Figure[] =>
      values.filter((figure): figure is Figure => figure !== null && (figure.low < min || figure.high > max));
    const sites = [...data.regions, ...data.fleets, ...data.providers];
    expect(outside(sites.map((site) => site.pue), 1, 3)).toEqual([]);
    expect(outside(sites.map((site) => site.wue), 0, 10)).toEqual([]);
    expect(outside(data.zones.map((zone) => zone.ghg), 0, 1.5)).toEqual([]);
    expect(outside(data.zones.map((zone) => zone.water), 0, 60)).toEqual([]);
    // Sunshine and wind count once: 3.6 MJ of electricity cannot take less than 3.6 MJ.
    expect(outside(data.zones.map((zone) => zone.primary_energy), 3.59, 40)).toEqual([]);
  }); // prettier-ignore

  it('counts no more active than total parameters', () => {
    const wrong = data.models.filter(
      ({ total_parameters: total, active_parameters: active }) => total && active && active.high > total.high,
    );
    expect(wrong.map((model) => model.id)).toEqual([]);
  });

  it('of a model or a grid read from memory keeps the mark', () => {
    expect(catalog.accelerator('tpu-v4')?.flops?.confidence).toBe('from-memory');
    expect(catalog.carbonPrice('quinet-2025')?.price.confidence).toBe('from-memory');
    expect(catalog.task('object-detection')?.energy.confidence).toBe('from-memory');
  });
});

describe('every reference', () => {
  it('resolves: zone and country of a region, fleet of a cloud, host of a model, parent of a zone, choice', () => {
    expect(
      data.regions.filter((region) => !catalog.zone(region.zone) || !catalog.zone(region.country)).map(({ id }) => id),
    ).toEqual([]);
    expect(data.regions.filter((region) => !catalog.fleet(region.provider)).map(({ id }) => id)).toEqual([]);
    expect(data.models.filter((model) => !catalog.provider(model.hosting)).map(({ id }) => id)).toEqual([]);
    expect(data.zones.filter((zone) => (zone.parent === null) !== (zone.id === 'WORLD')).map(({ id }) => id)).toEqual(
      [],
    );
    expect(
      data.servers.filter((server) => server.accelerator !== null && !catalog.accelerator(server.accelerator)),
    ).toEqual([]);
    const choice = (id: string): string => catalog.choice(id)?.choice ?? '';
    expect(catalog.accelerator(choice('accelerator'))?.id).toBe('h100-sxm5-80');
    expect(catalog.profile(choice('task_profile'))?.id).toBe('chat');
    // Only what the program reads is a choice.
    expect(data.choices.map(({ id }) => id)).toEqual(['accelerator', 'task_profile', 'spend_sector_eur', 'spend_sector_usd']); // prettier-ignore
    expect(catalog.spend(choice('spend_sector_eur'))?.ghg.unit).toBe('kgCO2e/EUR');
    expect(catalog.spend(choice('spend_sector_usd'))?.ghg.unit).toBe('kgCO2e/USD');
  });

  it('from a default to its unit and bounds resolves', () => {
    const bounds: Readonly<Partial<Record<string, { readonly unit: string }>>> = columns.defaults;
    expect(data.defaults.filter(({ id, figure }) => bounds[id]?.unit !== figure.unit).map(({ id }) => id)).toEqual([]);
    expect(Object.keys(bounds).filter((id) => !catalog.default(id))).toEqual([]);
  });

  it('to an accelerator that measured a model resolves', () => {
    const names = data.models.flatMap((model) => (typeof model.measured?.gpu === 'string' ? [model.measured.gpu] : []));
    expect([...new Set(names)].filter((name) => !catalog.accelerator(name))).toEqual([]);
  });

  it('by a bare model name is one model, or said to be several', () => {
    const bare = data.models.map((model) => model.id.slice(model.id.indexOf('/') + 1));
    const unclear = bare.filter((name) => !('ok' in (catalog.model(name) ?? {})));
    for (const name of unclear) expect(catalog.model(name)).toHaveProperty('ambiguous');
    expect(
      data.models.filter((model) => model.aliases.some((alias) => !('ok' in (catalog.model(alias) ?? {})))),
    ).toEqual([]);
  });
});

/** Copied by eye from the sources' own tables, not from src/data. */
const zoneGhg = {
  FRA: 0.04418,
  USA: 0.3844,
  WORLD: 0.4583,
  SWE: 0.035,
  IRL: 0.2565,
  CHN: 0.5253,
  DEU: 0.34206,
  POL: 0.61498,
  'CAN-QC': 0.0169,
  'CAN-AB': 0.6278,
  EUROPE: 0.285,
};
const sites: Record<string, [number | undefined, number | undefined]> = {
  'aws/us-east-1': [1.15, 0.06],
  'aws/eu-west-3': [1.35, undefined],
  'azure/northeurope': [1.16, 0.03],
  'azure/westus3': [1.16, 0.34],
  'gcp/asia-east1': [1.13, undefined],
  'ovhcloud/ie-dublin': [1.29, 0.3],
};

describe('values', () => {
  it.each(Object.entries(zoneGhg))('grid of %s is %f kgCO2e/kWh', (id, value) => {
    expect(catalog.zone(id)?.ghg.value).toBe(value);
  });

  it.each(Object.entries(sites))('site %s', (id, [pue, wue]) => {
    expect([catalog.region(id)?.pue?.value, catalog.region(id)?.wue?.value]).toEqual([pue, wue]);
  });

  it('of a combustion-only grid are scaled, and say so', () => {
    const virginia = catalog.zone('SRVC')?.ghg;
    // 0.27048 x 1.10 and 0.29056 x 1.10; 0.4419 x 1.09
    expect([virginia?.value, virginia?.high]).toEqual([0.297528, 0.319616]);
    expect(virginia?.note).toContain('combustion figure x 1.10');
    expect(catalog.zone('CN-GD')?.ghg.value).toBe(0.481671);
  });

  it('that a zone lacks come from its parent, and say so', () => {
    const arizona = catalog.zone('US-AZ');
    expect([arizona?.ghg.value, arizona?.ghg.note, arizona?.water.value]).toEqual([0.3844, 'of USA', 4.959]);
    const europe = catalog.zone('EUROPE');
    expect([europe?.water.value, europe?.water.note, europe?.adpe.value]).toEqual([3.908, 'of WORLD', 7.37708e-8]);
    expect(catalog.zone('BMU')?.ghg.source).toBe('codecarbon-owid');
  });

  it('span the published alternatives of the same scope', () => {
    expect(catalog.zone('CHN')?.ghg).toMatchObject({ low: 0.5253, high: 0.58232 });
    // 1.24 of 2023 counts, 1.36 of 2022 is older than three years
    expect(catalog.region('aws/af-south-1')?.pue).toMatchObject({ low: 1.19, value: 1.19, high: 1.24 });
  });

  it('of the H100', () => {
    const h100 = catalog.accelerator('nvidia-h100');
    expect([h100?.flops?.value, h100?.bandwidth?.value, h100?.memory.value, h100?.power?.value]).toEqual([
      989.5e12, 3350, 80, 700,
    ]);
    expect(h100?.embodied_ghg).toMatchObject({ low: 164, value: 164, high: 573 });
    expect([h100?.embodied_adpe.value, h100?.embodied_primary_energy.value]).toEqual([0.0058, 2230]);
    expect(catalog.accelerator('a100')?.id).toBe('a100-80-sxm4');
    expect(catalog.accelerator('tpu-v5e')?.power).toBeNull();
  });

  it('of servers, fleets, prices, comparisons, defaults', () => {
    expect(catalog.server('dgx-h100')?.embodied_ghg.value).toBe(7012);
    expect(catalog.fleet('gcp')?.pue?.value).toBe(1.09);
    expect([catalog.fleet('industry')?.pue?.value, catalog.fleet('industry')?.wue?.value]).toEqual([1.54, 0.84]);
    expect(catalog.carbonPrice('default')?.price).toMatchObject({ low: 71, value: 200, high: 256, unit: 'EUR/tCO2e' });
    expect(catalog.equivalence('car-km')?.ghg?.value).toBe(0.14225);
    expect(catalog.equivalence('planetary-budget-adpe')?.adpe?.value).toBe(0.027375);
    expect(catalog.default('batch')?.figure).toMatchObject({ low: 8, value: 64, high: 256, unit: '1' });
    expect(catalog.default('hardware_lifetime')?.figure).toMatchObject({ low: 3, value: 4, high: 6, unit: 'year' });
    expect(catalog.task('image-generation')?.energy.value).toBe(0.002907);
    expect(catalog.spend('hosting-us')?.ghg).toMatchObject({ value: 0.148, unit: 'kgCO2e/USD' });
  });

  it('of models: ranges by their geometric mean, nothing in the place of an unknown', () => {
    expect(modelOf('gpt-4o').active_parameters).toMatchObject({ low: 44, value: 76.2102, high: 132 });
    expect(modelOf('openai/gpt-oss-120b').bits?.value).toBe(4.25);
    expect(modelOf('deepseek-v3')).toMatchObject({ total_parameters: { value: 671 }, bits: { value: 8 } });
    expect(modelOf('o1-pro').parallel_samples).toMatchObject({ low: 4, value: 8, high: 16 });
    expect(modelOf('sora-2').total_parameters).toBeNull();
    expect(modelOf('llama-3.1-8b-instruct')).not.toHaveProperty('bits');
  });

  it('of providers span the places where they may run', () => {
    expect(catalog.provider('mistral')?.ghg).toMatchObject({ low: 0.035, value: 0.035, high: 0.04418 });
    expect(catalog.provider('openai')?.ghg).toMatchObject({ value: 0.3844, low: 0.214544 });
    expect(catalog.provider('anthropic')?.pue).toMatchObject({ low: 1.09, value: 1.115, high: 1.14 });
    expect(catalog.provider('generic')?.wue).toMatchObject({ low: 0, value: 0.84, high: 2.24 });
  });
});

function modelOf(name: string): CatalogData['models'][number] {
  const found = catalog.model(name);
  if (!found || !('ok' in found)) throw new Error(`no model ${name}`);
  return found.ok;
}

describe('planted violations are refused, with file and row', () => {
  type Row = Record<string, unknown>;
  type File = { rows: Row[]; units?: Row };
  const damaged = (name: string, damage: (file: File) => void): Record<string, unknown> => {
    const copy = structuredClone(files);
    damage(copy[name] as File);
    return copy;
  };
  const row = (file: File, id: string): Row => {
    const found = file.rows.find((each) => each.id === id);
    if (!found) throw new Error(`no row ${id}`);
    return found;
  };
  const first = (value: unknown): Row => (value as Row[])[0] ?? {};

  it.each<[string, string, RegExp, (file: File) => void]>([
    [
      'unknown source',
      'zones',
      /zones\.yaml, row "FRA": unknown source "nobody"/,
      (file) => (first(row(file, 'FRA').ghg).source = 'nobody'),
    ],
    [
      'low above value',
      'zones',
      /row "FRA": low 0\.5 <= value 0\.04418/,
      (file) => (first(row(file, 'FRA').ghg).low = 0.5),
    ],
    [
      'PUE below 1',
      'regions',
      /row "aws\/us-east-1": 0\.9 is below 1/,
      (file) => (first(row(file, 'aws/us-east-1').pue).value = 0.9),
    ],
    [
      'missing year',
      'zones',
      /row "FRA": "ghg\.0\.year" is missing/,
      (file) => delete first(row(file, 'FRA').ghg).year,
    ],
    ['unknown key', 'zones', /row "FRA": unknown key "colour"/, (file) => (row(file, 'FRA').colour = 'blue')],
    [
      'a number as text',
      'zones',
      /row "FRA": "ghg\.0\.value" should be number/,
      (file) => (first(row(file, 'FRA').ghg).value = '0.04'),
    ],
    [
      'another unit in the header',
      'zones',
      /zones\.yaml: "units\.ghg"/,
      (file) => ((file.units ?? {}).ghg = 'gCO2e/kWh'),
    ],
    [
      'a slipped prefix',
      'zones',
      /row "FRA": 44\.18 kgCO2e\/kWh is above 1\.5/,
      (file) => (first(row(file, 'FRA').ghg).value = 44.18),
    ],
    [
      'unknown zone',
      'regions',
      /row "aws\/us-east-1": unknown zone "ATLANTIS"/,
      (file) => (row(file, 'aws/us-east-1').zone = 'ATLANTIS'),
    ],
    [
      'unknown host',
      'models',
      /row "openai\/gpt-4o": unknown hosting "nobody"/,
      (file) => (row(file, 'openai/gpt-4o').hosting = 'nobody'),
    ],
    [
      'active above total',
      'models',
      /more active than total/,
      (file) => ((row(file, 'openai/gpt-4o').parameters as Row).active = [44, 500]),
    ],
    [
      'alias of another row',
      'models',
      /the alias "gpt-4o-mini-2024-07-18" already names/,
      (file) => (row(file, 'openai/gpt-4o').aliases = ['gpt-4o-mini-2024-07-18']),
    ],
    [
      'id given twice',
      'servers',
      /row "laptop": the id is given twice/,
      (file) => file.rows.push({ ...row(file, 'laptop') }),
    ],
    [
      'no review date',
      'sources',
      /row "uptime-2025": "review_by" is missing/,
      (file) => delete row(file, 'uptime-2025').review_by,
    ],
  ])('%s', (_, name, message, damage) => {
    expect(() => compileData(damaged(name, damage))).toThrow(message);
  });

  it('a file that is missing, or that nobody knows', () => {
    const { zones: _, ...rest } = files;
    expect(() => compileData(rest)).toThrow('src/data/zones.yaml is missing');
    expect(() => compileData({ ...files, colours: {} })).toThrow('src/data/colours.yaml is not a table known here');
  });
});
