/** The embedded engine: DuckDB reads the files where they lie, and gives back sums. */
import { sep } from 'node:path';
import Papa from 'papaparse';
import { InputError, problem } from '../errors.ts';
import { refuseUnknownKeys } from '../usage-log/group-keys.ts';
import type { LogEngine, LogQuery, LogTotals } from '../usage-log/types.ts';
import { rowsOf, totalsOf } from '../usage-sql/answer.ts';
import { duckdb } from '../usage-sql/duckdb.ts';
import { threadCounts, threadStatement } from '../usage-sql/threads-query.ts';
import { logStatement, type LogStatement, type SqlSource, type Statement } from '../usage-sql/log-query.ts';
import { TextBinder } from '../usage-sql/text-binder.ts';
import { duckDbProblem } from './duckdb-errors.ts';
import { DuckDbSession, literally, memoryLimit, type SessionOptions } from './duckdb-session.ts';
import { csvLines, csvSource, jsonRecords, jsonSource, parquetRelation, parquetSource } from './duckdb-source.ts';
import type { FileFormat, FileHead, LogFiles } from './files.ts';

/** Records whose fields tell a format: transcripts begin with lines that are no calls. */
const recordsLooked = 100;

/** Why a name cannot be given to DuckDB: in patterns, as which it reads all names, nothing stands for a backslash. */
function unreadableName(file: string): string | undefined {
  if (file.includes('\0')) return 'it holds a NUL byte';
  return sep === '/' && file.includes('\\') && literally(file) !== file
    ? 'it holds a backslash beside one of * ? ['
    : undefined;
}

export interface DuckDbOptions extends SessionOptions {
  /** A file as the user named it. */
  readonly shown?: (file: string) => string;
}

export class DuckDb {
  readonly #session: DuckDbSession;
  readonly #options: DuckDbOptions;

  private constructor(session: DuckDbSession, options: DuckDbOptions) {
    this.#session = session;
    this.#options = options;
  }

  /** Errors  InputError where the library is not installed, or a name holds a NUL byte. */
  static async open(options: DuckDbOptions): Promise<DuckDb> {
    for (const file of options.files) {
      const reason = unreadableName(file);
      if (reason !== undefined) throw new InputError([problem('bad-name', { name: JSON.stringify(file), reason })]);
    }
    return new DuckDb(await DuckDbSession.open(options), options);
  }

  async #asked<Result>(files: readonly string[], ask: () => Promise<Result>): Promise<Result> {
    try {
      return await ask();
    } catch (error) {
      const { memory = memoryLimit, shown = (file) => file } = this.#options;
      const found = duckDbProblem(error, { files, megabytes: memory, shown });
      throw found ? new InputError([found]) : error;
    }
  }

  #statement(make: (text: (value: string) => string) => string): Statement {
    const binder = new TextBinder(duckdb, 'bound');
    return { sql: make(binder.text), bound: binder.bound };
  }

  /** What stands at the top of a file. Errors  InputError where it cannot be read. */
  async head(file: string, format: FileFormat): Promise<FileHead> {
    return this.#asked([file], async () => {
      switch (format) {
        case 'parquet': {
          const columns = await this.#columns([file]);
          return { file, fields: [columns.map(({ name }) => name)], delimiter: ',' };
        }
        case 'csv': {
          const lines = await this.#session.lines(
            this.#statement((text) => `SELECT line FROM ${csvLines(file, text)} LIMIT 1`),
          );
          const header = String(lines[0]?.[0] ?? '').replace(/^\uFEFF/, '');
          const { data, meta } = Papa.parse<string[]>(header, { preview: 1 });
          const fields = data[0] ?? [];
          return { file, fields: [fields], delimiter: fields.length > 1 ? meta.delimiter : ',' };
        }
        case 'json':
        case 'jsonl': {
          const lines = await this.#session.lines(
            this.#statement((text) => `SELECT json_keys(json) FROM ${jsonRecords(file, text)} LIMIT ${recordsLooked}`),
          );
          return { file, fields: lines.map(([keys]) => keys as unknown as readonly string[]), delimiter: ',' };
        }
        default:
          return format satisfies never;
      }
    });
  }

  /** Whether rows of its pages are money. */
  async hasAmounts(file: string): Promise<boolean> {
    const lines = await this.#asked([file], () =>
      this.#session.lines(
        this.#statement(
          (text) =>
            `SELECT 1 FROM ${jsonRecords(file, text)} WHERE len(json_extract(json, '$.data[*].results[*].amount')) > 0 LIMIT 1`,
        ),
      ),
    );
    return lines.length > 0;
  }

  #columns(files: readonly string[]) {
    return this.#session.columns(this.#statement((text) => `SELECT * FROM ${parquetRelation(files, text)} LIMIT 0`));
  }

  /** Its columns, and what is known of them. */
  async source({ reader, format, files }: LogFiles): Promise<SqlSource> {
    if (format === 'parquet') return parquetSource(await this.#asked(files, () => this.#columns(files)), files);
    if (format !== 'csv') return jsonSource(reader, files);
    const heads: FileHead[] = [];
    for (const file of files) heads.push(await this.head(file, format));
    return csvSource(heads);
  }

  /** The engine for files of one reader and one format. */
  engine(log: LogFiles): LogEngine {
    return { name: 'duckdb', totals: async (query) => (await this.totals(log, query)).totals };
  }

  /** Sums of the files, and how many records they have, calls or not. */
  async totals(log: LogFiles, query: LogQuery): Promise<{ readonly totals: LogTotals; readonly records: number }> {
    const { reader, files } = log;
    refuseUnknownKeys(reader, query.by);
    const source = await this.source(log);
    const asked: LogStatement = { ...query, reader, source, dialect: duckdb };
    const lines = await this.#asked(files, () => this.#session.lines(logStatement(asked, 'bound')));
    const threads = query.threads && (await this.#threads(asked, files));
    const isRecordARow = reader.rows.length === 0 && !reader.only;
    return {
      totals: { ...totalsOf(lines, query), ...(threads ? { threads } : {}) },
      records: isRecordARow ? rowsOf(lines, query) : await this.#records(source, files),
    };
  }

  async #threads(asked: LogStatement, files: readonly string[]): Promise<LogTotals['threads']> {
    if (!asked.reader.threads) return [];
    const lines = await this.#asked(files, () => this.#session.lines(threadStatement(asked)));
    return threadCounts(lines, asked);
  }

  async #records(source: SqlSource, files: readonly string[]): Promise<number> {
    const lines = await this.#asked(files, () =>
      this.#session.lines(this.#statement((text) => `SELECT count(*) FROM ${source.relation(text)}`)),
    );
    return Number(lines[0]?.[0] ?? 0);
  }

  close(): void {
    this.#session.close();
  }
}
