/** `ai-footprint completion SHELL`: a script that completes commands, options and their values. */
import { Argument, type Command } from 'commander';
import { exitCodeHelp, exitCodes, type Finish } from './outcome.ts';
import type { World } from './world.ts';

const shells = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof shells)[number];

export function addCompletion(program: Command, world: World, finish: Finish): void {
  program
    .command('completion')
    .summary('a script that completes commands in bash, zsh or fish')
    .description('Prints a script for your shell that completes commands, options and their values.')
    .addArgument(new Argument('<shell>', 'which shell').choices(shells))
    .addHelpText(
      'after',
      `${exitCodeHelp()}
Examples
  bash: add to ~/.bashrc         eval "$(ai-footprint completion bash)"
  zsh:  add to ~/.zshrc          eval "$(ai-footprint completion zsh)"   (after compinit)
  fish: run once                 ai-footprint completion fish > ~/.config/fish/completions/ai-footprint.fish
`,
    )
    .action(async (shell: Shell) => {
      const { completionScript } = await import('./completion/script.ts');
      world.stdout.write(completionScript(program, shell));
      finish(exitCodes.computed);
    });
}
