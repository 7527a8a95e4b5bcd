/** The same log in every engine: built-in, DuckDB, ClickHouse. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickHouseEngine, describeTable } from '../src/usage-engine/clickhouse.ts';
import type { LogTotals } from '../src/usage-log/types.ts';
import { chdb, hasChdb } from './chdb.fixtures.ts';
import {
  asCsv,
  asJson,
  builtIn,
  canary,
  cellsOf,
  columns,
  differences,
  flat,
  inDuckDb,
  query,
  single,
} from './engine-logs.fixtures.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ai-footprint-engines-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

describe('100 000 rows with everything that logs get wrong', () => {
  const cells = cellsOf(100_000, 11);
  const records = cells.map(asJson);
  let csv = '';
  let expected: readonly [LogTotals, LogTotals];
  beforeAll(() => {
    csv = write('log.csv', asCsv(cells));
    expected = [builtIn(flat, cells, query), builtIn(single, cells, query)];
  }, 120_000);

  it('is a test of something: every fault, copies, groups', () => {
    const [{ refused, repeated, differing, summed }] = expected;
    expect(Object.keys(refused).toSorted()).toEqual(
      ['absurd', 'bad-time', 'negative', 'no-requests', 'not-a-number', 'part-over-whole'].toSorted(),
    );
    expect(repeated).toBeGreaterThan(1000);
    expect(differing).toBeGreaterThan(100);
    expect(summed.length).toBeGreaterThan(1000);
    expect(JSON.stringify(expected)).not.toContain(canary);
  });

  it('DuckDB, csv', async () => {
    expect(differences(expected[0], await inDuckDb(flat, 'csv', [csv], query))).toEqual([]);
    expect(differences(expected[1], await inDuckDb(single, 'csv', [csv], query))).toEqual([]);
  }, 120_000);

  it('DuckDB, JSON lines in two files', async () => {
    const lines = records.map((record) => `${JSON.stringify(record)}\n`);
    const files = [
      write('one.jsonl', lines.slice(0, 40_000).join('')),
      write('two.jsonl', lines.slice(40_000).join('')),
    ];
    expect(differences(builtIn(flat, records, query), await inDuckDb(flat, 'jsonl', files, query))).toEqual([]);
  }, 120_000);

  it.skipIf(!hasChdb)(
    'ClickHouse',
    async () => {
      const server = chdb();
      try {
        server.run(
          `CREATE TABLE log ENGINE = Memory AS SELECT * FROM file('${csv}', 'CSVWithNames', '${columns.map((name) => `\`${name}\` String`).join(', ')}')`,
        );
        const table = await describeTable(server.ask, 'log');
        expect(differences(expected[0], await clickHouseEngine(server.ask, table, flat).totals(query))).toEqual([]);
        expect(differences(expected[1], await clickHouseEngine(server.ask, table, single).totals(query))).toEqual([]);
      } finally {
        server.close();
      }
    },
    240_000,
  );
});
