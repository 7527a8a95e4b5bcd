/** Value versus impact, in English. */
import type { BreakEvenQuantity, Evidence, VerdictCode, VerdictReason } from '../assessment.ts';

const codes: Record<VerdictCode, string> = {
  'not-needed': 'not needed',
  'worth-it': 'worth it',
  'worth-it-with-practices': 'worth it with the practices',
  redesign: 'redesign it',
  'not-worth-it': 'not worth it',
  undetermined: 'undetermined',
};

/** What a reason says; every part is ready to print. */
export interface VerdictParts {
  /** Of an alternative; of the axes that lose; of the verdict at central values. */
  readonly named: string;
  readonly hasBudget: boolean;
  readonly hasPractices: boolean;
  /** Share of the draws that is asked for. */
  readonly asked: string;
}

const even = (a: VerdictParts): string => (a.hasPractices ? ', even after the practices' : '');

const reasons: Record<VerdictReason, (a: VerdictParts) => string> = {
  'lighter-alternative': (a) => `"${a.named}" meets the need fully with less than half of the footprint`,
  'avoided-outweighs': () => 'it avoids more greenhouse gases than it emits, and no other axis is negative',
  'within-budget': (a) =>
    a.hasBudget
      ? 'it emits more than it avoids, but stays within the budget; money or people gain, and neither loses'
      : 'it emits more than it avoids, but a kept result has impact grade A or B; people gain, and money does not lose',
  'only-economic': () => 'only money gains, and no budget is set: productivity alone is not a positive balance',
  'over-budget': (a) =>
    a.hasBudget
      ? `there is value, but the budget of greenhouse gases is exceeded${even(a)}`
      : `there is value, but no budget is set and a kept result is above impact grade B${even(a)}`,
  offset: (a) => `what one axis gains another pays for: ${a.named}`,
  'nothing-positive': () => 'no axis is positive',
  'draws-disagree': (a) => `fewer than ${a.asked} of the draws agree; the central values alone say "${a.named}"`,
  'value-not-stated': () => 'the scenario does not say what is avoided, earned or done for people',
  'input-unknown': () => 'something that decides is not known',
};

export interface FlipParts {
  readonly value: string;
  readonly today: string;
  readonly item: string;
  /** Functional unit of the scenario. */
  readonly unit: string;
  readonly period: string;
  readonly isAbove: boolean;
}

const side = (a: FlipParts): string => (a.isAbove ? 'more' : 'less');

const flips: Record<BreakEvenQuantity, (a: FlipParts) => string> = {
  minutes: (a) => `${side(a)} than ${a.value} are saved for each ${a.unit} (now ${a.today})`,
  avoided: (a) => `${a.item}: ${side(a)} than ${a.value} ${a.period} (now ${a.today})`,
  benefit: (a) => `the benefit is ${side(a)} than ${a.value} ${a.period} (now ${a.today})`,
  'carbon-price': (a) => `carbon costs ${side(a)} than ${a.value} (now ${a.today})`,
  rebound: (a) => `rebound is ${side(a)} than ${a.value} (now ${a.today})`,
  volume: (a) =>
    `${a.isAbove ? 'more' : 'fewer'} than ${a.value} x ${a.unit} ${a.period} for the same value (now ${a.today})`,
  practices: (a) => `the practices reach less than ${a.value} of their cut`,
};

const evidence: Record<Evidence, string> = { measured: 'measured', estimated: 'estimated', claimed: 'claimed' };

export const verdictEn = {
  heading: 'VALUE VERSUS IMPACT',
  codes,
  reasons,
  flips,
  evidence,
  label: {
    need: 'need',
    environment: 'environment',
    economic: 'economic',
    social: 'social',
    alternatives: 'instead',
    budget: 'budget',
    because: 'because',
    flips: 'flips if',
    settle: 'to settle it',
    quality: 'data quality',
  },
  holds: (share: string, draws: string) => `holds in ${share} of ${draws} draws`,
  exact: 'no range was given, so nothing was drawn',
  onlyHolds: (code: string, share: string, draws: string) => `"${code}" in ${share} of ${draws} draws`,
  rule: (rule: string, text: string) => `rule ${rule} of 6: ${text}`,
  withPractices: (text: string) => `not today, but with the practices: ${text}`,
  axes: { environment: 'environment', economic: 'economic', social: 'social' },
  signs: { positive: 'positive', negative: 'negative', zero: 'neutral', unknown: 'unknown', open: 'open' },
  colon: ': ',
  notStated: 'not stated',
  unknownAmount: 'an unknown amount',
  ownFactor: 'own factor',
  axis: (sign: string, net: string, parts: string) => `${sign}${net === '' ? '' : `, ${net}`}: ${parts}`,
  /** `avoids 110 kgCO2e, emits 9 kgCO2e`; null is nothing. */
  environment: (a: { avoided: string | null; emitted: string; rebound: string }) =>
    `avoids ${a.avoided ?? 'nothing'}, emits ${a.emitted}${a.rebound === '' ? '' : ` and ${a.rebound} of it again by rebound`}`,
  after: (net: string) => `after the practices: ${net}`,
  item: (a: { name: string; amount: string; factor: string; source: string; evidence: string; avoided: string }) =>
    `avoided: ${a.name}, ${a.amount} x ${a.factor} (${a.source}) = ${a.avoided}, ${a.evidence}`,
  withBalance: (item: string, amount: string) => `${item}; ${amount} alone would outweigh the footprint`,
  economic: (a: { benefit: string; cost: string; climate: string }) =>
    `benefit ${a.benefit} - cost ${a.cost} - climate cost ${a.climate}`,
  time: (minutes: string, unit: string, hourly: string) => `time: ${minutes} for each ${unit} at ${hourly}`,
  tokenPrice: (providers: string, list: string) => `cost: the price of its tokens (${providers}; ${list})`,
  noPrice: (list: string) =>
    `cost: not stated, and the price of its tokens is unknown${list === '' ? '' : ` (${list})`}`,
  noRate: (amount: string) => `cost: the price of its tokens is ${amount}; give "rate:" to compare it`,
  social: (score: string, because: string) => `${score} of 3: ${because}`,
  byUsage: (usage: string) => `lowest of the usages: ${usage}`,
  meetsNeed: { fully: 'meets the need fully', partly: 'meets it partly', not: 'does not meet it' },
  alternative: (name: string, meets: string, ghg: string) => `${name}, ${meets}: ${ghg}`,
  budgetSet: (limits: string, state: string) => `${limits}: ${state}`,
  budgetPerUnit: (limit: string, unit: string) => `${limit} per ${unit}`,
  budgetNone: (grade: string, state: string) =>
    state === ''
      ? `none is set, and none was needed to decide; a kept result has impact grade ${grade}`
      : `none is set, so a kept result must have impact grade A or B; it has ${grade}: ${state}`,
  within: { yes: 'within', no: 'exceeded', unknown: 'unknown', after: 'after the practices', today: 'today' },
  budgetUnknown: 'none is set, so a kept result must have impact grade A or B, and its impact is unknown',
  flipsTo: (condition: string, code: string) => `${condition} -> ${code}`,
  flipsNever: 'no single input turns it, as far as one can go',
  give: (path: string, others: string) =>
    `give ${path}${others === '' ? '' : `, and the same of ${others} more usages`}`,
  giveValue: (path: string) => `give ${path}: what is avoided, earned or done for people`,
  measure: (path: string, share: string) => `measure ${path}: it carries ${share} of what makes the verdict vary`,
  quality: (grade: string, reasons: string) => `${grade}: ${reasons}`,
  noQuality: (reasons: string) => `no grade: ${reasons}`,
  openQuestions: (open: string, all: string) => `${open} of ${all} questions open: \`ai-footprint questions FILE\``,
  matrix: {
    title: 'DECISION MATRIX',
    says: 'impact of a kept result by value. Grades and levels are a scale of ours',
    value: 'value',
    levels: { low: 'low', medium: 'medium', high: 'high' },
    upTo: (limit: string) => `up to ${limit}`,
    above: (limit: string) => `above ${limit}`,
    whole: 'the whole scenario',
    notPlaced: (names: string) => `not placed, something is unknown: ${names}`,
  },
  usages: 'each usage, with the value that it states itself',
  line: (code: string) => `verdict: ${code}`,
  failed: (scenario: string, who: string, code: string) => `${scenario}${who === '' ? '' : `, ${who}`}: ${code}`,
  fails: (count: number) => `--fail-on: ${count} ${count === 1 ? 'verdict fails' : 'verdicts fail'}`,
};
