/** A table of usages as it is read: pieces of text in, rows with their places out. */
import type { Place } from '../../errors.ts';

/** A table as text, in the order of the file. */
export interface TableSource {
  readonly pieces: Iterable<string>;
  /** SHA-256 of its bytes, in hexadecimal; asked for after the last piece. */
  readonly sha256: () => string;
}

/**
 * Reads the table that a scenario names.
 * @param target path from the folder of the scenario, with `/`, never outside that folder.
 * Errors  InputError when the file cannot be read.
 */
export type LoadTable = (target: string) => TableSource;

/** What stands in a cell: text of a csv, any value of a jsonl. Undefined and null are empty. */
export type Cell = unknown;

export interface RowBatch {
  /** Cells of each row. A line that holds nothing is no row. */
  readonly rows: readonly (readonly Cell[])[];
  /** Where the cell of each column that was asked for stands in a row. */
  readonly at: readonly number[];
  /** The place of a cell, or of the row where no column is named. */
  readonly place: (row: number, column?: number) => Place;
  /** Rows that cannot be read, and why. */
  readonly faults: readonly { readonly row: number; readonly reason: string; readonly fix: string }[];
}

/** A line is read whole: one of this many letters is no usage. */
export const longestRow = 1_000_000;

export const cellOf = ({ rows, at }: RowBatch, row: number, column: number): Cell => rows[row]?.[at[column] ?? -1];

/** Line ends in a text, counted without cutting it up. */
export function lineEnds(text: string, end = text.length): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** A cell as the text that tells it from others. */
export function cellText(cell: Cell): string {
  if (cell === undefined || cell === null) return '';
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}
