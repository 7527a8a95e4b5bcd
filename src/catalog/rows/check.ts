/** Checks a written row against its schema, and says in plain words what is wrong with it. */
import * as z from 'zod/mini';
import { RowError } from './figure.ts';

/** A row that was refused: which table, which row, why. */
export interface RefusedRow {
  readonly table: string;
  readonly row: string;
  readonly reason: string;
  /** From the root of the file; undefined for what no single row is to blame for. */
  readonly path?: readonly (string | number)[];
}

/** Every row that was refused. */
export class CatalogRowError extends Error {
  override readonly name = 'CatalogRowError';
  readonly rows: readonly RefusedRow[];

  constructor(rows: readonly RefusedRow[]) {
    super(rows.map(({ table, row, reason }) => `${table}, row "${row}": ${reason}`).join('\n'));
    this.rows = rows;
  }
}

/** A row that names a refused one: the first fault is worth telling, what follows from it is not. */
export class FollowsError extends RowError {}

/** Collects what is wrong with the rows of a file. */
export class Refusals {
  readonly rows: RefusedRow[] = [];
  readonly #tables: Readonly<Partial<Record<string, readonly unknown[] | undefined>>>;

  constructor(tables: Readonly<Partial<Record<string, readonly unknown[] | undefined>>>) {
    this.#tables = tables;
  }

  /** @param raw the row as written, by which its place is found. */
  add(table: string, raw: unknown, reason: string, inside: readonly (string | number)[] = []): void {
    const rows = this.#tables[table] ?? [];
    const index = rows.indexOf(raw);
    this.rows.push({ table, row: nameOf(raw, index), reason, path: [table, index, ...inside] });
  }

  /** As `add`, for a row that is known by its id: the last one of that id. */
  addById(table: string, id: string, reason: string): void {
    const raw = (this.#tables[table] ?? []).findLast((each) => idOf(each) === id);
    if (raw === undefined) this.rows.push({ table, row: id, reason });
    else this.add(table, raw, reason);
  }

  has(table: string, id: string): boolean {
    return this.rows.some((each) => each.table === table && each.row === id);
  }
}

/** Validates and compiles each row of a table; the rows that are wrong are left out and told to `refusals`. */
export function compileRows<Schema extends z.ZodMiniType, Compiled>(a: {
  readonly table: string;
  readonly rows: readonly unknown[] | undefined;
  readonly schema: Schema;
  readonly compile: (row: z.infer<Schema>) => Compiled;
  readonly refusals: Refusals;
}): Compiled[] {
  return (a.rows ?? []).flatMap((raw) => {
    try {
      return [a.compile(check(a.schema, raw))];
    } catch (error) {
      if (!(error instanceof RowError)) throw error;
      if (!(error instanceof FollowsError)) a.refusals.add(a.table, raw, error.message, error.inside);
      return [];
    }
  });
}

/**
 * The value in the shape of the schema.
 * Errors  RowError with every departure from the schema.
 */
export function check<Schema extends z.ZodMiniType>(schema: Schema, raw: unknown): z.infer<Schema> {
  const result = z.safeParse(schema, raw);
  if (result.success) return result.data;
  const inside = result.error.issues[0]?.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  throw new RowError(result.error.issues.map((issue) => describe(issue, raw)).join('; '), inside);
}

function idOf(raw: unknown): unknown {
  return typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined;
}

function nameOf(raw: unknown, index: number): string {
  const id = idOf(raw);
  return typeof id === 'string' ? id : `number ${index + 1}`;
}

function describe(issue: z.core.$ZodIssue, raw: unknown): string {
  const place = issue.path.map(String).join('.');
  const at = place === '' ? '' : `"${place}" `;
  if (issue.code === 'unrecognized_keys') return `${at}unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
  if (valueAt(raw, issue.path) === undefined) return `${at}is missing`;
  if (issue.code === 'invalid_type') return `${at}should be ${issue.expected}`;
  if (issue.code === 'invalid_value') return `${at}should be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small') return `${at}should be at least ${issue.minimum}`;
  if (issue.code === 'too_big') return `${at}should be at most ${issue.maximum}`;
  return `${at}is not in the right form (${issue.code})`;
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return value;
}
