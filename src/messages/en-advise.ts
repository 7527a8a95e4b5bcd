/** Advice, in English. */
export const adviseEn = {
  today: (amount: string) => `today ${amount}`,
  heads: ['gain', 'after', 'practice', 'step', 'effort'],
  effort: { low: 'low', medium: 'medium', high: 'high' },
  withEffort: (effort: string) => `${effort} effort`,
  nothing: 'no step that is allowed lowers the greenhouse gases',
  pair: (names: string, change: string) => `best pair of place and model: ${names}, ${change}`,
  compared: (steps: string, pairs: string) => `compared: ${steps} single steps, ${pairs} pairs of place and model`,
  waterRises: (names: string) => `water rises: ${names}`,
  caution:
    'A region must suit the law and the users, a smaller model the work: "keep:" in a usage says what may be suggested, and nothing here measures quality.',
  met: (wanted: string, today: string) => `the target of ${wanted} is met today: ${today}`,
  reached: (wanted: string, count: string, names: string) =>
    `${wanted} is reached with ${count} ${count === '1' ? 'practice' : 'practices'}: ${names}`,
  /** Of a total in which a part is unknown. */
  metInPart: (wanted: string, today: string) => `what is known is within ${wanted} today: ${today}`,
  reachedInPart: (wanted: string, count: string, names: string) =>
    `what is known comes within ${wanted} with ${count} ${count === '1' ? 'practice' : 'practices'}: ${names}`,
  missing: (names: string) => `not in these figures, and without a step here: ${names}`,
  inPart: 'a lower bound, since a part of the scenario is unknown: what is known keeps the target, the whole may not',
  notReached: (wanted: string) => `${wanted} is out of reach with the steps that are allowed; the strongest of each:`,
  leaves: (amount: string) => `which leaves ${amount}`,
  leavesWithAll: (amount: string) => `all of them leave ${amount}`,
  ofUsages: (count: string) => `${count} usages`,
  moreSteps: (count: string) => `and ${count} more: --top 0 has them all`,
  aUnit: (amount: string) => `${amount} a unit`,
  solution: (path: string, today: string, value: string, total: string) =>
    `${path}: ${value} reaches ${total}; it is ${today} today`,
  jump: (a: { path: string; today: string; value: string; total: string; wanted: string }) =>
    `${a.path}: ${a.value} gives ${a.total}, within ${a.wanted}; the figure jumps there, and no value nearby gives ${a.wanted} itself; it is ${a.today} today`,
  noSolution: (path: string, total: string, nearest: string) =>
    `${path}: no value reaches the target; at ${nearest} it is still ${total}`,
  alwaysWithin: (path: string, total: string, nearest: string) =>
    `${path}: every value keeps to the target; at ${nearest}, the worst, it is ${total}`,
  noEffect: (path: string, total: string, wanted: string) =>
    `${path}: no value reaches ${wanted}: it is ${total} whatever the value`,
  noEffectWithin: (path: string, total: string, wanted: string) =>
    `${path}: every value keeps to ${wanted}: it is ${total} whatever the value`,
};

export type AdviseWords = typeof adviseEn;
