/**
 * Names for the words of `--help`. A command says which text describes each of its parts; the words themselves, in both
 * languages, are read when a help is printed (src/messages/help).
 */
import type { Command } from 'commander';
import type { CommandName } from '../messages/help/command-words.ts';
import type { TextName } from '../messages/help/option-words.ts';

/** The name of a text of the help: one that does not exist does not compile. */
export const said = (name: TextName): TextName => name;

/** A command that the help has words for. */
export const addCommand = (program: Command, name: CommandName): Command => program.command(name);
