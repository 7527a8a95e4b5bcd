/** Assesses several files; every problem of every file is reported together. */
import { assessPrepared, type AssessOptions } from '../assess.ts';
import { prepare, type PreparedScenario } from '../prepare.ts';
import type { TableSpec } from '../scenario/table/spec.ts';
import type { ReadTable, TableOptions } from '../table.ts';
import { wantsPrices } from '../weigh/prices.ts';
import type { Assessment } from '../assessment.ts';
import { InputError, type Problem } from '../errors.ts';
import { hash } from '../hash.ts';
import { loadCatalog } from './load-catalog.ts';
import { readInput, type OpenTable } from './files.ts';
import type { World } from './world.ts';

/** What came of the files, and the real paths of all that was read for it. */
interface Assessed {
  readonly assessments: readonly Assessment[];
  readonly read: ReadonlySet<string>;
}

/** The rows of its table, added up; undefined where it lists its usages. The reader of tables is loaded for those that have one. */
async function tableOf(
  prepared: PreparedScenario,
  { openTable }: Pick<Awaited<ReturnType<typeof readInput>>, 'openTable'>,
  { maxErrors, ...options }: Pick<TableOptions, 'catalog' | 'method'> & Pick<AssessOptions, 'maxErrors'>,
): Promise<ReadTable | undefined> {
  const { table } = prepared.read;
  if (!table) return undefined;
  const [{ defaultMaxErrors, readTable }, { tableSource }] = await Promise.all([
    import('../table.ts'),
    import('./table-file.ts'),
  ]);
  const source = tableSource(openAt(table, openTable));
  return readTable(prepared, source, { ...options, maxErrors: maxErrors ?? defaultMaxErrors });
}

/** A table that cannot be opened is a fault of the line that names it. */
function openAt({ target, place }: TableSpec, open: (target: string) => OpenTable): OpenTable {
  try {
    return open(target);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.problems.map((each) => ({ path: 'usages.from', ...(place ? { place } : {}), ...each })));
  }
}

/** Errors  InputError with the problems of all files, when any has one. */
export async function assessAll(
  world: World,
  files: readonly string[],
  ownCatalog: string | undefined,
  settings: Omit<AssessOptions, 'catalog' | 'hash'> = {},
): Promise<Assessed> {
  const catalog = await loadCatalog(world, ownCatalog);
  const assessments: Assessment[] = [];
  const read = new Set<string>();
  const problems: Problem[] = [];
  for (const file of files) {
    try {
      const text = await readInput(world, file, (path) => read.add(path));
      const { method = 'ai-footprint', methods: both = false, practices } = settings;
      const prepared = prepare(text, { catalog, method, both, practices, tables: true });
      const rows = await tableOf(prepared, text, { catalog, method, maxErrors: settings.maxErrors });
      // The list of prices is large, and few scenarios ask for it.
      const prices = wantsPrices(prepared.resolved)
        ? await (await import('./token-prices.ts')).tokenPrices(catalog.version)
        : undefined;
      assessments.push(assessPrepared(prepared, { ...settings, catalog, hash, prices }, rows));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return { assessments, read };
}
