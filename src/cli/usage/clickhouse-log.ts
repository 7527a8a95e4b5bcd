/** A table of a ClickHouse server, added up there. */
import { nearestNames } from '../../catalog/nearest.ts';
import { InputError, problem } from '../../errors.ts';
import { hash } from '../../hash.ts';
import { misfitOf } from '../../log-files/misfit.ts';
import { unknownFormat } from '../../log-files/unknown-format.ts';
import { openServer } from '../../usage-engine/clickhouse-server.ts';
import { clickHouseEngine, describeTable, sourceOf } from '../../usage-engine/clickhouse.ts';
import { recognise } from '../../usage-log/readers/index.ts';
import type { World } from '../world.ts';
import type { OpenLog, Opening } from './duckdb-log.ts';
import { checkedLog } from './whole-log.ts';

/** Asks the server, and lets go of it when the work is done. */
export async function withClickHouseLog<Result>(
  { env }: World,
  { url, table: name }: { readonly url: string; readonly table: string },
  { reader: given, queryOf }: Opening,
  work: (log: OpenLog) => Promise<Result>,
): Promise<Result> {
  const { ask, close } = await openServer({ url, user: env['CLICKHOUSE_USER'], password: env['CLICKHOUSE_PASSWORD'] });
  try {
    const table = await describeTable(ask, name);
    const fields = [...table.columns.keys()];
    const reader = given ?? recognise(new Set(fields));
    if (!reader) throw new InputError([unknownFormat(fields, { isCsv: false })]);
    const misfit = given && misfitOf(given, new Set(fields), undefined);
    if (misfit) throw new InputError([misfit]);
    const missing = (given?.required ?? []).filter((column) => !table.columns.has(column));
    if (missing.length > 0)
      throw new InputError(
        missing.map((column) => problem('log-column', { file: name, column, nearest: nearestNames(column, fields) })),
      );
    const query = queryOf(reader);
    return await work({
      reader,
      query,
      source: sourceOf(table),
      totals: async () => {
        const totals = await clickHouseEngine(ask, table, reader).totals(query);
        const [[count] = []] = await ask({ sql: `SELECT count() FROM ${table.sql}`, bound: [] });
        const records = Number(count);
        // A table has no bytes to be known by: its name, and how many rows it had.
        return checkedLog({ reader, query, totals, records, sha256: [hash([name, String(records)])] }, name);
      },
    });
  } finally {
    await close();
  }
}
