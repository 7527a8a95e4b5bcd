/** `ai-footprint report FILE...`: one page of HTML that holds everything, to send to a colleague or an auditor. */
import type { Command } from 'commander';
import { addCommand, said } from './described.ts';
import { InputError, problem } from '../errors.ts';
import { isDay } from '../project/calendar-day.ts';
import { withAssessOptions, type AssessedBy } from './assess-options.ts';
import { exitCodes, type Finish } from './outcome.ts';
import { withDrawingOptions, type DrawingOptions } from './terminal.ts';
import type { World } from './world.ts';

interface Options extends DrawingOptions, AssessedBy {
  readonly date?: string;
}

export function addReport(program: Command, world: World, finish: Finish): void {
  const command = withAssessOptions(
    addCommand(program, 'report').argument('<file...>', said('<file...>')),
    said('report --output'),
  ).option('--date <day>', said('report --date'));
  withDrawingOptions(command, said('report --width')).action(async (files: string[], options: Options) => {
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
