/** Reads a log, adds it up, and writes its footprint. */
import { resolve } from 'node:path';
import { hash } from '../../hash.ts';
import { InputError, problem } from '../../errors.ts';
import type { AddedLog } from '../../log-files/read-log.ts';
import { defaultsOnly } from '../../metered/defaults.ts';
import { meterCosts } from '../../metered/costs.ts';
import { meter } from '../../metered/meter.ts';
import { logQueryOf } from '../../metered/query.ts';
import type { Metered } from '../../metered/types.ts';
import { usageExtensions, usageFormatOfFile, usageFormats } from '../../report/usage/index.ts';
import { isCosts } from '../../usage-log/costs.ts';
import { groupTaker } from '../../usage-log/group-keys.ts';
import type { LogQuery, Reader } from '../../usage-log/types.ts';
import { readText, realPath } from '../files.ts';
import { filesNamed } from '../glob.ts';
import { loadCatalog } from '../load-catalog.ts';
import { exitCodes, type ExitCode } from '../outcome.ts';
import { outputsOf, refuseInputs } from '../outputs.ts';
import { drawing } from '../terminal.ts';
import type { World } from '../world.ts';
import { writeResults } from '../write-results.ts';
import { addedBy, addedUp, openingOf, refuseFaults } from './added.ts';
import { nameOf } from './whole-log.ts';
import type { Asked, UsageOptions, Work } from './asked.ts';
import { engineOf } from './engine-options.ts';
import {
  groupingOf,
  planOf,
  readerOf,
  refuseClashes,
  refuseForCosts,
  regionOf,
  renamesOf,
  scenarioTarget,
} from './options.ts';

/** What a folder stands for: whatever may be a log. */
const logFiles =
  '*.{csv,json,jsonl,ndjson,parquet,csv.gz,json.gz,jsonl.gz,ndjson.gz,csv.zst,json.zst,jsonl.zst,ndjson.zst}';

function workOf(options: UsageOptions, asked: Asked): Work {
  const { catalog, defaults, by, reader } = asked;
  const method = 'ai-footprint';
  const renames = renamesOf(options.map ?? [], catalog);
  const region = regionOf(options.region, catalog);
  if (reader && !isCosts(reader)) groupTaker(reader, by);
  const queryOf = ({ time }: Reader): LogQuery =>
    logQueryOf(by, {
      catalog,
      method,
      defaults,
      hasTime: time !== undefined,
      // The scenario says how many calls a conversation has; nothing else is worth the memory of their names.
      threads: options.toScenario !== undefined,
    });
  return { ...asked, queryOf, resolving: { catalog, method, renames, region, defaults } };
}

async function metered(world: World, files: readonly string[], options: UsageOptions, work: Work): Promise<Metered> {
  const { resolving, by, plan } = work;
  const log = await addedBy(world, files, options, work);
  refuseFaults('costs' in log ? log.costs : log.totals, options.maxRefused);
  const { samples, seed, table = '' } = options;
  const name = files.length === 0 ? table : nameOf(files);
  const shown = files.length === 0 ? [table] : files.map((file) => (file === '-' ? '<stdin>' : file));
  const asked = { ...resolving, samples, seed, hash, by };
  if ('costs' in log) {
    refuseForCosts(log.reader, options);
    return meterCosts({ ...log, name, files: shown }, asked);
  }
  return meter({ ...log, name, files: shown }, { ...asked, plan });
}

/** Errors  InputError when a file, an option or an output is wrong; nothing is written then. */
export async function usageFiles(world: World, words: readonly string[], options: UsageOptions): Promise<ExitCode> {
  const outputs = outputsOf(world, options.output ?? [], { formatOf: usageFormatOfFile, known: usageExtensions });
  const files = words.length === 0 ? [] : filesNamed(world.cwd(), words, logFiles);
  engineOf(options, files);
  refuseClashes(options, files);
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
  // Told of the file itself, not of the scenario that is made of it.
  if (defaults) defaultsOnly(defaults);
  const plan = await planOf(world, options.plan, catalog);
  const target = scenarioTarget(world, options.toScenario);
  const work = workOf(options, { catalog, defaults, by, reader, plan });
  if (options.printSql !== undefined) {
    const { printSql } = await import('./printed-log.ts');
    const option = `--print-sql ${options.printSql}`;
    const opening = openingOf(work, option);
    const add = async (): Promise<AddedLog> => {
      const log = await addedUp(world, files, work, options);
      if ('costs' in log) throw new InputError([problem('costs-engine', { reader: log.reader.id, option })]);
      return log;
    };
    world.stdout.write(await printSql(world, files, options, { ...work, ...opening, addedUp: add }));
    return exitCodes.computed;
  }
  const found = await metered(world, files, options, work);
  const isFile = outputs.length > 0 || target !== undefined;
  const shown = options.format ?? (isFile ? undefined : 'table');
  const besides = target === undefined ? [] : [{ file: target, text: found.asScenario() }];
  const drawn = { ...drawing(world, world.stdout, options), top: options.top };
  await writeResults(world, found, { formats: usageFormats, outputs, shown, drawn, besides });
  const { total, bound } = found.assessment.baseline.impacts.ghg;
  const isPartial =
    found.unmapped.length > 0 || found.log.refused.length > 0 || !total || bound === 'lower' || bound === 'mixed';
  return options.strict && isPartial ? exitCodes.inconclusive : exitCodes.computed;
}
