/** Options of the commands that read many things and print them as a table, in the order of their help. */
import { Option, type Command } from 'commander';
import { said } from './described.ts';
import { maxErrorsOption } from './max-errors-option.ts';
import { collect } from './outputs.ts';
import { samplesOption, seedOption } from './sampling-options.ts';
import { asciiOption, withDrawingOptions } from './terminal.ts';

export function withManyOptions(
  command: Command,
  { formats, output }: { readonly formats: Readonly<Record<string, unknown>>; readonly output: string },
): Command {
  command
    .addOption(new Option('-f, --format <format>', said('--format, or files: table')).choices(Object.keys(formats)))
    .option('-o, --output <file>', output, collect)
    .option('--catalog <file>', said('--catalog'))
    .addOption(samplesOption())
    .addOption(seedOption())
    .addOption(maxErrorsOption())
    .option('--quiet', said('--quiet'))
    .addOption(asciiOption());
  return withDrawingOptions(command);
}
