/** Records of a log with the line on which each starts, from pieces of its text; what is held is one record and one piece. */
import { problem, type Place, type Problem } from '../errors.ts';

export type Pieces = AsyncIterable<string>;

export interface LogRecord {
  readonly line: number;
  readonly value: Readonly<Record<string, unknown>>;
}

/** What came of a piece. */
export interface RecordBatch {
  readonly records: readonly LogRecord[];
  readonly problems: readonly Problem[];
}

/** A page of a report may be long; a record of this many letters is none. */
export const longestRecord = 64_000_000;

/** A line of a log; its text is never shown, for it may hold what people wrote. */
export const lineOf = (file: string, line: number): Place => ({ file, line, column: 1, length: 0, excerpt: '' });

export const brokenRecord = (file: string, line: number, reason: string, fix: string): Problem =>
  problem('log-record', { reason, fix }, { place: lineOf(file, line) });

/** Null where it is no object. What the parser says is left out: it quotes the text. */
export function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}
