/** What DuckDB says of a file it cannot read, without a letter of what stands in the file. */
import { problem, type Place, type Problem } from '../errors.ts';

const lineOf = (message: string): number | undefined => {
  const [, line] = /\bCSV Error on Line: (\d+)|\bin line (\d+)|\bLine: (\d+)/.exec(message)?.filter(Boolean) ?? [];
  return line === undefined ? undefined : Number(line);
};

/** The first that fits; each says by itself what is wrong. */
const reasons: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [/Malformed JSON in file/, () => 'this is no JSON'],
  [/JSON transform error/, () => 'this line is no JSON object'],
  [/"maximum_object_size" of (\d+) bytes exceeded/, ([, bytes = '']) => `a record has more than ${bytes} bytes`],
  [
    /Expected Number of Columns: (\d+) Found: (\d+)/,
    ([, expected = '', found = '']) => `the header has ${expected} columns, and this line has ${found}`,
  ],
  [/unterminated quote/i, () => 'a quote opens here and is never closed'],
  [/Maximum line size of (\d+) bytes exceeded/, ([, bytes = '']) => `a line has more than ${bytes} bytes`],
  [/state machine reached an invalid state/, () => 'this is no csv: quotes or line ends are mixed up'],
  [/Invalid unicode|not utf-8|is not valid UTF8|Invalid string encoding/i, () => 'this is no UTF-8'],
  [/No magic bytes found|too small to be a Parquet file/, () => 'this is no whole parquet file: its end is missing'],
  [/failed to cast column|Schema mismatch/, () => 'a column has another type than in the files before it'],
  [/Permission denied/i, () => 'permission denied'],
  [/No files found that match/, () => 'there is no such file'],
  [/gzip|gz\b|zlib|inflate|miniz/i, () => 'its compression is broken or cut off'],
  [/zstd/i, () => 'its compression is broken or cut off'],
];

/** Undefined where it is no fault of a file. */
export function duckDbProblem(
  error: unknown,
  {
    files,
    megabytes,
    shown,
  }: { readonly files: readonly string[]; readonly megabytes: number; readonly shown: (file: string) => string },
): Problem | undefined {
  // Errors of DuckDB have no class of their own; others are ours.
  if (!(error instanceof Error) || error.name !== 'Error') return undefined;
  const { message } = error;
  if (/^Out of Memory Error|failed to offload data block|No space left/i.test(message))
    return problem('engine-memory', { megabytes });
  // A query that is wrong is a bug of ours.
  if (/^(?:Binder|Parser|Catalog|INTERNAL|Internal) Error/.test(message)) return undefined;
  const named = files.filter((file) => message.includes(file)).toSorted((left, right) => right.length - left.length);
  const file = named[0] ?? (files.length === 1 ? files[0] : undefined);
  const withoutNames = files.reduce((text, name) => text.replaceAll(name, ''), message);
  const found = reasons.flatMap(([pattern, words]) => {
    const match = pattern.exec(withoutNames);
    return match ? [words(match)] : [];
  });
  // Its own words may hold those of the file.
  const reason = found[0] ?? 'its content is broken';
  const line = lineOf(message);
  const name = file === undefined ? files.map(shown).join(', ') : shown(file);
  const place: Place | undefined =
    file === undefined || line === undefined ? undefined : { file: name, line, column: 1, length: 0, excerpt: '' };
  return problem('log-unreadable', { file: name, reason }, { place });
}
