/** The help of a command: what commander knows of it, in the words of a language. */
import type { Argument, Command, Option } from 'commander';
import { topics } from '../messages/help/topics.ts';
import type { Lang } from '../messages/index.ts';
import type { Described } from '../messages/help/index.ts';
import { checkExtensions } from '../report/check/index.ts';
import { compareExtensions } from '../report/compare/index.ts';
import { diffExtensions } from '../report/diff/index.ts';
import { outputExtensions } from '../report/index.ts';
import { usageExtensions } from '../report/usage/index.ts';
import { drawingAsWritten, piped } from './terminal.ts';
import type { World } from './world.ts';

/** The words of the help, with what other rooms know. */
export async function describe(lang: Lang): Promise<Described> {
  const { describedIn } = await import('../messages/help/index.ts');
  const extensions = {
    assess: outputExtensions,
    check: checkExtensions,
    compare: compareExtensions,
    diff: diffExtensions,
    usage: usageExtensions,
  };
  return describedIn(lang, { extensions, piped });
}

/** Options of a command as its help lists them: its own, and `--lang` of the program, which goes with each. */
export function optionsOf(command: Command): readonly Option[] {
  const help = command.createHelp();
  const general = help.visibleGlobalOptions(command).filter((option) => option.attributeName() === 'lang');
  const own = help.visibleOptions(command);
  return [...own.slice(0, -1), ...general, ...own.slice(-1)];
}

/** What it is, what it may be, and what it is when it is not given. */
function explained(part: Option | Argument, { option, frame }: Described): string {
  const { argChoices, defaultValue } = part;
  const values = [
    ...(argChoices ? [frame.choices + argChoices.map((choice) => JSON.stringify(choice)).join(', ')] : []),
    // An option that is off unless given has no default to tell.
    ...(defaultValue === undefined || typeof defaultValue === 'boolean'
      ? []
      : [frame.default + JSON.stringify(defaultValue)]),
  ];
  const text = option(part.description);
  return values.length === 0 ? text : `${text} (${values.join(', ')})`;
}

export async function printHelp(world: World, command: Command): Promise<void> {
  const drawn = drawingAsWritten(world, world.stdout);
  const words = await describe(drawn.lang);
  const { renderCommandHelp } = await import('../report/command-help.ts');
  const help = command.createHelp();
  const { frame, placeholders } = words;
  const isProgram = command.parent === null;
  const own = isProgram
    ? {
        about: frame.about,
        exits: words.exits,
        examples: ['ai-footprint assess scenarios/product-sheets.yaml', 'ai-footprint catalog regions sweden'],
      }
    : words.command(command.name());
  const commands = help
    .visibleCommands(command)
    .map((each): [string, string] => [
      placeholders(help.subcommandTerm(each).replace(' [options]', '')),
      words.command(each.name()).summary,
    ]);
  const pages = isProgram ? topics.map((topic): [string, string] => [`help ${topic}`, words.page(topic)]) : [];
  world.stdout.write(
    renderCommandHelp(
      {
        usage: [frame.usage, placeholders(help.commandUsage(command))],
        about: own.about,
        sections: [
          { title: frame.commands, rows: commands },
          {
            title: frame.arguments,
            rows: help
              .visibleArguments(command)
              .map((each) => [placeholders(`<${each.name()}>`).slice(1, -1), explained(each, words)]),
          },
          {
            title: frame.options,
            rows: optionsOf(command).map((each) => [placeholders(help.optionTerm(each)), explained(each, words)]),
          },
          { title: frame.topics, rows: pages },
          { title: frame.exitCodes, rows: own.exits },
        ],
        examples: { title: frame.examples, lines: own.examples },
      },
      drawn,
    ),
  );
}
