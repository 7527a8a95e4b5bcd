/** `ai-footprint budget suggest [FILE...]`: limits to start from. */
import { Argument, Option, type Command } from 'commander';
import { exitCodeHelp, exitCodes, type Finish } from '../outcome.ts';
import { drawing, withDrawingOptions, type DrawingOptions } from '../terminal.ts';
import type { World } from '../world.ts';

interface Options extends DrawingOptions {
  readonly config?: string;
  readonly format: 'yaml' | 'json';
  readonly catalog?: string;
}

export function addBudget(program: Command, world: World, finish: Finish): void {
  const command = program
    .command('budget')
    .summary('propose budgets from the values of today')
    .description(
      'Proposes a limit for each scenario: the high end of its interval, rounded up. It holds today, and is exceeded when\n' +
        'a change cannot be explained by the uncertainty. Paste it into ai-footprint.config.yaml, and tighten it from there.',
    )
    .addArgument(new Argument('<what>', 'what to do').choices(['suggest']))
    .argument('[file...]', 'scenario files (default: those of the config)')
    .option('--config <file>', 'the config (default: ai-footprint.config.yaml, searched upwards)')
    .addOption(new Option('-f, --format <format>', 'what to print').choices(['yaml', 'json']).default('yaml'))
    .option('--catalog <file>', 'own models, regions and factors, added to the shipped ones');
  withDrawingOptions(command)
    .addHelpText(
      'after',
      `${exitCodeHelp()}
Examples
  ai-footprint budget suggest ai/chat.yaml
  ai-footprint budget suggest --format json
`,
    )
    .action(async (_what: string, files: string[], options: Options) => {
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
