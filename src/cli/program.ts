/** The command line: one function adds each command; what a command does is loaded when it runs. */
import { Command } from 'commander';
import { version } from '../version.ts';
import { addAdvise } from './advise.ts';
import { addAssess } from './assess.ts';
import { addCatalog } from './catalog.ts';
import { addCompare } from './compare.ts';
import { addBudget } from './ci/budget.ts';
import { addCheck } from './ci/check.ts';
import { addDiff } from './ci/diff.ts';
import { addExplain } from './explain.ts';
import { addCompletion } from './completion.ts';
import { addHelp, topicHelp } from './help.ts';
import { addInit } from './init.ts';
import { addQuestions } from './questions.ts';
import { addReport } from './report.ts';
import { addSchema } from './schema.ts';
import { addSweep } from './sweep.ts';
import { addUsage } from './usage/command.ts';
import { addVerify } from './verify.ts';
import { exitCodeHelp, type Finish } from './outcome.ts';
import { exitCodeWords } from '../messages/exit-codes.ts';
import type { World } from './world.ts';

export function makeProgram(world: World, finish: Finish): Command {
  const program = new Command('ai-footprint')
    .description('The environmental footprint of AI usage: a scenario in, an interval with its sources out.')
    .version(version, '-V, --version')
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void world.stdout.write(text),
      writeErr: (text) => void world.stderr.write(text),
      // Errors are printed once, in our form, by run().
      outputError: () => undefined,
    })
    .addHelpText(
      'after',
      `${topicHelp}${exitCodeHelp(exitCodeWords.en)}
Examples
  ai-footprint assess scenarios/product-sheets.yaml
  ai-footprint catalog regions sweden
`,
    );
  for (const add of [
    addInit, addAssess, addCheck, addDiff, addBudget, addAdvise, addReport, addCompare, addUsage, addSweep, addExplain, addCatalog,
    addQuestions, addSchema, addVerify, addCompletion, addHelp,
  ]) add(program, world, finish); // prettier-ignore
  return program;
}
