/** `ai-footprint schema [WHAT]`: the JSON Schema of a scenario, a config, a result or a comparison, for editors and for readers of results. */
import { Argument, type Command } from 'commander';
import { exitCodeHelp, exitCodes, type Finish } from './outcome.ts';
import type { World } from './world.ts';

export function addSchema(program: Command, world: World, finish: Finish): void {
  program
    .command('schema')
    .summary('JSON Schema of scenario, config, result or compare')
    .description('Prints a JSON Schema (draft 2020-12).')
    .addArgument(
      new Argument('[what]', 'whose schema').choices(['scenario', 'config', 'result', 'compare']).default('scenario'),
    )
    .addHelpText(
      'after',
      `${exitCodeHelp()}
Examples
  ai-footprint schema > scenario.schema.json
  ai-footprint schema result
`,
    )
    .action(async (what: 'scenario' | 'config' | 'result' | 'compare') => {
      const { jsonSchemas } = await import('./json-schemas.ts');
      world.stdout.write(`${JSON.stringify(jsonSchemas[what](), null, 2)}\n`);
      finish(exitCodes.computed);
    });
}
