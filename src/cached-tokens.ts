/** Whether a conversation sends as many tokens as its scenario says are cached: a part cannot be more than the whole. */
import { centralFigures } from './engine/central-figures.ts';
import { InternalError, problem, type Place, type Problem } from './errors.ts';
import type { ResolvedPart, ResolvedUsage } from './scenario/resolve/types.ts';
import { spanOf } from './scenario/usage-parts.ts';

function problemOf(
  { mechanisms, inputs }: ResolvedPart,
  usage: Pick<ResolvedUsage, 'id' | 'path'>,
  locate: (path: string) => Place | undefined,
): Problem | undefined {
  const cached = inputs.find(({ id }) => id === 'held_tokens');
  if (!cached) return undefined;
  // Every range at its low end: the whole must hold the cached part wherever the truth lies.
  const lows = new Map(inputs.map(({ id, range }) => [id, range.low]));
  const least = centralFigures({ mechanisms, inputs }, ['input_tokens'], lows).get('input_tokens');
  if (least === undefined) throw new InternalError('src/method/conversation.yaml lacks a quantity');
  if (cached.range.high <= least * (1 + 1e-9)) return undefined;
  const path = `${usage.path}.tokens.cached_input`;
  const args = {
    owner: `usage "${usage.id}"`,
    cached: spanOf(cached.range),
    input: `at least ${Number(least.toPrecision(6))}`,
  };
  return problem('tokens-inconsistent', args, { path, place: locate(path) });
}

/** Problems of all usages that have more cached than sent, in the order of the scenario. */
export const cachedBeyondInput = (
  usages: readonly ResolvedUsage[],
  locate: (path: string) => Place | undefined,
): readonly Problem[] =>
  usages.flatMap((usage) => {
    const found = usage.parts.map((part) => problemOf(part, usage, locate)).find((each) => each !== undefined);
    return found ?? [];
  });
