/** `ai-footprint advise FILE`: the next steps, ranked by what they gain. */
import { Option, type Command } from 'commander';
import { exitCodeHelp, exitCodes, type Finish } from './outcome.ts';
import { drawing, wholeNumber, withDrawingOptions, type DrawingOptions } from './terminal.ts';
import type { World } from './world.ts';

interface Options extends DrawingOptions {
  readonly format: 'table' | 'json';
  readonly top: number;
  readonly target?: string;
  readonly solve?: string;
  readonly all?: true;
  readonly catalog?: string;
}

export function addAdvise(program: Command, world: World, finish: Finish): void {
  const command = program
    .command('advise')
    .summary('ranked next steps, and what reaches a target')
    .description(
      'Compares every practice at several strengths, every allowed region and every allowed model, and ranks them by gain.\n' +
        'Allowed is what "keep:" of a usage says; without it the regions of its cloud, and smaller models of its maker.',
    )
    .argument('<file>', 'scenario file; "-" reads it from standard input')
    .option('--target <amount>', 'greenhouse gases to reach, such as "40 kgCO2e/year" or "3 gCO2e/unit"')
    .option('--solve <input>', 'with --target: the value of one input that reaches it, such as tokens.output')
    .option('--top <n>', 'steps of each practice; 0 for all', wholeNumber(0, 1_000_000), 3)
    .option('--all', 'compare every region and text model of the catalogue')
    .addOption(new Option('-f, --format <format>', 'what to print').choices(['table', 'json']).default('table'))
    .option('--catalog <file>', 'own models, regions and factors, added to the shipped ones');
  withDrawingOptions(command)
    .addHelpText(
      'after',
      `${exitCodeHelp()}
Examples
  ai-footprint advise scenarios/product-sheets.yaml --target "40 kgCO2e/year"
  ai-footprint advise scenarios/product-sheets.yaml --solve tokens.output --target "1 gCO2e/unit"
`,
    )
    .action(async (file: string, { format, top, target, solve, all, catalog, ...options }: Options) => {
      const { adviseFile } = await import('./advise-file.ts');
      const advice = await adviseFile(world, file, { top, target, solve, all: all ?? false, catalog });
      const { renderAdvice, renderAdviceJson } = await import('../report/advise.ts');
      world.stdout.write(
        format === 'json' ? renderAdviceJson(advice) : renderAdvice(advice, drawing(world, world.stdout, options)),
      );
      finish(exitCodes.computed);
    });
}
