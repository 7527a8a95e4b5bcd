/** `ai-footprint check [FILE...]`: the budgets of a project, one exit code. */
import { Option, type Command } from 'commander';
import { InputError, problem } from '../../errors.ts';
import { checkExtensions, checkFormatOfFile, checkFormats, type CheckFormat } from '../../report/check/index.ts';
import { judges, type Judge } from '../../verdict/budget/types.ts';
import { exitCodeHelp, type Finish } from '../outcome.ts';
import type { OutputFile } from '../output.ts';
import { collect, outputsOf, refuseInputs } from '../outputs.ts';
import { samplesOption, seedOption } from '../sampling-options.ts';
import { drawing, withDrawingOptions, type DrawingOptions } from '../terminal.ts';
import type { World } from '../world.ts';

interface Options extends DrawingOptions {
  readonly config?: string;
  readonly judge?: Judge;
  readonly saveBaseline?: true;
  readonly updateLock?: true;
  readonly today?: string;
  readonly format?: CheckFormat;
  readonly output?: readonly string[];
  readonly catalog?: string;
  readonly recompute?: true;
  readonly samples: number;
  readonly seed: number;
  readonly strict?: true;
  readonly exitZero?: true;
}

export function addCheck(program: Command, world: World, finish: Finish): void {
  const command = program
    .command('check')
    .summary('budgets of a project: exit 1 when one is breached')
    .description(
      'Judges every scenario of ai-footprint.config.yaml, which is looked for upwards, against its budgets and against\n' +
        'the saved baseline. What was over before and is not worse, and what moved by data or method alone, is reported\n' +
        'and does not fail. With FILE, only these scenarios.',
    )
    .argument('[file...]', 'scenario files, in place of those that the config lists')
    .option('--config <file>', 'the config (default: ai-footprint.config.yaml, searched upwards)')
    .addOption(
      new Option(
        '--judge <end>',
        'what of the interval is held against a limit (default: the config, else range)',
      ).choices(judges),
    )
    .option('--save-baseline', 'write the lock: everything of today is accepted')
    .option(
      '--update-lock',
      'renew the lock: data and method updates and what is better are accepted, what is worse is not',
    )
    .option('--today <day>', 'the day on which waivers are judged, YYYY-MM-DD (default: the system date, UTC)')
    .addOption(
      new Option('-f, --format <format>', 'what to print (default: "text"; with --output, nothing)').choices(
        Object.keys(checkFormats),
      ),
    )
    .option(
      '-o, --output <file>',
      `also write to a file, in the format of its name: ${checkExtensions}; repeatable`,
      collect,
    )
    .option('--catalog <file>', 'own models, regions and factors, added to the shipped ones')
    .option('--recompute', 'compute also what the lock has as it is')
    .addOption(samplesOption())
    .addOption(seedOption())
    .option('--strict', 'exit 4 when a limit of level error cannot be settled')
    .option('--exit-zero', 'report, and exit 0 whatever is breached');
  withDrawingOptions(command)
    .addHelpText(
      'after',
      `${exitCodeHelp({
        0: 'every limit is kept, or what is over was over before, moved by data or method, waived',
        1: 'a limit of level error is exceeded, or its waiver has expired',
        2: 'invalid config, lock, scenario or command line: nothing judged, nothing written',
        4: 'a limit of level error cannot be settled (--strict)',
      })}
Examples
  ai-footprint check --save-baseline
  ai-footprint check --output report.md --output junit.xml --output out.sarif
`,
    )
    .action(async (files: string[], options: Options) => {
      finish(await check(world, files, options));
    });
}

async function check(world: World, files: readonly string[], options: Options) {
  const { isDay } = await import('../../project/calendar-day.ts');
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  if (!isDay(today)) throw new InputError([problem('bad-day', { field: '--today', found: today })]);
  if (options.saveBaseline && options.updateLock) {
    throw new InputError([
      problem('bad-option', {
        reason: '--save-baseline accepts everything, --update-lock all but what is worse: choose one',
      }),
    ]);
  }
  const outputs = outputsOf(world, options.output ?? [], { formatOf: checkFormatOfFile, known: checkExtensions });
  const { runCheck } = await import('./check-project.ts');
  const { report, lock, inputs } = await runCheck(world, files, {
    config: options.config,
    catalog: options.catalog,
    judge: options.judge,
    today,
    strict: options.strict ?? false,
    exitZero: options.exitZero ?? false,
    samples: options.samples,
    seed: options.seed,
    again: options.recompute ?? false,
    save: options.saveBaseline ? 'all' : options.updateLock ? 'update' : undefined,
  });
  refuseInputs(outputs, inputs);
  const place = drawing(world, world.stdout, options);
  const rendered: OutputFile[] = lock ? [lock] : [];
  for (const { file, format } of outputs) {
    const render = await checkFormats[format]();
    rendered.push({ file, text: render(report, { ...place, colour: false }) });
  }
  const shown = options.format ?? (outputs.length === 0 ? 'text' : undefined);
  const printed = shown && (await checkFormats[shown]())(report, place);
  if (rendered.length > 0) {
    const { writeWhole } = await import('../output.ts');
    writeWhole(world, rendered);
  }
  if (printed !== undefined) world.stdout.write(printed);
  return report.decision.code;
}
