/** `ai-footprint usage FILE|GLOB...`: the footprint of logs of calls. */
import { Option, type Command } from 'commander';
import { usageFormats } from '../../report/usage/index.ts';
import { dialectNames } from '../../usage-sql/dialect.ts';
import { addCommand, said } from '../described.ts';
import { withManyOptions } from '../many-options.ts';
import type { Finish } from '../outcome.ts';
import { collect } from '../outputs.ts';
import { wholeNumber } from '../terminal.ts';
import type { World } from '../world.ts';
import type { UsageOptions } from './asked.ts';
import { engineNames } from './engine-options.ts';

export function addUsage(program: Command, world: World, finish: Finish): void {
  const command = addCommand(program, 'usage')
    .argument('[file...]', said('usage [file...]'))
    .option('--by <keys>', said('usage --by'))
    .option('--map <old=new>', said('usage --map'), collect)
    .option('--region <region>', said('usage --region'))
    .option('--defaults <file>', said('usage --defaults'))
    .option('--plan <scenario>', said('usage --plan'))
    .option('--to-scenario <file>', said('usage --to-scenario'))
    .option('--reader <format>', said('usage --reader'))
    .option('--mapping <file>', said('usage --mapping'))
    .option('--max-refused <n>', said('usage --max-refused'), wholeNumber(0, 1_000_000_000), 0)
    .addOption(new Option('--engine <name>', said('usage --engine')).choices(engineNames))
    .option('--url <address>', said('usage --url'))
    .option('--table <name>', said('usage --table'))
    .addOption(new Option('--print-sql <database>', said('usage --print-sql')).choices(dialectNames))
    .option('--top <n>', said('usage --top'), wholeNumber(1, 100_000), 20)
    .option('--strict', said('usage --strict'));
  withManyOptions(command, { formats: usageFormats, output: said('usage --output') }).action(
    async (files: string[], options: UsageOptions) => {
      const { usageFiles } = await import('./files.ts');
      finish(await usageFiles(world, files, options));
    },
  );
}
