/** Rows of a user over those of a base, each id and each alias once. */
import type { Refusals } from './rows/check.ts';

export const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

export function mergeRows<Row extends { readonly id: string }>({
  table,
  base,
  added,
  refusals,
}: {
  readonly table: string;
  readonly base: readonly Row[];
  readonly added: readonly Row[];
  readonly refusals: Refusals;
}): readonly Row[] {
  const seen = new Set<string>();
  for (const { id } of added) {
    if (seen.has(id)) refusals.addById(table, id, 'the id is given twice');
    seen.add(id);
  }
  if (base.length === 0) return added;
  const merged = byId(base);
  for (const row of added) merged.set(row.id, row);
  return [...merged.values()];
}

/** One name, one row: an alias must not be the id or an alias of another row. */
export function checkAliases(
  table: string,
  rows: readonly { readonly id: string; readonly aliases: readonly string[] }[],
  refusals: Refusals,
): void {
  const owner = new Map<string, string>(rows.map((row) => [row.id.toLowerCase(), row.id]));
  for (const row of rows) {
    for (const alias of row.aliases) {
      const other = owner.get(alias.toLowerCase());
      if (other !== undefined && other !== row.id)
        refusals.addById(table, row.id, `the alias "${alias}" already names "${other}"`);
      owner.set(alias.toLowerCase(), row.id);
    }
  }
}
