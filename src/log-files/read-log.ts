/** Files of one log, read and added up: each recognised, all by one reader, none twice, and nothing left out unsaid. */
import { nearestNames } from '../catalog/nearest.ts';
import { InputError, problem, type Problem } from '../errors.ts';
import { AddedUp } from '../usage-log/add-up.ts';
import { AddedCosts, isCosts, type CostReader, type CostTotals } from '../usage-log/costs.ts';
import { expressionsOf, pathsOf } from '../usage-log/expressions.ts';
import { readerOfPage } from '../usage-log/readers/costs.ts';
import { recognise } from '../usage-log/readers/index.ts';
import type { GroupKey, LogQuery, LogTotals, Reader } from '../usage-log/types.ts';
import { csvRecords } from './csv-records.ts';
import { sniffed } from './format.ts';
import { jsonLines } from './json-lines.ts';
import { jsonValues } from './json-values.ts';
import { misfitOf } from './misfit.ts';
import { lineOf, type LogRecord, type Pieces, type RecordBatch } from './records.ts';
import { unknownFormat } from './unknown-format.ts';

export interface LogFile {
  /** As the command line names it. */
  readonly file: string;
  readonly pieces: Pieces;
  /** Of its bytes, in hexadecimal; asked for after the last piece. */
  readonly sha256: () => string;
}

export interface ReadOptions {
  /** That of a mapping, or the one that was named; recognised where it is left out. */
  readonly reader: Reader | CostReader | undefined;
  readonly queryOf: (reader: Reader) => LogQuery;
  /** Keys by which costs are grouped; a query of calls has its own. */
  readonly costsBy: readonly GroupKey[];
  /** Broken records after which reading stops. */
  readonly maxErrors: number;
}

export interface AddedLog {
  readonly reader: Reader;
  readonly query: LogQuery;
  readonly totals: LogTotals;
  readonly records: number;
  /** Of each file, in their order. */
  readonly sha256: readonly string[];
}

/** An export of costs, added up. */
export interface AddedCostLog extends Pick<AddedLog, 'records' | 'sha256'> {
  readonly reader: CostReader;
  readonly costs: CostTotals;
}

/** Records of a kind that no reader knows at the start of a file, before one that it does. */
const lookedAt = 100;

/** Names at the top of a record that a reader looks at. */
function columnsOf(reader: Reader): ReadonlySet<string> {
  const paths = expressionsOf(reader).flatMap(pathsOf);
  return new Set([...paths, reader.rows].flatMap((path) => path[0] ?? []));
}

const fieldsOf = (record: object): ReadonlySet<string> => new Set(Object.keys(record));

/** A page of an API that holds the records themselves, as that of Langfuse does. */
function unwrapped(record: LogRecord, reader: Reader | CostReader | undefined): readonly LogRecord[] {
  const { data } = record.value;
  if (!Array.isArray(data) || recognise(fieldsOf(record.value)) || reader?.rows.length) return [record];
  // A page of which nothing is left.
  if (data.length === 0) return [];
  const items = data.filter(
    (each): each is Readonly<Record<string, unknown>> => typeof each === 'object' && each !== null,
  );
  const [first] = items;
  const isKnown = first !== undefined && recognise(fieldsOf(first)) !== undefined;
  return isKnown ? items.map((value) => ({ line: record.line, value })) : [record];
}

export class LogReading {
  readonly #options: ReadOptions;
  #reader: Reader | CostReader | undefined;
  #log: AddedUp | AddedCosts | undefined;
  /** Pages without a row, which may be of usage or of costs. */
  #idle: Reader | undefined;
  /** The file by which the reader was found. */
  #foundIn = '';
  readonly #problems: Problem[] = [];
  readonly #files = new Map<string, string>();
  readonly #sha256: string[] = [];
  #records = 0;
  #rows = 0;

  constructor(options: ReadOptions) {
    this.#options = options;
    if (options.reader) this.#begin(options.reader, '');
  }

  #begin(reader: Reader | CostReader, file: string): void {
    const { queryOf, costsBy } = this.#options;
    this.#reader = reader;
    this.#foundIn = file;
    this.#log = isCosts(reader) ? new AddedCosts(reader, costsBy) : new AddedUp(reader, queryOf(reader));
  }

  /** Errors  InputError: a format that no reader knows, more broken records than `maxErrors`. */
  async add({ file, pieces, sha256 }: LogFile): Promise<void> {
    const { format, pieces: all } = await sniffed(pieces);
    const before = this.#records;
    const waiting: LogRecord[] = [];
    for await (const { records, problems } of this.#batches(format, all, file)) {
      this.#note(problems, file);
      for (const record of records)
        for (const each of unwrapped(record, this.#reader)) this.#take(each, file, format === 'csv', waiting);
    }
    const [first] = waiting;
    if (first) this.#unknown(first, file);
    const hash = sha256();
    const same = this.#files.get(hash);
    if (same !== undefined && this.#records > before) this.#problems.push(problem('log-twice', { file, first: same }));
    this.#files.set(hash, file);
    this.#sha256.push(hash);
  }

  #batches(format: 'csv' | 'jsonl' | 'json' | 'empty', pieces: Pieces, file: string): AsyncGenerator<RecordBatch> {
    if (format === 'jsonl') return jsonLines(pieces, file);
    if (format !== 'csv') return jsonValues(pieces, file);
    return csvRecords(pieces, file, (header, line) => {
      const fields = new Set(header);
      const reader = this.#options.reader ?? recognise(fields);
      if (!reader) throw this.#stopped(unknownFormat(header, { isCsv: true, place: lineOf(file, line) }));
      this.#refuseMisfit(fields, file, line);
      if (isCosts(reader)) throw this.#stopped(unknownFormat(header, { isCsv: true, place: lineOf(file, line) }));
      this.#beginWith(reader, file, line);
      const columns = columnsOf(reader);
      const missing = reader.required?.filter((name) => !fields.has(name)) ?? [];
      if (missing.length > 0)
        throw new InputError(
          missing.map((column) => problem('log-column', { file, column, nearest: nearestNames(column, header) })),
        );
      return (name) => columns.has(name);
    });
  }

  /** With the records that could not be read before. */
  #stopped(last: Problem): InputError {
    return new InputError([...this.#problems, last]);
  }

  /** Errors  InputError where the files before are of another reader. */
  #beginWith(known: Reader | CostReader, file: string, line: number): void {
    const own = this.#reader;
    if (!own) this.#begin(known, file);
    else if (own !== known) {
      const args = { own: own.id, other: known.id, first: this.#foundIn || file };
      throw this.#stopped(problem('log-mixed', args, { place: lineOf(file, line) }));
    }
  }

  /** Errors  InputError where a record is none of the reader that was named. */
  #refuseMisfit(fields: ReadonlySet<string>, file: string, line: number): void {
    const { reader } = this.#options;
    const misfit = reader && misfitOf(reader, fields, lineOf(file, line));
    if (misfit) throw this.#stopped(misfit);
  }

  #unknown({ line, value }: LogRecord, file: string): never {
    throw this.#stopped(unknownFormat(Object.keys(value), { isCsv: false, place: lineOf(file, line) }));
  }

  #note(problems: readonly Problem[], file: string): void {
    this.#problems.push(...problems);
    const { maxErrors } = this.#options;
    if (this.#problems.length < maxErrors) return;
    throw new InputError([
      ...this.#problems.slice(0, maxErrors),
      problem('too-many-errors', { file, limit: maxErrors }),
    ]);
  }

  #take(record: LogRecord, file: string, isKnown: boolean, waiting: LogRecord[]): void {
    const fields = fieldsOf(record.value);
    if (!isKnown && this.#options.reader) this.#refuseMisfit(fields, file, record.line);
    if (!isKnown && !this.#options.reader) {
      const known = recognise(fields);
      if (!known) {
        // Lines of another kind stand among the calls of some logs.
        if (this.#reader && !isCosts(this.#reader) && this.#reader.hasOthers) return this.#count();
        if (this.#reader) this.#unknown(record, file);
        waiting.push(record);
        if (waiting.length >= lookedAt) this.#unknown(waiting[0] ?? record, file);
        return;
      }
      const reader = readerOfPage(known, record.value);
      if (!reader) {
        this.#idle ??= known;
        return this.#count();
      }
      this.#beginWith(reader, file, record.line);
      const [first] = waiting;
      if (first && !known.hasOthers) this.#unknown(first, file);
      for (let skipped = waiting.length; skipped > 0; skipped -= 1) this.#count();
      waiting.length = 0;
    }
    this.#count();
    this.#rows += this.#log?.add(record.value, { file, line: record.line }) ?? 0;
  }

  #count(): void {
    this.#records += 1;
  }

  /**
   * The whole, after the last file.
   * Errors  InputError with every record that cannot be read; or there is none, or none that is a call.
   */
  finish(name: string): AddedLog | AddedCostLog {
    if (this.#problems.length > 0) throw new InputError(this.#problems);
    const reader = this.#reader ?? this.#idle;
    if (!reader || this.#records === 0) throw new InputError([problem('log-empty', { file: name })]);
    const log = this.#log;
    if (!log || this.#rows === 0)
      throw new InputError([problem('log-no-calls', { file: name, reader: reader.id, records: this.#records })]);
    const [records, sha256] = [this.#records, this.#sha256];
    return log instanceof AddedCosts
      ? { reader: log.reader, costs: log.totals(), records, sha256 }
      : { reader: log.reader, query: log.query, totals: log.totals(), records, sha256 };
  }
}
