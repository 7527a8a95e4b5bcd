/** src/data, parsed, into the catalogue that the tool carries. Pure: files in, data out. */
import { createHash } from 'node:crypto';
import type * as z from 'zod/mini';
import { compileTables, emptyTables } from '../catalog/compile.ts';
import { check, CatalogRowError } from '../catalog/rows/check.ts';
import { RowError } from '../catalog/rows/figure.ts';
import type { CatalogData } from '../catalog/types.ts';
import { dataFiles, type DataFile } from './data-schema.ts';

/**
 * Compiles the data room.
 * Shape   keys are file names without `.yaml` (`zones`, `carbon-prices`), values their parsed content; all of them, no other.
 * Errors  Error naming the file, the row and the reason: unknown key or source, low > value, out of bounds, no such zone ...
 */
export function compileData(files: Readonly<Record<string, unknown>>): CatalogData {
  const unknown = Object.keys(files).filter((name) => !Object.hasOwn(dataFiles, name));
  if (unknown.length > 0) throw new Error(`src/data/${unknown[0]}.yaml is not a table known here`);
  const rows = (name: Exclude<DataFile, 'sources' | 'subdivisions' | 'defaults' | 'practices'>) =>
    readFile(name, files).rows;
  const sources = readFile('sources', files);
  const subdivisions = readFile('subdivisions', files);
  const defaults = readFile('defaults', files);
  const practices = readFile('practices', files);
  const version = sources.compiled;
  try {
    const tables = compileTables(
      {
        sources: sources.rows,
        models: rows('models'),
        zones: rows('zones'),
        scaling: subdivisions.scaling,
        subdivisions: subdivisions.rows,
        regions: rows('regions'),
        fleets: rows('fleets'),
        providers: rows('providers'),
        accelerators: rows('accelerators'),
        servers: rows('servers'),
        equivalences: rows('equivalences'),
        defaults: defaults.rows,
        choices: defaults.choices,
        profiles: rows('profiles'),
        tasks: rows('tasks'),
        spend: rows('spend'),
        carbon_prices: rows('carbon-prices'),
        quality: rows('quality'),
        practices: practices.rows,
        model_tiers: practices.tiers,
        continents: rows('continents'),
        impact_grades: rows('impact-grades'),
        questions: rows('questions'),
      },
      emptyTables,
      Number(version.slice(0, 4)),
    );
    const hash = createHash('sha256')
      .update(JSON.stringify({ version, ...tables }))
      .digest('hex')
      .slice(0, 12);
    return { version, hash, ...tables };
  } catch (error) {
    if (!(error instanceof CatalogRowError)) throw error;
    const reasons = error.rows.map(
      ({ table, row, reason }) => `src/data/${table.replace('_', '-')}.yaml, row "${row}": ${reason}`,
    );
    throw new Error(reasons.join('\n'), { cause: error });
  }
}

function readFile<Name extends DataFile>(
  name: Name,
  files: Readonly<Record<string, unknown>>,
): z.infer<(typeof dataFiles)[Name]> {
  if (!Object.hasOwn(files, name)) throw new Error(`src/data/${name}.yaml is missing`);
  try {
    return check(dataFiles[name], files[name]) as z.infer<(typeof dataFiles)[Name]>;
  } catch (error) {
    if (error instanceof RowError) throw new Error(`src/data/${name}.yaml: ${error.message}`, { cause: error });
    throw error;
  }
}
