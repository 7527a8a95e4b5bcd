/** `ai-footprint help [TOPIC]`: a page on a topic, or the options of a command. */
import { Argument, type Command } from 'commander';
import { nearestNames } from '../catalog/nearest.ts';
import { InputError, problem } from '../errors.ts';
import { topics } from '../messages/help/topics.ts';
import { addCommand, said } from './described.ts';
import { exitCodes, type Finish } from './outcome.ts';
import { drawing, withDrawingOptions, type DrawingOptions } from './terminal.ts';
import type { World } from './world.ts';

/** With what it takes told to the completion of shells, and not checked: a wrong one has an error of its own. */
function topicArgument(program: Command): Argument {
  const argument = new Argument('[topic]', said('help [topic]'));
  argument.argChoices = [...topics, ...program.commands.map((each) => each.name())];
  return argument;
}

export function addHelp(program: Command, world: World, finish: Finish): void {
  const command = addCommand(program.helpCommand(false), 'help').addArgument(topicArgument(program));
  withDrawingOptions(command).action(async (name: string | undefined, options: DrawingOptions) => {
    const topic = topics.find((each) => each === name);
    const about = name === undefined ? program : program.commands.find((each) => each.name() === name);
    if (topic) {
      const { pageOf } = await import('../messages/help/index.ts');
      const { renderPage } = await import('../report/help-page.ts');
      const drawn = drawing(world, world.stdout, options);
      world.stdout.write(renderPage(topic, pageOf(topic, drawn.lang), drawn));
    } else if (about) {
      about.outputHelp();
    } else {
      const known = [...topics, ...program.commands.map((each) => each.name())];
      throw new InputError([
        problem('unknown-topic', { name: name ?? '', nearest: nearestNames(name ?? '', known), topics }),
      ]);
    }
    finish(exitCodes.computed);
  });
}
