/** ClickHouse in this process: the package chdb, in a folder of its own. Tests that need it say why they are skipped without. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Cell } from '../src/usage-sql/answer.ts';
import type { Statement } from '../src/usage-sql/log-query.ts';

const folder = fileURLToPath(new URL('engines/', import.meta.url));

export const hasChdb = existsSync(`${folder}node_modules/chdb`);
if (!hasChdb) console.warn('ClickHouse is not tested: "npm install --prefix test/engines" installs it (about 550 MB)');

interface Session {
  query(sql: string, format?: string): string;
  queryBind(sql: string, bound: object, format?: string): string;
  close(): void;
}

export function chdb() {
  const { Session: Opened } = createRequire(`${folder}package.json`)('chdb') as { Session: new () => Session };
  const session = new Opened();
  return {
    run: (sql: string): void => void session.query(sql),
    ask: async ({ sql, bound }: Statement): Promise<readonly (readonly Cell[])[]> => {
      const text = session.queryBind(
        sql,
        Object.fromEntries(bound.map((value, place) => [`p${place + 1}`, value])),
        'JSONCompact',
      );
      return (JSON.parse(text) as { data: Cell[][] }).data;
    },
    /** A query with its format at the end, as it comes over HTTP. */
    answer: (sql: string, bound: Readonly<Record<string, string>>): string =>
      session.queryBind(sql, bound, 'JSONCompact'),
    close: (): void => session.close(),
  };
}
