/** JSON that is no object a line: a list of objects, or objects one after the other, written over as many lines as they like. */
import { InputError } from '../errors.ts';
import { brokenRecord, longestRecord, objectIn, type LogRecord, type Pieces, type RecordBatch } from './records.ts';

const fix = 'export the file again: it is a list of JSON objects, or objects one after the other';

/** What ends or opens something, or is a line end. */
const signs = /["\\[\]{}\n]/g;

/** Finds where values end, and hands their texts out; holds the one that is open. */
class ValueSplitter {
  readonly #file: string;
  #text = '';
  /** Where the open value starts in the text; -1 between values. */
  #start = -1;
  #line = 1;
  #startLine = 1;
  #depth = 0;
  #isString = false;
  #inList = false;
  #hadList = false;

  constructor(file: string) {
    this.#file = file;
  }

  get #base(): number {
    return this.#inList ? 1 : 0;
  }

  #broken(reason: string): never {
    throw new InputError([brokenRecord(this.#file, this.#line, reason, fix)]);
  }

  /** Between values: blanks and commas, nothing else. */
  #between(text: string): void {
    if (!/^[\s,]*$/.test(text)) this.#broken('something stands between the objects');
  }

  take(piece: string): RecordBatch {
    const records: LogRecord[] = [];
    const problems: RecordBatch['problems'][number][] = [];
    const from = this.#text.length;
    this.#text += piece;
    const text = this.#text;
    let done = this.#start < 0 ? from : 0;
    signs.lastIndex = from;
    for (let found = signs.exec(text); found; found = signs.exec(text)) {
      const at = found.index;
      const sign = found[0];
      if (sign === '\n') this.#line += 1;
      else if (this.#isString) {
        // The letter after a backslash may come with the next piece.
        if (sign === '\\') signs.lastIndex = at + 2;
        else if (sign === '"') this.#isString = false;
      } else if (sign === '"') {
        if (this.#start < 0) this.#broken('a text stands where an object should');
        this.#isString = true;
      } else if (sign === '{' || sign === '[') {
        if (this.#start < 0) {
          this.#between(text.slice(done, at));
          if (sign === '[') {
            if (this.#inList || this.#hadList) this.#broken('a list stands where an object should');
            this.#inList = true;
            this.#hadList = true;
            done = at + 1;
          } else {
            this.#start = at;
            this.#startLine = this.#line;
          }
        }
        this.#depth += 1;
      } else if (sign === '}' || sign === ']') {
        this.#depth -= 1;
        if (this.#start < 0) {
          this.#between(text.slice(done, at));
          if (sign !== ']' || !this.#inList) this.#broken(`"${sign}" closes nothing`);
          this.#inList = false;
          done = at + 1;
        } else if (this.#depth === this.#base) {
          const value = objectIn(text.slice(this.#start, at + 1));
          if (value) records.push({ line: this.#startLine, value });
          else problems.push(brokenRecord(this.#file, this.#startLine, 'it is no JSON object', fix));
          this.#start = -1;
          done = at + 1;
        }
      }
    }
    this.#keep(done);
    return { records, problems };
  }

  /** Drops what was handed out; a backslash at the very end is looked at again with the letter after it. */
  #keep(done: number): void {
    const start = this.#start < 0 ? this.#text.length : this.#start;
    if (this.#start < 0) this.#between(this.#text.slice(done));
    this.#text = this.#text.slice(start);
    if (this.#start >= 0) this.#start = 0;
    if (this.#text.length > longestRecord) this.#broken(`it is longer than ${longestRecord} letters`);
  }

  end(): void {
    if (this.#start >= 0 || this.#inList) this.#broken('the file breaks off inside of it');
  }
}

/** Errors  InputError where what follows cannot be told from what is broken. */
export async function* jsonValues(pieces: Pieces, file: string): AsyncGenerator<RecordBatch> {
  const splitter = new ValueSplitter(file);
  let held = '';
  for await (const piece of pieces) {
    const text = held + piece;
    // An escape is never cut in two.
    const cut = /\\+$/.exec(text)?.[0].length ?? 0;
    held = cut % 2 === 1 ? '\\' : '';
    yield splitter.take(held === '' ? text : text.slice(0, -1));
  }
  if (held !== '') yield splitter.take(held);
  splitter.end();
}
