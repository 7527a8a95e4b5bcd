/** One JSON object a line. */
import { InputError } from '../errors.ts';
import { brokenRecord, longestRecord, objectIn, type LogRecord, type Pieces, type RecordBatch } from './records.ts';

const fix = 'write one whole JSON object a line; a file that was cut off while it was written is exported again';

/** Errors  InputError for a line without end. */
export async function* jsonLines(pieces: Pieces, file: string): AsyncGenerator<RecordBatch> {
  let rest = '';
  let line = 1;
  const read = (text: string): RecordBatch => {
    const records: LogRecord[] = [];
    const problems: RecordBatch['problems'][number][] = [];
    for (const each of text.split('\n')) {
      if (each.trim() !== '') {
        const value = objectIn(each);
        if (value) records.push({ line, value });
        else problems.push(brokenRecord(file, line, 'it is no JSON object', fix));
      }
      line += 1;
    }
    return { records, problems };
  };
  for await (const piece of pieces) {
    const end = piece.lastIndexOf('\n');
    if (end < 0) rest += piece;
    else {
      yield read(rest + piece.slice(0, end));
      rest = piece.slice(end + 1);
    }
    if (rest.length > longestRecord)
      throw new InputError([brokenRecord(file, line, `it is longer than ${longestRecord} letters`, fix)]);
  }
  if (rest.trim() !== '') yield read(rest);
}
