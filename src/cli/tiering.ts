/**
 * Lets V8 take longer before it optimises a function. A run of a tenth of a second ends before optimised code has paid for
 * its compilation, which takes a seventh of the processor time and a tenth of the memory of such a run; ten thousand usages
 * reach the higher counts early and take as long as without them (docs/decisions/0002).
 */
import { setFlagsFromString } from 'node:v8';

/** Twenty times the default of each count, by major version of V8. An unknown flag would be complained of on stderr. */
const invocations = [
  '--invocation-count-for-maglev=8000',
  '--invocation-count-for-maglev-osr=2000',
  '--invocation-count-for-turbofan=60000',
  '--invocation-count-for-osr=10000',
];
const patience: Readonly<Record<string, readonly string[]>> = {
  // Node 20: one budget, in bytes of bytecode run.
  11: ['--interrupt-budget=1350000'],
  // Node 22, 24, 26.
  12: invocations,
  13: invocations,
  14: invocations,
};

/** Before a program is loaded, and before its code cache is made: V8 keeps the flags with the code, and refuses others. */
export function optimiseLater(): void {
  for (const flag of patience[Number.parseInt(process.versions.v8, 10)] ?? []) setFlagsFromString(flag);
}
