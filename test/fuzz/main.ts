/** Long fuzzing: `npm run fuzz -- [count] [seed]`. The same pair always makes the same inputs; a failure prints the smallest. */
import fc from 'fast-check';
import { mutant } from './mutate.ts';
import { outcomeOf } from './outcome.ts';

const [count = 200_000, seed = 1] = process.argv.slice(2).map(Number);
const counts = { result: 0, refused: 0 };

try {
  await fc.assert(
    fc.asyncProperty(mutant, fc.constantFrom('json' as const, 'table' as const), async (bytes, format) => {
      try {
        counts[await outcomeOf(bytes, format)] += 1;
      } catch (error) {
        throw new Error(`${String(error)}\n--- ${format}\n${new TextDecoder().decode(bytes)}`, { cause: error });
      }
    }),
    { numRuns: count, seed },
  );
  process.stdout.write(`seed ${seed}: ${counts.result} results, ${counts.refused} refused, nothing else\n`);
} catch (error) {
  process.stdout.write(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
