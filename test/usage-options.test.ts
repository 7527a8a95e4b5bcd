/** What the command line and a mapping say of a log that cannot be so. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { usageSchema, type JsonMetered } from '../src/report/usage/schema.ts';
import { root, runCli } from './run-cli.ts';

const logs = join(root, 'scenarios/logs');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ai-footprint-options-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return name;
};
const copy = (name: string): string => write(name, readFileSync(join(logs, name), 'utf8'));

async function refused(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(['usage', ...args, '--quiet'], { cwd: folder });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  return stderr;
}

async function metered(...args: readonly string[]): Promise<JsonMetered> {
  const run = ['usage', ...args, '--quiet', '--format', 'json'];
  const { code, stdout, stderr } = await runCli(run, { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return usageSchema.parse(JSON.parse(stdout));
}

const call = (more: object = {}): string =>
  `${JSON.stringify({
    request_id: '1',
    prompt_tokens: 900,
    completion_tokens: 300,
    spend: 0.1,
    model: 'gpt-4o',
    custom_llm_provider: 'openai',
    startTime: '2025-11-20T10:00:00Z',
    messages: 'CANARY-OF-A-PROMPT',
    ...more,
  })}\n`;

describe('--map takes a name for another of its kind', () => {
  test.each([
    ['gpt-4o=azure/eastus2', 'is a model of the log, and "azure/eastus2" no model'],
    ['gpt-4o=anthropic', 'is a model of the log, and "anthropic" no model'],
    ['openai=gpt-4o-mini', 'is a host of the log, and "gpt-4o-mini" no host'],
    ['mars=gpt-4o-mini', 'is a region of the log, and "gpt-4o-mini" no region'],
  ])('%s', async (map, said) => {
    write('calls.jsonl', call({ zone: 'mars' }));
    write('zone.yaml', 'model: model\nprovider: custom_llm_provider\nregion: zone\ntokens: { input: prompt_tokens }\n');
    const stderr = await refused('calls.jsonl', '--mapping', 'zone.yaml', '--map', map);
    expect(stderr).toContain('error[map-kind]');
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(said);
  });

  test('a host for a host, as gateways write it, and a region for a region', async () => {
    write('calls.jsonl', call({ custom_llm_provider: 'our-azure', zone: 'mars' }));
    const maps = ['--map', 'our-azure=azure.ai.openai', '--map', 'mars=azure/eastus2'];
    const { log, unmapped } = await metered('calls.jsonl', '--mapping', 'zone.yaml', ...maps);
    expect([unmapped, log.unknown_hosts, log.renamed.length]).toEqual([[], [], 2]);
  });
});

describe('--reader on a file of another format is told at its line', () => {
  test.each([
    ['langfuse.jsonl', 'litellm', 'recognised as langfuse'],
    ['openai-usage.json', 'anthropic-usage', 'recognised as openai-usage'],
    ['litellm.csv', 'langfuse', 'recognised as litellm'],
    ['gateway.csv', 'litellm', '--mapping'],
    ['anthropic-usage.json', 'openai-costs', 'recognised as anthropic-usage'],
  ])('%s as %s', async (file, reader, fix) => {
    copy(file);
    for (const engine of reader.endsWith('costs') ? ['built-in'] : ['built-in', 'duckdb']) {
      const stderr = await refused(file, '--reader', reader, '--engine', engine);
      expect(stderr).toContain('error[log-misfit]');
      expect(stderr).toContain(`--> ${file}:1`);
      expect(stderr.replaceAll(/\s+/g, ' ')).toContain(fix);
    }
  });

  test.each(['built-in', 'duckdb'])('one with some columns left out is read, by %s', async (engine) => {
    write('few.csv', 'model,prompt_tokens,completion_tokens\ngpt-4o,900,300\n');
    const { whole } = await metered('few.csv', '--reader', 'litellm', '--engine', engine);
    expect(whole.counted).toMatchObject({ requests: 1, input: 900, output: 300 });
  });
});

test.each([
  ['month: team', 'error[mapping-clash]'],
  ['day: team', 'error[mapping-clash]'],
  ['model: team', 'error[mapping-clash]'],
  ['region: team', 'error[mapping-clash]'],
  ['provider: team', 'error[mapping-clash]'],
  ['"team,squad": team', 'error[mapping-clash]'],
  ['" team": team', 'error[mapping-clash]'],
])('a label that --by could not reach is refused at its line: %s', async (label, code) => {
  write('calls.jsonl', call());
  write('labels.yaml', `model: model\ntokens: { input: prompt_tokens }\nlabels:\n  ${label}\n`);
  const stderr = await refused('calls.jsonl', '--mapping', 'labels.yaml');
  expect(stderr).toContain(code);
  expect(stderr).toContain('labels.yaml:4:3');
});

describe('words that help', () => {
  test('--defaults without defaults, and with a fault, told of the file and once', async () => {
    copy('litellm.csv');
    write('none.yaml', 'name: x\n');
    const none = await refused('litellm.csv', '--defaults', 'none.yaml');
    expect(none).toContain('"none.yaml" has no "defaults:"');
    expect(none).not.toMatch(/--> .*log/);
    write('mars.yaml', 'defaults: { region: mars }\n');
    const mars = await refused('litellm.csv', '--defaults', 'mars.yaml');
    expect(mars.match(/error\[unknown-name\]/g)).toHaveLength(1);
  });

  test('a page of Langfuse in DuckDB, and one without observations', async () => {
    const lines = readFileSync(join(logs, 'langfuse.jsonl'), 'utf8').trim().split('\n');
    write('page.json', `{"data":[${lines.join(',')}],"meta":{"page":1}}`);
    const stderr = await refused('page.json', '--engine', 'duckdb');
    expect(stderr).toContain('error[page-of-records]');
    expect(stderr).toContain('--> page.json:1');
    expect((await metered('page.json')).whole.rows).toBe(9);
    write('empty.json', '{"data":[],"meta":{"page":1}}');
    expect(await refused('empty.json')).toContain('"empty.json" holds no record');
  });

  test('a log that is not there', async () => {
    expect(await refused('nothing.jsonl')).toContain('"-" reads standard input');
  });
});
