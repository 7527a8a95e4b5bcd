/** The words of a check, in English. The shape of this object is the contract of the other languages. */
import type { Criterion, Period } from '../../assessment.ts';

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

const criteria: Record<Criterion, string> = {
  energy: 'energy',
  ghg: 'greenhouse gases',
  water: 'water',
  adpe: 'abiotic resources',
  primary_energy: 'primary energy',
  climate_cost: 'climate cost',
};

const periods: Record<Period, string> = {
  year: 'a year',
  month: 'a month',
  week: 'a week',
  day: 'a day',
  once: 'in all',
};

export const en = {
  /** A verdict, then its numbers; the first words alone are the answer. */
  headline: {
    fails: (count: string, all: string) => `AI budget fails: ${count} of ${all} limits exceeded`,
    holds: (count: string, all: string) => `AI budget holds: ${count} of ${all} limits kept`,
    inconclusive: (count: string, all: string) => `AI budget undecided: ${count} of ${all} limits not settled`,
    nothing: 'AI budget holds: no limit applies',
  },
  /** Between a name and what is said of it. */
  colon: ': ',
  excused: 'exit code 0 by --exit-zero',
  /** What is over and does not fail, and what is open: follows the headline. */
  also: {
    warn: (count: string) => `${count} warned`,
    unsettled: (count: string) => `${count} not settled`,
    moved: (count: string) => `${count} moved by data or method`,
    debt: (count: string) => `${count} old debt`,
    waived: (count: string) => `${count} waived`,
  },
  outcomes: {
    fail: 'FAIL',
    warn: 'WARN',
    unsettled: 'NOT SETTLED',
    moved: 'MOVED',
    debt: 'OLD DEBT',
    waived: 'WAIVED',
    pass: 'ok',
  },
  criteria,
  periods,
  perUnit: (unit: string) => `per ${unit}`,
  ayear: 'a year',
  whole: 'whole scenario',
  usage: (id: string) => `usage ${id}`,
  kinds: {
    change: (what: string) => `change of ${what}`,
    assumed_width: 'width that rests on assumptions',
    data_quality: 'data quality',
    verdict: 'value against impact',
  },
  expected: {
    impact: (written: string) => `at most ${written}`,
    change: (factor: string, floor: string) => `at most ${factor}, or less than ${floor}`,
    assumed_width: (written: string) => `at most ${written}`,
    data_quality: (grade: string) => `${grade} or better`,
    verdict: (codes: string) => `one of ${codes}`,
  },
  unknown: 'unknown',
  isNew: 'not in the lock',
  reasons: {
    straddles: 'the interval holds the limit',
    'no-figure': 'the figure is unknown',
    'part-unknown': 'a part is unknown, and not in the figure',
    overstated: 'the figure comes from money, which overstates',
    'no-value': 'the scenario states no value',
    abstains: 'the verdict abstains',
    'not-weighed': 'the width cannot be weighed',
    'other-currency': 'the scenario counts in another currency',
  },
  /** What to do. */
  todo: {
    fail: (line: string, limit: string) => `lower it at ${line}, or raise the limit at ${limit}`,
    improve: (line: string, limit: string) => `improve it at ${line}, or change the limit at ${limit}`,
    worse: (line: string) => `it was over before and got worse: undo the increase at ${line}`,
    change: (line: string) => `undo the increase at ${line}, or accept it with --save-baseline`,
    unsettled: (path: string, share: string) => `measure ${path}: it would cut the interval by ${share}`,
    narrow: (line: string) => `narrow the ranges that are given at ${line}`,
    state: (line: string) => `state what is missing at ${line}`,
    value: 'add "value:" to the scenario',
    moved: 'nothing you changed: accept the update with --update-lock',
    debt: 'it was over before and is not worse: nothing to do now',
    waived: (owner: string, reason: string, day: string) => `waived for ${owner} until ${day}: ${reason}`,
    expired: (owner: string, day: string, where: string) =>
      `the waiver of ${owner} expired on ${day} (${where}): lower it, or renew the waiver`,
  },
  edit: 'edit',
  limit: 'limit',
  since: 'since the lock',
  trends: {
    worse: 'worse',
    better: 'better',
    unchanged: 'scenario unchanged',
    inside: 'unchanged inside the uncertainty',
    new: 'new, not in the lock',
  },
  notComparable: 'cannot be compared with the lock',
  /** Causes of a change, with their factors. */
  causes: { scenario: 'scenario', data: 'data', method: 'method' },
  because: (cause: string, factor: string) => `${cause} ${factor}`,
  versions: (cause: string, from: string, to: string) => `${cause} ${from} -> ${to}`,
  change: (usage: string, field: string, from: string, to: string) => `${usage} ${field} ${from} -> ${to}`,
  dataChange: (key: string, from: string, to: string, source: string) => `${key} ${from} -> ${to} (${source})`,
  none: 'none',
  more: (count: string) => `and ${count} more`,
  scenarios: 'SINCE THE LOCK',
  allUnchanged: (count: number, text: string) => `${text} ${plural(count, 'scenario', 'scenarios')} as in the lock`,
  columns: {
    outcome: '',
    scenario: 'scenario',
    what: 'what',
    found: 'found',
    expected: 'limit',
    before: 'lock',
    now: 'now',
    change: 'change',
    cause: 'cause',
  },
  details: {
    limits: (count: string) => `The other ${count} limits`,
    scenarios: (count: string) => `Scenarios since the lock (${count})`,
    about: 'What was judged, and how',
  },
  judged: {
    range: 'on the whole interval',
    central: 'on the central value',
    high: 'on the high end',
    low: 'on the low end',
  },
  about: (a: { today: string; judge: string; config: string }) => `judged ${a.judge}, on ${a.today}, by ${a.config}`,
  tool: (version: string, method: string, data: string) => `ai-footprint ${version}, method ${method}, data ${data}`,
  lock: {
    absent: (file: string) => `no lock: write ${file} with --save-baseline to tell better from worse`,
    used: (file: string) => `against ${file}`,
    saved: (file: string) => `${file} written`,
    updated: (file: string) => `${file} updated`,
    kept: (files: string) => `kept as they were, because they are worse: ${files}`,
  },
  idle: (budget: string, owner: string, day: string, where: string) =>
    `the waiver of ${owner} for ${budget} (until ${day}, ${where}) excuses nothing: remove it`,
  boundary: 'Budgets judge a modelled footprint, within the boundary that "ai-footprint assess" prints.',
  noScenario: 'no scenario',
  suggest: {
    title: (count: string) => `Budgets from today's values, with room for the interval (${count})`,
    why: 'the limit is the high end of the interval, rounded up: it holds today, and fails when a change cannot be explained by the uncertainty',
    none: (name: string) => `${name}: greenhouse gases are unknown, so no limit can be proposed`,
    partly: (name: string) =>
      `${name}: a part is unknown and not in the figure, so this limit stays unsettled until it is given`,
  },
};

export type CheckWords = typeof en;
