/** `ai-footprint advise FILE`: the next steps, ranked by what they gain. */
import { Option, type Command } from 'commander';
import { addCommand, said } from './described.ts';
import { exitCodes, type Finish } from './outcome.ts';
import { drawing, wholeNumber, withDrawingOptions, type DrawingOptions } from './terminal.ts';
import type { World } from './world.ts';

interface Options extends DrawingOptions {
  readonly format: 'table' | 'json';
  readonly top: number;
  readonly target?: string;
  readonly solve?: string;
  readonly all?: true;
  readonly catalog?: string;
}

export function addAdvise(program: Command, world: World, finish: Finish): void {
  const command = addCommand(program, 'advise')
    .argument('<file>', said('<file>'))
    .option('--target <amount>', said('advise --target'))
    .option('--solve <input>', said('advise --solve'))
    .option('--top <n>', said('advise --top'), wholeNumber(0, 1_000_000), 3)
    .option('--all', said('advise --all'))
    .addOption(new Option('-f, --format <format>', said('--format')).choices(['table', 'json']).default('table'))
    .option('--catalog <file>', said('--catalog'));
  withDrawingOptions(command).action(
    async (file: string, { format, top, target, solve, all, catalog, ...options }: Options) => {
      const { adviseFile } = await import('./advise-file.ts');
      const advice = await adviseFile(world, file, { top, target, solve, all: all ?? false, catalog });
      if (format === 'json') {
        const { renderAdviceJson } = await import('../report/advise-json.ts');
        world.stdout.write(renderAdviceJson(advice));
      } else {
        const { renderAdvice } = await import('../report/advise.ts');
        world.stdout.write(renderAdvice(advice, drawing(world, world.stdout, options)));
      }
      finish(exitCodes.computed);
    },
  );
}
