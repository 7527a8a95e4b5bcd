/** Looks things up in the catalogue: by id, by id without its provider, by alias; letter case does not matter. */
import { bareName, namesOf, type Named } from './named.ts';
import { nearestNames } from './nearest.ts';
import { searchRows } from './search.ts';
import type {
  Accelerator,
  CarbonPrice,
  CatalogData,
  CatalogTables,
  Choice,
  Continent,
  Default,
  Equivalence,
  Fleet,
  Model,
} from './types.ts';
import type {
  Practice,
  Provider,
  QualityRule,
  Question,
  Region,
  Server,
  Source,
  SpendFactor,
  TableName,
  TaskAverage,
  TaskProfile,
  Zone,
} from './types.ts';

/** A row, or the ids of the rows that a bare name could mean; undefined when it names none. */
export type Lookup<Row> = { readonly ok: Row } | { readonly ambiguous: readonly string[] } | undefined;

export interface Catalog {
  readonly data: CatalogData;
  /** Date of the data. */
  readonly version: string;
  /** The one lookup in which two rows may share a bare name. */
  model(name: string): Lookup<Model>;
  region(name: string): Region | undefined;
  zone(name: string): Zone | undefined;
  provider(name: string): Provider | undefined;
  fleet(name: string): Fleet | undefined;
  accelerator(name: string): Accelerator | undefined;
  server(name: string): Server | undefined;
  equivalence(name: string): Equivalence | undefined;
  default(id: string): Default | undefined;
  /** The default that is a name. */
  choice(id: string): Choice | undefined;
  profile(name: string): TaskProfile | undefined;
  task(name: string): TaskAverage | undefined;
  spend(name: string): SpendFactor | undefined;
  carbonPrice(name: string): CarbonPrice | undefined;
  quality(id: string): QualityRule | undefined;
  practice(id: string): Practice | undefined;
  continent(id: string): Continent | undefined;
  /** A convention by which value is put against impact. */
  impactGrade(id: string): QualityRule | undefined;
  question(id: string): Question | undefined;
  source(id: string): Source | undefined;
  /** Rows of these providers, in the order of the table. The figures of the others are not read. */
  provided<Table extends 'models' | 'regions'>(table: Table, providers: readonly string[]): CatalogTables[Table];
  /** Up to three valid names near to this one. */
  nearest(table: TableName, name: string): string[];
  /** Rows that hold every word in id, name, alias, place, provider or country; best match first. */
  search<Table extends TableName>(table: Table, words: string | readonly string[]): CatalogTables[Table][number][];
}

/** Rows that are known by name before their figures are read: a lookup needs those of one row, not of four hundred. */
export interface ClosedRows {
  readonly rows: (table: TableName) => readonly Named[];
  /** The one of an id, letter for letter: the others are not parsed for it. */
  readonly row: (table: TableName, id: string) => Named | undefined;
  /** Reads the figures of a row into it. */
  readonly open: (table: TableName, row: Named) => void;
}

/** Lookups in a table before its index is made. */
const fewLookups = 8;

/** Nothing is indexed before a table is asked for often. `closed` are the rows of `data`. */
export function createCatalog(data: CatalogData, closed?: ClosedRows): Catalog {
  const named = (table: TableName): readonly Named[] => closed?.rows(table) ?? data[table];
  const indexes = new Map<TableName, Map<string, Named[]>>();
  const lookups = new Map<TableName, number>();
  /** Rows of a table with their figures. */
  const opened = <Table extends TableName>(table: Table, rows: readonly Named[]): CatalogTables[Table] => {
    if (closed) rows.forEach((row) => closed.open(table, row));
    // What was found by its name is a row of the table.
    return rows as CatalogTables[Table];
  };
  const find = <Table extends TableName>(table: Table, name: string): Lookup<CatalogTables[Table][number]> => {
    const id = name.trim();
    const key = id.toLowerCase();
    const asked = (lookups.get(table) ?? 0) + 1;
    lookups.set(table, asked);
    let index = indexes.get(table);
    // Three usages look up three names: going through the rows is then quicker than an index of all.
    if (!index && asked > fewLookups) indexes.set(table, (index = indexRows(named(table))));
    const own = index ? undefined : closed?.row(table, id);
    const found = own ? [own] : index ? index.get(key) : scanRows(named(table), key);
    if (!found) return undefined;
    // Nothing goes before an id that is written letter for letter.
    const exact = found.find((row) => row.id === id);
    const rows = opened(table, exact ? [exact] : found);
    const [first] = rows;
    return rows.length === 1 && first ? { ok: first } : { ambiguous: rows.map((row) => row.id) };
  };
  const one = <Table extends TableName>(table: Table, name: string): CatalogTables[Table][number] | undefined => {
    const found = find(table, name);
    return found && 'ok' in found ? found.ok : undefined;
  };
  return {
    data,
    version: data.version,
    model: (name) => find('models', name),
    region: (name) => one('regions', name),
    zone: (name) => one('zones', name),
    provider: (name) => one('providers', name),
    fleet: (name) => one('fleets', name),
    accelerator: (name) => one('accelerators', name),
    server: (name) => one('servers', name),
    equivalence: (name) => one('equivalences', name),
    default: (id) => one('defaults', id),
    choice: (id) => one('choices', id),
    profile: (name) => one('profiles', name),
    task: (name) => one('tasks', name),
    spend: (name) => one('spend', name),
    carbonPrice: (name) => one('carbon_prices', name),
    quality: (id) => one('quality', id),
    practice: (id) => one('practices', id),
    continent: (id) => one('continents', id),
    impactGrade: (id) => one('impact_grades', id),
    question: (id) => one('questions', id),
    source: (id) => one('sources', id),
    provided: (table, providers) =>
      opened(
        table,
        named(table).filter(({ provider = '' }) => providers.includes(provider)),
      ),
    nearest: (table, name) => nearestNames(name, named(table).flatMap(namesOf)),
    search: (table, words) => searchRows<CatalogTables[typeof table][number]>(data[table], words),
  };
}

/** What the index would give for one name. */
function scanRows(rows: readonly Named[], key: string): Named[] | undefined {
  let best = Number.POSITIVE_INFINITY;
  let found: Named[] | undefined;
  // By place, here and below: an iterator or a closure for each of a thousand names is what the start would be made of.
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place];
    const rank = row && rankOf(row, key);
    if (!row || rank === undefined || rank > best) continue;
    if (rank < best) found = [];
    best = rank;
    found?.push(row);
  }
  return found;
}

const none: readonly string[] = [];

function rankOf(row: Named, key: string): number | undefined {
  const { id } = row;
  if (isNamed(id, key)) return 0;
  const aliases = row.aliases ?? none;
  for (let place = 0; place < aliases.length; place += 1) if (isNamed(aliases[place] ?? '', key)) return 1;
  const bare = bareName(id);
  return bare !== undefined && isNamed(bare, key) ? 2 : undefined;
}

/** In lower case a name is a new text, which a thousand names are not worth: it never gets shorter, so one that is too long is not it. */
const isNamed = (name: string, key: string): boolean => name.length <= key.length && name.toLowerCase() === key;

/** An id beats an alias, an alias beats an id without its provider. */
function indexRows(rows: readonly Named[]): Map<string, Named[]> {
  const ranked = new Map<string, { rank: number; rows: Named[] }>();
  const add = (name: string, rank: number, row: Named): void => {
    const key = name.toLowerCase();
    const known = ranked.get(key);
    if (!known || rank < known.rank) ranked.set(key, { rank, rows: [row] });
    else if (rank === known.rank && !known.rows.includes(row)) known.rows.push(row);
  };
  for (const row of rows) {
    add(row.id, 0, row);
    for (const alias of row.aliases ?? []) add(alias, 1, row);
    const bare = bareName(row.id);
    if (bare !== undefined) add(bare, 2, row);
  }
  return new Map([...ranked].map(([key, each]) => [key, each.rows]));
}
