/**
 * Adds the rows of a user's own file (`--catalog FILE`) to the catalogue.
 * Import this file on demand: it brings the schemas with it, which a run without `--catalog` does not need.
 */
import { InputError, problem, type Place, type Problem } from '../errors.ts';
import { compileTables, emptyTables, type RawTables } from './compile.ts';
import { createCatalog, type Catalog } from './lookup.ts';
import { nearestNames } from './nearest.ts';
import { CatalogRowError } from './rows/check.ts';

const tableNames = Object.keys(emptyTables);

/** The place of a path of the file, when the file gives one. */
type Locate = (path: readonly (string | number)[]) => Place | undefined;

const nowhere: Locate = () => undefined;

/**
 * A catalogue with the rows of `extra` added, or put in the place of rows with the same id.
 * Shape   `{ sources: [...], models: [...], zones: [...], ... }`, rows as in src/data; `data` is left as it is.
 * Errors  InputError with a `catalog-row` for every table and row that is wrong: table, row, reason and place.
 */
export function extendCatalog(catalog: Catalog, extra: unknown, locate: Locate = nowhere): Catalog {
  const { data } = catalog;
  const raw = readTables(extra, locate);
  try {
    const tables = compileTables(raw, data, Number(data.version.slice(0, 4)));
    return createCatalog({ ...data, ...tables });
  } catch (error) {
    if (!(error instanceof CatalogRowError)) throw error;
    const problems = error.rows.map(({ path, ...words }) => refused(words, path ?? [words.table], locate));
    throw new InputError(problems.toSorted((left, right) => order(left.place, right.place)));
  }
}

/** In the order of the file. */
function order(left: Place | undefined, right: Place | undefined): number {
  return (left?.line ?? 0) - (right?.line ?? 0) || (left?.column ?? 0) - (right?.column ?? 0);
}

interface Words {
  readonly table: string;
  readonly row: string;
  readonly reason: string;
}

/** A key that is missing has no place, and its row has. */
function refused({ table, row, reason }: Words, path: readonly (string | number)[], locate: Locate): Problem {
  let place: Place | undefined;
  for (let length = path.length; length >= 0 && !place; length -= 1) place = locate(path.slice(0, length));
  return problem('catalog-row', { table, row, reason }, { place });
}

function readTables(extra: unknown, locate: Locate): RawTables {
  const problems: Problem[] = [];
  const refuse = (table: string, reason: string, path: readonly string[]): void =>
    void problems.push(refused({ table, row: '', reason }, path, locate));
  if (typeof extra !== 'object' || extra === null || Array.isArray(extra))
    refuse('the catalogue', 'it should hold tables of rows', []);
  else {
    for (const [table, rows] of Object.entries(extra)) {
      if (!tableNames.includes(table)) {
        const [near] = nearestNames(table, tableNames);
        const which = near === undefined ? `the tables are ${tableNames.join(', ')}` : `the nearest is "${near}"`;
        refuse(`table "${table}"`, `there is no such table; ${which}`, [table]);
      } else if (!Array.isArray(rows)) refuse(`table "${table}"`, 'a table is a list of rows', [table]);
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return extra as RawTables;
}
