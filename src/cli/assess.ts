/** `ai-footprint assess FILE...`: the footprint of each scenario. */
import { Option, type Command } from 'commander';
import type { VerdictCode } from '../assessment.ts';
import { assessFiles, shownFormats, type Shown } from './assess-files.ts';
import { withAssessOptions, type AssessedBy } from './assess-options.ts';
import { failOnOption } from './fail-on-option.ts';
import { exitCodeHelp, exitCodes, type Finish } from './outcome.ts';
import { drawing, withDrawingOptions, type DrawingOptions } from './terminal.ts';
import type { World } from './world.ts';

interface Options extends DrawingOptions, AssessedBy {
  readonly format?: Shown;
  readonly strict?: true;
  readonly failOn?: readonly VerdictCode[];
}

export function addAssess(program: Command, world: World, finish: Finish): void {
  const command = withAssessOptions(
    program
      .command('assess')
      .summary('footprint, good practices and verdict of scenarios')
      .description(
        'Computes the footprint of each scenario: energy, greenhouse gases, water, resources, climate cost.\n' +
          'Usages may stand in a table, one row a usage: "usages: { from: usage.csv, columns: {...} }".',
      )
      .argument('<file...>', 'scenario files, patterns ("ai/**/*.yaml") or folders; "-" reads one from standard input')
      .addOption(
        new Option('-f, --format <format>', 'what to print (default: "table"; with --output, nothing)').choices(
          shownFormats,
        ),
      ),
  )
    .addOption(failOnOption())
    .option('--strict', 'exit 4 when a part of the greenhouse gases is unknown');
  withDrawingOptions(command)
    .addHelpText(
      'after',
      `${exitCodeHelp({ 1: 'a verdict is among --fail-on', 4: 'a part of the greenhouse gases is unknown (--strict)' })}
Examples
  ai-footprint assess scenarios/product-sheets.yaml
  ai-footprint assess a.yaml b.yaml --format json --output result.yaml
`,
    )
    .action(async (files: string[], options: Options) => {
      finish(await assess(world, files, options));
    });
}

async function assess(world: World, files: readonly string[], options: Options) {
  const { output = [], catalog, methods = false, practice } = options;
  const shown = options.format ?? (output.length === 0 ? 'table' : undefined);
  const verdict = options.failOn !== undefined;
  const { assessments } = await assessFiles(world, files, {
    ...options,
    shown,
    output,
    catalog,
    methods,
    practice,
    verdict,
  });
  if (options.failOn) {
    const { failedVerdicts, renderFailed } = await import('../report/failed-verdicts.ts');
    const failed = failedVerdicts(assessments, options.failOn);
    if (failed.length > 0) {
      world.stderr.write(renderFailed(failed, drawing(world, world.stderr, options).lang));
      return exitCodes.differs;
    }
  }
  const unsettled = assessments.some(({ baseline }) => {
    const { total, bound } = baseline.impacts.ghg;
    return !total || bound === 'lower' || bound === 'mixed';
  });
  return options.strict && unsettled ? exitCodes.inconclusive : exitCodes.computed;
}
