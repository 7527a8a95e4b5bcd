/** Calls of each conversation, session or trace: in every engine, and in the scenario that is written. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { usageSchema, type JsonMetered } from '../src/report/usage/schema.ts';
import { clickHouseEngine, describeTable } from '../src/usage-engine/clickhouse.ts';
import { field } from '../src/usage-log/expressions.ts';
import type { LogQuery, Reader } from '../src/usage-log/types.ts';
import { chdb, hasChdb } from './chdb.fixtures.ts';
import { asCsv, builtIn, cellsOf, columns, flat, inDuckDb, query, single } from './engine-logs.fixtures.ts';
import { root, runCli } from './run-cli.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ai-footprint-threads-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return name;
};

describe('20 000 rows with everything that logs get wrong', () => {
  const asked: LogQuery = { ...query, threads: true };
  // Texts and nothing, both of many rows: a copy may name another than the call that counts.
  const threads: Reader['threads'] = {
    conversation: { of: field('asked'), field: 'asked' },
    trace: { of: field('when'), field: 'when' },
  };
  const readers: readonly Reader[] = [
    { ...single, threads },
    { ...flat, threads },
  ];
  const cells = cellsOf(20_000, 7);
  const expected = readers.map((reader) => builtIn(reader, cells, asked).threads);

  it('is a test of something', () => {
    const calls = readers.map((reader, at) => {
      const rows = builtIn(reader, cells, query).summed.reduce((sum, line) => sum + line.rows, 0);
      for (const { sizes, without } of expected[at] ?? [])
        expect(sizes.reduce((sum, [size, count]) => sum + size * count, without)).toBe(rows);
      return rows;
    });
    expect(Math.min(...calls)).toBeGreaterThan(10_000);
    const [conversation, trace] = expected[0] ?? [];
    expect(conversation).toMatchObject({ kind: 'conversation', sizes: [[expect.any(Number), 1]] });
    expect(conversation?.without).toBeGreaterThan(5000);
    expect(trace?.sizes.length).toBeGreaterThan(2);
  });

  it('DuckDB', async () => {
    const file = join(folder, write('log.csv', asCsv(cells)));
    for (const [at, reader] of readers.entries())
      expect((await inDuckDb(reader, 'csv', [file], asked)).threads).toEqual(expected[at]);
    expect((await inDuckDb(single, 'csv', [file], query)).threads).toBeUndefined();
    expect((await inDuckDb(single, 'csv', [file], asked)).threads).toEqual([]);
  }, 60_000);

  it.skipIf(!hasChdb)(
    'ClickHouse',
    async () => {
      const server = chdb();
      const file = join(folder, write('log.csv', asCsv(cells)));
      try {
        server.run(
          `CREATE TABLE log ENGINE = Memory AS SELECT * FROM file('${file}', 'CSVWithNames', '${columns.map((name) => `\`${name}\` String`).join(', ')}')`,
        );
        const table = await describeTable(server.ask, 'log');
        for (const [at, reader] of readers.entries())
          expect((await clickHouseEngine(server.ask, table, reader).totals(asked)).threads).toEqual(expected[at]);
      } finally {
        server.close();
      }
    },
    120_000,
  );
});

let files = 0;
async function measured(
  args: readonly string[],
  cwd = folder,
): Promise<{ readonly json: JsonMetered; readonly yaml: string }> {
  const target = join(folder, `out-${(files += 1)}.yaml`);
  const { code, stdout, stderr } = await runCli(
    ['usage', ...args, '--format', 'json', '--to-scenario', target, '--quiet'],
    { cwd },
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return { json: usageSchema.parse(JSON.parse(stdout)), yaml: readFileSync(target, 'utf8') };
}

const row = (call: object): string =>
  `${JSON.stringify({ id: 'x', at: '2025-11-20', llm: 'gpt-4o', in: 900, out: 300, text: 'CANARY-OF-A-PROMPT', ...call })}\n`;

describe('what is written of it', () => {
  // Added up by hand: a has 1 call, b 2, c 5, of which one is written twice; two name none; one cannot count, one has no model.
  const calls = ['a', 'b', 'b', 'c', 'c', 'c', 'c', 'c', undefined, undefined].map((talk, id) => row({ id, talk }));
  const log = [
    ...calls,
    row({ id: 7, talk: 'c' }),
    row({ id: 'bad', talk: 'd', in: -1 }),
    row({ id: 'y', talk: 'e', llm: 'house' }),
  ];
  const mapping = 'identity: id\ntime: at\nmodel: llm\ntokens: { input: in, output: out }\nconversation: talk\n';

  test.each(['built-in', 'duckdb'])('by %s: a distribution, named for what it is', async (engine) => {
    write('talks.jsonl', log.join(''));
    write('talks.yaml', mapping);
    const args = ['talks.jsonl', '--mapping', 'talks.yaml', '--max-refused', '1', '--engine', engine];
    const { json, yaml } = await measured(args);
    const sizes = [1, 2, 5, 1];
    const mean = 9 / 4;
    const deviation = Math.sqrt(sizes.reduce((sum, size) => sum + (size - mean) ** 2, 0) / 4);
    expect(json.log.calls_per).toEqual([
      {
        kind: 'conversation',
        field: 'talk',
        caveat: null,
        count: 4,
        calls: 9,
        without: 2,
        mean,
        standard_deviation: Number(deviation.toPrecision(12)),
        median: 1,
        p95: 5,
        most: 5,
      },
    ]);
    expect(yaml).toContain(
      '# Calls per conversation (talk): mean 2.25, standard deviation 1.64, median 1, 95 % at most 5, most 5; 4 of them, 2 calls name none.\n# That is not "iterations"',
    );
    expect(yaml).toContain('iterations: 1 # a call of the log is one prompt');
    expect(yaml).not.toContain('CANARY');
    const { stdout } = await runCli(['usage', ...args], { cwd: folder });
    expect(stdout).not.toContain('conversation');
  });

  test('where one conversation is one result, the mean moves into iterations and the total stays, as the comment says', async () => {
    write('talks.jsonl', calls.join(''));
    write('talks.yaml', mapping);
    const { yaml } = await measured(['talks.jsonl', '--mapping', 'talks.yaml']);
    const { usages, ...others } = parse(yaml) as { usages: { requests: number; iterations: number }[] };
    const mean = 8 / 3;
    const edited = usages.map((usage) => ({ ...usage, requests: usage.requests / mean, iterations: mean }));
    write('one.yaml', JSON.stringify({ ...others, usages }));
    write('other.yaml', JSON.stringify({ ...others, usages: edited }));
    const [one = Number.NaN, other = Number.NaN] = await Promise.all(
      ['one.yaml', 'other.yaml'].map(async (file) => {
        const { stdout } = await runCli(['assess', file, '--format', 'json'], { cwd: folder });
        return (JSON.parse(stdout) as JsonMetered['result']).baseline.impacts.ghg.total?.central;
      }),
    );
    expect(Math.abs(one - other) / one).toBeLessThan(1e-9);
  });

  test.each([
    ['otel-genai.jsonl', 'built-in', 'conversation'],
    ['otel-genai.jsonl', 'duckdb', 'conversation'],
    ['langfuse.jsonl', 'built-in', 'session'],
    ['langfuse.jsonl', 'duckdb', 'session'],
  ] as const)('%s by %s: a %s beside its traces, each by its own name', async (sample, engine, kind) => {
    // A conversation of the last two traces, as the publisher writes one.
    const lines = readFileSync(join(root, 'scenarios/logs', sample), 'utf8')
      .trim()
      .split('\n');
    const talk = { key: 'gen_ai.conversation.id', value: { stringValue: 'conv_5j66' } };
    const named = lines.map((line, at) =>
      at < lines.length - 2
        ? line
        : kind === 'conversation'
          ? line.replaceAll('"attributes": [{"key": "gen_ai', `"attributes": [${JSON.stringify(talk)}, {"key": "gen_ai`)
          : line.replace('{"id"', '{"sessionId": "s", "id"'),
    );
    write(`named-${sample}`, named.join('\n'));
    const { json } = await measured([`named-${sample}`, '--engine', engine]);
    const { calls_per: found = [] } = json.log;
    const all = json.whole.counted.requests ?? 0;
    expect(found.map((each) => each.kind)).toEqual([kind, 'trace']);
    expect(found[0]).toMatchObject({ count: 1, calls: found[0]?.most, without: all - (found[0]?.calls ?? 0) });
    expect(found[0]?.calls).toBe(kind === 'conversation' ? 6 : 2);
    expect(found[1]).toMatchObject({ count: 4, calls: all, without: 0 });
  });

  test.each([
    ['litellm.csv', 'session', 'session_id'],
    ['claude-code.jsonl', 'session', 'sessionId'],
  ])('%s: calls of a %s', async (sample, kind, name) => {
    const { json, yaml } = await measured([sample], join(root, 'scenarios/logs'));
    expect(json.log.calls_per).toMatchObject([{ kind, field: name, without: 0 }]);
    // The publisher fills the field in by itself.
    expect(yaml.includes('0 calls name none; a call that names no session')).toBe(sample === 'litellm.csv');
  });

  test('a report of sums has no calls, and a mapping of sums names none', async () => {
    const { json, yaml } = await measured(['openai-usage.json'], join(root, 'scenarios/logs'));
    expect(json.log.calls_per).toEqual([]);
    expect(yaml).not.toContain('Calls per');
    write('sums.yaml', 'model: llm\nrequests: n\ntokens: { input: in, output: out }\ntrace: talk\n');
    write('talks.jsonl', calls.join(''));
    const { code, stdout, stderr } = await runCli(['usage', 'talks.jsonl', '--mapping', 'sums.yaml'], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('error[mapping-clash]');
    expect(stderr).toContain('sums.yaml:4:1');
  });
});
