/** A DuckDB of our own: in memory, closed to the network and to every file but those that were named. */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { InputError, problem } from '../errors.ts';
import { quotedText } from '../usage-sql/standard.ts';
import type { Statement } from '../usage-sql/log-query.ts';
import type { Cell } from '../usage-sql/answer.ts';

export interface SessionOptions {
  /** Absolute paths of the files that may be read; nothing else can be. */
  readonly files: readonly string[];
  /** Megabytes that the database may hold; beyond, it writes to a folder of its own. */
  readonly memory?: number;
  readonly threads?: number;
}

/** What a node needs beside itself: three quarters of a gigabyte in all. */
export const memoryLimit = 512;

/** A `*` in the name of a file is a letter, not any letters. */
export const literally = (path: string): string => path.replaceAll(/[[*?]/g, '[$&]');

async function load() {
  try {
    return await import('@duckdb/node-api');
  } catch (error) {
    if (!/MODULE_NOT_FOUND/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
    throw new InputError([problem('engine-missing', { engine: 'duckdb', library: '@duckdb/node-api' })]);
  }
}

export class DuckDbSession {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #folder: string;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, folder: string) {
    this.#instance = instance;
    this.#connection = connection;
    this.#folder = folder;
  }

  /** Errors  InputError where the library is not installed. */
  static async open({
    files,
    memory = memoryLimit,
    threads = availableParallelism(),
  }: SessionOptions): Promise<DuckDbSession> {
    const { DuckDBInstance: database } = await load();
    const folder = mkdtempSync(join(tmpdir(), 'ai-footprint-duckdb-'));
    try {
      const instance = await database.create(':memory:', {
        threads: String(threads),
        memory_limit: `${memory}MB`,
        temp_directory: folder,
        autoinstall_known_extensions: 'false',
        autoload_known_extensions: 'false',
      });
      const connection = await instance.connect();
      const session = new DuckDbSession(instance, connection, folder);
      const allowed = [...new Set(files.flatMap((file) => [file, literally(file)]))].map(quotedText);
      await connection.run("SET TimeZone = 'UTC'");
      await connection.run(`SET allowed_paths = [${allowed.join(', ')}]`);
      await connection.run('SET enable_external_access = false');
      await connection.run('SET lock_configuration = true');
      return session;
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Lines of the answer, cells in the order of its columns. */
  async lines({ sql, bound }: Statement): Promise<readonly (readonly Cell[])[]> {
    const reader = await this.#connection.runAndReadAll(sql, [...bound]);
    return reader.getRowsJS() as readonly (readonly Cell[])[];
  }

  /** Names and types of the columns of the answer, whose rows nobody asks for. */
  async columns({ sql, bound }: Statement) {
    const result = await this.#connection.run(sql, [...bound]);
    const types = result.columnTypes();
    return result.columnNames().map((name, place) => ({ name, type: types[place] }));
  }

  /** Ends what runs, and removes what was written beside. */
  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
