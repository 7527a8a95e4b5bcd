/** A table of which nothing is known but what the reader says of it: for queries that are printed, to be run elsewhere. */
import type { Dialect } from './dialect.ts';
import type { SqlSource } from './log-query.ts';

/** PostgreSQL nests in `jsonb`; the others have types for it. */
export function unknownTable({ name }: Pick<Dialect, 'name'>, relation: string): SqlSource {
  const nested = name === 'postgres' ? 'json' : 'typed';
  return {
    nested,
    kindOf: (path) => (nested === 'json' && path.length > 1 ? 'json' : 'any'),
    relation: () => `${relation} AS r0`,
  };
}
