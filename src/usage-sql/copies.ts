/** Copies of a call, told apart in SQL: as src/usage-log/calls.ts does. */
import { counts, names, threadKinds, type GroupKey, type Reader } from '../usage-log/types.ts';
import type { Dialect } from './dialect.ts';
import { column, columns, select, type Layer } from './layers.ts';

/** The copy of a call beside the one that counts. */
export const repeated = 'repeated';

/** The first of such copies, where not all of them say the same figures. */
export const differing = 'differing';

/** Threads that a query counts the calls of, in the order of their columns. */
export const threadsOf = ({ threads = {} }: Reader, isAsked: true | undefined) =>
  isAsked ? threadKinds.flatMap((kind) => (threads[kind] ? [{ kind, of: threads[kind].of }] : [])) : [];

/**
 * Calls that are written more than once, by the hash of their identity: only these are laid beside each other, whole; the others are
 * added up as they come, and nothing of them is kept but the hash.
 */
export function callLayers({
  reader,
  dialect,
  by,
  withThreads,
}: {
  readonly reader: Reader;
  readonly dialect: Dialect;
  readonly by: readonly GroupKey[];
  readonly withThreads?: true;
}): Layer[] {
  const hash = dialect.hash('af_call');
  // The words come last, so that of equal copies the same one counts each time.
  const best = [
    'CASE WHEN af_bad IS NULL THEN 0 ELSE 1 END',
    ...(['output', 'input', 'cached', 'reasoning', 'requests'] as const).map(
      (count) => `COALESCE(${column('c', counts.indexOf(count))}, -1) DESC`,
    ),
    'COALESCE(floor(af_time / 86400), -1) DESC',
    ...names.map((name) => `af_${name}`),
    ...columns('g', by),
    ...columns('t', threadsOf(reader, withThreads)),
  ].join(', ');
  // Among rows that count; those are the first of the copies.
  const spread = columns('c', counts).map((name) => {
    const said = `CASE WHEN af_bad IS NULL THEN COALESCE(${name}, -1) END`;
    return `min(${said}) OVER (PARTITION BY af_call) < max(${said}) OVER (PARTITION BY af_call)`;
  });
  const differs = `CASE WHEN ${spread.join(' OR ')} THEN 1 ELSE 0 END`;
  const isTwice = (not: '' | 'NOT '): string => `${hash} ${dialect.everywhere}${not}IN (SELECT af_hash FROM af_twice)`;
  return [
    {
      name: 'af_twice',
      sql: select(
        [`${hash} AS af_hash`],
        `FROM af_read\n  WHERE af_call IS NOT NULL\n  GROUP BY ${hash}\n  HAVING count(*) > 1`,
      ),
    },
    {
      name: 'af_calls',
      sql: `  SELECT *, 1 AS af_copy${reader.aggregated ? ', 0 AS af_differs' : ''}\n  FROM af_read\n  WHERE af_call IS NULL OR ${isTwice('NOT ')}\n  UNION ALL\n  SELECT *, row_number() OVER (PARTITION BY af_call ORDER BY ${best}) AS af_copy${reader.aggregated ? `, ${differs} AS af_differs` : ''}\n  FROM af_read\n  WHERE af_call IS NOT NULL AND ${isTwice('')}`,
    },
  ];
}
