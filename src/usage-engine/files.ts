/** Files of a log, as a database engine is given them. */
import type { Reader } from '../usage-log/types.ts';

/** How a file is written; `.gz` and `.zst` after it are taken off by the engine. */
export const fileFormats = ['csv', 'jsonl', 'json', 'parquet'] as const;
export type FileFormat = (typeof fileFormats)[number];

export interface LogFiles {
  readonly reader: Reader;
  readonly format: FileFormat;
  /** Absolute paths. */
  readonly files: readonly string[];
}

/** The fields at the top of a file: the header of a csv, the columns of a parquet, the keys of the first records of JSON. */
export interface FileHead {
  readonly file: string;
  /** One for each record that was looked at; one for all where the file has a header. */
  readonly fields: readonly (readonly string[])[];
  /** Between the cells of a csv. */
  readonly delimiter: string;
}
