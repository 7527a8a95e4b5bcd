/** Quoting of the SQL standard, which DuckDB and PostgreSQL follow. */
import { withoutNul, type Dialect } from './dialect.ts';

export const quotedName = (name: string): string => `"${withoutNul(name).replaceAll('"', '""')}"`;
export const quotedText = (text: string): string => `'${withoutNul(text).replaceAll("'", "''")}'`;

export const standardValues: Dialect['values'] = (name, columns, rows) =>
  `${quotedName(name)}(${columns.map(([column]) => quotedName(column)).join(', ')}) AS (VALUES\n${rows
    .map((row) => `    (${row.join(', ')})`)
    .join(',\n')}\n  )`;
