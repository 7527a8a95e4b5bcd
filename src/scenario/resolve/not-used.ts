/** A field that is given and does not enter the result is warned of. */
import type { Usage } from '../types.ts';
import type { Estimate } from './estimates.ts';
import type { Context } from './fill.ts';
import { speedInputs } from './hardware.ts';

/** What is given and does not enter the result is said. */
export function warnOfUnused(context: Context, usage: Usage, chosen: Estimate | undefined): void {
  const has = (id: string): boolean => chosen?.inputs.some((input) => input.id === id) ?? false;
  const perUser = typeof usage.requests === 'object' && usage.requests.per === 'user';
  const unused: Readonly<Record<string, boolean>> = {
    spend: usage.spend !== undefined && chosen?.estimator !== 'spend',
    users: usage.users !== undefined && !perUser,
    tokens: usage.tokens !== undefined && chosen !== undefined && !has('output_tokens'),
    serving:
      usage.serving !== undefined &&
      chosen !== undefined &&
      !['batch', ...speedInputs, 'idle', 'utilisation', 'server_share'].some(has),
  };
  for (const [field, isUnused] of Object.entries(unused)) {
    if (!isUnused) continue;
    const path = `${usage.path}.${field}`;
    const line = context.locate(path)?.line;
    const by = chosen ? `the estimate is by ${chosen.estimator}` : 'nothing is estimated';
    const message = `"${field}" of usage "${usage.id}" does not enter the result: ${by}`;
    context.warnings.push({ code: 'not-used', message, path, ...(line === undefined ? {} : { line }) });
  }
}
