/** The files of src/data: what stands in each above its rows. The schemas of the rows are in src/catalog/rows. */
import * as z from 'zod/mini';
import { columns } from '../catalog/rows/columns.ts';

/** The `units:` header says once what the rows do not repeat; it must agree with what the program reads them as. */
function header(table: keyof typeof columns) {
  const units = Object.entries(columns[table]).map(([name, { unit }]) => [name, z.literal(unit)] as const);
  return z.strictObject(Object.fromEntries(units));
}

const rows = z.array(z.unknown());
const plain = z.strictObject({ rows });
const withUnits = (table: keyof typeof columns) => z.strictObject({ units: header(table), rows });

/** By file name without `.yaml`. */
export const dataFiles = {
  sources: z.strictObject({ compiled: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)), rows }),
  models: withUnits('models'),
  zones: withUnits('zones'),
  subdivisions: z.strictObject({ units: header('subdivisions'), scaling: rows, rows }),
  regions: withUnits('regions'),
  fleets: withUnits('fleets'),
  providers: withUnits('providers'),
  accelerators: withUnits('accelerators'),
  servers: withUnits('servers'),
  equivalences: withUnits('equivalences'),
  defaults: z.strictObject({ choices: rows, rows }),
  profiles: withUnits('profiles'),
  tasks: withUnits('tasks'),
  spend: plain,
  'carbon-prices': plain,
  quality: plain,
  practices: z.strictObject({ units: header('practices'), tiers: rows, rows }),
  continents: plain,
  'impact-grades': plain,
  questions: plain,
} as const;

export type DataFile = keyof typeof dataFiles;
