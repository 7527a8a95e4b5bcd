/** `ai-footprint verify RESULT [SCENARIO...]`: whether a saved result still holds, and if not, what changed. */
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { addCommand, said } from './described.ts';
import { InputError, problem } from '../errors.ts';
import { exitCodes, type ExitCode, type Finish } from './outcome.ts';
import { drawing, withDrawingOptions, type DrawingOptions } from './terminal.ts';
import type { World } from './world.ts';

interface Options extends DrawingOptions {
  readonly format: 'text' | 'json';
  readonly catalog?: string;
}

export function addVerify(program: Command, world: World, finish: Finish): void {
  const command = addCommand(program, 'verify')
    .argument('<result>', said('verify <result>'))
    .argument('[scenario...]', said('verify [scenario...]'))
    .addOption(new Option('-f, --format <format>', said('--format')).choices(['text', 'json']).default('text'))
    .option('--catalog <file>', said('verify --catalog'));
  withDrawingOptions(command).action(async (result: string, scenarios: string[], options: Options) => {
    finish(await verifyFile(world, result, scenarios, options));
  });
}

/** Errors  InputError when the file is no result, a scenario is wrong, or there is not one scenario a result. */
async function verifyFile(world: World, file: string, scenarios: readonly string[], options: Options) {
  const { readSavedFile, recompute } = await import('./verify-file.ts');
  const { compareResults } = await import('../report/compare-results.ts');
  const results = readSavedFile(world, file);
  if (scenarios.length !== results.length) throw new InputError([wrongCount(file, scenarios, results)]);
  const twice = scenarios.find((each) => each !== '-' && resolve(world.cwd(), each) === resolve(world.cwd(), file));
  if (twice !== undefined) {
    throw new InputError([problem('bad-option', { reason: `"${twice}" is the result itself, not its scenario` })]);
  }
  const comparisons = [];
  for (const [index, saved] of results.entries()) {
    const now = await recompute(world, scenarios[index] ?? '', { saved, catalog: options.catalog });
    comparisons.push(compareResults(saved, now));
  }
  const { renderVerify, renderVerifyJson } = await import('../report/verify.ts');
  world.stdout.write(
    options.format === 'json'
      ? renderVerifyJson(comparisons)
      : renderVerify(comparisons, drawing(world, world.stdout, options)),
  );
  const code: ExitCode = comparisons.every(({ equal }) => equal) ? exitCodes.computed : exitCodes.differs;
  return code;
}

function wrongCount(file: string, scenarios: readonly string[], results: readonly unknown[]) {
  const wanted = results.length === 1 ? 'one scenario' : `${results.length} scenarios, in the order of its results`;
  const reason =
    scenarios.length === 0
      ? `a result does not say where its scenario lies: name it, "ai-footprint verify ${file} SCENARIO" (${wanted})`
      : `"${file}" needs ${wanted}; ${scenarios.length} are named`;
  return problem('bad-option', { reason });
}
