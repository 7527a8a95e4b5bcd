/** Usages from a table, in English. */
import type { TableOmission } from '../assessment.ts';

const omissions: Record<TableOmission, string> = {
  practices: 'good practices',
  verdict: 'value versus impact',
  'cross-checks': 'cross-checks',
  methods: 'second opinion',
  draws: 'intervals by draws',
  rows: 'figures of single rows',
};

export const tableEn = {
  heading: 'TABLE',
  size: (rows: string, file: string, combinations: string, isOne: boolean) =>
    `${rows} rows of ${file} in ${combinations} ${isOne ? 'combination' : 'combinations'}`,
  told: (left: string) =>
    `rows that differ in plain numbers alone are added up: each line of usages is such a combination; not computed for a table: ${left}`,
  omissions,
};
export type TableWords = typeof tableEn;
