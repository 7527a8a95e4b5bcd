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
  missing: (names: string) => `nothing is known of ${names}, and no step is given there`,
  partial: 'a part of the scenario is unknown: what is known keeps the target, the whole may not',
  met: (wanted: string, today: string) => `the target of ${wanted} is met today: ${today}`,
  reached: (wanted: string, count: string, names: string) =>
    `${wanted} is reached with ${count} ${count === '1' ? 'practice' : 'practices'}: ${names}`,
  notReached: (wanted: string) => `${wanted} is out of reach with the steps that are allowed; the strongest of each:`,
  leaves: (amount: string) => `which leaves ${amount}`,
  solution: (path: string, today: string, value: string, total: string) =>
    `${path}: at ${value} it is ${total}; today it is at ${today}`,
  noSolution: (path: string, total: string, nearest: string) =>
    `${path}: no value reaches the target; at ${nearest} it is still ${total}`,
};

export type AdviseWords = typeof adviseEn;
