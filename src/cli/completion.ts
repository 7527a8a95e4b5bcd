/** `ai-footprint completion SHELL`: a script that completes commands, options and their values. */
import { Argument, type Command } from 'commander';
import { addCommand, said } from './described.ts';
import { exitCodes, type Finish } from './outcome.ts';
import { drawingAsWritten } from './terminal.ts';
import type { World } from './world.ts';

const shells = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof shells)[number];

export function addCompletion(program: Command, world: World, finish: Finish): void {
  addCommand(program, 'completion')
    .addArgument(new Argument('<shell>', said('completion <shell>')).choices(shells))
    .action(async (shell: Shell) => {
      const { completionScript } = await import('./completion/script.ts');
      const { describe } = await import('./print-help.ts');
      const { lang } = drawingAsWritten(world, world.stdout);
      world.stdout.write(completionScript(program, shell, await describe(lang)));
      finish(exitCodes.computed);
    });
}
