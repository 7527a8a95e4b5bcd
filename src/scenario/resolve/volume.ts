/** How many requests a period has, and how many prompts each takes. */
import type { Usage } from '../types.ts';
import { defaultOf, fill, fromScenario, implied, known, type Context } from './fill.ts';
import type { ResolvedInput } from './types.ts';

export interface ResolvedVolume {
  readonly mechanisms: readonly string[];
  readonly inputs: readonly ResolvedInput[];
  /** Whether the scenario says how many requests there are. */
  readonly known: boolean;
}

/** Requests of the period, iterations, and whether they are known. */
export function resolveVolume(
  context: Context,
  usage: Usage,
  volume: ResolvedInput | null,
  perPrompt: boolean,
): ResolvedVolume {
  // What is measured over a period, a fleet or a bill, holds every try already.
  const iterations =
    perPrompt || known(usage.iterations)
      ? fill('iterations', 'iterations', usage.iterations, usage.path, defaultOf(context.catalog, 'iterations'))
      : implied('iterations', 1, '1');
  const { requests } = usage;
  if (requests === undefined || requests === 'unknown' || (requests.per === 'user' && !known(usage.users))) {
    return { mechanisms: [], inputs: [iterations, implied('requests', 1, 'request/period')], known: false };
  }
  const given = (id: string, unit: string): ResolvedInput =>
    fromScenario(id, unit, 'requests', requests.count, usage.path);
  const { per } = requests;
  switch (per) {
    case 'period':
      return { mechanisms: [], inputs: [iterations, given('requests', 'request/period')], known: true };
    case 'unit':
      return {
        mechanisms: ['requests-per-unit'],
        inputs: [iterations, ...(volume ? [volume] : []), given('requests_per_unit', 'request/unit')],
        known: true,
      };
    case 'user':
      return {
        mechanisms: ['requests-per-user'],
        inputs: [
          iterations,
          given('requests_per_user', 'request/user/period'),
          ...(known(usage.users) ? [fromScenario('users', 'user', 'users', usage.users, usage.path)] : []),
        ],
        known: true,
      };
    default:
      return per satisfies never;
  }
}
