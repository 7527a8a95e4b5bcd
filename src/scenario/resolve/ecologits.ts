/** A text usage for the equations of EcoLogits 0.9.1: METHOD, the second opinion. */
import { InternalError } from '../../errors.ts';
import type { Usage } from '../types.ts';
import type { Estimate } from './estimates.ts';
import type { Context } from './fill.ts';
import { hardwareInputs } from './hardware.ts';
import type { ResolvedModel } from './model.ts';
import { resolveTokens } from './tokens.ts';
import type { ResolvedInput, ResolvedUsage } from './types.ts';

/** Id of its declarations in src/method. */
export const ecologitsMechanism = 'ecologits-0.9';

/** All that EcoLogits reads of a usage, besides its place; batch, bits and hardware are constants of it. */
const read: ReadonlySet<string> = new Set([
  'total_parameters',
  'active_parameters',
  'output_tokens',
  'reasoning_tokens',
  // How many calls a result takes is the same for every method.
  'turns',
  'agent_steps',
  'calls_per_step',
  'retries',
]);

/** The energy of a prompt as EcoLogits sees it. Undefined when the usage names no model. */
export function ecologitsTextEstimate(
  context: Context,
  usage: Usage,
  model: ResolvedModel | undefined,
): Estimate | undefined {
  if (!model) return undefined;
  const tokens = resolveTokens(context, usage, model);
  return {
    estimator: 'text',
    tier: 2,
    mechanisms: [ecologitsMechanism, ...tokens.mechanisms],
    inputs: [...model.inputs, ...tokens.inputs].filter(({ id }) => read.has(id)),
  };
}

/** The H100 with 80 GB on which EcoLogits' lines were fitted. */
export function referenceAccelerator(context: Context): readonly ResolvedInput[] {
  const row = context.catalog.accelerator('h100-sxm5-80');
  if (!row) throw new InternalError('src/data/accelerators.yaml has no row "h100-sxm5-80"');
  return hardwareInputs(context, { row, assumed: true, looked: false }, 'serving.accelerator');
}

/** Says where the result leaves EcoLogits, once for a scenario. */
export function warnOfWater(context: Context, usages: readonly ResolvedUsage[]): void {
  const isUsed = (usage: ResolvedUsage): boolean =>
    usage.parts.some(({ mechanisms }) => mechanisms.includes(ecologitsMechanism));
  if (!usages.some(isUsed)) return;
  context.warnings.push({
    code: 'ecologits-water-corrected',
    message:
      'water is not as EcoLogits 0.9.1 prints it: its formula multiplies by PUE twice; here it is energy of the servers x WUE + energy of the data centre x water of the grid, PUE once',
    path: '',
  });
}
