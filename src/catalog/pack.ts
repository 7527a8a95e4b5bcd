/**
 * The catalogue as text: figures are kept once each in a pool, tables are parsed when asked for, and a row that is asked for by
 * its id alone. A run that needs two tables does not pay for fifteen, nor for four hundred models where it names three.
 */
import type { ClosedRows } from './lookup.ts';
import type { Named } from './named.ts';
import type { CatalogData, CatalogTables, Confidence, Figure, TableName } from './types.ts';

/** What src/build/main.ts writes into compiled.ts. Every string is JSON; of a table, a row a line, its id first. */
export interface PackedCatalog {
  readonly version: string;
  readonly hash: string;
  readonly figures: string;
  readonly tables: Readonly<Record<TableName, string>>;
}

/** Fields of a row that hold figures; packed they hold the place of the figure in the pool. */
const figureFields: Readonly<Record<TableName, readonly string[]>> = {
  sources: [],
  models: [
    'total_parameters', 'active_parameters', 'bits', 'experts', 'experts_used', 'cache', 'state', 'parallel_samples',
    'real_time_factor', 'reasoning_tokens',
  ], // prettier-ignore
  zones: ['ghg', 'water', 'adpe', 'primary_energy'],
  regions: ['pue', 'wue', 'grid_ghg_published'],
  fleets: ['pue', 'wue'],
  providers: ['ghg', 'water', 'pue', 'wue'],
  accelerators: ['flops', 'bandwidth', 'memory', 'power', 'embodied_ghg', 'embodied_adpe', 'embodied_primary_energy'],
  servers: ['max_power', 'embodied_ghg', 'embodied_adpe', 'embodied_primary_energy'],
  equivalences: ['ghg', 'energy', 'water', 'adpe', 'primary_energy'],
  defaults: ['figure'],
  choices: [],
  profiles: ['input', 'output'],
  tasks: ['energy'],
  spend: ['ghg'],
  carbon_prices: ['price'],
  quality: [],
  practices: ['factor'],
  model_tiers: [],
  continents: [],
  impact_grades: [],
  questions: [],
};

const tableNames = Object.keys(figureFields) as TableName[];

/** value, unit, source, year, confidence, note (-1: none), then low and high where they differ from value. Words are places in the list of words. */
type PackedFigure = readonly [number, number, number, number, number, number, ...number[]];

interface Pool {
  readonly words: readonly string[];
  readonly figures: readonly PackedFigure[];
}

type Row = Record<string, unknown>;
/** A row whose figures may still be places in the pool. */
type ClosedRow = Row & Named;

export function pack(data: CatalogData): PackedCatalog {
  const words = new Map<string, number>();
  const word = (text: string): number => {
    const known = words.get(text);
    if (known !== undefined) return known;
    words.set(text, words.size);
    return words.size - 1;
  };
  const pool = new Map<string, number>();
  const put = (figure: Figure): number => {
    const { low, value, high, unit, source, year, confidence, note } = figure;
    const ends = low === value && high === value ? [] : [low, high];
    const key = JSON.stringify([
      value,
      word(unit),
      word(source),
      year,
      word(confidence),
      note === undefined ? -1 : word(note),
      ...ends,
    ]);
    const known = pool.get(key);
    if (known !== undefined) return known;
    pool.set(key, pool.size);
    return pool.size - 1;
  };
  const packRow = (table: TableName, row: object): Row => {
    const packed: Row = { ...row };
    for (const field of figureFields[table]) {
      const figure = packed[field] as Figure | null | undefined;
      if (figure !== undefined && figure !== null) packed[field] = put(figure);
    }
    return packed;
  };
  const tables = tableNames.map(
    (table) => [table, `[\n${data[table].map((row) => JSON.stringify(packRow(table, row))).join(',\n')}\n]`] as const,
  );
  return {
    version: data.version,
    hash: data.hash,
    figures: `{"words":${JSON.stringify([...words.keys()])},"figures":[${[...pool.keys()].join(',')}]}`,
    tables: Object.fromEntries(tables) as Record<TableName, string>,
  };
}

/** Ids that stand in JSON as they are. */
const plainId = /^[\x20\x21\x23-\x5b\x5d-\x7e]+$/;

/** The row of an id as it is written, out of the text of its table. */
function rowOf(text: string, id: string): ClosedRow | undefined {
  const start = plainId.test(id) ? text.indexOf(`\n{"id":"${id}"`) + 1 : 0;
  if (start === 0) return undefined;
  return JSON.parse(text.slice(start, text.indexOf('\n', start)).replace(/,$/, '')) as ClosedRow;
}

/** The catalogue back: each table is parsed when it is first read. `unpack(pack(data)).data` equals `data`. */
export function unpack(packed: PackedCatalog): { readonly data: CatalogData; readonly closed: ClosedRows } {
  const texts = new Map<TableName, string>();
  const parsed = new Map<TableName, readonly ClosedRow[]>();
  /** Rows that were asked for alone, by id. */
  const alone = new Map<TableName, Map<string, ClosedRow>>();
  const opened = new Set<TableName>();
  let take: ((place: number) => Figure) | undefined;
  const textOf = (table: TableName): string => {
    const known = texts.get(table) ?? packed.tables[table];
    texts.set(table, known);
    return known;
  };
  const rows = (table: TableName): readonly ClosedRow[] => {
    const known = parsed.get(table);
    if (known) return known;
    const read = JSON.parse(textOf(table)) as ClosedRow[];
    const before = alone.get(table);
    // One row is one object, however it was asked for.
    const all = before ? read.map((row) => before.get(row.id) ?? row) : read;
    parsed.set(table, all);
    texts.delete(table);
    return all;
  };
  const row = (table: TableName, id: string): ClosedRow | undefined => {
    const whole = parsed.get(table);
    if (whole) return whole.find((each) => each.id === id);
    const known = alone.get(table);
    const found = known?.get(id) ?? rowOf(textOf(table), id);
    if (!found) return undefined;
    if (known) known.set(id, found);
    else alone.set(table, new Map([[id, found]]));
    return found;
  };
  const open = (table: TableName, row: Row): void => {
    take ??= openPool(packed.figures);
    const fields = figureFields[table];
    // By place: an iterator allocates at each of four thousand steps.
    for (let each = 0; each < fields.length; each += 1) {
      const field = fields[each] ?? '';
      const place = row[field];
      // A figure, once opened, is an object.
      if (typeof place === 'number') row[field] = take(place);
    }
  };
  const read = (table: TableName): readonly ClosedRow[] => {
    const known = rows(table);
    if (!opened.has(table)) known.forEach((row) => open(table, row));
    opened.add(table);
    return known;
  };
  const data = { version: packed.version, hash: packed.hash };
  for (const table of tableNames) Object.defineProperty(data, table, { enumerable: true, get: () => read(table) });
  // The getters above are the tables; a row to open is one of `rows`.
  return {
    data: data as typeof data & CatalogTables,
    closed: { rows, row, open: (table, row) => open(table, row as ClosedRow) },
  };
}

function openPool(json: string): (place: number) => Figure {
  const { words, figures } = JSON.parse(json) as Pool;
  const opened: Figure[] = [];
  return (place) => (opened[place] ??= openFigure(figures[place], words));
}

function openFigure(packed: PackedFigure | undefined, words: readonly string[]): Figure {
  if (!packed) throw new RangeError('a figure is missing from the pool');
  const word = (place: number): string => words[place] ?? '';
  // By place: taking an array apart allocates, for each of a thousand figures.
  const value = packed[0];
  const note = packed[5];
  return {
    low: packed[6] ?? value,
    value,
    high: packed[7] ?? value,
    unit: word(packed[1]),
    source: word(packed[2]),
    year: packed[3],
    confidence: word(packed[4]) as Confidence,
    ...(note < 0 ? {} : { note: word(note) }),
  };
}
