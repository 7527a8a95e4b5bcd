/** Requests of a log that does not count them, as one unknown of the ledger. */
import type { Assessment } from '../assessment.ts';
import type { ResolvedInput } from '../scenario/resolve/types.ts';
import type { Range } from '../units.ts';
import { guessedRequests } from './marked.ts';
import type { Combination } from './resolve.ts';

const sumOf = (inputs: readonly ResolvedInput[], bound: keyof Range): number =>
  inputs.reduce((sum, { range }) => sum + range[bound], 0);

/** With the requests of all combinations that do not count them, where the ledger shows those of the first. */
export function withGuess(assessment: Assessment, combinations: readonly Combination[]): Assessment {
  // A usage has one number of requests, whichever of its places it is asked for.
  const guesses = combinations.flatMap(
    ({ resolved }) => resolved.parts[0]?.inputs.filter(({ key }) => key === guessedRequests) ?? [],
  );
  const [first] = guesses;
  if (!first) return assessment;
  const value = { low: sumOf(guesses, 'low'), central: sumOf(guesses, 'central'), high: sumOf(guesses, 'high') };
  const ledger = assessment.ledger.map((entry) =>
    entry.input === first.id && entry.status === first.status ? { ...entry, value } : entry,
  );
  return { ...assessment, ledger };
}
