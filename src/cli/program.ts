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
import type { Finish } from './outcome.ts';
import { langOption } from './terminal.ts';
import type { World } from './world.ts';

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
  for (const add of [
    addInit, addAssess, addCheck, addDiff, addBudget, addAdvise, addReport, addCompare, addUsage, addSweep, addExplain, addCatalog,
    addQuestions, addSchema, addVerify, addCompletion, addHelp,
  ]) add(program, world, finish); // prettier-ignore
  return program;
}
