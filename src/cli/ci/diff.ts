/** `ai-footprint diff BEFORE AFTER`: which figures moved, by how much, and why. */
import { Option, type Command } from 'commander';
import { addCommand, said } from '../described.ts';
import { criteria, type Criterion } from '../../assessment.ts';
import { InputError, problem } from '../../errors.ts';
import { diffExtensions, diffFormatOfFile, diffFormats, type DiffFormat } from '../../report/diff/index.ts';
import { realPath } from '../files.ts';
import { exitCodes, type Finish } from '../outcome.ts';
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
  const command = addCommand(program, 'diff')
    .argument('<file...>', said('diff <file...>'))
    .option('--git <ref>', said('diff --git'))
    .addOption(new Option('--fail-on-increase [criterion]', said('diff --fail-on-increase')).choices(criteria))
    .addOption(new Option('-f, --format <format>', said('--format, or files: text')).choices(Object.keys(diffFormats)))
    .option('-o, --output <file>', said('diff --output'), collect)
    .option('--catalog <file>', said('--catalog'))
    .addOption(samplesOption())
    .addOption(seedOption());
  withDrawingOptions(command).action(async (files: string[], options: Options) => {
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
