/** The table of a scenario that has one, read. */
import { InputError } from '../errors.ts';
import type { PreparedScenario } from '../prepare.ts';
import type { TableSpec } from '../scenario/table/spec.ts';
import type { ReadTable, TableOptions } from '../table.ts';
import type { OpenTable, readInput } from './files.ts';

/** The rows of its table, added up; undefined where it lists its usages. The reader of tables is loaded for those that have one. */
export async function tableOf(
  prepared: PreparedScenario,
  { openTable }: Pick<Awaited<ReturnType<typeof readInput>>, 'openTable'>,
  { maxErrors, ...options }: Pick<TableOptions, 'catalog' | 'method'> & { readonly maxErrors?: number | undefined },
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
