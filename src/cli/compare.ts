/** `ai-footprint compare FILE|GLOB...`: scenarios, or what is in them, ranked. */
import { Option, type Command } from 'commander';
import { criteria, groupings, sortings } from '../assessment.ts';
import { compareExtensions, compareFormats } from '../report/compare/index.ts';
import type { CompareOptions } from './compare-files.ts';
import { exitCodeHelp, type Finish } from './outcome.ts';
import { maxErrorsOption } from './max-errors-option.ts';
import { collect } from './outputs.ts';
import { samplesOption, seedOption } from './sampling-options.ts';
import { asciiOption, wholeNumber, withDrawingOptions } from './terminal.ts';
import type { World } from './world.ts';

export function addCompare(program: Command, world: World, finish: Finish): void {
  const command = program
    .command('compare')
    .summary('many scenarios ranked: totals, shares, verdicts, differences')
    .description(
      'Ranks scenarios, or the usages, models, regions, phases or tags in them: total,\n' +
        'per unit, data quality, verdict, share of the whole. Scenarios of one period are\n' +
        'ranked together; figures per unit need one functional unit.',
    )
    .argument('<file...>', 'scenario files, patterns ("ai/**/*.yaml") or folders; "-" reads one from standard input')
    .addOption(new Option('--by <thing>', 'what a row is').choices(groupings).default('scenario'))
    .addOption(new Option('--criterion <criterion>', 'what is ranked').choices(criteria).default('ghg'))
    .addOption(
      new Option('--sort <column>', 'largest first; names A to Z, grades and verdicts best first')
        .choices(sortings)
        .default('total'),
    )
    .option('--reverse', 'the other way round; what is unknown stays last')
    .option('--top <n>', 'only so many rows', wholeNumber(1, 1_000_000))
    .option(
      '--where <condition>',
      'only rows that keep it, such as "ghg > 10 kg and region ~ aws"; names: a criterion, CRITERION_per_unit, share, ' +
        'name, scenario, file, usage, model, region, tag, grade, verdict; signs: < <= > >= = != ~ (holds) !~; and, or, not, ( )',
    )
    .option('--baseline <name>', 'differences against this row, on common draws: its name or its file')
    .addOption(
      new Option('-f, --format <format>', 'what to print (default: "table"; with --output, nothing)').choices(
        Object.keys(compareFormats),
      ),
    )
    .option(
      '-o, --output <file>',
      `also write to a file, in the format of its extension: ${compareExtensions}; repeatable`,
      collect,
    )
    .option('--catalog <file>', 'own models, regions and factors, added to the shipped ones')
    .addOption(samplesOption())
    .addOption(seedOption())
    .addOption(maxErrorsOption())
    .option('--quiet', 'no progress on standard error')
    .addOption(asciiOption());
  withDrawingOptions(command)
    .addHelpText(
      'after',
      `${exitCodeHelp()}
Examples
  ai-footprint compare scenarios/*.yaml --top 10
  ai-footprint compare a.yaml b.yaml --baseline a.yaml
  ai-footprint compare ai/ --by model --where "share > 5 %" --output models.csv
`,
    )
    .action(async (files: string[], options: CompareOptions) => {
      const { compareFiles } = await import('./compare-files.ts');
      finish(await compareFiles(world, files, options));
    });
}
