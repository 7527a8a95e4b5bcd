/** What JavaScript calls of the arithmetic in WebAssembly (rows.as.ts): the entry of its compilation. */
export { start } from './rows.as';
export { run } from './blocks.as';
export { normalQuantile, normalStrata, shuffled, uniformStrata } from './draws.as';
export { centredRanks, dot, ranked, rankedBytes, tag } from './ranks.as';
export { endTally, startTally, tallyBytes } from './tally.as';
