/** The options of a command that assesses: what it counts with. */
import { Option, type Command } from 'commander';
import { said } from './described.ts';
import type { TextName } from '../messages/help/option-words.ts';
import { methods, type Method, type PracticeId } from '../assessment.ts';
import { maxErrorsOption } from './max-errors-option.ts';
import { collect } from './outputs.ts';
import { practiceOption } from './practice-option.ts';
import { samplesOption, seedOption } from './sampling-options.ts';

export interface AssessedBy {
  readonly output?: readonly string[];
  readonly catalog?: string;
  readonly method: Method;
  readonly methods?: true;
  readonly practice?: readonly PracticeId[];
  readonly samples: number;
  readonly seed: number;
  readonly maxErrors: number;
}

export function withAssessOptions(command: Command, output: TextName): Command {
  return command
    .option('-o, --output <file>', output, collect)
    .option('--catalog <file>', said('--catalog'))
    .addOption(new Option('--method <method>', said('--method')).choices(methods).default('ai-footprint'))
    .option('--methods', said('assess --methods'))
    .addOption(samplesOption())
    .addOption(seedOption())
    .addOption(maxErrorsOption())
    .addOption(practiceOption(said('assess --practice')));
}
