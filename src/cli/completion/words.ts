/** What a shell may complete, read from the commands themselves, so that no list is kept by hand. */
import type { Argument, Command, Option } from 'commander';
import type { Described } from '../../messages/help/index.ts';
import { optionsOf } from '../print-help.ts';

/** What stands after an option or as an argument: names to choose from, a file, or text that nobody can guess. */
export type Value =
  | { readonly kind: 'choice'; readonly names: readonly string[] }
  | { readonly kind: 'file' }
  | { readonly kind: 'text' };

export interface OptionWords {
  /** As written: `-f` and `--format`. */
  readonly flags: readonly string[];
  readonly about: string;
  /** Undefined where the option takes none. */
  readonly value: Value | undefined;
}

export interface CommandWords {
  readonly name: string;
  readonly about: string;
  readonly options: readonly OptionWords[];
  readonly arguments: readonly { readonly name: string; readonly many: boolean; readonly value: Value }[];
}

export interface ProgramWords {
  readonly name: string;
  readonly options: readonly OptionWords[];
  readonly commands: readonly CommandWords[];
}

/** A value with no list to choose from is a file where its name says so. */
function valueOf(choices: readonly string[] | undefined, name: string): Value {
  if (choices) return { kind: 'choice', names: choices };
  return /file|result|scenario/i.test(name) ? { kind: 'file' } : { kind: 'text' };
}

function optionWords(
  { short, long, flags, description, argChoices, required, optional }: Option,
  words: Described,
): OptionWords {
  return {
    flags: [short, long].filter((flag) => flag !== undefined),
    about: words.option(description),
    value: required || optional ? valueOf(argChoices, flags) : undefined,
  };
}

function argumentWords(argument: Argument): CommandWords['arguments'][number] {
  const name = argument.name();
  return { name, many: argument.variadic, value: valueOf(argument.argChoices, name) };
}

export function wordsOf(program: Command, words: Described): ProgramWords {
  const allOf = (command: Command) => optionsOf(command).map((option) => optionWords(option, words));
  return {
    name: program.name(),
    options: allOf(program),
    commands: program.commands.map((command) => ({
      name: command.name(),
      about: words.command(command.name()).summary,
      options: allOf(command),
      arguments: command.registeredArguments.map(argumentWords),
    })),
  };
}
