/** A log added up by one of the engines, and rows that cannot count refused. */
import { nameOf } from './whole-log.ts';
import { InputError, problem, type Problem } from '../../errors.ts';
import { LogReading, type AddedCostLog, type AddedLog } from '../../log-files/read-log.ts';
import { isCosts } from '../../usage-log/costs.ts';
import type { Fault, LogTotals } from '../../usage-log/types.ts';
import { progress } from '../progress.ts';
import type { World } from '../world.ts';
import { engineOf } from './engine-options.ts';
import type { UsageOptions, Work } from './asked.ts';
import type { Opening } from './duckdb-log.ts';
import { logFile } from './source.ts';

const reasons: Readonly<Record<Fault, string>> = {
  'not-a-number': 'a count is no number',
  negative: 'a count is negative',
  absurd: 'a count is beyond 1e15, or beyond 1e9 tokens a request',
  'not-tokens': 'its counts are no tokens',
  'inexact-id': 'its id is a number beyond 2^53, of which the end is lost: write it as text, or take --engine duckdb',
  'part-over-whole': 'a part (cached, reasoning) is more than the tokens that hold it',
  'no-requests': 'it has tokens and no requests',
  'bad-time': 'its time is no instant from 2000 to 2099',
};

/** Errors  InputError where more rows cannot count than the caller puts up with, or no other row is left. */
export function refuseFaults(
  {
    summed,
    refused,
    refusedAt = {},
  }: Pick<LogTotals, 'refused' | 'refusedAt'> & { readonly summed: readonly unknown[] },
  most: number,
): void {
  const found = Object.entries(refused) as [Fault, number][];
  const all = found.reduce((sum, [, rows]) => sum + rows, 0);
  if (all === 0 || (all <= most && summed.length > 0)) return;
  throw new InputError(
    found.map(([fault, rows]): Problem => {
      const first = refusedAt[fault];
      const place = first && { file: first.file, line: first.line, column: 1, length: 0, excerpt: '' };
      return problem('log-refused', { reason: reasons[fault], rows, most: all }, { place });
    }),
  );
}

/** Keys of costs, with the month besides for the trend. */
const groupedBy = (by: readonly string[]): readonly string[] => (by.includes('month') ? by : [...by, 'month']);

/** Errors  InputError for the reader of costs, which no database reads. */
export function openingOf({ reader, queryOf }: Pick<Work, 'reader' | 'queryOf'>, option: string): Opening {
  if (reader && isCosts(reader)) throw new InputError([problem('costs-engine', { reader: reader.id, option })]);
  return { reader, queryOf };
}

export async function addedUp(
  world: World,
  files: readonly string[],
  { reader, queryOf, by }: Pick<Work, 'reader' | 'queryOf' | 'by'>,
  { maxErrors, quiet }: Pick<UsageOptions, 'maxErrors' | 'quiet'>,
): Promise<AddedLog | AddedCostLog> {
  const reading = new LogReading({ reader, queryOf, costsBy: groupedBy(by), maxErrors });
  const bar = await progress(world, files.length, { quiet: quiet === true, of: 'files' });
  try {
    for (const [index, file] of files.entries()) {
      await reading.add(logFile(world, file));
      bar.advance(index + 1);
    }
  } finally {
    bar.stop();
  }
  return reading.finish(nameOf(files));
}

/** By the engine that was asked for, or that the files need. */
export async function addedBy(
  world: World,
  files: readonly string[],
  options: UsageOptions,
  work: Work,
): Promise<AddedLog | AddedCostLog> {
  const engine = engineOf(options, files);
  switch (engine) {
    case 'built-in':
      return addedUp(world, files, work, options);
    case 'duckdb': {
      const { withDuckDbLog } = await import('./duckdb-log.ts');
      return withDuckDbLog(world, files, openingOf(work, '--engine duckdb'), (log) => log.totals());
    }
    case 'clickhouse': {
      const { url = '', table = '' } = options;
      const { withClickHouseLog } = await import('./clickhouse-log.ts');
      return withClickHouseLog(world, { url, table }, openingOf(work, '--engine clickhouse'), (log) => log.totals());
    }
    default:
      return engine satisfies never;
  }
}
