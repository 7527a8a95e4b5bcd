/** The completion script of a shell, from the program itself. */
import type { Command } from 'commander';
import type { Described } from '../../messages/help/index.ts';
import { bashScript } from './bash.ts';
import { fishScript } from './fish.ts';
import { wordsOf } from './words.ts';
import { zshScript } from './zsh.ts';

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;

export function completionScript(program: Command, shell: keyof typeof scripts, words: Described): string {
  return scripts[shell](wordsOf(program, words));
}
