/** Printed SQL does all of it alone: its totals are those of the program. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultCatalog } from '../src/catalog/index.ts';
import { hash } from '../src/hash.ts';
import { factorCriteria, factorsOf, namesOfCatalog, type Factors } from '../src/metered/factors.ts';
import { meter } from '../src/metered/meter.ts';
import { logQueryOf } from '../src/metered/query.ts';
import { DuckDb } from '../src/usage-engine/duckdb.ts';
import { DuckDbSession } from '../src/usage-engine/duckdb-session.ts';
import { AddedUp } from '../src/usage-log/add-up.ts';
import type { Cell } from '../src/usage-sql/answer.ts';
import { clickhouse } from '../src/usage-sql/clickhouse.ts';
import { completeStatement } from '../src/usage-sql/complete-query.ts';
import type { Dialect } from '../src/usage-sql/dialect.ts';
import { duckdb } from '../src/usage-sql/duckdb.ts';
import type { SqlSource } from '../src/usage-sql/log-query.ts';
import { postgres } from '../src/usage-sql/postgres.ts';
import { unknownTable } from '../src/usage-sql/table-source.ts';
import { chdb, hasChdb } from './chdb.fixtures.ts';
import { asCsv, cellsOf, columns, flat, type Cells } from './engine-logs.fixtures.ts';
import { hasPostgres, postgresServer } from './postgres.fixtures.ts';

const catalog = defaultCatalog();
const by = ['month', 'team'];
const resolving = {
  catalog,
  method: 'ai-footprint',
  renames: new Map(),
  region: undefined,
  defaults: undefined,
} as const;
const query = logQueryOf(by, { catalog, method: 'ai-footprint', defaults: undefined, hasTime: true });

/** Models of the catalogue, and names that it does not know; places that it knows, and none. */
const models = ['gpt-4o', 'deepseek-v3', 'claude-sonnet-4', 'mistral-large', "o'brien; DROP TABLE log --"];
const cells = cellsOf(20_000, 5).map((row, at): Cells => ({
  ...row,
  model: models[at % models.length] ?? '',
  region: at % 3 === 0 ? 'azure/swedencentral' : '',
}));

/** Cells of the answer: two keys, five counts of rows, five quantities. */
type Line = readonly [string, ...(number | null)[]];

const linesOf = (answer: readonly (readonly Cell[])[]): readonly Line[] =>
  answer
    .map((line): Line => [
      JSON.stringify(line.slice(0, 2).map((cell) => cell ?? null)),
      ...line.slice(2).map((cell) => (cell === null || cell === undefined ? null : Number(cell))),
    ])
    .toSorted(([one], [other]) => (one < other ? -1 : 1));

/** Copies of the whole log, and of these the sums that differ: told beside each other, as JSON has them. */
const copies = { repeated: 0, differing: 0 };

function expectSame(answer: readonly (readonly Cell[])[], expected: readonly Line[]): void {
  const [repeated, differing] = [5, 6].map((place) => answer.reduce((sum, line) => sum + Number(line[place]), 0));
  expect({ repeated, differing }).toEqual(copies);
  const found = linesOf(answer).filter(([, counted]) => counted !== 0);
  expect(found.map(([key, counted, unmapped]) => [key, counted, unmapped])).toEqual(
    expected.map(([key, counted, unmapped]) => [key, counted, unmapped]),
  );
  for (const [at, [key, , , ...quantities]] of expected.entries()) {
    const [, , , , , , ...own] = found[at] ?? [''];
    expect(own).toHaveLength(quantities.length);
    for (const [place, value] of quantities.entries()) {
      const other = own[place] ?? Number.NaN;
      expect([key, place, Math.abs(other - (value ?? Number.NaN)) <= 1e-9 * Math.abs(value ?? 0)]).toEqual([
        key,
        place,
        true,
      ]);
    }
  }
}

describe('the complete query', () => {
  let folder = '';
  let csv = '';
  let expected: readonly Line[] = [];
  let factors: readonly Factors[] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ai-footprint-complete-'));
    csv = join(folder, "it's a log.csv");
    writeFileSync(csv, asCsv(cells));
    const log = new AddedUp(flat, query);
    for (const row of cells) log.add(row);
    const totals = log.totals();
    [copies.repeated, copies.differing] = [totals.repeated, totals.differing];
    expect(copies.differing).toBeGreaterThan(0);
    const { groups } = meter(
      { name: 'log', files: [csv], sha256: [''], records: cells.length, reader: flat, query, totals },
      { ...resolving, samples: 0, seed: 1, hash, by },
    );
    expected = groups
      .map(({ key, rows, unmappedRows, impacts }): Line => [
        JSON.stringify(key),
        rows,
        unmappedRows,
        ...factorCriteria.map((criterion) => impacts[criterion].total?.central ?? null),
      ])
      .filter(([, rows]) => rows !== 0)
      .toSorted(([one], [other]) => (one < other ? -1 : 1));
    factors = factorsOf(totals.summed, { name: 'log', query, reader: flat }, resolving);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const printed = (dialect: Dialect, source: SqlSource): string =>
    completeStatement(
      {
        asked: { ...query, by, reader: flat, source, dialect },
        factors: factors.map(({ model, provider, region, known, coefficients }) => ({
          names: [model, provider, region],
          known,
          coefficients: factorCriteria.map((criterion) => coefficients[criterion]),
        })),
        quantities: factorCriteria,
      },
      'quoted',
    ).sql;

  it('is a test of something', () => {
    expect(expected.length).toBeGreaterThan(30);
    expect(factors.length).toBeGreaterThan(20);
    expect(
      expected.filter(([, , unmapped, energy]) => Number(unmapped) > 0 && Number(energy) > 0).length,
    ).toBeGreaterThan(30);
  });

  it('in DuckDB', async () => {
    const database = await DuckDb.open({ files: [csv] });
    const source = await database.source({ reader: flat, format: 'csv', files: [csv] });
    database.close();
    const session = await DuckDbSession.open({ files: [csv] });
    try {
      expectSame(await session.lines({ sql: printed(duckdb, source), bound: [] }), expected);
    } finally {
      session.close();
    }
  }, 120_000);

  it.skipIf(!hasChdb)(
    'in ClickHouse',
    async () => {
      const server = chdb();
      try {
        const types = columns.map((name) => `\`${name}\` String`).join(', ');
        server.run(
          `CREATE TABLE log ENGINE = Memory AS SELECT * FROM file('${csv.replaceAll("'", "\\'")}', 'CSVWithNames', '${types}')`,
        );
        expectSame(
          await server.ask({ sql: printed(clickhouse, unknownTable(clickhouse, '`log`')), bound: [] }),
          expected,
        );
      } finally {
        server.close();
      }
    },
    240_000,
  );

  it.skipIf(!hasPostgres)(
    'in PostgreSQL',
    () => {
      const server = postgresServer();
      try {
        const names = columns.map((name) => `"${name}" text`).join(', ');
        server.ask(
          `CREATE TABLE log (${names});\nCOPY log FROM STDIN WITH (FORMAT csv, HEADER, NULL '');\n${asCsv(cells)}\\.\n`,
        );
        expectSame(server.ask(printed(postgres, unknownTable(postgres, '"log"'))), expected);
      } finally {
        server.close();
      }
    },
    240_000,
  );

  it('has factors for every text model of the catalogue, where nobody has the log at hand', () => {
    const names = namesOfCatalog(resolving, flat);
    const all = factorsOf(
      names.filter(({ known }) => known === 31),
      { name: 'log', query, reader: flat },
      resolving,
    );
    expect(all.length).toBeGreaterThan(100);
    expect(all.every(({ coefficients: { ghg } }) => ghg === null || ghg.some((value) => value > 0))).toBe(true);
  }, 120_000);
});
