/** Any text at all is a result or located errors: 1 500 mutants here, `npm run fuzz` for as many as one likes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mutant } from './fuzz/mutate.ts';
import { outcomeOf } from './fuzz/outcome.ts';

test('1 500 mutants of the shipped scenarios', { timeout: 300_000 }, async () => {
  const counts = { result: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(mutant, fc.constantFrom('json' as const, 'table' as const), async (bytes, format) => {
      counts[await outcomeOf(bytes, format)] += 1;
    }),
    { numRuns: 1500 },
  );
  // Mutants that are all refused would test nothing but the reader.
  expect(counts.result).toBeGreaterThan(200);
  expect(counts.refused).toBeGreaterThan(200);
});
