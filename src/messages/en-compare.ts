/** Rankings of scenarios, in English. */
import type { Period, VerdictCode } from '../assessment.ts';

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** What rows stand for, with their number. */
const things = {
  scenario: (count: number) => plural(count, 'scenario', 'scenarios'),
  usage: (count: number) => plural(count, 'usage', 'usages'),
  model: (count: number) => plural(count, 'model', 'models'),
  region: (count: number) => plural(count, 'region', 'regions'),
  phase: (count: number) => plural(count, 'phase', 'phases'),
  tag: (count: number) => plural(count, 'tag', 'tags'),
};

export const compareEn = {
  things,
  /** A row of what has no name of the kind. */
  nameless: {
    scenario: 'no name',
    usage: 'no name',
    model: 'no model named',
    region: 'own grid figures, or no place',
    phase: 'no phase',
    tag: 'no tag',
  },
  /** The phase of what is estimated from money. */
  unphased: 'from money, no phases',
  sections: {
    year: '1 YEAR',
    month: '1 MONTH',
    week: '1 WEEK',
    day: '1 DAY',
    once: 'ONE TIME',
  } satisfies Record<Period, string>,
  /** In a column. */
  verdicts: {
    'not-needed': 'not needed',
    'worth-it': 'worth it',
    'worth-it-with-practices': 'with practices',
    redesign: 'redesign it',
    'not-worth-it': 'not worth it',
    undetermined: 'undetermined',
  } satisfies Record<VerdictCode, string>,
  columns: {
    share: 'share',
    change: 'against baseline',
    grade: 'quality',
    verdict: 'verdict',
    perUnit: (unit: string) => `per ${unit}`,
    dominated: 'beaten by',
    bar: 'of the largest',
  },
  inAll: (figure: string) => `${figure} in all (central values)`,
  counted: (count: string, thing: string) => `${count} ${thing}`,
  /** Rows that keep a condition. */
  kept: (kept: string, all: string, thing: string) => `${kept} of ${all} ${thing} keep the condition`,
  nothing: 'no row keeps the condition',
  rest: (count: string, share: string | null) => (share === null ? `and ${count} more` : `and ${count} more, ${share}`),
  baseline: 'baseline',
  concentration: (a: { rows: number; rowsText: string; of: string; thing: string; share: string; what: string }) =>
    `${a.rowsText} of ${a.of} ${a.thing} ${plural(a.rows, 'makes', 'make')} ${a.share} of the ${a.what}`,
  overlapping: 'usages of several tags stand in each of them: the shares add up to more than 100 %',
  mixedUnits: (units: string) =>
    `nothing per unit: the functional units differ (${units}), and one of them is no measure of another`,
  severalScenarios: 'nothing per unit: a row adds up usages of several scenarios',
  mixedPeriods:
    'scenarios of different periods are not added up nor ranked against each other: give them the same `period`',
  mixedMoney: 'money of different currencies is not added up: give `carbon_price` in the same currency',
  noBaseline: (name: string) => `nothing against ${name} here: it counts over another period`,
  against: (name: string) => `against ${name}: with the inputs that both share moving together, so that they cancel`,
  dominatedMark: 'x',
  dominated: (axes: readonly ('cost' | 'value')[], unit: string) =>
    `x another option has, per ${unit}, no more impact${axes.includes('cost') ? ', no more cost' : ''}` +
    `${axes.includes('value') ? ', no less value (benefit, avoided gases, social score)' : ''}, and is better by one of them (central values)`,
  dominatedBy: (name: string, by: string) => `${name} by ${by}`,
  dominatedTitle: 'DOMINATED',
  unknownLast: 'unknown is last, and in no share',
  partial: (names: string) => `not in the total: ${names}`,
  sentence: (a: { count: string; thing: string; total: string; period: string; most: string | null; few: string | null }) =>
    `${a.count} ${a.thing}: ${a.total} ${a.period}` +
    `${a.few === null ? '' : `; ${a.few}`}${a.most === null ? '' : `; most: ${a.most}`}`, // prettier-ignore
  /** Where draws are asked for. */
  propagated: (files: string) => `intervals by propagation, not draws: ${files} (rows of a table, or too many usages)`,
  propagatedTogether: 'sums over several scenarios and differences: intervals by propagation, not draws',
  totalUnknown: 'total unknown',
};

export type CompareWords = typeof compareEn;
