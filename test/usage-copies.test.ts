/** What is a copy of what, and which counts are none: by the built-in engine and by DuckDB, with one answer. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMapping } from '../src/log-files/mapping.ts';
import { recognise } from '../src/usage-log/readers/index.ts';
import type { LogQuery, LogTotals } from '../src/usage-log/types.ts';
import { builtIn, differences, inDuckDb, query } from './engine-logs.fixtures.ts';
import { runCli } from './run-cli.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ai-footprint-copies-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const asked: LogQuery = { ...query, by: ['model'] };
const lines = (records: readonly object[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('');

/** Totals by the built-in engine, after those of DuckDB were held against them. */
async function totalsOf(name: string, records: readonly object[]): Promise<LogTotals> {
  const reader = recognise(new Set(Object.keys(records[0] ?? {})));
  if (!reader) throw new Error('a format that no reader knows');
  const file = join(folder, `${name}.jsonl`);
  writeFileSync(file, lines(records));
  const expected = builtIn(reader, records, asked);
  expect(differences(expected, await inDuckDb(reader, 'jsonl', [file], asked))).toEqual([]);
  return expected;
}

const openai = (row: object) => ({
  object: 'page',
  has_more: false,
  data: [
    {
      start_time: 1_764_028_800,
      end_time: 1_764_032_400,
      results: [{ model: 'gpt-4o', num_model_requests: 4, input_tokens: 1000, output_tokens: 400, ...row }],
    },
  ],
});
const anthropic = (row: object) => ({
  has_more: false,
  next_page: null,
  data: [
    {
      starting_at: '2025-11-25T00:00:00Z',
      ending_at: '2025-11-26T00:00:00Z',
      results: [{ model: 'claude-sonnet-4', uncached_input_tokens: 5000, output_tokens: 400, ...row }],
    },
  ],
});
const observation = (more: object) => ({
  id: 'o1',
  traceId: 't',
  type: 'GENERATION',
  startTime: '2025-11-25T10:00:00Z',
  model: 'gpt-4o',
  usageDetails: { input: 10, output: 4 },
  usage: { input: 10, output: 4, unit: 'TOKENS' },
  ...more,
});
const call = (id: string, more: object = {}) => ({
  request_id: id,
  prompt_tokens: 100,
  completion_tokens: 20,
  spend: 0.1,
  model: 'gpt-4o',
  startTime: '2025-12-01T01:30:00Z',
  ...more,
});

describe('a row of another organisation, project or account is no copy', () => {
  it.each([
    ['openai', openai, ['organization_id', 'project_id', 'user_id', 'api_key_id']],
    ['anthropic', anthropic, ['organization_id', 'workspace_id', 'api_key_id', 'account_id', 'service_account_id']],
  ] as const)('%s', async (name, page, fields) => {
    for (const field of fields) {
      const found = await totalsOf(`${name}-${field}`, [page({ [field]: 'a' }), page({ [field]: 'b' })]);
      expect([field, found.repeated, found.differing, found.summed[0]?.rows]).toEqual([field, 0, 0, 2]);
    }
  });

  it('langfuse: one id in two projects is two calls; twice in one project it is one; without an id nothing is a copy', async () => {
    const found = await totalsOf('langfuse', [
      observation({ projectId: 'a' }),
      observation({ projectId: 'b' }),
      observation({ projectId: 'b' }),
      observation({ projectId: 'c', id: null }),
      observation({ projectId: 'c', id: null }),
    ]);
    expect([found.summed[0]?.rows, found.repeated, found.differing]).toEqual([4, 1, 0]);
  });
});

describe('sums of one bucket that differ are never silently one', () => {
  const pages = [{}, { output_tokens: 700 }, {}, { output_tokens: 500 }].map(openai);

  it('the fullest counts, and their number is told, in whatever order they come', async () => {
    for (const [at, records] of [pages, pages.toReversed()].entries()) {
      const found = await totalsOf(`differing-${at}`, records);
      expect(found).toMatchObject({ repeated: 3, differing: 1, summed: [{ rows: 1, counted: [4, 1000, 0, 700, 0] }] });
    }
    expect(await totalsOf('same', [openai({}), openai({})])).toMatchObject({ repeated: 1, differing: 0 });
  });

  it.each(['built-in', 'duckdb'])('in the report of %s', async (engine) => {
    writeFileSync(join(folder, 'pages.jsonl'), lines(pages));
    const run = async (...args: string[]) =>
      (await runCli(['usage', 'pages.jsonl', '--quiet', '--engine', engine, ...args], { cwd: folder })).stdout;
    const { log } = JSON.parse(await run('--format', 'json')) as { log: { repeated: number; differing: number } };
    expect([log.repeated, log.differing]).toEqual([3, 1]);
    const words = (text: string): string => text.replaceAll(/\s+/g, ' ');
    expect(words(await run())).toContain('1 sum read more than once with different figures: the fullest counts');
    expect(words(await run('--lang', 'fr'))).toContain('1 somme lue plusieurs fois avec des chiffres différents');
  });
});

describe('counts that are none are faults of their row, and leave the others whole', () => {
  it('more than 1e9 tokens a request', async () => {
    const found = await totalsOf('absurd', [
      call('1'),
      call('2', { prompt_tokens: 2e9 }),
      call('3', { completion_tokens: 1e12 }),
      call('4', { prompt_tokens: 1e9 }),
    ]);
    expect(found.refused).toEqual({ absurd: 2 });
    expect(found.summed[0]?.rows).toBe(2);
    const sums = await totalsOf('absurd-sums', [
      openai({ input_tokens: 4e9 }),
      openai({ project_id: 'b', input_tokens: 4e9 + 4 }),
      openai({ project_id: 'c', output_tokens: 2 ** 53 }),
    ]);
    expect(sums).toMatchObject({ refused: { absurd: 2 }, summed: [{ rows: 1, counted: [4, 4e9, 0, 400, 0] }] });
    // Requests that are assumed grow with what was sent, and not with what was written.
    const assumed = await totalsOf('absurd-assumed', [
      anthropic({ uncached_input_tokens: 5e12 }),
      anthropic({ workspace_id: 'b', output_tokens: 1e11 }),
    ]);
    expect(assumed).toMatchObject({ refused: { absurd: 1 }, summed: [{ rows: 1 }] });
  });

  it('a count of another unit than tokens', async () => {
    const found = await totalsOf('units', [
      observation({ id: '1' }),
      observation({ id: '2', usage: { input: 10, output: 4, unit: 'CHARACTERS' } }),
      observation({ id: '3', usage: { input: 10, output: 4, unit: 'SECONDS' } }),
      observation({ id: '4', usage: { input: 10, output: 4 } }),
      observation({ id: '5', usage: { input: 10, output: 4, unit: 'tokens' } }),
      observation({ id: '6', usage: { input: 10, output: 4, unit: 'Characters' } }),
    ]);
    expect(found.refused).toEqual({ 'not-tokens': 3 });
    expect(found.summed[0]?.rows).toBe(3);
  });

  it('at their line, unless they may be left out', async () => {
    writeFileSync(join(folder, 'lines.jsonl'), lines([call('1'), call('2', { prompt_tokens: 2e9 })]));
    const run = async (...args: string[]) =>
      runCli(['usage', 'lines.jsonl', '--quiet', '--format', 'json', ...args], { cwd: folder });
    const { code, stdout, stderr } = await run();
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('lines.jsonl');
    expect(stderr).toContain('1e9 tokens a request');
    const { log, whole } = JSON.parse((await run('--max-refused', '1')).stdout) as {
      log: { refused: unknown };
      whole: { rows: number };
    };
    expect(log.refused).toEqual([{ fault: 'absurd', rows: 1, first: { file: 'lines.jsonl', line: 2 } }]);
    expect(whole.rows).toBe(1);
    const args = ['usage', 'lines.jsonl', '--quiet', '--format', 'csv', '--max-refused', '1'];
    const [head = '', first = ''] = (await runCli(args, { cwd: folder })).stdout.split('\n');
    expect(first.split(',')[head.split(',').indexOf('refused_rows')]).toBe('1');
  });
});

describe('an id that is a number', () => {
  const mapping = 'model: m\nidentity: id\ntokens: { input: i, output: o }\nregion: zone\n';
  const row = (id: string): string => `{"id":${id},"m":"gpt-4o","i":100,"o":50,"zone":"azure/eastus2"}\n`;
  const run = async (...ids: string[]) => {
    writeFileSync(join(folder, 'ids.yaml'), mapping);
    writeFileSync(join(folder, 'ids.jsonl'), ids.map(row).join(''));
    return runCli(['usage', 'ids.jsonl', '--mapping', 'ids.yaml', '--quiet', '--format', 'json'], { cwd: folder });
  };

  it('is refused where its end would be lost: two calls would read as one', async () => {
    const { code, stdout, stderr } = await run('7', '9007199254740993', '9007199254740992');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('its id is a number beyond 2^53');
    // The first of them, not the one that reads the same.
    expect(JSON.parse(stderr)).toMatchObject([{ code: 'log-refused', file: 'ids.jsonl', line: 2 }]);
  });

  it('1 and 1.0 are one number, and one call, in every engine; 1.5 is another', async () => {
    const ids = ['1', '1.0', '1e0', '10', '10.00', '1.5', '1.50', '"1.0"', '0.25', '-0.0', '0'];
    const file = join(folder, 'number-ids.jsonl');
    writeFileSync(file, ids.map(row).join(''));
    writeFileSync(join(folder, 'ids.yaml'), mapping);
    const reader = readMapping({ file: 'ids.yaml', text: mapping });
    const records = ids.map((id) => JSON.parse(row(id)) as object);
    const expected = builtIn(reader, records, asked);
    expect(expected.repeated).toBe(5);
    expect(differences(expected, await inDuckDb(reader, 'jsonl', [file], asked))).toEqual([]);
  });

  it('a fault of a copy is told at its own line, and the call counts', async () => {
    const file = join(folder, 'faulty.jsonl');
    writeFileSync(file, lines([call('1', { prompt_tokens: -1 }), call('1'), call('1', { prompt_tokens: -2 })]));
    const { stdout } = await runCli(['usage', 'faulty.jsonl', '--quiet', '--format', 'json', '--max-refused', '2'], {
      cwd: folder,
    });
    const { log, whole } = JSON.parse(stdout) as {
      log: { refused: unknown; repeated: number };
      whole: { rows: number };
    };
    expect(log).toMatchObject({
      refused: [{ fault: 'negative', rows: 2, first: { file: 'faulty.jsonl', line: 1 } }],
      repeated: 0,
    });
    expect(whole.rows).toBe(1);
    await totalsOf('faulty', [call('1', { prompt_tokens: -1 }), call('1'), call('1', { prompt_tokens: -2 })]);
  });

  it('counts once a call as long as it is read whole', async () => {
    const { code, stdout } = await run('9007199254740991', '9007199254740990', '9007199254740990');
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as { whole: { rows: number } }).whole.rows).toBe(2);
  });
});
