/** The history of `npm run bench`: what is kept, and how today stands beside the last entry. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compare, ratiosOf, readHistory, save } from './bench/history.mjs';
import { root } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'bench-history-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('milliseconds and megabytes are of one machine: ratios alone are kept', () => {
  const rows = [
    ['time: a / b', 1.5],
    ['memory: rows, MB', 120],
    ['time: draws add, ms', 50],
    ['  per node -e 0 (60 ms / its median)', 1.2],
  ] as const;
  expect(ratiosOf(rows)).toEqual({ 'time: a / b': 1.5, '  per node -e 0 (60 ms / its median)': 1.2 });
});

test('a tenth is noise; less is better, unless more is', () => {
  const before = { start: 2, same: 2, worse: 2, speedup: 4, slower: 4, gone: 1 };
  const today = { start: 1, same: 2.1, worse: 2.3, speedup: 6, slower: 3, fresh: 1 };
  const lessIsBetter = (what: string): boolean => !['speedup', 'slower'].includes(what);
  expect(compare({ before, today, lessIsBetter }).map(({ what, word }) => [what, word])).toEqual([
    ['start', 'better'],
    ['same', 'same'],
    ['worse', 'WORSE'],
    ['speedup', 'better'],
    ['slower', 'WORSE'],
    ['gone', 'gone'],
    ['fresh', 'new'],
  ]);
});

test('an entry joins the others, its figures in four digits; a name is given once', () => {
  const file = join(folder, 'history.json');
  writeFileSync(file, '[]\n');
  const entry = { file, name: '0.1.0', node: 'v20', ratios: { a: 1.234_567 } };
  save(entry);
  save({ ...entry, name: '0.2.0' });
  const text = readFileSync(file, 'utf8');
  expect(readHistory(file)).toEqual([
    { name: '0.1.0', node: 'v20', ratios: { a: 1.235 } },
    { name: '0.2.0', node: 'v20', ratios: { a: 1.235 } },
  ]);
  expect(() => save(entry)).toThrow('"0.1.0" already');
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('the history that is kept is one: names once, ratios above 0', () => {
  const entries = readHistory(join(root, 'test/bench/history.json'));
  expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length);
  for (const { ratios } of entries) for (const value of Object.values(ratios)) expect(value).toBeGreaterThan(0);
});
