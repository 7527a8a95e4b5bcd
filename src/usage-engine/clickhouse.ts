/** The engine of a cluster: a server of the user adds its table up, and gives back sums. */
import { InputError, problem } from '../errors.ts';
import { refuseUnknownKeys } from '../usage-log/group-keys.ts';
import type { LogEngine, LogQuery, LogTotals, Reader } from '../usage-log/types.ts';
import { totalsOf, type Cell } from '../usage-sql/answer.ts';
import { clickhouse } from '../usage-sql/clickhouse.ts';
import { attributeTypes, type Dialect } from '../usage-sql/dialect.ts';
import { logStatement, type SqlSource, type Statement } from '../usage-sql/log-query.ts';
import { threadCounts, threadStatement } from '../usage-sql/threads-query.ts';
import { kindAt } from './clickhouse-types.ts';

/** Asks a ClickHouse; lines of the answer, cells in the order of its columns. Errors  InputError, and never a part of an answer. */
export type AskClickHouse = (statement: Statement) => Promise<readonly (readonly Cell[])[]>;

/** `database.table` as names, each quoted. */
export function tableSql(table: string, dialect: Pick<Dialect, 'identifier'> = clickhouse): string {
  const place = table.indexOf('.');
  const parts = place < 0 ? [table] : [table.slice(0, place), table.slice(place + 1)];
  if (parts.includes(''))
    throw new InputError([problem('bad-name', { name: JSON.stringify(table), reason: 'a part of it is empty' })]);
  return parts.map((part) => dialect.identifier(part)).join('.');
}

export interface ClickHouseTable {
  readonly sql: string;
  /** Its columns and their types. */
  readonly columns: ReadonlyMap<string, string>;
}

/** Errors  InputError where the table is not there. */
export async function describeTable(ask: AskClickHouse, table: string): Promise<ClickHouseTable> {
  const sql = tableSql(table);
  const lines = await ask({ sql: `DESCRIBE TABLE ${sql}`, bound: [] });
  return { sql, columns: new Map(lines.map(([name, type]) => [String(name), String(type)])) };
}

export const sourceOf = ({ sql, columns }: ClickHouseTable): SqlSource => ({
  nested: 'typed',
  kindOf: (path) => kindAt(columns, path),
  attributeTypes: (path) =>
    attributeTypes.filter((type) => kindAt(columns, [...path, '[]', 'value', type]) !== 'absent'),
  relation: () => `${sql} AS r0`,
});

/** The engine for a table of one reader. */
export function clickHouseEngine(ask: AskClickHouse, table: ClickHouseTable, reader: Reader): LogEngine {
  return {
    name: 'clickhouse',
    async totals(query: LogQuery): Promise<LogTotals> {
      refuseUnknownKeys(reader, query.by);
      const asked = { ...query, reader, source: sourceOf(table), dialect: clickhouse };
      const totals = totalsOf(await ask(logStatement(asked, 'bound')), query);
      if (!query.threads) return totals;
      return { ...totals, threads: reader.threads ? threadCounts(await ask(threadStatement(asked)), asked) : [] };
    },
  };
}
