/** Long fuzzing: `npm run fuzz -- [count] [seed]`. The same pair always makes the same inputs; a failure prints the smallest. */
import fc from 'fast-check';
import { mutant } from './mutate.ts';
import { outcomeOf } from './outcome.ts';

const [count = 200_000, seed = 1] = process.argv.slice(2).map(Number);
const counts = { result: 0, refused: 0 };
/** Of processor time, which other programs on the machine do not lengthen. */
const longest = 1000;
let slowest = 0;

/** Of the smallest input that failed. */
let last = '';

/** The outcome, with the milliseconds of processor that it took. */
async function timed(bytes: Uint8Array, format: 'json' | 'table'): Promise<'result' | 'refused'> {
  const start = process.cpuUsage();
  const outcome = await outcomeOf(bytes, format);
  const { user, system } = process.cpuUsage(start);
  slowest = Math.max(slowest, (user + system) / 1000);
  if (slowest > longest) throw new Error(`${slowest} ms of processor`);
  return outcome;
}

try {
  await fc.assert(
    fc.asyncProperty(mutant, fc.constantFrom('json' as const, 'table' as const), async (bytes, format) => {
      try {
        counts[await timed(bytes, format)] += 1;
      } catch (error) {
        last = `${String(error)}\n--- ${format}\n${new TextDecoder().decode(bytes)}`;
        throw error;
      }
    }),
    { numRuns: count, seed },
  );
  process.stdout.write(
    `seed ${seed}: ${counts.result} results, ${counts.refused} refused, nothing else; the slowest took ${slowest.toFixed(0)} ms of processor\n`,
  );
} catch {
  process.stdout.write(`seed ${seed}: ${last}\n`);
  process.exitCode = 1;
}
