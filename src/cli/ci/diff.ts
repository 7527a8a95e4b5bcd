/** `ai-footprint diff BEFORE AFTER`: which figures moved, by how much, and why. */
import { Option, type Command } from 'commander';
import { criteria, type Criterion } from '../../assessment.ts';
import { InputError, problem } from '../../errors.ts';
import { diffExtensions, diffFormatOfFile, diffFormats, type DiffFormat } from '../../report/diff/index.ts';
import { realPath } from '../files.ts';
import { exitCodeHelp, exitCodes, type Finish } from '../outcome.ts';
import { collect, outputsOf, refuseInputs } from '../outputs.ts';
import { samplesOption, seedOption } from '../sampling-options.ts';
import { drawing, withDrawingOptions, type DrawingOptions } from '../terminal.ts';
import type { World } from '../world.ts';
import { writeResults } from '../write-results.ts';
import { resolve } from 'node:path';

interface Options extends DrawingOptions {
  readonly git?: string;
  readonly failOnIncrease?: Criterion | true;
  readonly format?: DiffFormat;
  readonly output?: readonly string[];
  readonly catalog?: string;
  readonly samples: number;
  readonly seed: number;
}

export function addDiff(program: Command, world: World, finish: Finish): void {
  const command = program
    .command('diff')
    .summary('two scenarios or results: what moved, and why')
    .description(
      'Compares two states, figure by figure, on common draws: what both share cancels, so a difference is tighter than\n' +
        'the two totals. A saved result holds no draws: against one, differences are of central values.',
    )
    .argument('<file...>', 'BEFORE and AFTER, scenarios or saved results; with --git one scenario')
    .option('--git <ref>', 'BEFORE is the file at this commit, branch or tag')
    .addOption(
      new Option('--fail-on-increase [criterion]', 'exit 1 when it surely rises (default criterion: "ghg")').choices(
        criteria,
      ),
    )
    .addOption(
      new Option('-f, --format <format>', 'what to print (default: "text"; with --output, nothing)').choices(
        Object.keys(diffFormats),
      ),
    )
    .option(
      '-o, --output <file>',
      `also write to a file, in the format of its name: ${diffExtensions}; repeatable`,
      collect,
    )
    .option('--catalog <file>', 'own models, regions and factors, added to the shipped ones')
    .addOption(samplesOption())
    .addOption(seedOption());
  withDrawingOptions(command)
    .addHelpText(
      'after',
      `${exitCodeHelp({ 1: 'it rises (--fail-on-increase)' })}
Examples
  ai-footprint diff before.yaml after.yaml
  ai-footprint diff --git main ai/chat.yaml --fail-on-increase
`,
    )
    .action(async (files: string[], options: Options) => {
      finish(await diff(world, files, options));
    });
}

async function diff(world: World, files: readonly string[], options: Options) {
  const wanted = options.git === undefined ? 2 : 1;
  if (files.length !== wanted) {
    const reason =
      options.git === undefined ? 'diff takes two files, BEFORE and AFTER' : 'diff --git REF takes one file';
    throw new InputError([problem('bad-option', { reason })]);
  }
  const outputs = outputsOf(world, options.output ?? [], { formatOf: diffFormatOfFile, known: diffExtensions });
  const named = [...files.filter((file) => file !== '-'), ...(options.catalog === undefined ? [] : [options.catalog])];
  refuseInputs(outputs, new Set(named.map((file) => realPath(resolve(world.cwd(), file)))));
  const { failOnIncrease } = options;
  const { diffFiles } = await import('./diff-files.ts');
  const report = await diffFiles(world, files, {
    git: options.git,
    catalog: options.catalog,
    samples: options.samples,
    seed: options.seed,
    watched: failOnIncrease === undefined || failOnIncrease === true ? 'ghg' : failOnIncrease,
  });
  const drawn = drawing(world, world.stdout, options);
  const shown = options.format ?? (outputs.length === 0 ? 'text' : undefined);
  await writeResults(world, report, { formats: diffFormats, outputs, shown, drawn });
  return failOnIncrease !== undefined && report.increased ? exitCodes.differs : exitCodes.computed;
}
