/** Reads a log, adds it up, and writes its footprint. */
import { resolve } from 'node:path';
import type { Catalog } from '../../catalog/index.ts';
import { InputError, problem, type Problem } from '../../errors.ts';
import { hash } from '../../hash.ts';
import { LogReading, type AddedLog } from '../../log-files/read-log.ts';
import type { DefaultsText } from '../../metered/defaults.ts';
import { meter } from '../../metered/meter.ts';
import { logQueryOf } from '../../metered/query.ts';
import type { ResolveOptions } from '../../metered/resolve.ts';
import type { Metered } from '../../metered/types.ts';
import { usageExtensions, usageFormatOfFile, usageFormats, type UsageFormat } from '../../report/usage/index.ts';
import { groupTaker } from '../../usage-log/group-keys.ts';
import type { Fault, LogQuery, LogTotals, Reader } from '../../usage-log/types.ts';
import { readText, realPath } from '../files.ts';
import { filesNamed } from '../glob.ts';
import { loadCatalog } from '../load-catalog.ts';
import { exitCodes, type ExitCode } from '../outcome.ts';
import { outputsOf, refuseInputs } from '../outputs.ts';
import { progress } from '../progress.ts';
import { drawing, type DrawingOptions } from '../terminal.ts';
import type { World } from '../world.ts';
import { writeResults } from '../write-results.ts';
import { engineOf, type EngineOptions } from './engine-options.ts';
import { groupingOf, readerOf, regionOf, renamesOf } from './options.ts';
import { logFile } from './source.ts';

export interface UsageOptions extends DrawingOptions, EngineOptions {
  readonly by?: string;
  readonly map?: readonly string[];
  readonly reader?: string;
  readonly mapping?: string;
  readonly region?: string;
  readonly defaults?: string;
  readonly plan?: string;
  readonly toScenario?: string;
  readonly maxRefused: number;
  readonly top: number;
  readonly strict?: true;
  readonly format?: UsageFormat;
  readonly output?: readonly string[];
  readonly catalog?: string;
  readonly samples: number;
  readonly seed: number;
  readonly maxErrors: number;
  readonly quiet?: true;
}

/** What a folder stands for: whatever may be a log. */
const logFiles =
  '*.{csv,json,jsonl,ndjson,parquet,csv.gz,json.gz,jsonl.gz,ndjson.gz,csv.zst,json.zst,jsonl.zst,ndjson.zst}';

const reasons: Readonly<Record<Fault, string>> = {
  'not-a-number': 'a count is no number',
  negative: 'a count is negative',
  absurd: 'a count is beyond 1e15',
  'part-over-whole': 'a part (cached, reasoning) is more than the tokens that hold it',
  'no-requests': 'it has tokens and no requests',
  'bad-time': 'its time is no instant from 2000 to 2099',
};

/** Errors  InputError where more rows cannot count than the caller puts up with. */
function refuseFaults({ refused, refusedAt = {} }: LogTotals, most: number): void {
  const found = Object.entries(refused) as [Fault, number][];
  const all = found.reduce((sum, [, rows]) => sum + rows, 0);
  if (all <= most) return;
  throw new InputError(
    found.map(([fault, rows]): Problem => {
      const first = refusedAt[fault];
      const place = first && { file: first.file, line: first.line, column: 1, length: 0, excerpt: '' };
      return problem('log-refused', { reason: reasons[fault], rows, most: all }, { place });
    }),
  );
}

interface Reading {
  readonly reader: Reader | undefined;
  readonly queryOf: (reader: Reader) => LogQuery;
}

async function addedUp(
  world: World,
  files: readonly string[],
  { reader, queryOf }: Reading,
  { maxErrors, quiet }: Pick<UsageOptions, 'maxErrors' | 'quiet'>,
): Promise<AddedLog> {
  const reading = new LogReading({ reader, queryOf, maxErrors });
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

const nameOf = (files: readonly string[]): string => {
  const [first = ''] = files;
  const shown = first === '-' ? '<stdin>' : first;
  return files.length === 1 ? shown : `${shown} and ${files.length - 1} more`;
};

interface Asked {
  readonly catalog: Catalog;
  readonly defaults: DefaultsText | undefined;
  readonly by: readonly string[];
  readonly reader: Reader | undefined;
}

interface Work extends Asked {
  readonly queryOf: (reader: Reader) => LogQuery;
  readonly resolving: ResolveOptions;
}

function workOf(options: UsageOptions, asked: Asked): Work {
  const { catalog, defaults, by, reader } = asked;
  const method = 'ai-footprint';
  const renames = renamesOf(options.map ?? [], catalog);
  const region = regionOf(options.region, catalog);
  if (reader) groupTaker(reader, by);
  const queryOf = ({ time }: Reader): LogQuery =>
    logQueryOf(by, { catalog, method, defaults, hasTime: time !== undefined });
  return { ...asked, queryOf, resolving: { catalog, method, renames, region, defaults } };
}

async function metered(world: World, files: readonly string[], options: UsageOptions, work: Work): Promise<Metered> {
  const { resolving, by } = work;
  const log = await addedBy(world, files, options, work);
  refuseFaults(log.totals, options.maxRefused);
  const { samples, seed, table = '' } = options;
  const name = files.length === 0 ? table : nameOf(files);
  const shown = files.length === 0 ? [table] : files.map((file) => (file === '-' ? '<stdin>' : file));
  return meter({ ...log, name, files: shown }, { ...resolving, samples, seed, hash, by });
}

/** By the engine that was asked for, or that the files need. */
async function addedBy(world: World, files: readonly string[], options: UsageOptions, work: Work): Promise<AddedLog> {
  const engine = engineOf(options, files);
  switch (engine) {
    case 'built-in':
      return addedUp(world, files, work, options);
    case 'duckdb':
      return (await import('./duckdb-log.ts')).withDuckDbLog(world, files, work, (log) => log.totals());
    case 'clickhouse': {
      const { url = '', table = '' } = options;
      const { withClickHouseLog } = await import('./clickhouse-log.ts');
      return withClickHouseLog(world, { url, table }, work, (log) => log.totals());
    }
    default:
      return engine satisfies never;
  }
}

/** Errors  InputError when a file, an option or an output is wrong; nothing is written then. */
export async function usageFiles(world: World, words: readonly string[], options: UsageOptions): Promise<ExitCode> {
  const outputs = outputsOf(world, options.output ?? [], { formatOf: usageFormatOfFile, known: usageExtensions });
  const files = words.length === 0 ? [] : filesNamed(world.cwd(), words, logFiles);
  engineOf(options, files);
  const named = [
    ...files.filter((file) => file !== '-'),
    options.catalog,
    options.mapping,
    options.defaults,
    options.plan,
  ];
  refuseInputs(
    outputs,
    new Set(named.flatMap((file) => (file === undefined ? [] : [realPath(resolve(world.cwd(), file))]))),
  );
  const catalog = await loadCatalog(world, options.catalog);
  const by = groupingOf(options.by);
  const reader = await readerOf(world, options);
  const { defaults: file } = options;
  const defaults = file === undefined ? undefined : { file, text: readText(resolve(world.cwd(), file), file) };
  const work = workOf(options, { catalog, defaults, by, reader });
  if (options.printSql !== undefined) {
    const { printSql } = await import('./printed-log.ts');
    world.stdout.write(
      await printSql(world, files, options, { ...work, addedUp: () => addedUp(world, files, work, options) }),
    );
    return exitCodes.computed;
  }
  const found = await metered(world, files, options, work);
  const shown = options.format ?? (outputs.length === 0 ? 'table' : undefined);
  const drawn = { ...drawing(world, world.stdout, options), top: options.top };
  await writeResults(world, found, { formats: usageFormats, outputs, shown, drawn });
  const { total, bound } = found.assessment.baseline.impacts.ghg;
  const isPartial =
    found.unmapped.length > 0 || found.log.refused.length > 0 || !total || bound === 'lower' || bound === 'mixed';
  return options.strict && isPartial ? exitCodes.inconclusive : exitCodes.computed;
}
