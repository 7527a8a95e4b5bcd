/** `--print-sql`: over the files themselves, or over a table of another database. */
import { InputError, problem } from '../../errors.ts';
import type { AddedLog } from '../../log-files/read-log.ts';
import type { ResolveOptions } from '../../metered/resolve.ts';
import type { LogQuery, Reader } from '../../usage-log/types.ts';
import type { World } from '../world.ts';
import { nameOf } from './whole-log.ts';
import { engineOf, type EngineOptions } from './engine-options.ts';
import { dialects, printedSql, sourceOfTable, type PrintedQuery } from './print-sql.ts';

export interface Printing {
  readonly by: readonly string[];
  readonly reader: Reader | undefined;
  readonly queryOf: (reader: Reader) => LogQuery;
  readonly resolving: ResolveOptions;
  readonly addedUp: () => Promise<AddedLog>;
}

/** Errors  InputError where it is not said what the query reads. */
export async function printSql(
  world: World,
  files: readonly string[],
  options: EngineOptions,
  { by, reader: given, queryOf, resolving, addedUp }: Printing,
): Promise<string> {
  const { printSql: name = 'duckdb', table, url = '' } = options;
  const dialect = dialects[name];
  const print = (asked: Omit<PrintedQuery, 'dialect' | 'by'>): string =>
    printedSql({ ...asked, dialect, by }, resolving);
  if (files.length === 0 && options.engine === 'clickhouse') {
    if (name !== 'clickhouse')
      throw new InputError([
        problem('bad-option', {
          reason: `"--print-sql ${name}" is not for the server of "--engine clickhouse"`,
          fix: 'say "--print-sql clickhouse", or leave "--engine" out',
        }),
      ]);
    const { withClickHouseLog } = await import('./clickhouse-log.ts');
    return withClickHouseLog(world, { url, table: table ?? '' }, { reader: given, queryOf }, async (log) => {
      const { totals } = await log.totals();
      return print({ ...log, lines: totals.summed, name: table ?? '' });
    });
  }
  if (table !== undefined) {
    const source = sourceOfTable(dialect, table);
    if (files.length > 0) {
      // The names in the files are those of the table.
      const { reader, query, totals } = await read();
      return print({ reader, query, source, lines: totals.summed, name: table });
    }
    if (!given)
      throw new InputError([
        problem('bad-option', {
          reason: 'nothing says what the columns of the table hold',
          fix: 'say "--reader litellm" or the like, or "--mapping FILE.yaml"',
        }),
      ]);
    return print({ reader: given, query: queryOf(given), source, lines: undefined, name: table });
  }
  if (name !== 'duckdb')
    throw new InputError([
      problem('bad-option', { reason: `"--print-sql ${name}" reads a table`, fix: 'name it: --table NAME' }),
    ]);
  const { withDuckDbLog } = await import('./duckdb-log.ts');
  return withDuckDbLog(world, files, { reader: given, queryOf }, async (log) => {
    const { totals } = await log.totals();
    return print({ ...log, lines: totals.summed, name: nameOf(files) });
  });

  async function read(): Promise<AddedLog> {
    if (engineOf(options, files) !== 'duckdb') return addedUp();
    const { withDuckDbLog: open } = await import('./duckdb-log.ts');
    return open(world, files, { reader: given, queryOf }, (log) => log.totals());
  }
}
