/** `ai-footprint questions [FILE]`: what to ask before deploying an AI, and what a scenario leaves open. */
import { Option, type Command } from 'commander';
import { addCommand, said } from './described.ts';
import { exitCodes, type Finish } from './outcome.ts';
import { drawing, withDrawingOptions, type DrawingOptions } from './terminal.ts';
import type { World } from './world.ts';

interface Options extends DrawingOptions {
  readonly format: 'table' | 'json';
  readonly search?: string;
  readonly open?: true;
}

export function addQuestions(program: Command, world: World, finish: Finish): void {
  const command = addCommand(program, 'questions')
    .argument('[file]', said('<file>'))
    .addOption(new Option('-f, --format <format>', said('--format')).choices(['table', 'json']).default('table'))
    .option('--search <words>', said('questions --search'))
    .option('--open', said('questions --open'));
  withDrawingOptions(command).action(async (file: string | undefined, options: Options) => {
    const { questionsFile } = await import('./questions-file.ts');
    world.stdout.write(await questionsFile(world, file, { ...options, ...drawing(world, world.stdout, options) }));
    finish(exitCodes.computed);
  });
}
