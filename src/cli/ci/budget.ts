/** `ai-footprint budget suggest [FILE...]`: limits to start from. */
import { Argument, Option, type Command } from 'commander';
import { addCommand, said } from '../described.ts';
import { exitCodes, type Finish } from '../outcome.ts';
import { drawing, withDrawingOptions, type DrawingOptions } from '../terminal.ts';
import type { World } from '../world.ts';

interface Options extends DrawingOptions {
  readonly config?: string;
  readonly format: 'yaml' | 'json';
  readonly catalog?: string;
}

export function addBudget(program: Command, world: World, finish: Finish): void {
  const command = addCommand(program, 'budget')
    .addArgument(new Argument('<what>', said('budget <what>')).choices(['suggest']))
    .argument('[file...]', said('budget [file...]'))
    .option('--config <file>', said('--config'))
    .addOption(new Option('-f, --format <format>', said('--format')).choices(['yaml', 'json']).default('yaml'))
    .option('--catalog <file>', said('--catalog'));
  withDrawingOptions(command).action(async (_what: string, files: string[], options: Options) => {
    const { suggestAll } = await import('./suggest-all.ts');
    const { renderSuggestion, renderSuggestionJson } = await import('../../report/suggest.ts');
    const suggestions = await suggestAll(world, files, options);
    world.stdout.write(
      options.format === 'json'
        ? renderSuggestionJson(suggestions)
        : renderSuggestion(suggestions, drawing(world, world.stdout, options)),
    );
    finish(exitCodes.computed);
  });
}
