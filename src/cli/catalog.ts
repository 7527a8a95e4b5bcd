/** `ai-footprint catalog TABLE [WORDS...]`: what the catalogue holds, with its provenance. */
import { Argument, Option, type Command } from 'commander';
import { addCommand, said } from './described.ts';
import { exitCodes, type Finish } from './outcome.ts';
import { drawing, withDrawingOptions, type DrawingOptions } from './terminal.ts';
import type { World } from './world.ts';

/** Words of the command line for tables of the catalogue. */
export const catalogTables = {
  models: 'models',
  regions: 'regions',
  grids: 'zones',
  hardware: 'accelerators',
  servers: 'servers',
  providers: 'providers',
  tasks: 'tasks',
  profiles: 'profiles',
  spend: 'spend',
  equivalences: 'equivalences',
  prices: 'carbon_prices',
  defaults: 'defaults',
  quality: 'quality',
  practices: 'practices',
  tiers: 'model_tiers',
  continents: 'continents',
  impact: 'impact_grades',
  questions: 'questions',
  sources: 'sources',
} as const;

interface Options extends DrawingOptions {
  readonly format: 'table' | 'json';
  readonly catalog?: string;
}

export function addCatalog(program: Command, world: World, finish: Finish): void {
  const command = addCommand(program, 'catalog')
    .addArgument(new Argument('<table>', said('catalog <table>')).choices(Object.keys(catalogTables)))
    .argument('[words...]', said('catalog [words...]'))
    .addOption(new Option('-f, --format <format>', said('--format')).choices(['table', 'json']).default('table'))
    .option('--catalog <file>', said('--catalog'));
  withDrawingOptions(command).action(async (table: keyof typeof catalogTables, words: string[], options: Options) => {
    const { loadCatalog } = await import('./load-catalog.ts');
    const { renderRows } = await import('../report/rows.ts');
    const catalog = await loadCatalog(world, options.catalog);
    const rows = catalog.search(catalogTables[table], words);
    world.stdout.write(
      options.format === 'json'
        ? `${JSON.stringify(rows, null, 2)}\n`
        : renderRows({
            table,
            rows,
            words,
            sourceOf: (id) => catalog.source(id),
            ...drawing(world, world.stdout, options),
          }),
    );
    finish(exitCodes.computed);
  });
}
