/** Reads the scenarios of a ranking, ranks them, and writes what was asked for. */
import type { Criterion, Grouping, Sorting } from '../assessment.ts';
import { InputError, type Problem } from '../errors.ts';
import { prepareToJudge, type PreparedScenario } from '../prepare.ts';
import { rank } from '../ranking/rank.ts';
import {
  compareExtensions,
  compareFormatOfFile,
  compareFormats,
  hasEveryCriterion,
  type CompareFormat,
} from '../report/compare/index.ts';
import { wantsPrices } from '../weigh/prices.ts';
import { readInput } from './files.ts';
import { filesNamed } from './glob.ts';
import { hash } from './hash.ts';
import { loadCatalog } from './load-catalog.ts';
import { exitCodes, type ExitCode } from './outcome.ts';
import type { OutputFile } from './output.ts';
import { outputsOf, refuseInputs } from './outputs.ts';
import { progress, type Progress } from './progress.ts';
import { drawing, type DrawingOptions } from './terminal.ts';
import type { World } from './world.ts';

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
  readonly quiet?: true;
}

/** Errors  InputError with the problems of all files, when any has one. */
async function prepareAll(
  world: World,
  files: readonly string[],
  { catalog, read, bar }: { catalog: Awaited<ReturnType<typeof loadCatalog>>; read: Set<string>; bar: Progress },
): Promise<PreparedScenario[]> {
  const prepared: PreparedScenario[] = [];
  const problems: Problem[] = [];
  for (const [index, file] of files.entries()) {
    try {
      const text = await readInput(world, file, (path) => read.add(path));
      prepared.push(prepareToJudge(text, { catalog, method: 'ai-footprint' }));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
    // Reading is the first half of the work, computing the second.
    bar.advance(Math.floor((index + 1) / 2));
  }
  if (problems.length > 0) throw new InputError(problems);
  return prepared;
}

/** Errors  InputError when a file, the condition, the baseline or an output is wrong; nothing is written then. */
export async function compareFiles(world: World, words: readonly string[], options: CompareOptions): Promise<ExitCode> {
  const outputs = outputsOf(world, options.output ?? [], { formatOf: compareFormatOfFile, known: compareExtensions });
  const files = filesNamed(world.cwd(), words);
  const catalog = await loadCatalog(world, options.catalog);
  const shown = options.format ?? (outputs.length === 0 ? 'table' : undefined);
  const formats = [...outputs.map(({ format }) => format), ...(shown === undefined ? [] : [shown])];
  const bar = await progress(world, files.length, { quiet: options.quiet === true, of: 'files' });
  let ranking;
  try {
    const read = new Set<string>();
    const prepared = await prepareAll(world, files, { catalog, read, bar });
    refuseInputs(outputs, read);
    const isPriced = prepared.some(({ resolved }) => wantsPrices(resolved));
    // The list of prices is large, and few scenarios ask for it.
    const prices = isPriced ? await (await import('./token-prices.ts')).tokenPrices(catalog.version) : undefined;
    let done = 0;
    ranking = rank(prepared, {
      catalog,
      hash,
      prices,
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
      onDone: () => bar.advance(Math.floor((files.length + (done += 1)) / 2)),
    });
  } finally {
    bar.stop();
  }
  const place = drawing(world, world.stdout, options);
  const rendered: OutputFile[] = [];
  for (const { file, format } of outputs) {
    const render = await compareFormats[format]();
    rendered.push({ file, text: render(ranking, { ...place, colour: false }) });
  }
  const printed = shown && (await compareFormats[shown]())(ranking, place);
  if (rendered.length > 0) {
    const { writeWhole } = await import('./output.ts');
    writeWhole(world, rendered);
  }
  if (printed !== undefined) world.stdout.write(printed);
  return exitCodes.computed;
}
