/** `ai-footprint assess FILE...`: the baseline of each scenario. */
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { methods, type Method, type PracticeId, type VerdictCode } from '../assessment.ts';
import { InputError, problem } from '../errors.ts';
import { formatOfFile, formats, outputExtensions, type Format } from '../report/index.ts';
import { realPath } from './files.ts';
import { failOnOption } from './fail-on-option.ts';
import { exitCodeHelp, exitCodes, type Finish } from './outcome.ts';
import type { OutputFile } from './output.ts';
import { collect, outputsOf, refuseInputs } from './outputs.ts';
import { drawing, wholeNumber, withDrawingOptions, type DrawingOptions } from './terminal.ts';
import { practiceOption } from './practice-option.ts';
import type { World } from './world.ts';

interface Options extends DrawingOptions {
  readonly format?: Format;
  readonly output?: readonly string[];
  readonly catalog?: string;
  readonly strict?: true;
  readonly failOn?: readonly VerdictCode[];
  readonly method: Method;
  readonly methods?: true;
  readonly practice?: readonly PracticeId[];
  readonly samples: number;
  readonly seed: number;
  readonly maxErrors: number;
}

export function addAssess(program: Command, world: World, finish: Finish): void {
  const command = program
    .command('assess')
    .summary('footprint, good practices and verdict of scenarios')
    .description(
      'Computes the footprint of each scenario: energy, greenhouse gases, water, resources, climate cost.\n' +
        'Usages may stand in a table, one row a usage: "usages: { from: usage.csv, columns: {...} }".',
    )
    .argument('<file...>', 'scenario files; "-" reads one from standard input')
    .addOption(
      new Option('-f, --format <format>', 'what to print (default: "table"; with --output, nothing)').choices(
        Object.keys(formats),
      ),
    )
    .option('-o, --output <file>', 'also write to a file, in the format of its extension; repeatable', collect)
    .option('--catalog <file>', 'own models, regions and factors, added to the shipped ones')
    .addOption(
      new Option('--method <method>', 'what estimates text usages; ecologits is a second opinion, pinned')
        .choices(methods)
        .default('ai-footprint'),
    )
    .option('--methods', 'also give each text usage by both methods, and what makes them differ')
    .option(
      '--samples <n>',
      'draws behind each interval; 0 propagates errors, which is faster',
      wholeNumber(0, 100_000),
      0,
    )
    .option('--seed <n>', 'seed of the draws', wholeNumber(0, 2_147_483_647), 1)
    .option('--max-errors <n>', 'rows of a table with errors after which reading stops', wholeNumber(1, 100_000), 20)
    .addOption(practiceOption('good practices to compute', 'all'))
    .addOption(failOnOption())
    .option('--strict', 'exit 4 when a part of the greenhouse gases is unknown');
  withDrawingOptions(command)
    .addHelpText(
      'after',
      `${exitCodeHelp}
Examples
  ai-footprint assess scenarios/product-sheets.yaml
  ai-footprint assess a.yaml b.yaml --format json --output result.yaml
`,
    )
    .action(async (files: string[], options: Options) => {
      finish(await assessFiles(world, files, options));
    });
}

async function assessFiles(world: World, files: readonly string[], options: Options) {
  const named = [...files.filter((file) => file !== '-'), ...(options.catalog === undefined ? [] : [options.catalog])];
  const outputs = outputsOf(world, options.output ?? [], { formatOf: formatOfFile, known: outputExtensions });
  refuseInputs(outputs, new Set(named.map((file) => realPath(resolve(world.cwd(), file)))));
  const { assessAll } = await import('./assess-all.ts');
  const { assessments, read } = await assessAll(world, files, options.catalog, {
    method: options.method,
    methods: options.methods ?? false,
    practices: options.practice,
    verdict: options.failOn !== undefined,
    samples: options.samples,
    seed: options.seed,
    maxErrors: options.maxErrors,
  });
  if (options.failOn && assessments.some(({ baseline }) => baseline.table))
    throw new InputError([problem('bad-option', { reason: '"--fail-on": usages from a table get no verdict' })]);
  // What a scenario extends is known once it has been read.
  refuseInputs(outputs, read);
  const shown = options.format ?? (outputs.length === 0 ? 'table' : undefined);
  const place = drawing(world, world.stdout, options);
  const rendered: OutputFile[] = [];
  for (const { file, format } of outputs) {
    const render = await formats[format]();
    rendered.push({ file, text: render(assessments, { ...place, colour: false }) });
  }
  const printed = shown && (await formats[shown]())(assessments, place);
  if (rendered.length > 0) {
    const { writeWhole } = await import('./output.ts');
    writeWhole(world, rendered);
  }
  if (printed !== undefined) world.stdout.write(printed);
  if (options.failOn) {
    const { failedVerdicts, renderFailed } = await import('../report/failed-verdicts.ts');
    const failed = failedVerdicts(assessments, options.failOn);
    if (failed.length > 0) {
      world.stderr.write(renderFailed(failed, place.lang));
      return exitCodes.differs;
    }
  }
  const unsettled = assessments.some(({ baseline }) => {
    const { total, bound } = baseline.impacts.ghg;
    return !total || bound === 'lower' || bound === 'mixed';
  });
  return options.strict && unsettled ? exitCodes.inconclusive : exitCodes.computed;
}
