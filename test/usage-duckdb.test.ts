/** Files of logs in DuckDB: every format, names that are no harmless words, files that are broken. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickHouseEngine, describeTable, sourceOf } from '../src/usage-engine/clickhouse.ts';
import { DuckDbSession } from '../src/usage-engine/duckdb-session.ts';
import { DuckDb } from '../src/usage-engine/duckdb.ts';
import { attribute, field, literal } from '../src/usage-log/expressions.ts';
import { recognise } from '../src/usage-log/readers/index.ts';
import type { LogQuery, Reader } from '../src/usage-log/types.ts';
import { totalsOf } from '../src/usage-sql/answer.ts';
import { clickhouse } from '../src/usage-sql/clickhouse.ts';
import { duckdb } from '../src/usage-sql/duckdb.ts';
import { logStatement } from '../src/usage-sql/log-query.ts';
import { chdb, hasChdb } from './chdb.fixtures.ts';
import { asCsv, builtIn, canary, cellsOf, differences, flat, inDuckDb, query } from './engine-logs.fixtures.ts';
import { runCli } from './run-cli.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ai-footprint-duckdb-test-'));
  // Its own, to see what stays in it.
  process.env['TMPDIR'] = join(folder, 'tmp');
  mkdirSync(join(folder, 'tmp'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string | Uint8Array): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

/** A DuckDB without our limits, to make files. */
async function make(sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}

const call = (id: number, more: object = {}) => ({
  request_id: `r${id}`,
  prompt_tokens: 100 + id,
  completion_tokens: 20,
  spend: 0.1,
  model: 'gpt-4o',
  custom_llm_provider: null,
  startTime: '2025-12-01T01:30:00+02:00',
  team_id: `t${id % 3}`,
  messages: [{ role: 'user', content: canary }],
  response: canary,
  ...more,
});

const attributes = (values: Readonly<Record<string, string | number>>) =>
  Object.entries({ 'gen_ai.input.messages': canary, ...values }).map(([key, value]) => ({
    key,
    value: typeof value === 'number' ? { intValue: String(value) } : { stringValue: value },
  }));

/** Records as their publishers write them, lists in lists among them. */
const logs: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  litellm: [...Array(50).keys()].map((id) => call(id % 40, id === 7 ? { prompt_tokens: -1 } : {})),
  'openai-usage': [
    {
      object: 'page',
      has_more: false,
      data: [1_764_028_800, 1_766_620_800].map((start_time) => ({
        object: 'bucket',
        start_time,
        end_time: start_time + 86_400,
        results: [
          {
            object: 'organization.usage.completions.result',
            model: 'gpt-4o',
            num_model_requests: 4,
            input_tokens: 1000,
            input_cached_tokens: 200,
            output_tokens: 400,
          },
          {
            object: 'organization.usage.completions.result',
            model: 'gpt-4o',
            num_model_requests: 0,
            input_tokens: 0,
            input_cached_tokens: 0,
            output_tokens: 0,
            project_id: 'p',
          },
          { object: 'organization.costs.result', model: 'x', num_model_requests: 9 },
        ],
      })),
    },
  ],
  'otel-genai': [...Array(20).keys()].map((id) => ({
    resourceSpans: [
      {
        resource: { attributes: attributes({ 'service.name': `s${id % 2}` }) },
        scopeSpans: [
          {
            spans: [
              {
                spanId: `a${id}`,
                traceId: 't',
                startTimeUnixNano: '1764028800000000000',
                attributes: attributes({
                  'gen_ai.request.model': 'gpt-4o',
                  'gen_ai.usage.input_tokens': 50,
                  'gen_ai.usage.output_tokens': 7,
                }),
              },
              {
                spanId: `b${id}`,
                traceId: 't',
                startTimeUnixNano: '1764028800000000000',
                attributes: attributes({ 'gen_ai.tool.name': 'search' }),
              },
            ],
          },
        ],
      },
    ],
  })),
  langfuse: [...Array(9).keys()].map((id) => ({
    id: `o${id}`,
    traceId: `t${id}`,
    type: id % 3 === 0 ? 'SPAN' : 'GENERATION',
    startTime: '2025-11-25T10:00:00.000Z',
    model: 'gpt-4o',
    input: canary,
    output: canary,
    usageDetails: id === 4 ? null : { input: 10 + id, output: 4, input_cached_tokens: 2 },
  })),
  'claude-code': [1, 90, 40].map((output) => ({
    sessionId: 's',
    type: 'assistant',
    uuid: String(output),
    timestamp: '2025-11-25T10:00:00.000Z',
    message: {
      id: 'm',
      model: 'claude-sonnet-4',
      content: [{ type: 'text', text: canary }],
      usage: { input_tokens: 3, cache_creation_input_tokens: 10, cache_read_input_tokens: 5, output_tokens: output },
    },
  })),
};

describe.each(Object.entries(logs))('%s, as its publisher writes it', (id, records) => {
  const [first = {}] = records;
  const reader = recognise(new Set(Object.keys(first)));
  const asked: LogQuery = { ...query, by: ['month', 'model', ...Object.keys(reader?.labels ?? {})] };

  it.each(['jsonl', 'jsonl.gz', 'json'])('in %s', async (extension) => {
    if (!reader) throw new Error('no reader');
    const text =
      extension === 'json'
        ? JSON.stringify(records, null, 1)
        : records.map((record) => `${JSON.stringify(record)}\n`).join('');
    const file = write(`${id}.${extension}`, extension.endsWith('.gz') ? gzipSync(text) : text);
    const expected = builtIn(reader, records, asked);
    expect(expected.summed.length).toBeGreaterThan(0);
    const found = await inDuckDb(reader, extension === 'json' ? 'json' : 'jsonl', [file], asked);
    expect(differences(expected, found)).toEqual([]);
    expect(JSON.stringify(found)).not.toContain(canary);
  });

  it('in parquet, lists and parts with types of their own', async () => {
    if (!reader) throw new Error('no reader');
    const source = write(`${id}-source.jsonl`, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
    const file = join(folder, `${id}.parquet`);
    await make(
      `COPY (SELECT * FROM read_json('${source}', map_inference_threshold = -1)) TO '${file}' (FORMAT parquet)`,
    );
    expect(differences(builtIn(reader, records, asked), await inDuckDb(reader, 'parquet', [file], asked))).toEqual([]);
  });

  it.skipIf(!hasChdb)('in ClickHouse, lists and parts with types of their own', async () => {
    if (!reader) throw new Error('no reader');
    const source = write(`${id}-clickhouse.jsonl`, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
    const server = chdb();
    try {
      server.run(
        `CREATE TABLE log ENGINE = Memory AS SELECT * FROM file('${source}', 'JSONEachRow') SETTINGS schema_inference_make_columns_nullable = 1, input_format_json_try_infer_numbers_from_strings = 0`,
      );
      const table = await describeTable(server.ask, 'log');
      expect(
        differences(builtIn(reader, records, asked), await clickHouseEngine(server.ask, table, reader).totals(asked)),
      ).toEqual([]);
    } finally {
      server.close();
    }
  });
});

describe('a table as a collector writes it to ClickHouse', () => {
  const reader = recognise(new Set(['SpanAttributes', 'ResourceAttributes', 'TraceId', 'Timestamp']));
  const spans = [...Array(6).keys()].map((id) => ({
    Timestamp: '2025-11-25 23:30:00.123456789',
    TraceId: `t${id % 2}`,
    SpanId: `s${id}`,
    ServiceName: 'shop',
    ResourceAttributes: { 'service.namespace': "team 'x'" },
    SpanAttributes:
      id === 0
        ? { 'gen_ai.tool.name': 'search' }
        : {
            'gen_ai.request.model': 'gpt-4o',
            'gen_ai.usage.input_tokens': '50',
            'gen_ai.usage.output_tokens': '7',
            'gen_ai.input.messages': canary,
          },
  }));
  const asked: LogQuery = { ...query, by: ['day', 'team', 'service'] };

  it.skipIf(!hasChdb)('maps of texts, a time with nanoseconds', async () => {
    if (!reader) throw new Error('no reader');
    const source = write('otel.jsonl', spans.map((span) => `${JSON.stringify(span)}\n`).join(''));
    const server = chdb();
    try {
      server.run(
        `CREATE TABLE otel_traces (Timestamp DateTime64(9), TraceId String, SpanId String, ServiceName LowCardinality(String), ResourceAttributes Map(LowCardinality(String), String), SpanAttributes Map(LowCardinality(String), String)) ENGINE = Memory`,
      );
      server.run(`INSERT INTO otel_traces SELECT * FROM file('${source}', 'JSONEachRow')`);
      const table = await describeTable(server.ask, 'otel_traces');
      const found = await clickHouseEngine(server.ask, table, reader).totals(asked);
      expect(differences(builtIn(reader, spans, asked), found)).toEqual([]);
      expect(found.summed[0]?.group).toEqual(['2025-11-25', "team 'x'", 'shop']);
      expect(JSON.stringify(found)).not.toContain(canary);
    } finally {
      server.close();
    }
  });

  it('the same as JSON and as parquet in DuckDB', async () => {
    if (!reader) throw new Error('no reader');
    const source = write('otel-table.jsonl', spans.map((span) => `${JSON.stringify(span)}\n`).join(''));
    const expected = builtIn(reader, spans, asked);
    expect(differences(expected, await inDuckDb(reader, 'jsonl', [source], asked))).toEqual([]);
    const file = join(folder, 'otel.parquet');
    const types = `{'Timestamp': 'TIMESTAMP_NS', 'TraceId': 'VARCHAR', 'SpanId': 'VARCHAR', 'ServiceName': 'VARCHAR', 'ResourceAttributes': 'MAP(VARCHAR, VARCHAR)', 'SpanAttributes': 'MAP(VARCHAR, VARCHAR)'}`;
    await make(`COPY (SELECT * FROM read_json('${source}', columns = ${types})) TO '${file}' (FORMAT parquet)`);
    expect(differences(expected, await inDuckDb(reader, 'parquet', [file], asked))).toEqual([]);
  });
});

it('columns of numbers and times in parquet, in files that have other columns beside', async () => {
  const csv = write('typed.csv', asCsv(cellsOf(5000, 7)));
  const typed = ['requests', 'input', 'cached', 'output', 'hidden']
    .map((name) => `TRY_CAST(${name} AS BIGINT) AS ${name}`)
    .join(', ');
  const [one, two] = [join(folder, 'one.parquet'), join(folder, 'two.parquet')];
  const from = (rows: string) =>
    `SELECT call, TRY_CAST("when" AS TIMESTAMPTZ) AS "when", ${rows}, ${typed} FROM read_csv('${csv}', all_varchar = true)`;
  await make(
    `SET TimeZone = 'UTC'; COPY (${from('model, asked, region, team, project')} LIMIT 2000) TO '${one}' (FORMAT parquet); COPY (${from('prompt, team, model, asked')} LIMIT 2000 OFFSET 2000) TO '${two}' (FORMAT parquet, COMPRESSION zstd); COPY (SELECT * FROM read_parquet(['${one}', '${two}'], union_by_name = true)) TO '${join(folder, 'both.json')}' (FORMAT json)`,
  );
  const records = readFileSync(join(folder, 'both.json'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(records).toHaveLength(4000);
  expect(differences(builtIn(flat, records, query), await inDuckDb(flat, 'parquet', [one, two], query))).toEqual([]);
});

describe('names are words, and do nothing', () => {
  const names = [
    'q\'uo"te; DROP TABLE x; --',
    'a*b',
    'axb',
    'c[1]',
    'c1',
    'd?',
    'dd',
    'back\\slash',
    '{a,b}',
    '~tilde',
    'é 😀',
    'new\nline',
    '$1',
    '**',
  ];

  it('of files: each is read alone', async () => {
    mkdirSync(join(folder, 'na[m]es*'), { recursive: true });
    mkdirSync(join(folder, 'plain'));
    const files = names.map((name, at) =>
      write(
        join(name.includes('\\') ? 'plain' : 'na[m]es*', `${name}.csv`),
        asCsv(
          cellsOf(1, at + 1).map((row) => ({
            ...row,
            call: `c${at}`,
            model: `m${at}`,
            when: '',
            kind: 'call',
            requests: '1',
            input: '5',
            cached: '',
            output: '1',
            hidden: '',
          })),
        ),
      ),
    );
    for (const [at, file] of files.entries()) {
      const { summed } = await inDuckDb(flat, 'csv', [file], { ...query, by: [] });
      expect(summed.map(({ model, rows }) => [model, rows])).toEqual([[`m${at}`, 1]]);
    }
    const all = await inDuckDb(flat, 'csv', files, { ...query, by: [] });
    expect(all.summed.map(({ model }) => model).toSorted()).toEqual(names.map((_, at) => `m${at}`).toSorted());
  });

  it('of fields, bound or quoted, in DuckDB and in ClickHouse', async () => {
    const keys = names.filter((name) => name !== 'new\nline');
    const server = hasChdb ? chdb() : undefined;
    try {
      for (const [at, key] of keys.entries()) {
        const { identity: _identity, time: _time, ...bare } = flat;
        const reader: Reader = {
          ...bare,
          names: { model: field([key]) },
          labels: { [key]: field([`${key}/~x`, key]), other: attribute('none', key) },
          counts: { requests: literal(1), output: field([`n ${key}`]) },
        };
        const asked: LogQuery = { ...query, by: [key, 'other'] };
        const records = [1, 2].map((value) => ({
          [key]: `model ${key}`,
          [`${key}/~x`]: { [key]: `label ${key}` },
          [`n ${key}`]: value,
        }));
        const expected = builtIn(reader, records, asked);
        expect(expected.summed.map(({ model, group }) => [model, group])).toEqual([
          [`model ${key}`, [`label ${key}`, null]],
        ]);
        const file = write(`key-${at}.jsonl`, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
        expect(differences(expected, await inDuckDb(reader, 'jsonl', [file], asked))).toEqual([]);
        const database = await DuckDb.open({ files: [file] });
        const source = await database.source({ reader, format: 'jsonl', files: [file] });
        database.close();
        const session = await DuckDbSession.open({ files: [file] });
        const quoted = logStatement({ ...asked, reader, source, dialect: duckdb }, 'quoted');
        expect(quoted.bound).toEqual([]);
        expect(differences(expected, totalsOf(await session.lines(quoted), asked))).toEqual([]);
        session.close();
        if (!server) continue;
        server.run(
          `CREATE OR REPLACE TABLE log ENGINE = Memory AS SELECT * FROM file('${file}', 'JSONEachRow') SETTINGS schema_inference_make_columns_nullable = 1`,
        );
        const table = await describeTable(server.ask, 'log');
        expect(differences(expected, await clickHouseEngine(server.ask, table, reader).totals(asked)), key).toEqual([]);
        const printed = logStatement({ ...asked, reader, source: sourceOf(table), dialect: clickhouse }, 'quoted');
        expect(differences(expected, totalsOf(await server.ask(printed), asked)), key).toEqual([]);
      }
    } finally {
      server?.close();
    }
  }, 120_000);

  it.each([['a\0b.csv'], ['\0'], ['a\\b*.csv']])('what no pattern can say is refused', async (name) => {
    await expect(DuckDb.open({ files: [join(folder, name)] })).rejects.toThrow(/bad-name/);
  });

  it('no other file can be read, and none written', async () => {
    const secret = write('secret.csv', 'a\n1\n');
    const session = await DuckDbSession.open({ files: [write('open.csv', 'a\n1\n')] });
    try {
      for (const sql of [
        `SELECT * FROM read_csv('${secret}')`,
        `COPY (SELECT 1) TO '${join(folder, 'out.csv')}'`,
        `INSTALL httpfs`,
        `SET enable_external_access = true`,
        `ATTACH '${join(folder, 'x.db')}'`,
      ])
        await expect(session.lines({ sql, bound: [] }), sql).rejects.toThrow();
    } finally {
      session.close();
    }
    expect(readdirSync(folder).filter((name) => /^(?:out|x)\./.test(name))).toEqual([]);
  });
});

describe('a file that is broken is refused whole', () => {
  const lines = [...Array(5000).keys()].map((id) => JSON.stringify(call(id)));
  const header = 'request_id,model,prompt_tokens,completion_tokens,spend,messages';
  const rows = [...Array(5000).keys()].map((id) => `r${id},gpt-4o,5,6,0.1,${canary}`);
  const broken = (all: readonly string[], line: string): string =>
    [...all.slice(0, 3000), line, ...all.slice(3000)].join('\n');

  async function refused(
    files: readonly string[],
    code: string,
    words: RegExp,
    more: readonly string[] = [],
  ): Promise<void> {
    for (const lang of ['en', 'fr']) {
      const {
        code: status,
        stdout,
        stderr,
      } = await runCli(['usage', ...files, '--engine', 'duckdb', '--lang', lang, ...more], { cwd: folder });
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(`[${code}]`);
      const told = stderr.replaceAll(/\s+/g, ' ');
      if (lang === 'en') expect(told).toMatch(words);
      else expect(told.replaceAll(/"[^"]*"/g, '')).not.toMatch(/\b(?:the|with|which|this is|there is|is not|cannot)\b/);
      expect(stderr).not.toContain(canary);
    }
  }

  it('JSON that breaks in the middle, at its line', async () => {
    write('broken.jsonl', broken(lines, `{"request_id":"${canary}","prompt_tokens"`));
    await refused(['broken.jsonl'], 'log-unreadable', /this is no JSON.*broken\.jsonl:300[12]/);
  });

  it('a line of a csv with too many cells, or with too few, or with a quote that never ends', async () => {
    write('more.csv', broken([header, ...rows], `r,gpt-4o,1,1,1,${canary},7`));
    await refused(['more.csv'], 'log-unreadable', /the header has 6 columns, and this line has 7.*more\.csv:3001/);
    write('less.csv', broken([header, ...rows], `r,gpt-4o,${canary}`));
    await refused(['less.csv'], 'log-unreadable', /the header has 6 columns, and this line has 3.*less\.csv:3001/);
    write('quote.csv', broken([header, ...rows], `r,gpt-4o,1,1,1,"${canary}`));
    await refused(['quote.csv'], 'log-unreadable', /quote/);
  });

  it('a parquet that is cut off, or is none', async () => {
    const source = write('whole.jsonl', lines.join('\n'));
    await make(`COPY (SELECT * FROM read_json('${source}')) TO '${join(folder, 'whole.parquet')}' (FORMAT parquet)`);
    const bytes = readFileSync(join(folder, 'whole.parquet'));
    write('cut.parquet', bytes.subarray(0, bytes.length / 2));
    await refused(['cut.parquet'], 'log-unreadable', /this is no whole parquet file/);
    write('none.parquet', 'PAR1');
    await refused(['none.parquet'], 'log-unreadable', /this is no whole parquet file/);
    const damaged = Uint8Array.from(bytes).fill(0xff, 4, 2000);
    write('damaged.parquet', damaged);
    await refused(['damaged.parquet'], 'log-unreadable', /cannot be read to its end/);
  });

  it('a gzip that is cut off', async () => {
    const bytes = gzipSync(lines.join('\n'));
    write('cut.jsonl.gz', bytes.subarray(0, bytes.length / 2));
    await refused(['cut.jsonl.gz'], 'log-unreadable', /cannot be read to its end/);
  });

  it('files of two formats, of two readers, the same twice, of no reader, empty, of no calls', async () => {
    write('calls.jsonl', lines.join('\n'));
    write('calls.csv', [header, ...rows].join('\n'));
    write('again.csv', [header, ...rows].join('\n'));
    write('langfuse-here.jsonl', (logs['langfuse'] ?? []).map((record) => `${JSON.stringify(record)}\n`).join(''));
    write('other.csv', `a,b\n1,${canary}\n`);
    write('empty.csv', '');
    write('bare.csv', `${header}\n`);
    write('spans.jsonl', `${JSON.stringify({ ...logs['langfuse']?.[0] })}\n`);
    await refused(['calls.jsonl', 'calls.csv'], 'bad-option', /one format at a time/);
    await refused(['calls.jsonl', 'langfuse-here.jsonl'], 'log-mixed', /langfuse/);
    write(
      'both.jsonl',
      [logs['langfuse']?.[0], logs['litellm']?.[0]].map((each) => `${JSON.stringify(each)}\n`).join(''),
    );
    await refused(['both.jsonl'], 'log-mixed', /a record of litellm/);
    await refused(['calls.csv', 'again.csv'], 'log-twice', /the same bytes/);
    await refused(['other.csv'], 'log-unknown-csv', /no reader knows/);
    await refused(['empty.csv'], 'log-empty', /holds no record/);
    await refused(['bare.csv'], 'log-empty', /holds no record/);
    await refused(['spans.jsonl'], 'log-no-calls', /none of the 1 records/);
    await refused(['nowhere.csv'], 'file-not-found', /there is no file/);
    await refused(['-'], 'bad-option', /no standard input/);
  });

  it('parquet files in which one column is a text and a number', async () => {
    const [one, two] = [join(folder, 'number.parquet'), join(folder, 'text.parquet')];
    const columnsOf = (value: string): string =>
      `SELECT 'r' AS request_id, 'gpt-4o' AS model, ${value} AS prompt_tokens, 1 AS completion_tokens, 1 AS spend`;
    await make(
      `COPY (${columnsOf('5')}) TO '${one}' (FORMAT parquet); COPY (${columnsOf("'many'")}) TO '${two}' (FORMAT parquet)`,
    );
    await refused(['number.parquet', 'text.parquet'], 'log-refused', /a count is no number/);
  });

  it('leaves nothing beside', () => {
    expect(tmpdir()).toBe(join(folder, 'tmp'));
    expect(readdirSync(tmpdir())).toEqual([]);
  });
});

it('without the package, one error says how to install it', () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const place = mkdtempSync(join(tmpdir(), 'ai-footprint-alone-'));
  try {
    for (const part of ['bin', 'dist', 'package.json'])
      cpSync(join(root, part), join(place, part), { recursive: true });
    writeFileSync(join(place, 'log.csv'), asCsv(cellsOf(3, 1)));
    let stderr = '';
    let status: unknown = 0;
    try {
      execFileSync(process.execPath, [join(place, 'bin/ai-footprint.js'), 'usage', 'log.csv', '--engine', 'duckdb'], {
        cwd: place,
        stdio: 'pipe',
      });
    } catch (error) {
      ({ status } = error as { status: unknown });
      stderr = String((error as { stderr: Buffer }).stderr);
    }
    expect(status).toBe(2);
    expect(stderr).toContain('error[engine-missing]');
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain('npm install @duckdb/node-api');
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});
