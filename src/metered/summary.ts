/** What was read of a log, and what of it leads to no figure. */
import type { Catalog } from '../catalog/index.ts';

import { counts, type Count, type Fault, type LogQuery, type LogTotals, type Reader } from '../usage-log/types.ts';
import { callsPer } from './calls-per.ts';
import { grouped } from './grouped.ts';
import type { LeftOut } from './resolve.ts';
import { countedIn, rowsIn, says } from './row-sums.ts';
import type { MeteredFigures, ReadLog, Unmapped } from './types.ts';

/** What was read, of usage or of costs. */
export interface ReadFiles {
  readonly name: string;
  readonly files: readonly string[];
  /** Of the bytes of each file. */
  readonly sha256: readonly string[];
  readonly records: number;
}

export interface MeteredLog extends ReadFiles {
  readonly reader: Reader;
  readonly query: LogQuery;
  readonly totals: LogTotals;
}

export function unmappedOf(leftOut: readonly LeftOut[], catalog: Catalog): Unmapped[] {
  // One name may stand in several combinations.
  return grouped(leftOut, ({ kind, name }) => [kind, name])
    .flatMap(({ members: all }): Unmapped[] => {
      const [first] = all;
      if (!first) return [];
      const { kind, name, problem: why } = first;
      const lines = all.flatMap((each) => each.lines);
      const nearest = name === null ? [] : catalog.nearest(kind === 'model' ? 'models' : 'regions', name);
      return [{ kind, name, rows: rowsIn(lines), counted: countedIn(lines), problem: why, nearest }];
    })
    .toSorted((left, right) => right.rows - left.rows || ((left.name ?? '') < (right.name ?? '') ? -1 : 1));
}

interface Dated {
  readonly rows: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** First and last day, and how many rows have none. */
export function daysOf(lines: readonly Dated[]): Pick<ReadLog, 'first' | 'last' | 'undated'> {
  const days = (of: 'first' | 'last'): string[] => lines.flatMap((line) => line[of] ?? []).toSorted();
  return {
    first: days('first')[0] ?? null,
    last: days('last').at(-1) ?? null,
    undated: rowsIn(lines.filter(({ first }) => first === null)),
  };
}

/** Rows that cannot count may be of any group. */
export const boundOf = (unmappedRows: number, refused: LogTotals['refused']): MeteredFigures['bound'] =>
  unmappedRows > 0 || Object.values(refused).some((rows) => rows > 0) ? 'lower' : null;

export const refusedOf = ({ refused, refusedAt = {} }: Pick<LogTotals, 'refused' | 'refusedAt'>): ReadLog['refused'] =>
  (Object.entries(refused) as [Fault, number][]).map(([fault, rows]) => ({
    fault,
    rows,
    first: refusedAt[fault] ?? null,
  }));

export function readLog(
  { files, reader, records, totals }: MeteredLog,
  renames: ReadonlyMap<string, string>,
  unknownHosts: ReadonlyMap<string, number>,
): ReadLog {
  const { summed, refused, refusedAt = {}, repeated, differing, threads } = totals;
  const unknown: Partial<Record<Count, number>> = {};
  for (const [slot, count] of counts.entries()) {
    const rows = rowsIn(summed.filter((line) => !says(line, slot)));
    if (rows > 0) unknown[count] = rows;
  }
  const logged = new Set(summed.flatMap(({ model, region, provider }) => [model, region, provider]));
  return {
    files,
    reader: { id: reader.id, source: reader.source, year: reader.year, caveat: reader.caveat ?? null },
    counting: reader.counting,
    records,
    rows: rowsIn(summed),
    ...daysOf(summed),
    repeated,
    differing,
    refused: refusedOf({ refused, refusedAt }),
    ...(threads ? { callsPer: callsPer(threads, reader) } : {}),
    unknown,
    renamed: [...renames].filter(([from]) => logged.has(from)).map(([from, to]) => ({ from, to })),
    unknownHosts: [...unknownHosts].map(([name, rows]) => ({ name, rows })),
  };
}
