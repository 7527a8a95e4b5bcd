/** What is mutated, what of it is not, and the tests that judge it. */
export const rooms = [
  {
    name: 'verdict',
    folder: 'src/verdict',
    without: /^$/,
    tests: ['verdict', 'verdict-known', 'verdict-corners', 'quality-rules'],
  },
  { name: 'budgets', folder: 'src/verdict/budget', without: /^$/, tests: ['budget-judge', 'budget-settle'] },
  {
    name: 'practices',
    folder: 'src/practices',
    without: /^$/,
    tests: ['practices-rules', 'practices-corners', 'solve', 'reach-target'],
  },
  {
    name: 'engine',
    folder: 'src/engine',
    // compiled.ts and rows-wasm.ts are generated. The *.as.ts are AssemblyScript: a mutant of them is no change of a program
    // until the compiler has made it WebAssembly, which no mutation tool does; test/tape.test.ts holds them against TypeScript.
    without: /\.as\.ts$|^compiled\.ts$|^rows-wasm\.ts$/,
    // prettier-ignore
    tests: [
      'engine', 'tape', 'draws', 'draws-by-hand', 'method', 'formula', 'known-answers', 'engine-usage', 'products', 'moments',
      'propagation', 'plans', 'grid', 'trace', 'projection', 'second-opinion', 'made-once', 'row-sums', 'blocks',
    ],
  },
];
