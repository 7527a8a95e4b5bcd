/** `ai-footprint sweep FILE --vary PATH=VALUES`: every combination of the values. */
import { Option, type Command } from 'commander';
import { exitCodeWords } from '../messages/exit-codes.ts';
import { exitCodeHelp, type Finish } from './outcome.ts';
import { collect } from './outputs.ts';
import type { SweepFileOptions } from './sweep-file.ts';
import { asciiOption, wholeNumber, withDrawingOptions } from './terminal.ts';
import type { World } from './world.ts';

/** Columns that can be the objective: src/report/sweep.ts, loaded when the command runs. */
const objectives = ['energy', 'ghg', 'water', 'adpe', 'primary_energy', 'ghg_per_unit'] as const;

const formats = ['table', 'csv', 'jsonl'] as const;

export function addSweep(program: Command, world: World, finish: Finish): void {
  const command = program
    .command('sweep')
    .summary('every combination of the values of some fields')
    .description(
      'Computes every combination of the values that are given, at central values, and prints the best or streams them all.\n' +
        'VALUES are a list (1,2,4), a range (1..5, 0..1:0.25, 10..1000:x10), "all", or rows of the catalogue:\n' +
        'region=@continent:EU, region=@provider:aws, model=@provider:mistral, model=@small.',
    )
    .argument('<file>', 'scenario file; "-" reads it from standard input')
    .requiredOption('--vary <path=values>', 'a field and its values; repeatable', collect)
    .addOption(new Option('-f, --format <format>', 'what to print: a table of the best, or all rows').choices(formats))
    .option('-o, --output <file>', 'write all rows to a file, .csv or .jsonl; repeatable', collect)
    .option('--top <n>', 'rows of the table', wholeNumber(1, 1000), 10)
    .addOption(new Option('--objective <result>', 'what the table is sorted by').choices(objectives).default('ghg'))
    .option('--constraint <limit>', 'only rows within it, such as "water < 20 m3"; repeatable', collect)
    .option('--sample <n>', 'so many combinations by Latin hypercube, instead of all', wholeNumber(1, 100_000_000))
    .option('--seed <n>', 'seed of --sample', wholeNumber(0, 2_147_483_647), 1)
    .option('--jobs <n>', 'threads that compute; what is written is the same', wholeNumber(1, 64), 1)
    .option('--quiet', 'no progress on standard error')
    .addOption(asciiOption())
    .option('--catalog <file>', 'own models, regions and factors, added to the shipped ones');
  withDrawingOptions(command)
    .addHelpText(
      'after',
      `${exitCodeHelp({ 130: exitCodeWords.en[130] })}
Examples
  ai-footprint sweep scenarios/product-sheets.yaml --vary region=@continent:EU --vary iterations=1..4
  ai-footprint sweep scenarios/product-sheets.yaml --vary region=all --vary model=all --output all.csv
`,
    )
    .action(async (file: string, options: SweepFileOptions) => {
      const { sweepFile } = await import('./sweep-file.ts');
      finish(await sweepFile(world, file, options));
    });
}
