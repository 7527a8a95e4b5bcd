/** The command line: one function adds each command; what a command does is loaded when it runs. */
import { Command } from 'commander';
import { version } from '../version.ts';
import { addAdvise } from './advise.ts';
import { addAssess } from './assess.ts';
import { addCatalog } from './catalog.ts';
import { addCompare } from './compare.ts';
import { addBudget } from './ci/budget.ts';
import { addCheck } from './ci/check.ts';
import { said } from './described.ts';
import { addDiff } from './ci/diff.ts';
import { addExplain } from './explain.ts';
import { addCompletion } from './completion.ts';
import { addHelp } from './help.ts';
import { addInit } from './init.ts';
import { addQuestions } from './questions.ts';
import { addReport } from './report.ts';
import { addSchema } from './schema.ts';
import { addSweep } from './sweep.ts';
import { addUsage } from './usage/command.ts';
import { addVerify } from './verify.ts';
import type { CommandName } from '../messages/help/command-words.ts';
import type { Finish } from './outcome.ts';
import { langOption } from './terminal.ts';
import type { World } from './world.ts';

/** In the order of the help. */
const adders = {
  init: addInit,
  assess: addAssess,
  check: addCheck,
  diff: addDiff,
  budget: addBudget,
  advise: addAdvise,
  report: addReport,
  compare: addCompare,
  usage: addUsage,
  sweep: addSweep,
  explain: addExplain,
  catalog: addCatalog,
  questions: addQuestions,
  schema: addSchema,
  verify: addVerify,
  completion: addCompletion,
  help: addHelp,
} satisfies Readonly<Record<CommandName, (program: Command, world: World, finish: Finish) => void>>;

/** What a run can come to: the command that it names first, without the options of sixteen others; else all of them. */
function commandsFor(first: string | undefined): readonly (keyof typeof adders)[] {
  const names = Object.keys(adders) as (keyof typeof adders)[];
  // These two tell of the others.
  const asked = names.find((name) => name === first && name !== 'help' && name !== 'completion');
  return asked ? [asked] : names;
}

/** @param helped told of the command whose help is asked for; it prints nothing itself. */
export function makeProgram(world: World, finish: Finish, helped: (command: Command) => void): Command {
  const program = new Command('ai-footprint')
    .version(version, '-V, --version', said('--version'))
    .helpOption('-h, --help', said('--help'))
    .addOption(langOption())
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureHelp({
      showGlobalOptions: true,
      // Its words are loaded once it is known that there is one to print, and in which language.
      formatHelp(command) {
        helped(command);
        return '';
      },
    })
    .configureOutput({
      writeOut: (text) => void world.stdout.write(text),
      writeErr: (text) => void world.stderr.write(text),
      // Errors are printed once, in our form, by run().
      outputError: () => undefined,
    })
    .hook('preSubcommand', (_, command) => {
      const lang: unknown = program.opts()['lang'];
      if (lang !== undefined) command.setOptionValueWithSource('lang', lang, 'cli');
    });
  for (const name of commandsFor(world.argv[2])) adders[name](program, world, finish);
  return program;
}
