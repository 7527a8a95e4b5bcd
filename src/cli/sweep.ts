/** `ai-footprint sweep FILE --vary PATH=VALUES`: every combination of the values. */
import { Option, type Command } from 'commander';
import { addCommand, said } from './described.ts';
import type { Finish } from './outcome.ts';
import { collect } from './outputs.ts';
import type { SweepFileOptions } from './sweep-file.ts';
import { asciiOption, wholeNumber, withDrawingOptions } from './terminal.ts';
import type { World } from './world.ts';

/** Columns that can be the objective: src/report/sweep.ts, loaded when the command runs. */
const objectives = ['energy', 'ghg', 'water', 'adpe', 'primary_energy', 'ghg_per_unit'] as const;

const formats = ['table', 'csv', 'jsonl'] as const;

export function addSweep(program: Command, world: World, finish: Finish): void {
  const command = addCommand(program, 'sweep')
    .argument('<file>', said('<file>'))
    .requiredOption('--vary <path=values>', said('sweep --vary'), collect)
    .addOption(new Option('-f, --format <format>', said('sweep --format')).choices(formats))
    .option('-o, --output <file>', said('sweep --output'), collect)
    .option('--top <n>', said('sweep --top'), wholeNumber(1, 1000), 10)
    .addOption(new Option('--objective <result>', said('sweep --objective')).choices(objectives).default('ghg'))
    .option('--constraint <limit>', said('sweep --constraint'), collect)
    .option('--sample <n>', said('sweep --sample'), wholeNumber(1, 100_000_000))
    .option('--seed <n>', said('sweep --seed'), wholeNumber(0, 2_147_483_647), 1)
    .option('--jobs <n>', said('sweep --jobs'), wholeNumber(1, 64), 1)
    .option('--quiet', said('--quiet'))
    .addOption(asciiOption())
    .option('--catalog <file>', said('--catalog'));
  withDrawingOptions(command).action(async (file: string, options: SweepFileOptions) => {
    const { sweepFile } = await import('./sweep-file.ts');
    finish(await sweepFile(world, file, options));
  });
}
