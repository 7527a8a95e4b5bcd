/** The options of a command that assesses: what it counts with. */
import { Option, type Command } from 'commander';
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

export function withAssessOptions(command: Command): Command {
  return command
    .option('-o, --output <file>', 'also write to a file, in the format of its extension; repeatable', collect)
    .option('--catalog <file>', 'own models, regions and factors, added to the shipped ones')
    .addOption(
      new Option('--method <method>', 'what estimates text usages; ecologits is a second opinion, pinned')
        .choices(methods)
        .default('ai-footprint'),
    )
    .option('--methods', 'also give each text usage by both methods, and what makes them differ')
    .addOption(samplesOption())
    .addOption(seedOption())
    .addOption(maxErrorsOption())
    .addOption(practiceOption('good practices to compute', 'all'));
}
