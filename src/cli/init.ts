/** `ai-footprint init [FILE]`: a commented starter scenario, and its first answer. */
import { Option, type Command } from 'commander';
import { InputError, problem } from '../errors.ts';
import { templateNames, type TemplateName } from '../templates/names.ts';
import { exitCodeHelp, type Finish } from './outcome.ts';
import { drawing, withDrawingOptions, type DrawingOptions } from './terminal.ts';
import type { World } from './world.ts';

interface Options extends DrawingOptions {
  readonly template?: TemplateName;
  readonly list?: true;
  readonly yes?: true;
  readonly force?: true;
}

export function addInit(program: Command, world: World, finish: Finish): void {
  const command = program
    .command('init')
    .summary('a commented scenario to start from')
    .description(
      'Writes a commented scenario to start from, and its first answer. In a terminal it asks a few questions.',
    )
    .argument('[file]', 'file to write (default: scenario.yaml in a terminal, else standard output); "-" prints it')
    .addOption(
      new Option('--template <name>', 'what to start from (default: asks, else chatbot)').choices(templateNames),
    )
    .addOption(new Option('--list', 'what there is to start from').conflicts(['template', 'yes', 'force']))
    .option('-y, --yes', 'ask nothing: the values of the template')
    .option('--force', 'write over a file that exists');
  withDrawingOptions(command)
    .addHelpText(
      'after',
      `${exitCodeHelp({ 130: 'no answer was given: nothing is written' })}
Examples
  ai-footprint init
  ai-footprint init support.yaml --template chatbot --yes
`,
    )
    .action(async (file: string | undefined, options: Options) => {
      const { listStarters, writeStarter } = await import('./init/write-starter.ts');
      const drawn = drawing(world, world.stdout, options);
      if (options.list && file !== undefined) {
        const reason = `"--list" prints what there is to start from, and writes no file: leave out "--list" to write "${file}"`;
        throw new InputError([problem('bad-option', { reason })]);
      }
      finish(
        options.list
          ? listStarters(world, drawn)
          : await writeStarter(world, {
              file,
              template: options.template,
              yes: options.yes ?? false,
              force: options.force ?? false,
              lang: drawn.lang,
            }),
      );
    });
}
