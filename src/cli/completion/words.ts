/** What a shell may complete, read from the commands themselves, so that no list is kept by hand. */
import type { Argument, Command, Option } from 'commander';

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

function optionWords({ short, long, flags, description, argChoices, required, optional }: Option): OptionWords {
  return {
    flags: [short, long].filter((flag) => flag !== undefined),
    about: description,
    value: required || optional ? valueOf(argChoices, flags) : undefined,
  };
}

function argumentWords(argument: Argument): CommandWords['arguments'][number] {
  const name = argument.name();
  return { name, many: argument.variadic, value: valueOf(argument.argChoices, name) };
}

export function wordsOf(program: Command): ProgramWords {
  const help = program.createHelp();
  const optionsOf = (command: Command) => help.visibleOptions(command).map(optionWords);
  return {
    name: program.name(),
    options: optionsOf(program),
    commands: help.visibleCommands(program).map((command) => ({
      name: command.name(),
      about: help.subcommandDescription(command),
      options: optionsOf(command),
      arguments: command.registeredArguments.map(argumentWords),
    })),
  };
}
