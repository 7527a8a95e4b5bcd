/** `ai-footprint explain FILE [QUANTITY]`: where a figure comes from, down to publication, place and year. */
import { Option, type Command } from 'commander';
import { methods, type Method, type PracticeId } from '../assessment.ts';
import type { Explanation } from '../explain/explanation.ts';
import type { RenderOptions } from '../report/index.ts';
import { exitCodeHelp, exitCodes, type Finish } from './outcome.ts';
import { samplesOption, seedOption } from './sampling-options.ts';
import { drawing, wholeNumber, withDrawingOptions, type DrawingOptions } from './terminal.ts';
import { practiceOption } from './practice-option.ts';
import type { World } from './world.ts';

type Renderer = (explanation: Explanation, options: RenderOptions) => string;

/** Loaded when asked for. */
const formats = {
  text: async (): Promise<Renderer> => (await import('../report/explain/text.ts')).renderText,
  json: async (): Promise<Renderer> => (await import('../report/explain/json.ts')).renderExplanationJson,
  markdown: async (): Promise<Renderer> => (await import('../report/explain/markdown.ts')).renderMarkdown,
  mermaid: async (): Promise<Renderer> => (await import('../report/explain/mermaid.ts')).renderMermaid,
} as const;

interface Options extends DrawingOptions {
  readonly format: keyof typeof formats;
  readonly usage?: string;
  readonly place?: number;
  readonly depth?: number;
  readonly catalog?: string;
  readonly method: Method;
  readonly samples: number;
  readonly seed: number;
  readonly practice?: readonly PracticeId[];
}

export function addExplain(program: Command, world: World, finish: Finish): void {
  const command = program
    .command('explain')
    .summary('where a figure comes from: formula, values, sources')
    .description(
      'Opens one figure: its formula, the same with values and units, its source, and so on down to the inputs.\n' +
        'QUANTITY is a key of the JSON result, long or short (ghg, ghg.operation, ghg.per_unit, equivalent.truck-km,\n' +
        'usages.ID.ghg.per_request), a line of the assumptions (ID.serving.batch), or a name of the method\n' +
        '(it_energy, step_time): docs/method.md lists them.',
    )
    .argument('<file>', 'scenario file; "-" reads one from standard input')
    .argument('[quantity]', 'the figure to open', 'ghg')
    .option('--usage <id>', 'the usage to open below the sums (default: the one with the most greenhouse gases)')
    .option(
      '--place <number>',
      'which of its places or parts (default: the one with the most)',
      wholeNumber(1, 1_000_000),
    )
    .option('--depth <steps>', 'how many steps down (default: all)', wholeNumber(0, 1000))
    .addOption(new Option('-f, --format <format>', 'what to print').choices(Object.keys(formats)).default('text'))
    .option('--catalog <file>', 'own models, regions and factors, added to the shipped ones')
    .addOption(new Option('--method <method>', 'what estimates text usages').choices(methods).default('ai-footprint'))
    .addOption(samplesOption())
    .addOption(seedOption())
    .addOption(practiceOption('open the figure after these good practices', 'none'));
  withDrawingOptions(command)
    .addHelpText(
      'after',
      `${exitCodeHelp()}
Examples
  ai-footprint explain scenarios/product-sheets.yaml
  ai-footprint explain scenarios/product-sheets.yaml it_energy --depth 2
  ai-footprint explain scenarios/product-sheets.yaml --practice location
`,
    )
    .action(async (file: string, quantity: string, options: Options) => {
      const { explainFile } = await import('./explain-file.ts');
      const explanation = await explainFile(world, file, { ...options, quantity, practices: options.practice });
      const render = await formats[options.format]();
      world.stdout.write(render(explanation, drawing(world, world.stdout, options)));
      finish(exitCodes.computed);
    });
}
