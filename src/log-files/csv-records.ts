/** Records of a csv: papaparse cuts the cells, and only the columns that are asked for are kept. */
import Papa from 'papaparse';
import { InputError, problem } from '../errors.ts';
import { endOfRecords, reasonOfCsv } from '../scenario/table/csv-rows.ts';
import { lineEnds } from '../scenario/table/rows.ts';
import { brokenRecord, lineOf, longestRecord, type LogRecord, type Pieces, type RecordBatch } from './records.ts';

/** Whether a column is kept, once the header is known. Errors  InputError for a header that nobody reads. */
export type ChooseColumns = (header: readonly string[], line: number) => (name: string) => boolean;

const quoteFix = 'put the whole cell in quotes, and write a quote in it twice';

/** The separator that cuts the header into most names. */
function delimiterOf(header: string): string {
  const counts = [',', ';', '\t', '|'].map((each) => [each, header.split(each).length] as const);
  return counts.toSorted((left, right) => right[1] - left[1])[0]?.[0] ?? ',';
}

interface Reading {
  readonly delimiter: string;
  readonly newline: '\n' | '\r\n';
  readonly header: readonly string[];
  /** Places of the columns that are kept. */
  readonly kept: readonly number[];
}

/** Errors  InputError: a row without end, a column that is named twice. */
export async function* csvRecords(pieces: Pieces, file: string, choose: ChooseColumns): AsyncGenerator<RecordBatch> {
  let rest = '';
  let line = 1;
  let reading: Reading | undefined;
  const begin = (text: string): Reading => {
    const newline = /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
    const delimiter = delimiterOf(text.slice(0, Math.max(0, text.indexOf('\n')) || text.length));
    const [first = []] = Papa.parse<string[]>(text, { delimiter, newline, preview: 1 }).data;
    const header = first.map((name) => name.trim());
    const isKept = choose(header, line);
    const twice = header.find((name, place) => isKept(name) && header.indexOf(name) !== place);
    if (twice !== undefined)
      throw new InputError([problem('column-twice', { file, column: twice }, { place: lineOf(file, line) })]);
    return { delimiter, newline, header, kept: header.flatMap((name, place) => (isKept(name) ? [place] : [])) };
  };
  const read = (text: string): RecordBatch => {
    const isFirst = !reading;
    const { delimiter, newline, header, kept } = (reading ??= begin(text));
    const whole = text.endsWith(newline) ? text.slice(0, -newline.length) : text;
    const { data, errors } = Papa.parse<string[]>(whole, { delimiter, newline });
    const broken = new Map(errors.map(({ row = 0, code }) => [row, reasonOfCsv(code)]));
    const records: LogRecord[] = [];
    const problems: RecordBatch['problems'][number][] = [];
    for (const [at, cells] of data.entries()) {
      const start = line;
      line += 1;
      for (const cell of cells) if (cell.includes('\n')) line += lineEnds(cell);
      if (at === 0 && isFirst) continue;
      const reason = broken.get(at);
      if (reason !== undefined) problems.push(brokenRecord(file, start, reason, quoteFix));
      else if (cells.length === 1 && (cells[0] ?? '').trim() === '') continue;
      else if (cells.length !== header.length) {
        const counted = `it has ${cells.length} cells, and the header names ${header.length}`;
        problems.push(brokenRecord(file, start, counted, `put a cell that holds "${delimiter}" in quotes`));
      } else if (cells.every((cell, place) => cell.trim() === header[place])) {
        // Exports that were put one after the other.
      } else
        records.push({ line: start, value: Object.fromEntries(kept.map((place) => [header[place], cells[place]])) });
    }
    return { records, problems };
  };
  for await (const piece of pieces) {
    rest += piece;
    const end = endOfRecords(rest);
    if (end > 0) yield read(rest.slice(0, end));
    rest = rest.slice(end);
    if (rest.length > longestRecord)
      throw new InputError([
        brokenRecord(file, line, `it is longer than ${longestRecord} letters`, 'close the quote that is open in it'),
      ]);
  }
  if (rest.trim() !== '') yield read(rest);
}
