/** The query that counts the calls of each conversation, session or trace of a log: how many threads have how many calls. */
import type { LogStatement, Statement } from './log-query.ts';
import { layersOf } from './log-query.ts';
import { InternalError } from '../errors.ts';
import type { ThreadCounts } from '../usage-log/types.ts';
import type { Cell } from './answer.ts';
import { threadsOf } from './copies.ts';
import { column } from './layers.ts';
import { TextBinder } from './text-binder.ts';

/** Columns of the answer: place of the kind, calls, threads of as many; of no calls the calls that name no thread. */
export function threadStatement(log: LogStatement): Statement {
  const asked: LogStatement = { ...log, by: [], withThreads: true };
  const binder = new TextBinder(asked.dialect, 'bound');
  const layers = layersOf(asked, binder, 'numbers');
  const counted = threadsOf(asked.reader, true).flatMap((_, place) => {
    const name = column('t', place);
    const rows = `FROM af_numbers WHERE af_fault = '' AND ${name}`;
    return [
      `  SELECT ${place} AS af_kind, af_size, count(*) AS af_threads\n  FROM (SELECT count(*) AS af_size ${rows} IS NOT NULL GROUP BY ${name}) AS af_each\n  GROUP BY af_size`,
      `  SELECT ${place} AS af_kind, 0 AS af_size, count(*) AS af_threads ${rows} IS NULL`,
    ];
  });
  return {
    sql: `WITH ${layers.join(',\n')}\nSELECT af_kind, af_size, af_threads FROM (\n${counted.join('\n  UNION ALL\n')}\n) AS af_counted`,
    bound: binder.bound,
  };
}

function whole(cell: Cell): number {
  const value = Number(cell);
  if (!Number.isSafeInteger(value)) throw new InternalError(`the database answers ${String(cell)} calls`);
  return value;
}

/** @param lines of the answer to `threadStatement`. */
export function threadCounts(
  lines: readonly (readonly Cell[])[],
  { reader }: Pick<LogStatement, 'reader'>,
): readonly ThreadCounts[] {
  const rows = lines.map(([kind, size, threads]) => ({
    place: whole(kind),
    size: whole(size),
    threads: whole(threads),
  }));
  return threadsOf(reader, true).map(({ kind }, at) => {
    const own = rows.filter(({ place }) => place === at);
    return {
      kind,
      sizes: own
        .filter(({ size }) => size > 0)
        .map(({ size, threads }) => [size, threads] as const)
        .toSorted(([left], [right]) => left - right),
      without: own.find(({ size }) => size === 0)?.threads ?? 0,
    };
  });
}
