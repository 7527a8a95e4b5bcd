/** Where the values of a usage come from that was made of a log: counted there, or assumed. */
import type { ResolvedInput, ResolvedUsage } from '../scenario/resolve/types.ts';
import type { Usage } from '../scenario/types.ts';
import type { Range } from '../units.ts';
import type { Reader, SummedRows } from '../usage-log/types.ts';
import { rowsIn, says } from './row-sums.ts';

/** Places of the counts, which tell combinations apart besides their names. */
export const slots = { requests: 0, input: 1, cached: 2, output: 3, reasoning: 4 } as const;

/** Whether every row of a combination says how many requests it holds. */
export const countsRequests = (lines: readonly SummedRows[]): boolean =>
  lines.every((line) => says(line, slots.requests));

/** Key of the number of requests that is assumed. */
export const guessedRequests = 'log.requests';

/** Where the value of an input comes from, which the scenario that is made of the log cannot say. */
export function marked(
  resolved: ResolvedUsage,
  { path }: Usage,
  lines: readonly SummedRows[],
  { reader: { counting }, typical }: { readonly reader: Pick<Reader, 'counting'>; readonly typical: Range },
): ResolvedUsage {
  const isUncounted = !countsRequests(lines);
  const isInside = counting.reasoning === 'inside' && lines.some((line) => !says(line, slots.reasoning));
  const mark = (input: ResolvedInput): ResolvedInput => {
    const field = input.key.startsWith(`${path}.`) ? input.key.slice(path.length + 1) : '';
    if (field === 'requests')
      return isUncounted
        ? {
            ...input,
            // One unknown, however many models: it moves all of them together.
            key: guessedRequests,
            range: {
              low: (input.range.central * typical.central) / typical.high,
              central: input.range.central,
              high: (input.range.central * typical.central) / typical.low,
            },
            status: 'default',
            source: 'project-convention',
            year: 2026,
            note: `not in the log: as many as typical prompts of ${typical.central} tokens [${typical.low} - ${typical.high}] would hold what was sent`,
          }
        : { ...input, note: `counted in the log` };
    if (field === 'tokens.reasoning' && isInside) return { ...input, note: 'hidden tokens are counted in the output' };
    if (field === 'iterations') return { ...input, note: 'a call of the log is one prompt' };
    return field.startsWith('tokens.') || field.startsWith('embeddings.')
      ? { ...input, note: `mean of ${rowsIn(lines)} rows of the log; the sums of the rows count` }
      : input;
  };
  return {
    ...resolved,
    // Of a number of requests that is assumed, nothing is told per request.
    ...(isUncounted ? { requestsKnown: false, perRequest: false } : {}),
    parts: resolved.parts.map((part) => ({ ...part, inputs: part.inputs.map(mark) })),
  };
}
