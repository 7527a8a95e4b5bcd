/** `ai-footprint init [FILE]`: a commented starter scenario, and its first answer. */
import { Option, type Command } from 'commander';
import { addCommand, said } from './described.ts';
import { InputError, problem } from '../errors.ts';
import { templateNames, type TemplateName } from '../templates/names.ts';
import type { Finish } from './outcome.ts';
import { drawing, withDrawingOptions, type DrawingOptions } from './terminal.ts';
import type { World } from './world.ts';

interface Options extends DrawingOptions {
  readonly template?: TemplateName;
  readonly list?: true;
  readonly yes?: true;
  readonly force?: true;
}

export function addInit(program: Command, world: World, finish: Finish): void {
  const command = addCommand(program, 'init')
    .argument('[file]', said('init [file]'))
    .addOption(new Option('--template <name>', said('init --template')).choices(templateNames))
    .addOption(new Option('--list', said('init --list')).conflicts(['template', 'yes', 'force']))
    .option('-y, --yes', said('init --yes'))
    .option('--force', said('init --force'));
  withDrawingOptions(command).action(async (file: string | undefined, options: Options) => {
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
