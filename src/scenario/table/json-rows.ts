/** Rows of a jsonl: one object a line; a column is a key, or a path of keys such as `usage.prompt_tokens`. */
import { InputError, problem, type Place } from '../../errors.ts';
import { isMap } from '../value/quantity.ts';
import { lineEnds, longestRow, type Cell, type RowBatch } from './rows.ts';
import type { TableSpec } from './spec.ts';

function valueOf(object: Readonly<Record<string, unknown>>, column: string, keys: readonly string[]): Cell {
  if (Object.hasOwn(object, column)) return object[column];
  let found: unknown = object;
  for (const key of keys) {
    if (!isMap(found) || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}

/** The value of the last key of the column, the first of that name in the line. */
function placeIn(excerpt: string, line: number, file: string, column: string | undefined): Place {
  const key = column === undefined ? undefined : JSON.stringify(column.split('.').at(-1) ?? column);
  const whole = column === undefined ? -1 : excerpt.indexOf(JSON.stringify(column));
  const found = whole >= 0 ? whole : key === undefined ? -1 : excerpt.indexOf(key);
  if (found < 0) return { file, line, column: 1, length: Math.max(1, excerpt.length), excerpt };
  const value = /"(?:[^"\\]|\\.)*"\s*:\s*("(?:[^"\\]|\\.)*"|[^,}\]]*)/y;
  value.lastIndex = found;
  const written = value.exec(excerpt)?.[1] ?? '';
  const start = written === '' ? found : value.lastIndex - written.length;
  return { file, line, column: start + 1, length: Math.max(1, written.trimEnd().length), excerpt };
}

function parsed(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isMap(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function batchOf(text: string, first: number, { file, columns }: TableSpec): RowBatch {
  const keys = columns.map(({ column }) => column.split('.'));
  const lines = text.split('\n');
  const rows: Cell[][] = [];
  const records: number[] = [];
  const faults: RowBatch['faults'][number][] = [];
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const object = parsed(line);
    if (!object) faults.push({ row: rows.length, reason: 'it is no JSON object', fix: 'write one object a line' });
    records.push(at);
    rows.push(columns.map(({ column }, place) => (object ? valueOf(object, column, keys[place] ?? []) : undefined)));
  }
  const place: RowBatch['place'] = (row, column) => {
    const at = records[row] ?? 0;
    const excerpt = (lines[at] ?? '').replace(/\r$/, '');
    return placeIn(excerpt, first + at, file, column === undefined ? undefined : columns[column]?.column);
  };
  return { rows, at: columns.map((_, column) => column), place, faults };
}

/** Errors  InputError for a line without end. */
export function* jsonRows(pieces: Iterable<string>, spec: TableSpec): Generator<RowBatch> {
  let rest = '';
  let line = 1;
  for (const piece of pieces) {
    rest += piece;
    const end = rest.lastIndexOf('\n') + 1;
    if (end > 0) {
      const batch = batchOf(rest.slice(0, end - 1), line, spec);
      yield batch;
      line += lineEnds(rest, end);
      rest = rest.slice(end);
    }
    if (rest.length > longestRow) {
      const place = placeIn(rest.slice(0, 200), line, spec.file, undefined);
      const fix = 'write one object a line';
      throw new InputError([
        problem('table-row', { reason: `it is longer than ${longestRow} letters`, fix }, { place }),
      ]);
    }
  }
  if (rest !== '') yield batchOf(rest, line, spec);
}
