/** How to draw: language, width and colour, from the options, the environment and the terminal. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Lang } from '../messages/index.ts';
import type { OutputStream, World } from './world.ts';

export interface DrawingOptions {
  readonly lang?: Lang;
  readonly width?: number;
  readonly color: boolean;
  readonly ascii?: true;
}

const narrowest = 60;
const piped = 80;

export function wholeNumber(least: number, most: number) {
  return (written: string): number => {
    const value = Number(written);
    if (!/^\d+$/.test(written) || value < least || value > most) {
      throw new InvalidArgumentError(`it must be a whole number from ${least} to ${most}`);
    }
    return value;
  };
}

/** Adds the options that every printing command has. */
export function withDrawingOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--lang <language>', 'language of what is printed (default: from LANG)').choices(['en', 'fr']),
    )
    .option(
      '--width <columns>',
      `columns of the table (default: the terminal, else ${piped})`,
      wholeNumber(narrowest, 400),
    )
    .option('--no-color', 'no colour (also NO_COLOR; FORCE_COLOR forces it)');
}

/** Of the commands that draw charts. */
export const asciiOption = (): Option => new Option('--ascii', 'charts in plain ASCII');

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
  for (const [place, word] of words.entries()) {
    if (word === long || word === short) return words[place + 1];
    if (word.startsWith(`${long}=`)) return word.slice(long.length + 1);
    if (short !== undefined && word.startsWith(short) && !word.startsWith('--')) return word.slice(short.length);
  }
  return undefined;
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
