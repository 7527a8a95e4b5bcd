/** How to draw: language, width and colour, from the options, the environment and the terminal. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { said } from './described.ts';
import type { TextName } from '../messages/help/option-words.ts';
import type { Lang } from '../messages/index.ts';
import type { OutputStream, World } from './world.ts';

export interface DrawingOptions {
  readonly lang?: Lang;
  readonly width?: number;
  readonly color: boolean;
  readonly ascii?: true;
}

const languages = ['en', 'fr'] as const satisfies readonly Lang[];

const narrowest = 60;
const widest = 400;
/** Columns of what is no terminal. */
export const piped = 80;

export function wholeNumber(least: number, most: number) {
  return (written: string): number => {
    const value = Number(written);
    if (!/^\d+$/.test(written) || value < least || value > most) {
      throw new InvalidArgumentError(`it must be a whole number from ${least} to ${most}`);
    }
    return value;
  };
}

/** `--lang`, of the program as a whole: it stands before or after the command. */
export const langOption = (): Option => new Option('--lang <language>', said('--lang')).choices(languages);

/** Adds the options that every printing command has, besides `--lang`. */
export function withDrawingOptions(command: Command, width: TextName = '--width'): Command {
  return command
    .option('--width <columns>', width, wholeNumber(narrowest, widest))
    .option('--no-color', said('--no-color'));
}

/** Of the commands that draw charts. */
export const asciiOption = (): Option => new Option('--ascii', said('--ascii'));

function languageOf(world: World): Lang {
  const { LC_ALL, LC_MESSAGES, LANG } = world.env;
  const locale = LC_ALL || LC_MESSAGES || LANG || '';
  return /^fr/i.test(locale) ? 'fr' : 'en';
}

function isColoured(world: World, stream: OutputStream, asked: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR } = world.env;
  if (!asked || (NO_COLOR !== undefined && NO_COLOR !== '')) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0';
  return stream.isTTY === true;
}

/** The value of an option as written, also on a command line that is wrong. */
export function writtenOption(argv: readonly string[], long: string, short?: string): string | undefined {
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  let written: string | undefined;
  // Of an option that is written twice the last one holds, as for the parser.
  for (const [place, word] of words.entries()) {
    if (word === long || word === short) written = words[place + 1];
    else if (word.startsWith(`${long}=`)) written = word.slice(long.length + 1);
    else if (short !== undefined && word.startsWith(short) && !word.startsWith('--'))
      written = word.slice(short.length);
  }
  return written;
}

/** Everything a renderer must know about where it prints. */
export function drawing(world: World, stream: OutputStream, options: DrawingOptions) {
  return {
    lang: options.lang ?? languageOf(world),
    width: options.width ?? Math.max(narrowest, (stream.isTTY === true ? stream.columns : undefined) ?? piped),
    colour: isColoured(world, stream, options.color),
    ascii: options.ascii ?? false,
  };
}

/**
 * As `drawing`, from the command line as it is written: for what is printed before it is parsed, or because it cannot be.
 * What no option could be is not given.
 */
export function drawingAsWritten(world: World, stream: OutputStream) {
  const language = writtenOption(world.argv, '--lang');
  const lang = languages.find((each) => each === language);
  const width = Number(writtenOption(world.argv, '--width'));
  return drawing(world, stream, {
    color: !world.argv.includes('--no-color'),
    ...(lang === undefined ? {} : { lang }),
    ...(Number.isInteger(width) && width >= narrowest && width <= widest ? { width } : {}),
  });
}
