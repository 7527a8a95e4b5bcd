/** Every word of the reports, in English. The shape of this object is the contract of the other languages. */
import type { BoundaryItem, Criterion, Difference, Estimator, Period, Phase, UnknownReason } from '../assessment.ts';
import { quality } from './en-quality.ts';
import { verify } from './en-verify.ts';
import { adviseEn } from './en-advise.ts';
import { sweepEn } from './en-sweep.ts';
import { tableEn } from './en-table.ts';
import { compareEn } from './en-compare.ts';
import { practicesEn } from './en-practices.ts';
import { verdictEn } from './en-verdict.ts';
import { questionsEn } from './en-questions.ts';
import { explainEn } from './explain/en.ts';
import { workWords } from './work.ts';

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

const periodNames: Record<Period, string> = {
  year: '1 year', month: '1 month', week: '1 week', day: '1 day', once: 'one time',
}; // prettier-ignore

const perPeriod: Record<Period, string> = {
  year: 'per year', month: 'per month', week: 'per week', day: 'per day', once: 'in all',
}; // prettier-ignore

/** In a sentence: "812 kgCO2e a year". */
const everyPeriod: Record<Period, string> = {
  year: 'a year', month: 'a month', week: 'a week', day: 'a day', once: 'in all',
}; // prettier-ignore

const criteria: Record<Criterion, string> = {
  energy: 'Energy (facility)',
  ghg: 'Greenhouse gases',
  water: 'Water',
  adpe: 'Abiotic resources (ADPe)',
  primary_energy: 'Primary energy',
  climate_cost: 'Climate cost',
};

/** In a sentence, in lower case. */
const criteriaInText: Record<Criterion, string> = {
  energy: 'energy',
  ghg: 'greenhouse gases',
  water: 'water',
  adpe: 'abiotic resources',
  primary_energy: 'primary energy',
  climate_cost: 'climate cost',
};

const phases: Record<Phase, string> = {
  operation: 'operation',
  embodied: 'hardware (embodied)',
  training: 'training (allocated)',
};

const estimators: Record<Estimator, string> = {
  measured: 'measured',
  text: 'text method',
  ...workWords.en.estimators,
  fleet: 'fleet',
  task: 'task average',
  spend: 'spend',
  none: 'none',
};

/** In a column, after the tier. */
const estimatorsShort: Record<Estimator, string> = {
  measured: 'measured',
  text: 'text',
  ...workWords.en.short,
  fleet: 'fleet',
  task: 'task',
  spend: 'spend',
  none: 'none',
};

const estimatorsSay: Record<Estimator, string> = {
  measured: 'the measured figure says',
  text: 'the text method says',
  ...workWords.en.say,
  fleet: 'the fleet says',
  task: 'the average of the task says',
  spend: 'the spend says',
  none: 'nothing says',
};

/** Why a figure of a usage is unknown; after it comes which usage. */
const reasons: Record<UnknownReason, string> = {
  'nothing-published': 'nothing is published, measured or given to estimate from',
  'requests-unknown': 'the number of requests is unknown, so there is no total for the period',
  'energy-unknown': 'the energy is unknown',
  'hardware-time-unknown': 'hardware: the time it is occupied is unknown',
  'training-not-computed': 'training: its share is not computed',
  ...workWords.en.reasons,
  'spend-has-no-phases': 'a spend gives greenhouse gases only, and not by phase',
};

const boundaryItems: Record<BoundaryItem, string> = {
  electricity: 'electricity of the data centre',
  water: 'water of cooling and power plants',
  hardware: 'making of the hardware',
  'supply-chain-of-spend': 'supply chain of the money spent',
  training: 'training',
  network: 'network',
  devices: 'devices of the users',
  storage: 'storage and retrieval',
  building: 'building of the data centre',
};

/** What the other method does, and what stands here instead; shares are of the power or energy of the accelerators. */
const differences: Record<Difference, (here: string, there: string) => string> = {
  batch: (here, there) => `${there} requests at once, instead of ${here}`,
  'input-tokens': (here) => `tokens read cost nothing: ${here} are left out`,
  bits: (here, there) => `${there} bits a weight, instead of ${here}`,
  accelerators: (here, there) => `${there} H100 of 80 GB, instead of the ${here} here`,
  idle: (here) => `machines that wait are not counted, instead of ${here}`,
  host: (here, there) => `server at ${there} of the power of its GPUs, instead of ${here}`,
  'parallel-samples': (here) => `one answer, instead of ${here} in parallel`,
  formula: () => 'what remains: the formula itself',
};

export const en = {
  unknown: 'unknown',
  notPublished: 'not published',
  notComputed: 'not computed',
  /** Between bounds of which one is negative, where a dash would read as a minus. */
  to: 'to',
  /** Words of a unit: `token/request`. Symbols stay as they are. */
  unit: (unit: string): string => unit,
  large: { million: (_: number) => 'million', billion: (_: number) => 'billion', trillion: (_: number) => 'trillion' },

  /** Units of time in the plural that their number asks for. */
  time: {
    day: (count: number) => plural(count, 'day', 'days'),
    week: (count: number) => plural(count, 'week', 'weeks'),
    month: (count: number) => plural(count, 'month', 'months'),
    quarter: (count: number) => plural(count, 'quarter', 'quarters'),
    year: (count: number) => plural(count, 'year', 'years'),
  },

  periodNames,
  perPeriod,
  everyPeriod,
  criteria,
  criteriaInText,
  phases,
  estimators,
  estimatorsShort,
  estimatorsSay,
  reasons,
  boundaryItems,

  /** What a usage is: the model, the place and the task stand before it. */
  prompts: (count: string) => `${count} ${count === '1' ? 'prompt' : 'prompts'} a result`,
  /** A count that is assumed carries its `*` already. */
  tokensIn: (count: string) => `${count} tokens in`,
  tokensOut: (count: string) => `${count} tokens out`,
  tokensInAndOut: (input: string, output: string) => `${input} tokens in, ${output} out`,
  ownGrid: 'own grid figures',
  saidUnknown: 'said unknown',
  marketBased: (market: string, place: string) =>
    `market-based, as contracted: operation ${market}, instead of ${place} by place, which counts here`,

  perUnit: (unit: string) => `per ${unit}`,
  volume: (count: string, unit: string) => `${count} x ${unit}`,
  volumeUnknown: (unit: string) => `per ${unit}, volume unknown`,
  usageCount: (count: number, text: string) => `${text} ${plural(count, 'usage', 'usages')}`,

  /** How much of the answer rests on what the reader gave. */
  inputs: (a: { assumed: number; all: number; assumedText: string; allText: string }) =>
    a.assumed === 0 ? `all ${a.allText} inputs given` : `${a.assumedText} of ${a.allText} inputs assumed`,
  inputsWidth: (share: string) => `carrying ${share} of the width`,

  quality,
  verify,
  work: workWords.en.report,
  practices: practicesEn,
  advise: adviseEn,
  verdict: verdictEn,
  questions: questionsEn,
  sweep: sweepEn,
  fromTable: tableEn,
  compare: compareEn,

  heading: {
    baseline: 'BASELINE',
    usages: 'USAGES',
    crossChecks: 'CROSS-CHECK',
    secondOpinion: 'SECOND OPINION',
    equivalents: 'About the same as',
    assumptions: 'ASSUMPTIONS',
    measureNext: 'MEASURE NEXT',
    warnings: 'WARNINGS',
    boundary: 'BOUNDARY',
  },
  column: {
    share: 'share',
    tier: 'tier',
    requests: 'requests',
    energy: 'energy',
    ghg: 'greenhouse gases',
    value: 'value',
    source: 'source',
    width: 'width',
  },

  climateCostAt: (price: string) => `Climate cost (${price})`,
  carbonPrice: (a: { price: string; source: string; assumed: boolean }) =>
    `carbon price ${a.price} (${a.assumed ? 'assumed, ' : ''}${a.source})`,
  legend: {
    interval: '[low - high]: the 5 to 95 % interval',
    assumed: '* rests on assumed inputs',
    explain: (names: string) =>
      `\`explain FILE NAME\` opens a figure: ${names}; add .per_unit, or begin with usages.ID`,
    lower: '> at least: a part is unknown',
    upper: '< at most: money overstates AI',
    mixed: '~ a part is unknown, a part overstated',
  },
  /** A usage that is left out of a total. */
  notInTotal: (criteriaNames: string, names: string) => `not in ${criteriaNames}: ${names}`,
  unknownButOfOne: (figure: string) => `unknown; ${figure} a request`,
  unknownOf: (reason: string, names: string) => `${reason} (${names})`,
  phaseNotIn: (phase: string, criterion: string) => `${phase} is not in ${criterion}: no figure is known`,
  andOthers: (names: string, more: string) => `${names} and ${more} more`,
  othersInJson: (count: number, text: string) =>
    `and ${text} ${plural(count, 'other', 'others')}: \`--format json\` has them all`,
  moreInJson: (text: string) => `and ${text} more: \`--format json\` has them all`,
  crossCheck: (a: { used: string; value: string; other: string; check: string; ratio: string }) =>
    `${a.used} ${a.value}; ${a.other} ${a.check} (${a.ratio})`,
  secondOpinion: {
    title: 'energy and greenhouse gases of one kept result, by both methods',
    because: (ratio: string, isRange: boolean) =>
      `${isRange ? 'ecologits gives [min - max]; ' : ''}what makes ${ratio}, one change after the other:`,
    causes: differences,
  },
  equivalentsFactors: (sources: string) => `factors: ${sources}`,
  /** "5 700 km by train", but "12 x meal with beef": the labels of the catalogue are in the singular. */
  equivalent: (amount: string, label: string) =>
    /^(?:km|kg|GB|passenger-km|tonne-km)\b/.test(label) ? `${amount} ${label}` : `${amount} x ${label}`,
  /** Rows of several usages that say the same. */
  forUsages: (count: string) => `${count} usages`,
  byWidth: 'with the share of the width that each carries',
  measureNext: (path: string, share: string) => `${path}: it would cut the interval by ${share}`,
  atLine: (line: number) => `line ${line}`,
  counted: 'counted:',
  unknownPart: 'unknown:',
  notCounted: 'not counted:',
  nothing: 'nothing',

  line: {
    /** The whole answer; every part is ready to print. */
    sentence: (a: {
      name: string; ghg: string; period: string; perUnit: string | null; energy: string; water: string; caveat: string;
    }) =>
      `${a.name}: ${a.ghg} ${a.period}${a.perUnit === null ? '' : ` (${a.perUnit})`}, ` +
      `energy ${a.energy}, water ${a.water}; ${a.caveat}`, // prettier-ignore
    perUnit: (value: string, unit: string) => `${value} per ${unit}`,
    unknown: 'unknown',
    unknownGhg: 'greenhouse gases unknown',
  },

  explain: explainEn,

  catalog: {
    nothing: (table: string, words: string) =>
      words === '' ? `${table}: no row` : `no row of ${table} holds "${words}"`,
    more: (count: number) => `and ${count} more: add words to narrow the search, or \`--format json\` for all`,
    sources: 'SOURCES',
    openHint: 'a search that finds three rows or fewer shows every figure with its source',
  },

  problems: {
    error: 'error',
    why: 'why',
    fix: 'fix',
    inFile: (count: number, file: string) => `${count} ${plural(count, 'problem', 'problems')} in ${file}`,
    inFiles: (count: number, files: number) => `${count} ${plural(count, 'problem', 'problems')} in ${files} files`,
    nowhere: (count: number) => `${count} ${plural(count, 'problem', 'problems')}`,
    andMore: (count: number) => `and ${count} more`,
  },
};

export type Messages = typeof en;
