/** What the rows of the catalogue are called by. */

export interface Named {
  readonly id: string;
  readonly aliases?: readonly string[];
  readonly provider?: string;
}

/** An id without its provider; undefined where it has none. */
export function bareName(id: string): string | undefined {
  const slash = id.indexOf('/');
  return slash < 0 ? undefined : id.slice(slash + 1);
}

export function namesOf(row: Named): string[] {
  const bare = bareName(row.id);
  return [row.id, ...(bare === undefined ? [] : [bare]), ...(row.aliases ?? [])];
}
