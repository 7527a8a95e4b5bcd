/** `ai-footprint schema [WHAT]`: the JSON Schema of a scenario, a config, a result, a comparison or a log, for editors and for readers of results. */
import { Argument, type Command } from 'commander';
import { exitCodeHelp, exitCodes, type Finish } from './outcome.ts';
import type { World } from './world.ts';

export function addSchema(program: Command, world: World, finish: Finish): void {
  program
    .command('schema')
    .summary('JSON Schema of scenario, config, result, compare or usage')
    .description('Prints a JSON Schema (draft 2020-12).')
    .addArgument(
      new Argument('[what]', 'whose schema')
        .choices(['scenario', 'config', 'result', 'compare', 'usage'])
        .default('scenario'),
    )
    .addHelpText(
      'after',
      `${exitCodeHelp()}
Examples
  ai-footprint schema > scenario.schema.json
  ai-footprint schema result
`,
    )
    .action(async (what: 'scenario' | 'config' | 'result' | 'compare' | 'usage') => {
      const { jsonSchemas } = await import('./json-schemas.ts');
      world.stdout.write(`${JSON.stringify(jsonSchemas[what](), null, 2)}\n`);
      finish(exitCodes.computed);
    });
}
