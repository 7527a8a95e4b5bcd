/** `ai-footprint assess FILE...`: the footprint of each scenario. */
import { Option, type Command } from 'commander';
import { addCommand, said } from './described.ts';
import type { VerdictCode } from '../assessment.ts';
import { assessFiles, shownFormats, type Shown } from './assess-files.ts';
import { withAssessOptions, type AssessedBy } from './assess-options.ts';
import { failOnOption } from './fail-on-option.ts';
import { exitCodes, type Finish } from './outcome.ts';
import { drawing, withDrawingOptions, type DrawingOptions } from './terminal.ts';
import type { World } from './world.ts';

interface Options extends DrawingOptions, AssessedBy {
  readonly format?: Shown;
  readonly strict?: true;
  readonly failOn?: readonly VerdictCode[];
}

export function addAssess(program: Command, world: World, finish: Finish): void {
  const command = withAssessOptions(
    addCommand(program, 'assess')
      .argument('<file...>', said('<file...>'))
      .addOption(new Option('-f, --format <format>', said('--format, or files: table')).choices(shownFormats)),
    said('assess --output'),
  )
    .addOption(failOnOption())
    .option('--strict', said('assess --strict'));
  withDrawingOptions(command).action(async (files: string[], options: Options) => {
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
