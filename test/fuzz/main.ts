/** Long fuzzing: `npm run fuzz -- [count] [seed]`. The same pair always makes the same inputs; a failure prints the smallest. */
import fc from 'fast-check';
import { mutant } from './mutate.ts';
import { outcomeOf } from './outcome.ts';

const [count = 200_000, seed = 1] = process.argv.slice(2).map(Number);
const counts = { result: 0, refused: 0 };

/** Of the smallest input that failed. */
let last = '';

try {
  await fc.assert(
    fc.asyncProperty(mutant, fc.constantFrom('json' as const, 'table' as const), async (bytes, format) => {
      try {
        counts[await outcomeOf(bytes, format)] += 1;
      } catch (error) {
        last = `${String(error)}\n--- ${format}\n${new TextDecoder().decode(bytes)}`;
        throw error;
      }
    }),
    { numRuns: count, seed },
  );
  process.stdout.write(`seed ${seed}: ${counts.result} results, ${counts.refused} refused, nothing else\n`);
} catch {
  process.stdout.write(`seed ${seed}: ${last}\n`);
  process.exitCode = 1;
}
