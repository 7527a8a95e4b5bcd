/** `ai-footprint questions [FILE]`: what to ask before deploying an AI, and what a scenario leaves open. */
import { Option, type Command } from 'commander';
import { exitCodeHelp, exitCodes, type Finish } from './outcome.ts';
import { drawing, withDrawingOptions, type DrawingOptions } from './terminal.ts';
import type { World } from './world.ts';

interface Options extends DrawingOptions {
  readonly format: 'table' | 'json';
  readonly search?: string;
  readonly open?: true;
}

export function addQuestions(program: Command, world: World, finish: Finish): void {
  const command = program
    .command('questions')
    .summary('what to ask before deploying an AI, and what is still open')
    .description(
      'The questions to ask before deploying an AI. With a scenario: which of them it answers, which are open.',
    )
    .argument('[file]', 'scenario file; "-" reads one from standard input')
    .addOption(new Option('-f, --format <format>', 'what to print').choices(['table', 'json']).default('table'))
    .option('--search <words>', 'only questions that hold every word')
    .option('--open', 'only those that the scenario leaves open');
  withDrawingOptions(command)
    .addHelpText(
      'after',
      `${exitCodeHelp()}
Examples
  ai-footprint questions
  ai-footprint questions scenarios/four-questions.yaml --open
`,
    )
    .action(async (file: string | undefined, options: Options) => {
      const { questionsFile } = await import('./questions-file.ts');
      world.stdout.write(await questionsFile(world, file, { ...options, ...drawing(world, world.stdout, options) }));
      finish(exitCodes.computed);
    });
}
