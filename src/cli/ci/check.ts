/** `ai-footprint check [FILE...]`: the budgets of a project, one exit code. */
import { Option, type Command } from 'commander';
import { addCommand, said } from '../described.ts';
import { InputError, problem } from '../../errors.ts';
import { checkExtensions, checkFormatOfFile, checkFormats, type CheckFormat } from '../../report/check/index.ts';
import { judges, type Judge } from '../../verdict/budget/types.ts';
import type { Finish } from '../outcome.ts';
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
  const command = addCommand(program, 'check')
    .argument('[file...]', said('check [file...]'))
    .option('--config <file>', said('--config'))
    .addOption(new Option('--judge <end>', said('check --judge')).choices(judges))
    .option('--save-baseline', said('check --save-baseline'))
    .option('--update-lock', said('check --update-lock'))
    .option('--today <day>', said('check --today'))
    .addOption(new Option('-f, --format <format>', said('--format, or files: text')).choices(Object.keys(checkFormats)))
    .option('-o, --output <file>', said('check --output'), collect)
    .option('--catalog <file>', said('--catalog'))
    .option('--recompute', said('check --recompute'))
    .addOption(samplesOption())
    .addOption(seedOption())
    .option('--strict', said('check --strict'))
    .option('--exit-zero', said('check --exit-zero'));
  withDrawingOptions(command).action(async (files: string[], options: Options) => {
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
