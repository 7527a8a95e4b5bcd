/**
 * From rows as written to rows as looked up. One path for the tables that ship (src/data, at build) and for the
 * tables a user adds with `--catalog`, so that both obey the same rules.
 */
import type * as z from 'zod/mini';
import { CatalogRowError, FollowsError, Refusals, compileRows } from './rows/check.ts';
import { acceleratorRow, compileAccelerator, compileServer, serverRow } from './rows/hardware.ts';
import { compileModel, modelRow } from './rows/models.ts';
import { compileEquivalence, compilePrice, equivalenceRow, priceRow } from './rows/money.ts';
import { compileFleet, compileRegion, fleetRow, regionRow } from './rows/places.ts';
import {
  compileContinent,
  compilePractice,
  compileTier,
  continentRow,
  practiceRow,
  tierRow,
} from './rows/practices.ts';
import { compileProvider, providerRow } from './rows/providers.ts';
import { compileQuality, qualityRow } from './rows/quality.ts';
import { compileQuestion, questionRow } from './rows/questions.ts';
import { compileSource, sourceRow } from './rows/sources.ts';
import * as usage from './rows/usage.ts';
import { compileSubdivision, compileZone, scalingRow, subdivisionRow, zoneRow } from './rows/zones.ts';
import type { CatalogTables, TableName, Zone } from './types.ts';
import { byId, checkAliases, mergeRows } from './merge-rows.ts';

/** Rows as YAML gives them; a table that is absent adds nothing. */
export type RawTables = { readonly [Table in TableName | 'subdivisions' | 'scaling']?: readonly unknown[] | undefined };

export const emptyTables: CatalogTables = {
  sources: [],
  models: [],
  zones: [],
  regions: [],
  fleets: [],
  providers: [],
  accelerators: [],
  servers: [],
  equivalences: [],
  defaults: [],
  choices: [],
  profiles: [],
  tasks: [],
  spend: [],
  carbon_prices: [],
  quality: [],
  practices: [],
  model_tiers: [],
  continents: [],
  impact_grades: [],
  questions: [],
};

/**
 * Compiles the rows over a base: a row whose id the base holds replaces it, another is added.
 * `year` is that of the catalogue; it chooses the carbon price.
 * Errors  CatalogRowError naming table, row and reason of every row that is wrong.
 */
export function compileTables(raw: RawTables, base: CatalogTables, year: number): CatalogTables {
  const tables: { -readonly [Table in TableName]: CatalogTables[Table] } = { ...base };
  const refusals = new Refusals(raw);
  const rows = <Schema extends z.ZodMiniType, Compiled>(
    table: keyof RawTables,
    schema: Schema,
    compile: (row: z.infer<Schema>) => Compiled,
  ): Compiled[] => compileRows({ table, rows: raw[table], schema, compile, refusals });
  const merge = <Row extends { readonly id: string }>(table: string, below: readonly Row[], added: readonly Row[]) =>
    mergeRows({ table, base: below, added, refusals });

  tables.sources = merge('sources', base.sources, rows('sources', sourceRow, compileSource));
  const source = byId(tables.sources);
  const sources = (id: string) => {
    const found = source.get(id);
    if (!found && refusals.has('sources', id)) throw new FollowsError(`the source "${id}" is refused`);
    return found;
  };

  const zone = byId<Zone>(base.zones);
  const context = { sources, zone: (id: string) => zone.get(id) };
  const remember = (each: Zone): Zone => {
    zone.set(each.id, each);
    return each;
  };
  const zones = rows('zones', zoneRow, (row) => remember(compileZone(row, context)));
  const scalings = rows('scaling', scalingRow, (row) => row);
  const subdivisions = rows('subdivisions', subdivisionRow, (row) =>
    remember(compileSubdivision(row, scalings, context)),
  );
  tables.zones = merge('zones', base.zones, [...zones, ...subdivisions]);

  tables.regions = merge(
    'regions',
    base.regions,
    rows('regions', regionRow, (row) => compileRegion(row, context)),
  );
  tables.fleets = merge(
    'fleets',
    base.fleets,
    rows('fleets', fleetRow, (row) => compileFleet(row, sources)),
  );
  const places = { ...context, regions: tables.regions };
  tables.providers = merge(
    'providers',
    base.providers,
    rows('providers', providerRow, (row) => compileProvider(row, places)),
  );

  const provider = byId(tables.providers);
  const hosts = { sources, hasProvider: (id: string) => provider.has(id) };
  tables.models = merge(
    'models',
    base.models,
    rows('models', modelRow, (row) => compileModel(row, hosts)),
  );

  tables.accelerators = merge(
    'accelerators',
    base.accelerators,
    rows('accelerators', acceleratorRow, (row) => compileAccelerator(row, sources)),
  );
  const accelerator = byId(tables.accelerators);
  const hardware = { sources, hasAccelerator: (id: string) => accelerator.has(id) };
  tables.servers = merge(
    'servers',
    base.servers,
    rows('servers', serverRow, (row) => compileServer(row, hardware)),
  );

  tables.equivalences = merge(
    'equivalences',
    base.equivalences,
    rows('equivalences', equivalenceRow, (row) => compileEquivalence(row, sources)),
  );
  tables.defaults = merge(
    'defaults',
    base.defaults,
    rows('defaults', usage.defaultRow, (row) => usage.compileDefault(row, sources, base.defaults)),
  );
  tables.profiles = merge(
    'profiles',
    base.profiles,
    rows('profiles', usage.profileRow, (row) => usage.compileProfile(row, sources)),
  );
  tables.tasks = merge(
    'tasks',
    base.tasks,
    rows('tasks', usage.taskRow, (row) => usage.compileTask(row, sources)),
  );
  tables.spend = merge(
    'spend',
    base.spend,
    rows('spend', usage.spendRow, (row) => usage.compileSpend(row, sources)),
  );
  // A choice names a row of another table.
  tables.choices = merge(
    'choices',
    base.choices,
    rows('choices', usage.choiceRow, (row) => usage.compileChoice(row, { sources, shipped: base.choices, tables })),
  );
  tables.quality = merge(
    'quality',
    base.quality,
    rows('quality', qualityRow, (row) => compileQuality(row, sources)),
  );
  tables.practices = merge(
    'practices',
    base.practices,
    rows('practices', practiceRow, (row) => compilePractice(row, sources)),
  );
  tables.model_tiers = merge(
    'model_tiers',
    base.model_tiers,
    rows('model_tiers', tierRow, (row) => compileTier(row, sources)),
  );
  tables.continents = merge(
    'continents',
    base.continents,
    rows('continents', continentRow, (row) => compileContinent(row, context)),
  );
  tables.impact_grades = merge(
    'impact_grades',
    base.impact_grades,
    rows('impact_grades', qualityRow, (row) => compileQuality(row, sources)),
  );
  tables.questions = merge(
    'questions',
    base.questions,
    rows('questions', questionRow, (row) => compileQuestion(row, sources)),
  );
  const prices = compilePrices(raw, base, { sources, year, refusals });
  tables.carbon_prices = merge('carbon_prices', base.carbon_prices, prices);
  for (const table of ['zones', 'accelerators', 'models'] as const) checkAliases(table, tables[table], refusals);
  if (refusals.rows.length > 0) throw new CatalogRowError(refusals.rows);
  return tables;
}

/** A series may take its range from two others, so those come first. */
function compilePrices(
  raw: RawTables,
  base: CatalogTables,
  {
    refusals,
    ...context
  }: { sources: Parameters<typeof compilePrice>[1]['sources']; year: number; refusals: Refusals },
) {
  const price = byId(base.carbon_prices);
  const compiled = (rows: readonly unknown[]) =>
    compileRows({
      table: 'carbon_prices',
      rows,
      schema: priceRow,
      refusals,
      compile: (row) => {
        const each = compilePrice(row, { ...context, price: (id) => price.get(id) });
        price.set(each.id, each);
        return each;
      },
    });
  const all = raw.carbon_prices ?? [];
  const dependent = all.filter((row) => typeof row === 'object' && row !== null && 'range' in row);
  const others = compiled(all.filter((row: unknown) => !dependent.some((each: unknown) => each === row)));
  return [...compiled(dependent), ...others];
}
