/** The footprint of a log, in English. */
import type { Count, Counting, Fault, ThreadKind } from '../../usage-log/types.ts';

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

const counts: Record<Count, string> = {
  requests: 'requests',
  input: 'tokens in',
  cached: 'cached tokens',
  output: 'tokens out',
  reasoning: 'hidden reasoning',
};

const faults: Record<Fault, string> = {
  'not-a-number': 'a count is no number',
  negative: 'a count is negative',
  absurd: 'a count is beyond 1e15, or beyond 1e9 tokens a request',
  'not-tokens': 'its counts are no tokens',
  'inexact-id': 'its id is a number beyond 2^53, of which the end is lost: write it as text, or take --engine duckdb',
  'part-over-whole': 'a part is more than its whole',
  'no-requests': 'tokens without requests',
  'bad-time': 'no readable time',
};

const holds: Record<'cached' | 'reasoning', Record<Counting, string>> = {
  cached: {
    inside: 'its input counts cached tokens: taken apart where it tells them',
    beside: 'its input leaves cached tokens out',
    untold: 'nothing says whether its input counts cached tokens',
  },
  reasoning: {
    inside: 'its output counts hidden reasoning',
    beside: 'its output leaves hidden reasoning out',
    untold: 'nothing says whether its output counts hidden reasoning: what the model writes besides is assumed',
  },
};

/** What is said of how many calls belong together. */
export interface CallsOf {
  field: string;
  threads: string;
  count: number;
  mean: string;
  median: string;
  p95: string;
  most: string;
  without: string | null;
}
const callsOf =
  (one: string, many: string) =>
  (a: CallsOf): string =>
    `${a.threads} ${plural(a.count, one, many)} (${a.field}) of ${a.mean} calls on average: median ${a.median}, 95 % at most ${a.p95}, most ${a.most}${a.without === null ? '' : `; ${a.without} calls name none`}`;

export const usageEn = {
  heading: {
    log: 'LOG',
    by: 'BY',
    trend: 'BY MONTH',
    unmapped: 'NOT IN THE TOTAL',
    notes: 'WHAT THE LOG DOES NOT SAY',
  },
  counts,
  columns: {
    requests: 'requests',
    spend: 'spent',
    in: 'tokens in',
    out: 'tokens out',
    energy: 'energy',
    ghg: 'greenhouse gases',
    share: 'share',
  },
  days: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
  requests: (text: string, count: number) => `${text} ${plural(count, 'request', 'requests')}`,
  noDays: 'no times in the log',
  rows: (rows: string, count: number, files: string, fileCount: number) =>
    `${rows} ${plural(count, 'row', 'rows')} of ${files} ${plural(fileCount, 'file', 'files')}`,
  readAs: (reader: string, source: string, year: string) => `read as ${reader} (${source}, ${year})`,
  readByMapping: (name: string) => `read by the mapping "${name}"`,
  holds,
  repeated: (rows: string, count: number) => `${rows} ${plural(count, 'copy', 'copies')} of rows counted once`,
  differing: (rows: string, count: number) =>
    `${rows} ${plural(count, 'sum', 'sums')} read more than once with different figures: the fullest counts, as of an unfinished period. If these rows are of two organisations the total is too low: read each alone`,
  refused: (rows: string, count: number, reason: string, first: string | null) =>
    `${rows} ${plural(count, 'row', 'rows')} left out: ${reason}${first === null ? '' : `, first at ${first}`}`,
  faults,
  callsPer: {
    conversation: callsOf('conversation', 'conversations'),
    session: callsOf('session', 'sessions'),
    trace: callsOf('trace', 'traces'),
  } satisfies Record<ThreadKind, unknown>,
  renamed: (from: string, to: string) => `"${from}" is taken for ${to}`,
  unknownCount: (rows: string, count: number, what: string) =>
    `${rows} ${plural(count, 'row does', 'rows do')} not say ${what}`,
  undated: (rows: string, count: number) => `${rows} ${plural(count, 'row has', 'rows have')} no time`,
  unknownHost: (name: string, rows: string, count: number) =>
    `the host "${name}" of ${rows} ${plural(count, 'row', 'rows')} is not in the catalogue: the usual place of the model is taken`,
  unmapped: (a: { kind: 'model' | 'region'; name: string | null; rows: string; count: number }) =>
    `${a.rows} ${plural(a.count, 'row', 'rows')} ${a.name === null ? `without a ${a.kind}` : `of the ${a.kind} "${a.name}"`}`,
  ofCurrency: (rows: string, count: number, money: string | null) =>
    `${rows} ${plural(count, 'row', 'rows')} ${money === null ? 'without a currency' : `of ${money}`}`,
  mapIt: (from: string, to: string) => `--map "${from}=${to}"`,
  /** Why a name that the catalogue knows leads to no figure, by the code of the error. */
  noFigure: (code: string): string =>
    code === 'wrong-kind-of-model'
      ? 'it is no text model: pictures, speech and video are not counted by their tokens'
      : code === 'ambiguous-name'
        ? 'the catalogue has several of this name: give the whole of it with --map'
        : code === 'unpublished-figure'
          ? 'its size is not published: describe it with --catalog'
          : code === 'no-factor'
            ? 'no factor of this currency is known, and one currency is never taken for another'
            : 'it cannot be estimated',
  caveat: (_reader: string, english: string): string => english,
  mapNone: 'the catalogue has nothing near: describe the model with --catalog',
  nameless: 'not told',
  rest: (count: string, share: string | null) =>
    `and ${count} more${share === null ? '' : `, ${share} of the greenhouse gases`}: --top, or --format csv`,
  partial: (rows: string, count: number) => `the total leaves ${rows} ${plural(count, 'row', 'rows')} out`,
  leftOutShort: (rows: string, count: number) => `${rows} ${plural(count, 'row', 'rows')} not in the total`,
  sentence: (a: {
    files: string;
    days: string;
    requests: string;
    ghg: string;
    energy: string;
    ratio: string | null;
    left: string | null;
  }) =>
    `${a.files}, ${a.days}: ${a.requests}, ${a.ghg}, ${a.energy} of energy${a.ratio === null ? '' : `; ${a.ratio}`}${a.left === null ? '' : `; ${a.left}`}`,
  plan: {
    heading: 'PLAN AGAINST ACTUAL',
    scaled: (plan: string, days: string, count: number) =>
      `the plan of ${plan} over the ${days} ${plural(count, 'day', 'days')} of the log, from its first to its last`,
    once: (plan: string) => `the plan of ${plan} as a whole: it counts a job done once`,
    columns: { what: '', planned: 'planned', actual: 'actual', ratio: 'actual / planned' },
    whole: 'all',
    onlyPlanned: 'not in the log',
    noneCounted: 'no row that counts',
    without: (rows: string, count: number) => `${rows} ${plural(count, 'row', 'rows')} left out`,
    onlyActual: 'not planned',
    atLeast: (rows: string, count: number) =>
      `what is actual leaves ${rows} ${plural(count, 'row', 'rows')} out: it is at least this, and the ratio is that of the rest`,
    common: 'what both share moves together in the ratio, and cancels',
  },
};
export type UsageWords = typeof usageEn;
