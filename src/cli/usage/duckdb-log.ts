/** Files of a log, added up by DuckDB: recognised first, all by one reader, none twice. */
import { createHash } from 'node:crypto';
import { createReadStream, closeSync } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { nearestNames } from '../../catalog/nearest.ts';
import { InputError, problem } from '../../errors.ts';
import type { AddedLog } from '../../log-files/read-log.ts';
import { misfitOf } from '../../log-files/misfit.ts';
import { lineOf } from '../../log-files/records.ts';
import { unknownFormat } from '../../log-files/unknown-format.ts';
import { DuckDb } from '../../usage-engine/duckdb.ts';
import type { FileFormat, FileHead } from '../../usage-engine/files.ts';
import { costReaders } from '../../usage-log/readers/costs.ts';
import { recognise } from '../../usage-log/readers/index.ts';
import type { LogQuery, Reader } from '../../usage-log/types.ts';
import type { SqlSource } from '../../usage-sql/log-query.ts';
import { openPlain } from '../files.ts';
import type { World } from '../world.ts';
import { formatOf } from './engine-options.ts';
import { checkedLog, nameOf } from './whole-log.ts';

/** Errors  InputError where the file is of no reader, or of another than those before. */
function readerOfHead(
  { file, fields }: FileHead,
  format: FileFormat,
  own: { reader: Reader; first: string } | undefined,
): Reader {
  const [first] = fields;
  const known = fields.flatMap((each) => recognise(new Set(each)) ?? [])[0];
  if (!known && format !== 'csv' && format !== 'parquet' && first?.includes('data'))
    throw new InputError([problem('page-of-records', { file }, { place: lineOf(file, 1) })]);
  const isFirst = first !== undefined && recognise(new Set(first)) !== undefined;
  if (!known || (!isFirst && !known.hasOthers))
    throw new InputError([unknownFormat(first ?? [], { isCsv: format === 'csv', place: lineOf(file, 1) })]);
  for (const [place, each] of fields.entries()) {
    const other = recognise(new Set(each));
    if (!other && !known.hasOthers)
      throw new InputError([unknownFormat(each, { isCsv: format === 'csv', place: lineOf(file, place + 1) })]);
    const before = own ?? { reader: known, first: file };
    if (other && other !== before.reader)
      throw new InputError([
        problem(
          'log-mixed',
          { own: before.reader.id, other: other.id, first: before.first },
          { place: lineOf(file, place + 1) },
        ),
      ]);
  }
  return known;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

/** Of each file. Errors  InputError where two are the same. */
async function hashesOf(
  files: readonly { readonly file: string; readonly path: string }[],
): Promise<readonly string[]> {
  const seen = new Map<string, string>();
  for (const { file, path } of files) {
    const hash = await sha256Of(path);
    const first = seen.get(hash);
    if (first !== undefined) throw new InputError([problem('log-twice', { file, first })]);
    seen.set(hash, file);
  }
  return [...seen.keys()];
}

/** How a log is read, by a database. */
export interface Opening {
  /** That of a mapping, or the one that was named; recognised where it is left out. */
  readonly reader: Reader | undefined;
  readonly queryOf: (reader: Reader) => LogQuery;
}

export interface OpenLog {
  readonly reader: Reader;
  readonly query: LogQuery;
  /** For a query that is printed. */
  readonly source: SqlSource;
  totals(): Promise<AddedLog>;
}

/** Opens the files, and closes them when the work is done. */
export async function withDuckDbLog<Result>(
  world: World,
  names: readonly string[],
  { reader: given, queryOf }: Opening,
  work: (log: OpenLog) => Promise<Result>,
): Promise<Result> {
  const format = formatOf(names);
  const files = names.map((file) => {
    const path = resolve(world.cwd(), file);
    closeSync(openPlain(path, file).handle);
    return { file, path };
  });
  const shown = new Map(files.map(({ file, path }) => [path, file]));
  const paths = files.map(({ path }) => path);
  const database = await DuckDb.open({ files: paths, shown: (path) => shown.get(path) ?? path });
  try {
    const reader = await readerOfFiles(database, files, { format, given });
    const query = queryOf(reader);
    const log = { reader, format, files: paths };
    const source = await database.source(log);
    return await work({
      reader,
      query,
      source,
      totals: async () => {
        const hashing = hashesOf(files);
        const [{ totals, records }, sha256] = await Promise.all([database.totals(log, query), hashing]);
        return checkedLog({ reader, query, totals, records, sha256 }, nameOf(names));
      },
    });
  } finally {
    database.close();
  }
}

/** Errors  InputError for an export of costs, whose pages look like those of usage. */
async function refuseCosts(
  database: DuckDb,
  { file, path }: { readonly file: string; readonly path: string },
  reader: Reader | undefined,
  format: FileFormat,
): Promise<void> {
  const costs = costReaders.find(({ besides }) => besides === reader);
  if (!costs || (format !== 'json' && format !== 'jsonl') || !(await database.hasAmounts(path))) return;
  const args = { reader: costs.id, option: '--engine duckdb' };
  throw new InputError([problem('costs-engine', args, { place: lineOf(file, 1) })]);
}

async function readerOfFiles(
  database: DuckDb,
  files: readonly { readonly file: string; readonly path: string }[],
  { format, given }: { readonly format: FileFormat; readonly given: Reader | undefined },
): Promise<Reader> {
  let own: { reader: Reader; first: string } | undefined;
  for (const { file, path } of files) {
    const head = { ...(await database.head(path, format)), file };
    if (head.fields.length === 0 || (format === 'csv' && head.fields[0]?.join('') === ''))
      throw new InputError([problem('log-empty', { file })]);
    if (!given) own ??= { reader: readerOfHead(head, format, undefined), first: file };
    if (own) readerOfHead(head, format, own);
    for (const [at, fields] of head.fields.entries()) {
      const misfit = given && misfitOf(given, new Set(fields), lineOf(file, at + 1));
      if (misfit) throw new InputError([misfit]);
    }
    await refuseCosts(database, { file, path }, given ?? own?.reader, format);
    const known = head.fields[0] ?? [];
    const missing =
      format === 'csv' || format === 'parquet' ? (given?.required ?? []).filter((name) => !known.includes(name)) : [];
    if (missing.length > 0)
      throw new InputError(
        missing.map((column) => problem('log-column', { file, column, nearest: nearestNames(column, known) })),
      );
    const twice = known.filter((name, place) => known.indexOf(name) !== place);
    if (format === 'csv' && twice.length > 0)
      throw new InputError([...new Set(twice)].map((column) => problem('column-twice', { file, column })));
  }
  const reader = given ?? own?.reader;
  if (!reader) throw new InputError([problem('log-empty', { file: '' })]);
  return reader;
}
