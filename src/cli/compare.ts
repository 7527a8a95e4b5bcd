/** `ai-footprint compare FILE|GLOB...`: scenarios, or what is in them, ranked. */
import { Option, type Command } from 'commander';
import { addCommand, said } from './described.ts';
import { criteria, groupings, sortings } from '../assessment.ts';
import { compareFormats } from '../report/compare/index.ts';
import type { CompareOptions } from './compare-files.ts';
import type { Finish } from './outcome.ts';
import { withManyOptions } from './many-options.ts';
import { wholeNumber } from './terminal.ts';
import type { World } from './world.ts';

export function addCompare(program: Command, world: World, finish: Finish): void {
  const command = addCommand(program, 'compare')
    .argument('<file...>', said('<file...>'))
    .addOption(new Option('--by <thing>', said('compare --by')).choices(groupings).default('scenario'))
    .addOption(new Option('--criterion <criterion>', said('compare --criterion')).choices(criteria).default('ghg'))
    .addOption(new Option('--sort <column>', said('compare --sort')).choices(sortings).default('total'))
    .option('--reverse', said('compare --reverse'))
    .option('--top <n>', said('compare --top'), wholeNumber(1, 1_000_000))
    .option('--where <condition>', said('compare --where'))
    .option('--baseline <name>', said('compare --baseline'));
  withManyOptions(command, { formats: compareFormats, output: said('compare --output') }).action(
    async (files: string[], options: CompareOptions) => {
      const { compareFiles } = await import('./compare-files.ts');
      finish(await compareFiles(world, files, options));
    },
  );
}
