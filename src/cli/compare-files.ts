/** Reads the scenarios of a ranking, ranks them, and writes what was asked for. */
import type { Criterion, Grouping, Sorting } from '../assessment.ts';
import { InputError, type Problem } from '../errors.ts';
import { prepareToJudge } from '../prepare.ts';
import type { Catalog } from '../catalog/index.ts';
import { rankerOf, type Ranker } from '../ranking/rank.ts';
import {
  compareExtensions,
  compareFormatOfFile,
  compareFormats,
  hasEveryCriterion,
  type CompareFormat,
} from '../report/compare/index.ts';
import { wantsPrices, type TokenPrices } from '../weigh/prices.ts';
import { readInput } from './files.ts';
import { filesNamed } from './glob.ts';
import { hash } from '../hash.ts';
import { loadCatalog } from './load-catalog.ts';
import { exitCodes, type ExitCode } from './outcome.ts';
import { outputsOf, refuseInputs } from './outputs.ts';
import { progress, type Progress } from './progress.ts';
import { tableOf } from './table-of.ts';
import { drawing, type DrawingOptions } from './terminal.ts';
import type { World } from './world.ts';
import { writeResults } from './write-results.ts';

export interface CompareOptions extends DrawingOptions {
  readonly by: Grouping;
  readonly criterion: Criterion;
  readonly sort: Sorting;
  readonly reverse?: true;
  readonly top?: number;
  readonly where?: string;
  readonly baseline?: string;
  readonly format?: CompareFormat;
  readonly output?: readonly string[];
  readonly catalog?: string;
  readonly samples: number;
  readonly seed: number;
  readonly maxErrors: number;
  readonly quiet?: true;
}

/** Errors  InputError with the problems of all files, when any has one. */
async function addAll(
  world: World,
  files: readonly string[],
  {
    ranker,
    catalog,
    read,
    bar,
    maxErrors,
  }: { ranker: Ranker; catalog: Catalog; read: Set<string>; bar: Progress; maxErrors: number },
): Promise<void> {
  const problems: Problem[] = [];
  let prices: TokenPrices | undefined;
  for (const [index, file] of files.entries()) {
    try {
      const text = await readInput(world, file, (path) => read.add(path));
      const prepared = prepareToJudge(text, { catalog, method: 'ai-footprint', tables: true });
      const rows = await tableOf(prepared, text, { catalog, method: 'ai-footprint', maxErrors });
      // The list of prices is large, and few scenarios ask for it.
      if (wantsPrices(prepared.resolved)) prices ??= await (await import('./token-prices.ts')).tokenPrices(catalog.version); // prettier-ignore
      // Nothing is computed that will not be shown.
      if (problems.length === 0) ranker.add(prepared, { prices, table: rows });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
    bar.advance(index + 1);
  }
  if (problems.length > 0) throw new InputError(problems);
}

/** Errors  InputError when a file, the condition, the baseline or an output is wrong; nothing is written then. */
export async function compareFiles(world: World, words: readonly string[], options: CompareOptions): Promise<ExitCode> {
  const outputs = outputsOf(world, options.output ?? [], { formatOf: compareFormatOfFile, known: compareExtensions });
  const files = filesNamed(world.cwd(), words);
  const catalog = await loadCatalog(world, options.catalog);
  const shown = options.format ?? (outputs.length === 0 ? 'table' : undefined);
  const formats = [...outputs.map(({ format }) => format), ...(shown === undefined ? [] : [shown])];
  const ranker = rankerOf({
    catalog,
    hash,
    samples: options.samples,
    seed: options.seed,
    by: options.by,
    criterion: options.criterion,
    sort: options.sort,
    reverse: options.reverse ?? false,
    where: options.where,
    top: options.top,
    baseline: options.baseline,
    every: formats.some((format) => hasEveryCriterion[format]),
  });
  const read = new Set<string>();
  const bar = await progress(world, files.length, { quiet: options.quiet === true, of: 'files' });
  try {
    await addAll(world, files, { ranker, catalog, read, bar, maxErrors: options.maxErrors });
  } finally {
    bar.stop();
  }
  // What a scenario extends is known once it has been read.
  refuseInputs(outputs, read);
  const ranking = ranker.ranking();
  const drawn = drawing(world, world.stdout, options);
  await writeResults(world, ranking, { formats: compareFormats, outputs, shown, drawn });
  return exitCodes.computed;
}
