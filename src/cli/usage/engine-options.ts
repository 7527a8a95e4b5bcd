/** Which engine adds a log up: as the options say, or as the files need. */
import { InputError, problem } from '../../errors.ts';
import type { FileFormat } from '../../usage-engine/files.ts';
import type { LogEngine } from '../../usage-log/types.ts';
import type { DialectName } from '../../usage-sql/dialect.ts';

export type EngineName = LogEngine['name'];
export const engineNames = ['built-in', 'duckdb', 'clickhouse'] as const satisfies readonly EngineName[];

export interface EngineOptions {
  readonly engine?: EngineName;
  readonly url?: string;
  readonly table?: string;
  readonly printSql?: DialectName;
}

const bad = (reason: string, fix: string): InputError => new InputError([problem('bad-option', { reason, fix })]);

/** Undefined where the name says nothing: what is in a csv or JSON the built-in engine looks for itself. */
function formatNamed(file: string): FileFormat | undefined {
  const [, extension = ''] = /\.([a-z0-9]+)(?:\.(?:gz|zst))?$/i.exec(file) ?? [];
  const known: Readonly<Record<string, FileFormat>> = {
    csv: 'csv',
    json: 'json',
    jsonl: 'jsonl',
    ndjson: 'jsonl',
    parquet: 'parquet',
  };
  return known[extension.toLowerCase()];
}

const needsDuckDb = (file: string): boolean => /\.(?:parquet|zst)$/i.test(file);

/** Errors  InputError where options contradict each other. */
export function engineOf({ engine, url, table, printSql }: EngineOptions, files: readonly string[]): EngineName {
  if (url !== undefined && engine !== 'clickhouse')
    throw bad('"--url" is the address of a server', 'say "--engine clickhouse" with it');
  if (engine === 'clickhouse') {
    if (url === undefined || table === undefined)
      throw bad(
        '"--engine clickhouse" needs a server and a table',
        'name them: --url https://HOST:8443 --table DATABASE.TABLE',
      );
    if (files.length > 0) throw bad('"--engine clickhouse" reads a table, and no files', 'leave the files out');
    return engine;
  }
  if (table !== undefined && printSql === undefined)
    throw bad('"--table" is a table of a database', 'say "--engine clickhouse --url ..." or "--print-sql" with it');
  if (files.length === 0 && !(printSql !== undefined && table !== undefined))
    throw bad('no log is named', 'name files, or a table: --engine clickhouse --url ... --table ...');
  return engine ?? (files.some(needsDuckDb) ? 'duckdb' : 'built-in');
}

/** The format of files that one query reads. Errors  InputError where they are of several, or of none. */
export function formatOf(files: readonly string[]): FileFormat {
  if (files.includes('-'))
    throw bad('"--engine duckdb" reads files, and no standard input', 'write the log to a file first');
  const formats = new Map(files.map((file) => [formatNamed(file), file]));
  const [format] = formats.keys();
  if (formats.size > 1)
    throw bad(
      `"--engine duckdb" reads files of one format at a time: ${[...formats.values()].map((file) => `"${file}"`).join(', ')}`,
      'run the command on each format by itself',
    );
  if (format === undefined)
    throw bad(
      `"${files[0] ?? ''}" does not say its format`,
      'name it .csv, .json, .jsonl or .parquet, with .gz or .zst behind it where it is packed',
    );
  return format;
}
