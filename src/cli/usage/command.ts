/** `ai-footprint usage FILE|GLOB...`: the footprint of logs of calls. */
import { Option, type Command } from 'commander';
import { usageExtensions, usageFormats } from '../../report/usage/index.ts';
import { exitCodeHelp, type Finish } from '../outcome.ts';
import { maxErrorsOption } from '../max-errors-option.ts';
import { collect } from '../outputs.ts';
import { samplesOption, seedOption } from '../sampling-options.ts';
import { asciiOption, wholeNumber, withDrawingOptions } from '../terminal.ts';
import type { World } from '../world.ts';
import { dialectNames } from '../../usage-sql/dialect.ts';
import { engineNames } from './engine-options.ts';
import type { UsageOptions } from './asked.ts';

export function addUsage(program: Command, world: World, finish: Finish): void {
  const command = program
    .command('usage')
    .summary('footprint of logs of calls: totals, groups, trend')
    .description(
      'Adds up logs of AI calls and computes their footprint: usage reports of OpenAI and Anthropic, spend logs of LiteLLM,\n' +
        'observations of Langfuse, spans of OpenTelemetry, transcripts of Claude Code, any csv or json with --mapping.\n' +
        'Texts of prompts and answers are not looked at. docs/usage.md has the formats.',
    )
    .argument(
      '[file...]',
      'csv, json, jsonl or parquet files, also .gz and .zst; patterns ("logs/**/*.jsonl") or folders; "-" reads one from standard input',
    )
    .option(
      '--by <keys>',
      'groups, such as model,month: model, region, month, day, and what the format has (team, project, user ...)',
    )
    .option('--map <old=new>', 'a model, region or host of the log by its name in the catalogue; repeatable', collect)
    .option('--region <region>', 'where the machines stand, of rows that do not say it')
    .option('--defaults <file>', 'a scenario whose "defaults:" hold of every call: grid, pue, serving ...')
    .option('--plan <scenario>', 'a scenario against what was logged, model by model, over the days of the log')
    .option('--to-scenario <file>', 'write a scenario with the measured numbers; it assesses at once')
    .option('--reader <format>', 'read as this format; recognised by its fields where left out')
    .option('--mapping <file>', 'which field is which, of a csv or of JSON that no reader knows')
    .option(
      '--max-refused <n>',
      'rows that may be left out because their counts or times are wrong',
      wholeNumber(0, 1_000_000_000),
      0,
    )
    .addOption(
      new Option(
        '--engine <name>',
        'what adds the rows up (default: "built-in"; "duckdb" for parquet and .zst)',
      ).choices(engineNames),
    )
    .option('--url <address>', 'the server of "--engine clickhouse"; CLICKHOUSE_USER and CLICKHOUSE_PASSWORD let in')
    .option('--table <name>', 'a table of that server, or the one that "--print-sql" reads')
    .addOption(
      new Option('--print-sql <database>', 'print the query that does all of it, to be run elsewhere').choices(
        dialectNames,
      ),
    )
    .option('--top <n>', 'groups of the table; the other formats have all', wholeNumber(1, 100_000), 20)
    .option('--strict', 'exit 4 when rows are left out, or a part of the greenhouse gases is unknown')
    .addOption(
      new Option('-f, --format <format>', 'what to print (default: "table"; with --output, nothing)').choices(
        Object.keys(usageFormats),
      ),
    )
    .option(
      '-o, --output <file>',
      `also write to a file, in the format of its extension: ${usageExtensions}; repeatable`,
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
      `${exitCodeHelp({ 4: 'rows are left out, or a part of the greenhouse gases is unknown (--strict)' })}
Examples
  ai-footprint usage spend-logs.csv --by team,model
  ai-footprint usage 'exports/*.json' --by month --region azure/swedencentral
  ai-footprint usage 'logs/*.parquet' --mapping columns.yaml --by team
  ai-footprint usage --engine clickhouse --url https://db.example.org:8443 --table otel.otel_traces --by service
  ai-footprint usage spend-logs.csv --print-sql postgres --table spend
  cat ~/.claude/projects/*/*.jsonl | ai-footprint usage - --by model
`,
    )
    .action(async (files: string[], options: UsageOptions) => {
      const { usageFiles } = await import('./files.ts');
      finish(await usageFiles(world, files, options));
    });
}
