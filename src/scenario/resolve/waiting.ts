/** How much of the machines' time and energy is waiting: given as a ratio, or as the share of the time that they work. */
import type { Usage } from '../types.ts';
import { defaultOf, fill, fromScenario, known, standard, type Context } from './fill.ts';
import type { ResolvedInput } from './types.ts';

export interface Waiting {
  readonly mechanisms: readonly string[];
  readonly inputs: readonly ResolvedInput[];
}

/** `serving.utilisation` gives both waiting energy and hardware life; else `serving.idle`, or its default. */
export function waitingOf(context: Context, usage: Usage): Waiting {
  const { serving = {} } = usage;
  if (known(serving.utilisation)) {
    return {
      mechanisms: ['utilisation'],
      inputs: [
        fromScenario('utilisation', '1', 'serving.utilisation', serving.utilisation, usage.path),
        standard(context.catalog, 'fleet_idle_power'),
      ],
    };
  }
  const row = serving.mode === 'batch' ? 'idle_offline' : 'idle';
  return {
    mechanisms: [],
    inputs: [fill('idle', 'serving.idle', serving.idle, usage.path, defaultOf(context.catalog, row))],
  };
}

/** What gives a quantity by a formula takes the place of a default of it. */
export function withoutSolved(
  inputs: readonly ResolvedInput[],
  mechanisms: readonly string[],
): readonly ResolvedInput[] {
  const solved = new Set([
    ...(mechanisms.includes('utilisation') ? ['idle', 'occupancy'] : []),
    ...(mechanisms.includes('throughput') ? ['batch'] : []),
  ]);
  return solved.size === 0 ? inputs : inputs.filter(({ id }) => !solved.has(id));
}
