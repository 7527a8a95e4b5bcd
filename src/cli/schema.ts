/** `ai-footprint schema [WHAT]`: the JSON Schema of a scenario, a config, a result, a comparison or a log, for editors and for readers of results. */
import { Argument, type Command } from 'commander';
import { addCommand, said } from './described.ts';
import { exitCodes, type Finish } from './outcome.ts';
import type { World } from './world.ts';

export function addSchema(program: Command, world: World, finish: Finish): void {
  addCommand(program, 'schema')
    .addArgument(
      new Argument('[what]', said('schema [what]'))
        .choices(['scenario', 'config', 'result', 'compare', 'usage'])
        .default('scenario'),
    )
    .action(async (what: 'scenario' | 'config' | 'result' | 'compare' | 'usage') => {
      const { jsonSchemas } = await import('./json-schemas.ts');
      world.stdout.write(`${JSON.stringify(jsonSchemas[what](), null, 2)}\n`);
      finish(exitCodes.computed);
    });
}
