/**
 * Logs of AI calls: how a format is declared, what a row of any format means, and what an engine adds up of its rows.
 *
 * A reader is data. From its expressions come a function from record to row (built-in engine) and a query (SQL engines); what
 * they do not name, texts of prompts and answers first of all, is never selected.
 */
import type { Exponents } from '../engine/products.ts';

/** Names from the root of a record downwards; `[]` opens a list, one record for each of its items. */
export type Path = readonly string[];

/** A value of a record. Text that holds nothing, and a field that is not there, are unknown. */
export type Expression =
  | { readonly type: 'field'; readonly path: Path }
  /** The value of a key in a list of `{ key, value: { stringValue | intValue | doubleValue } }` (OTLP), or in a map. */
  | { readonly type: 'attribute'; readonly path: Path; readonly key: string }
  | { readonly type: 'literal'; readonly value: string | number }
  /** The first that is known. */
  | { readonly type: 'coalesce'; readonly of: readonly Expression[] }
  /** Texts beside each other, `joint` between them, unknown ones empty: what tells rows apart together. Never unknown. */
  | { readonly type: 'join'; readonly of: readonly Expression[] }
  /** Unknown where the left is unknown; an unknown right counts as 0. A part that is more than its whole is a fault of the row. */
  | { readonly type: 'add' | 'subtract'; readonly left: Expression; readonly right: Expression }
  /** One expression or the other, by the text of a third. */
  | {
      readonly type: 'when';
      readonly of: Expression;
      readonly equals: string;
      readonly use: Expression;
      readonly otherwise: Expression;
    };

/** How a source writes an instant: ISO 8601, or a number of these since 1970-01-01T00:00Z. Without a zone it is UTC. */
export type TimeUnit = 'iso' | 's' | 'ms' | 'us' | 'ns';

/** Between the texts of a join: in no name of a model or a key. */
export const joint = '\u001F';

/** The unit of a count, as sources that name one write it. */
export const tokens = 'TOKENS';

/** Counts of a row, in the order of its slots. Tokens are those of the whole row, however many requests it holds. */
export const counts = ['requests', 'input', 'cached', 'output', 'reasoning'] as const;
export type Count = (typeof counts)[number];

/**
 * What calls belong to, as their source names it: a conversation (session, thread), a session of a program, or one trace, in which
 * every step of an agent is a call. None of them is a result that somebody kept.
 */
export const threadKinds = ['conversation', 'session', 'trace'] as const;
export type ThreadKind = (typeof threadKinds)[number];

export interface Thread {
  readonly of: Expression;
  /** The field that says it, as its publisher or the mapping names it. */
  readonly field: string;
  /** What must be known to read the numbers. */
  readonly caveat?: string;
}

/** Names of a row that tell combinations apart. */
export const names = ['model', 'provider', 'region'] as const;
export type Name = (typeof names)[number];

/**
 * How a source counts a part: `inside` the number of the whole (cached in input, reasoning in output), `beside` it, or `untold`
 * where nobody says. A part inside that a row does not tell apart is in its whole all the same, and is not added.
 */
export type Counting = 'inside' | 'beside' | 'untold';

export interface Reader {
  readonly id: string;
  /** The page of the publisher that describes the format, and the year in which it was read. */
  readonly source: string;
  readonly year: number;
  /** It is this format when all of one of these sets of fields stand at the top of a record. */
  readonly recognised: readonly (readonly string[])[];
  /** Lists that hold the rows, from the root of a record: `['data', '[]', 'results', '[]']`. Empty where a record is a row. */
  readonly rows: Path;
  /** Only records in which each of these has this text; the others are no calls. */
  readonly only?: readonly { readonly of: Expression; readonly equals: string }[];
  /** How the source counts, as its publisher says; what `counts` makes of it leaves no part in two. */
  readonly counting: { readonly cached: Counting; readonly reasoning: Counting };
  /** What could not be checked at the publisher, or does not stand in the source. */
  readonly caveat?: string;
  /** What is written once for each call, or each sum of calls: of rows that share it, the one with the most output counts. */
  readonly identity?: Expression;
  readonly time?: Expression;
  readonly timeUnit?: TimeUnit;
  readonly names: Readonly<Partial<Record<Name, Expression>>>;
  /** Unit of the counts, where a source says it: a row of another than `TOKENS` is a fault. */
  readonly unit?: Expression;
  /** What a call belongs to; of sources whose rows are calls. */
  readonly threads?: Readonly<Partial<Record<ThreadKind, Thread>>>;
  /** Further words to group by: team, project, key, user, trace. */
  readonly labels: Readonly<Record<string, Expression>>;
  /**
   * `input` are the tokens that were read anew, `cached` those that came from a cache, `output` the visible ones, `reasoning`
   * the hidden ones: what a source counts otherwise is taken apart here. What is absent is unknown.
   */
  readonly counts: Readonly<Partial<Record<Count, Expression>>>;
  /** Whether records of other kinds stand among those that are recognised. */
  readonly hasOthers?: true;
  /** Columns that a csv must have: those that a mapping names. */
  readonly required?: readonly string[];
  /** Whether a row may hold many requests, whose sizes are then those of their mean. */
  readonly aggregated: boolean;
}

export const timeKeys = ['month', 'day'] as const;

/** A key of `--by`: a name, a label of the reader, or a length of time in UTC. */
export type GroupKey = string;

/** Why a row does not count. */
export const faults = [
  'not-a-number',
  'negative',
  'absurd',
  'part-over-whole',
  'not-tokens',
  'inexact-id',
  'no-requests',
  'bad-time',
] as const;
export type Fault = (typeof faults)[number];

/** No single row of a log has more tokens or requests: beyond, sums are no longer exact. */
export const mostInRow = 1e15;

/** No request has more tokens, sent or written: as much as the scenario language allows. */
export const mostInRequest = 1e9;

/** Groups times combinations that are held; a log of more is grouped by something that tells single calls apart. */
export const mostSums = 100_000;

/** What is asked of an engine. */
export interface LogQuery {
  readonly by: readonly GroupKey[];
  /** Products of the numbers of a row (`rowNumbers`) whose sums are needed. */
  readonly products: readonly Exponents[];
  /** Of these also the largest. */
  readonly limited: readonly Exponents[];
  /** Tokens that are read anew in a request where a log does not count requests. */
  readonly typicalInput: number;
  /** Calls of each thread are counted too, which takes the memory of all their names. */
  readonly threads?: true;
}

/**
 * Numbers of a row for the method, by slot: requests, then tokens of one request: sent (cached ones among them), cached, output,
 * reasoning. Fields of the scenario language, in the same order.
 */
export const slotFields = [
  'requests',
  'tokens.input',
  'tokens.cached_input',
  'tokens.output',
  'tokens.reasoning',
] as const;

/** Rows of one group and one combination. */
export interface SummedRows {
  /** By key of `by`; null is unknown. */
  readonly group: readonly (string | null)[];
  readonly model: string | null;
  readonly provider: string | null;
  readonly region: string | null;
  /** Which counts are known: bit `1 << slot` of `counts`. */
  readonly known: number;
  readonly rows: number;
  /** In the order of `products`. */
  readonly sums: readonly number[];
  /** In the order of `limited`. */
  readonly largest: readonly number[];
  /** Sums of requests and tokens as logged, in the order of `counts`; 0 where they are unknown. */
  readonly counted: readonly number[];
  /** First and last day of these rows in UTC, `2026-11-25`; null where none has a time. */
  readonly first: string | null;
  readonly last: string | null;
}

/** How many calls the conversations, sessions or traces of a log have. */
export interface ThreadCounts {
  readonly kind: ThreadKind;
  /** Pairs of a number of calls and how many threads have it, the fewest calls first. */
  readonly sizes: readonly (readonly [calls: number, threads: number])[];
  /** Calls that name none. */
  readonly without: number;
}

/** Where a record stands. */
export interface RecordPlace {
  readonly file: string;
  readonly line: number;
}

export interface LogTotals {
  readonly summed: readonly SummedRows[];
  /** Rows that were refused, by reason. */
  readonly refused: Readonly<Partial<Record<Fault, number>>>;
  /** The first of each, where records have places: those of files that are read here. */
  readonly refusedAt?: Readonly<Partial<Record<Fault, RecordPlace>>>;
  /** Rows that are written more than once: copies that do not count. */
  readonly repeated: number;
  /**
   * Of reports that add calls up: sums that were read more than once with different figures, the fullest of which counts. An
   * unfinished bucket is fuller the next time; two organisations that the rows do not tell apart look the same.
   */
  readonly differing: number;
  /** For each kind that the reader knows; absent where it was not asked for. */
  readonly threads?: readonly ThreadCounts[];
}

/** Adds a log up. Errors  InputError, and never a part of the log for the whole. */
export interface LogEngine {
  readonly name: 'built-in' | 'duckdb' | 'clickhouse';
  totals(query: LogQuery): Promise<LogTotals>;
}
