/** Rows of a csv, piece by piece: papaparse reads them, and places are found again only where something is wrong. */
import Papa from 'papaparse';
import { nearestNames } from '../../catalog/nearest.ts';
import { InputError, problem, type Place } from '../../errors.ts';
import { lineEnds, longestRow, type RowBatch } from './rows.ts';
import type { TableColumn, TableSpec } from './spec.ts';

/** Where the last record that is whole ends: at a line end outside of quotes. */
export function endOfRecords(text: string): number {
  let end = -1;
  let from = 0;
  for (;;) {
    const quote = text.indexOf('"', from);
    const line = text.lastIndexOf('\n', quote < 0 ? text.length : quote);
    if (line >= from) end = line;
    if (quote < 0) return end + 1;
    const closing = text.indexOf('"', quote + 1);
    if (closing < 0) return end + 1;
    from = closing + 1;
  }
}

/** Starts of the cells of the record at `from`, and where the next record starts. */
function cellsAt(text: string, from: number, delimiter: string): { readonly starts: number[]; readonly next: number } {
  const starts = [from];
  let at = from;
  while (at < text.length) {
    if (text[at] === '"' && starts.at(-1) === at) {
      const closing = /"(?:[^"]|"")*"/y;
      closing.lastIndex = at;
      at = closing.test(text) ? closing.lastIndex : text.length;
    } else if (text[at] === '\n') return { starts, next: at + 1 };
    else {
      if (text[at] === delimiter) starts.push(at + 1);
      at += 1;
    }
  }
  return { starts, next: text.length };
}

function placeIn(
  {
    text,
    line,
    file,
    delimiter,
  }: { readonly text: string; readonly line: number; readonly file: string; readonly delimiter: string },
  record: number,
  column: number | undefined,
): Place {
  let cells = cellsAt(text, 0, delimiter);
  for (let each = 0; each < record; each += 1) cells = cellsAt(text, cells.next, delimiter);
  const { starts, next } = cells;
  const start = starts[column ?? 0] ?? starts[0] ?? 0;
  const end = column === undefined ? next : (starts[column + 1] ?? next) - 1;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', start);
  const excerpt = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd).replace(/\r$/, '');
  const before = lineEnds(text, lineStart);
  const length = Math.min(end, lineStart + excerpt.length) - start;
  return { file, line: line + before, column: start - lineStart + 1, length: Math.max(1, length), excerpt };
}

/** A header that is one column of many names: what stands between them. */
function separatorIn(header: readonly string[], columns: readonly TableColumn[]): string | undefined {
  const [only = ''] = header;
  if (header.length !== 1 || columns.length < 2) return undefined;
  return [';', '\t', ',', '|'].find((each) => {
    const names = only.split(each).map((name) => name.trim());
    return names.length > 1 && columns.some(({ column }) => names.includes(column));
  });
}

/** Where each wanted column stands. Errors  InputError: a header separated otherwise; else every one that the header does not hold, or holds twice. */
function placesOf(header: readonly string[], columns: readonly TableColumn[], file: string): number[] {
  const separator = separatorIn(header, columns);
  if (separator !== undefined) {
    const args = { file, header: header[0] ?? '', delimiter: separator === '\t' ? '\\t' : separator };
    const [first] = columns;
    throw new InputError([problem('wrong-delimiter', args, { path: 'usages.from', place: first?.place })]);
  }
  const problems = columns.flatMap(({ field, column, place }) => {
    const where = { path: `usages.columns.${field}`, place };
    const first = header.indexOf(column);
    if (first < 0) {
      const known = header.filter((name) => name !== '');
      return [problem('unknown-column', { file, column, nearest: nearestNames(column, known), known }, where)];
    }
    return header.lastIndexOf(column) === first ? [] : [problem('column-twice', { file, column }, where)];
  });
  if (problems.length > 0) throw new InputError(problems);
  return columns.map(({ column }) => header.indexOf(column));
}

interface Reading {
  readonly header: readonly string[];
  readonly at: readonly number[];
  readonly newline: '\n' | '\r\n';
}

const reasons: Readonly<Record<string, string>> = {
  MissingQuotes: 'a quote is opened and never closed',
  InvalidQuotes: 'something stands between a closing quote and the next separator',
};

/** The words for what papaparse finds wrong with a record. */
export const reasonOfCsv = (code: string): string => reasons[code] ?? code;

function batchOf(
  text: string,
  line: number,
  skip: number,
  spec: TableSpec,
  { header, at, newline }: Reading,
): RowBatch {
  const { file, delimiter } = spec;
  const whole = text.endsWith(newline) ? text.slice(0, -newline.length) : text;
  const { data, errors } = Papa.parse<string[]>(whole, { delimiter, newline });
  const broken = new Map(errors.map(({ row = 0, code }) => [row, reasonOfCsv(code)]));
  const rows: string[][] = [];
  const records: number[] = [];
  const faults: RowBatch['faults'][number][] = [];
  for (let record = skip; record < data.length; record += 1) {
    const cells = data[record] ?? [];
    const isEmpty = cells.length === 1 && (cells[0] ?? '').trim() === '';
    if (isEmpty && !broken.has(record)) continue;
    const fault = broken.get(record);
    if (fault !== undefined) {
      faults.push({
        row: rows.length,
        reason: fault,
        fix: 'put the whole cell in quotes, and write a quote in it twice',
      });
    } else if (cells.length !== header.length) {
      const reason = `it has ${cells.length} cells, and the header names ${header.length}`;
      faults.push({ row: rows.length, reason, fix: `put a cell that holds "${delimiter}" in quotes` });
    }
    records.push(record);
    rows.push(cells);
  }
  const place: RowBatch['place'] = (row, column) =>
    placeIn({ text, line, file, delimiter }, records[row] ?? 0, column === undefined ? undefined : at[column]);
  return { rows, at, place, faults };
}

/** Errors  InputError: a header without a column that is asked for, a row without end. */
export function* csvRows(pieces: Iterable<string>, spec: TableSpec): Generator<RowBatch> {
  const { file, delimiter, columns } = spec;
  let rest = '';
  let line = 1;
  let reading: Reading | undefined;
  const read = (text: string): RowBatch => {
    let skip = 0;
    if (!reading) {
      const newline = /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
      const [header = []] = Papa.parse<string[]>(text, { delimiter, newline, preview: 1 }).data;
      const names = header.map((name) => name.trim());
      reading = { header: names, at: placesOf(names, columns, file), newline };
      skip = 1;
    }
    const batch = batchOf(text, line, skip, spec, reading);
    line += lineEnds(text);
    return batch;
  };
  for (const piece of pieces) {
    rest += piece;
    const end = endOfRecords(rest);
    if (end > 0) yield read(rest.slice(0, end));
    rest = rest.slice(end);
    if (rest.length > longestRow) {
      const place = placeIn({ text: rest, line, file, delimiter }, 0, undefined);
      const fix = 'close the quote that is open in it';
      throw new InputError([
        problem('table-row', { reason: `it is longer than ${longestRow} letters`, fix }, { place }),
      ]);
    }
  }
  if (rest !== '') yield read(rest);
}
