/** `ai-footprint explain FILE [QUANTITY]`: where a figure comes from, down to publication, place and year. */
import { Option, type Command } from 'commander';
import { addCommand, said } from './described.ts';
import { methods, type Method, type PracticeId } from '../assessment.ts';
import type { Explanation } from '../explain/explanation.ts';
import type { RenderOptions } from '../report/index.ts';
import { exitCodes, type Finish } from './outcome.ts';
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
  const command = addCommand(program, 'explain')
    .argument('<file>', said('<file>'))
    .argument('[quantity]', said('explain [quantity]'), 'ghg')
    .option('--usage <id>', said('explain --usage'))
    .option('--place <number>', said('explain --place'), wholeNumber(1, 1_000_000))
    .option('--depth <steps>', said('explain --depth'), wholeNumber(0, 1000))
    .addOption(new Option('-f, --format <format>', said('--format')).choices(Object.keys(formats)).default('text'))
    .option('--catalog <file>', said('--catalog'))
    .addOption(new Option('--method <method>', said('--method')).choices(methods).default('ai-footprint'))
    .addOption(samplesOption())
    .addOption(seedOption())
    .addOption(practiceOption(said('explain --practice')));
  withDrawingOptions(command).action(async (file: string, quantity: string, options: Options) => {
    const { explainFile } = await import('./explain-file.ts');
    const explanation = await explainFile(world, file, { ...options, quantity, practices: options.practice });
    const render = await formats[options.format]();
    world.stdout.write(render(explanation, drawing(world, world.stdout, options)));
    finish(exitCodes.computed);
  });
}
