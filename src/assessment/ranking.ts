/** What a ranking of scenarios can be asked for. */

/** What a row stands for. */
export const groupings = ['scenario', 'usage', 'model', 'region', 'phase', 'tag'] as const;
export type Grouping = (typeof groupings)[number];

/** What rows are sorted by: figures largest first, names A to Z, grades and verdicts best first. */
export const sortings = ['total', 'per_unit', 'name', 'grade', 'verdict', 'change'] as const;
export type Sorting = (typeof sortings)[number];

/** The phase of what is estimated from money, which has none. */
export const unphased = 'unphased';
