/**
 * V8's flags for a run of a tenth of a second, which ends before what V8 does for a long one has paid for itself, and back
 * again for a long one. Both were measured: docs/decisions/0002.
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

/** Of the V8 that runs this; undefined of one that nobody has measured, which is left as it comes. */
const optimiseLater = patience[Number.parseInt(process.versions.v8, 10)];

function set(flags: readonly string[]): void {
  if (optimiseLater) for (const flag of flags) setFlagsFromString(flag);
}

/**
 * Optimised code late, no baseline code, and a young generation that does not grow: every new page of memory costs more than
 * to clear the old one again. Before a program is loaded, and before its code cache is made: V8 keeps the flags with the
 * code, and refuses others.
 */
export function expectShortRun(): void {
  set([...(optimiseLater ?? []), '--semi-space-growth-factor=1', '--no-sparkplug', '--no-parallel-scavenge']);
}

/** Once much is ahead: as V8 comes, but for optimised code, which a long run reaches early all the same. */
export function expectLongRun(): void {
  set(['--semi-space-growth-factor=2', '--sparkplug', '--parallel-scavenge']);
}
