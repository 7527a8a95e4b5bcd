/** `ai-footprint report FILE...`: one page of HTML that holds everything, to send to a colleague or an auditor. */
import type { Command } from 'commander';
import { InputError, problem } from '../errors.ts';
import { isDay } from '../project/calendar-day.ts';
import { withAssessOptions, type AssessedBy } from './assess-options.ts';
import { exitCodeHelp, exitCodes, type Finish } from './outcome.ts';
import { withDrawingOptions, type DrawingOptions } from './terminal.ts';
import type { World } from './world.ts';

interface Options extends DrawingOptions, AssessedBy {
  readonly date?: string;
}

export function addReport(program: Command, world: World, finish: Finish): void {
  const command = withAssessOptions(
    program
      .command('report')
      .summary('one page of HTML with charts, sources and verdict')
      .description(
        'Writes one self-contained page: verdict, footprint with its intervals, practices, sensitivity, places, every assumption\n' +
          'with its source. It needs no network and no script. Several scenarios stand side by side on it.',
      )
      .argument('<file...>', 'scenario files, patterns ("ai/**/*.yaml") or folders; "-" reads one from standard input'),
  ).option(
    '--date <day>',
    'a day to print on it, YYYY-MM-DD; without it the page has none, and never changes by itself',
  );
  withDrawingOptions(command)
    .addHelpText(
      'after',
      `${exitCodeHelp()}
Examples
  ai-footprint report scenarios/product-sheets.yaml -o report.html
  ai-footprint report scenarios/*.yaml --lang fr --date 2026-11-25 -o rapport.html
`,
    )
    .action(async (files: string[], options: Options) => {
      finish(await report(world, files, options));
    });
}

/** Errors  InputError as `assess`; when a date is none; when a page would be poured into a terminal. */
async function report(world: World, files: readonly string[], options: Options) {
  const { date, output = [], catalog, methods = false, practice } = options;
  if (date !== undefined && !isDay(date)) throw new InputError([problem('bad-day', { field: '--date', found: date })]);
  if (output.length === 0 && world.stdout.isTTY === true) {
    const reason = 'a page is no text for a terminal: name its file, "--output report.html", or send it through a pipe';
    throw new InputError([problem('bad-option', { reason })]);
  }
  if (output.length > 0 && !output.some((file) => /\.html?$/i.test(file))) {
    const reason = `a report is a page, and "--output ${output[0]}" is none: name one that ends in .html`;
    throw new InputError([problem('bad-option', { reason })]);
  }
  const { assessFiles } = await import('./assess-files.ts');
  const shown = output.length === 0 ? 'html' : undefined;
  await assessFiles(world, files, { ...options, shown, output, catalog, methods, practice, verdict: false, date });
  return exitCodes.computed;
}
