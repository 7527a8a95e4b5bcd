import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecords } from '../src/log-files/csv-records.ts';
import { sniffed } from '../src/log-files/format.ts';
import { jsonLines } from '../src/log-files/json-lines.ts';
import { jsonValues } from '../src/log-files/json-values.ts';
import type { LogRecord, Pieces, RecordBatch } from '../src/log-files/records.ts';
import { root } from './run-cli.ts';

type Reader = (pieces: Pieces) => AsyncGenerator<RecordBatch>;

const readers: Readonly<Record<string, Reader>> = {
  csv: (pieces) => csvRecords(pieces, 'f', () => () => true),
  jsonl: (pieces) => jsonLines(pieces, 'f'),
  json: (pieces) => jsonValues(pieces, 'f'),
};

async function* inPieces(text: string, sizes: readonly number[]): Pieces {
  let at = 0;
  for (let turn = 0; at < text.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield text.slice(at, at + size);
    at += size;
  }
}

async function recordsOf(read: Reader, pieces: Pieces): Promise<LogRecord[]> {
  const all: LogRecord[] = [];
  for await (const { records, problems } of read(pieces)) {
    expect(problems).toEqual([]);
    all.push(...records);
  }
  return all;
}

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
const value = fc.dictionary(fc.string({ maxLength: 6 }), fc.oneof(fc.string(), fc.double(), fc.constant(null), fc.array(fc.string(), { maxLength: 2 })), { maxKeys: 4 }); // prettier-ignore

describe('pieces of any size give the same records, on the same lines', () => {
  it.each([
    ['csv', 'litellm.csv'],
    ['jsonl', 'langfuse.jsonl'],
    ['json', 'openai-usage.json'],
    ['json', 'langfuse.jsonl'],
  ])('%s: %s', async (format, name) => {
    const text = readFileSync(join(root, 'scenarios/logs', name), 'utf8');
    const read = readers[format];
    if (!read) throw new Error(format);
    const wanted = await recordsOf(read, inPieces(text, [text.length]));
    expect(wanted.length).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(sizes, async (some) => {
        expect(await recordsOf(read, inPieces(text, some))).toEqual(wanted);
      }),
      { numRuns: 20, seed: 11 },
    );
  });

  it('objects of any texts, as a list, as lines, one after the other, over several lines', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 5 }), sizes, async (values, some) => {
        const wanted = values.map((each) => JSON.parse(JSON.stringify(each)) as unknown);
        for (const [format, text] of [
          ['jsonl', values.map((each) => JSON.stringify(each)).join('\n')],
          ['json', JSON.stringify(values)],
          ['json', JSON.stringify(values, null, 2)],
          ['json', values.map((each) => JSON.stringify(each, null, 1)).join('\n')],
        ] as const) {
          const read = readers[format];
          if (!read) throw new Error(format);
          expect((await recordsOf(read, inPieces(text, some))).map((each) => each.value)).toEqual(wanted);
        }
      }),
      { numRuns: 200, seed: 12 },
    );
  });

  it('cells of any texts, with the line on which each row starts', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', '1', ';'), maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), sizes, async (rows, some) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const text = ['x,y', ...rows.map((row) => row.map(quoted).join(','))].join('\n');
        let line = 2;
        const wanted = rows.map(([x, y]) => {
          const record = { line, value: { x, y } };
          line += 1 + [...`${x}${y}`].filter((letter) => letter === '\n').length;
          return record;
        });
        const { csv } = readers;
        if (!csv) throw new Error('csv');
        expect(await recordsOf(csv, inPieces(text, some))).toEqual(wanted);
      }),
      { numRuns: 200, seed: 13 },
    );
  });
});

it.each([
  ['{"a":1}\n{"a":2}', 'jsonl'],
  ['{"a":1}', 'jsonl'],
  ['{\n"a":1}', 'json'],
  ['{ "a":\n1}', 'json'],
  ['{"a":1,\n"b":2}', 'json'],
  [' [\n{}]', 'json'],
  ['a,b\n1,2', 'csv'],
  ['\n \n', 'empty'],
  ['', 'empty'],
])('%j is %s', async (text, format) => {
  const found = await sniffed(inPieces(text, [1]));
  expect(found.format).toBe(format);
  let again = '';
  for await (const piece of found.pieces) again += piece;
  expect(again).toBe(text);
});
