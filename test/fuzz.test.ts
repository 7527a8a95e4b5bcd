/** Any text at all is a result or located errors: 3 200 mutants here (with those of fuzz-inputs 5 000), `npm run fuzz` for as many as one likes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mutant } from './fuzz/mutate.ts';
import { outcomeOf } from './fuzz/outcome.ts';

test('3 200 mutants of the shipped scenarios', { timeout: 300_000 }, async () => {
  const counts = { result: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(mutant, fc.constantFrom('json' as const, 'table' as const), async (bytes, format) => {
      counts[await outcomeOf(bytes, format)] += 1;
    }),
    { numRuns: 3200 },
  );
  // Mutants that are all refused would test nothing but the reader.
  expect(counts.result).toBeGreaterThan(200);
  expect(counts.refused).toBeGreaterThan(200);
});
