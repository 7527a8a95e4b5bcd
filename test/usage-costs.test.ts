/** Exports of costs: money as an upper bound, never beside the usage that it paid for. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultCatalog } from '../src/catalog/index.ts';
import { usageSchema, type JsonMetered } from '../src/report/usage/schema.ts';
import { root, runCli } from './run-cli.ts';

const logs = join(root, 'scenarios/logs');
const sample = (name: string): string => readFileSync(join(logs, name), 'utf8');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ai-footprint-costs-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: unknown): string => {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
};

const usage = (args: readonly string[], cwd = folder) => runCli(['usage', ...args, '--quiet'], { cwd });

async function metered(args: readonly string[], cwd = folder): Promise<JsonMetered> {
  const { code, stdout, stderr } = await usage([...args, '--format', 'json'], cwd);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return usageSchema.parse(JSON.parse(stdout));
}

async function refused(args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await usage(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  return stderr;
}

function expectClose(found: number | undefined, wanted: number | undefined): void {
  if (found === undefined || wanted === undefined) throw new Error('a figure is missing');
  expect(Math.abs(found - wanted) / Math.abs(wanted)).toBeLessThan(1e-9);
}

const result = (value: unknown, more: object = {}) => ({
  object: 'organization.costs.result',
  amount: { value, currency: 'usd' },
  line_item: null,
  project_id: null,
  ...more,
});
const page = (results: readonly object[], day = 1_763_596_800) => ({
  object: 'page',
  has_more: false,
  next_page: null,
  data: [{ object: 'bucket', start_time: day, end_time: day + 86_400, results }],
});

const bounds = ['low', 'central', 'high'] as const;

describe('as their publishers write them', () => {
  // Added up by hand from scenarios/logs: dollars of OpenAI, cents of Anthropic.
  test.each([
    ['openai-costs', 12.5 + 30.25 + 0.06 + 7.19 + 0.5],
    ['anthropic-costs', (123.45 + 876.55 + 50 + 950) / 100],
  ])('%s: money times the factor of the sector, an upper bound of gases alone', async (reader, dollars) => {
    const { log, whole, result: assessed, unmapped } = await metered([`${reader}.json`], logs);
    expect(log.reader.id).toBe(reader);
    expect(log.counting).toBeNull();
    expect(whole.spend).toEqual([{ currency: 'USD', amount: expect.any(Number) }]);
    expectClose(whole.spend?.[0]?.amount, dollars);
    expect(whole.counted).toEqual({ requests: null, input: null, cached: null, output: null, reasoning: null });
    expect(unmapped).toEqual([]);
    const factor = defaultCatalog().spend('hosting-us')?.ghg;
    expectClose(whole.impacts.ghg.total?.central, dollars * (factor?.value ?? Number.NaN));
    expect(whole.impacts.ghg.bound).toBe('upper');
    expect(whole.impacts.energy.total).toBeNull();
    expect(assessed.baseline.usages).toMatchObject([{ id: 'spend in USD', estimator: 'spend', tier: 4 }]);
    expect(assessed.assumptions).toContainEqual(
      expect.objectContaining({ input: 'spend_factor', status: 'default', source: 'epa-supply-chain-1.2' }),
    );
  });

  test.each(['0', '1000'])(
    'figures are those of a scenario with the same spend; parts add up, with %s draws',
    async (n) => {
      write('bill.yaml', 'name: a\nperiod: once\nusages: [{ id: spend in USD, spend: 50.5 USD }]\n');
      const { stdout } = await runCli(['assess', 'bill.yaml', '--format', 'json', '--samples', n], { cwd: folder });
      const { baseline } = JSON.parse(stdout) as JsonMetered['result'];
      const found = await metered(['openai-costs.json', '--by', 'project,line_item', '--samples', n], logs);
      for (const bound of bounds) {
        expectClose(found.whole.impacts.ghg.total?.[bound], baseline.impacts.ghg.total?.[bound]);
        expectClose(found.result.baseline.impacts.ghg.total?.[bound], baseline.impacts.ghg.total?.[bound]);
        // One unknown factor moves all of them together.
        for (const all of [found.groups, found.trend])
          expectClose(
            all.reduce((sum, { impacts }) => sum + (impacts.ghg.total?.[bound] ?? Number.NaN), 0),
            baseline.impacts.ghg.total?.[bound],
          );
      }
      expect(found.groups.map(({ key }) => key)).toEqual([
        ['shop', 'gpt-4o-2024-08-06, output'],
        ['shop', 'gpt-4o-2024-08-06, input'],
        ['desk', 'image models'],
        ['desk', 'gpt-4o-mini-2024-07-18, input'],
      ]);
      expect(found.trend.map(({ month }) => month)).toEqual(['2025-11', '2025-12']);
    },
  );

  test('a scenario of it assesses to the same total', async () => {
    const target = join(folder, 'spent.yaml');
    const { whole } = await metered(['anthropic-costs.json', '--to-scenario', target], logs);
    const { stdout } = await runCli(['assess', target, '--format', 'json'], { cwd: folder });
    const { baseline } = JSON.parse(stdout) as JsonMetered['result'];
    expectClose(baseline.impacts.ghg.total?.central, whole.impacts.ghg.total?.central);
  });

  test('reports say what was spent', async () => {
    const args = ['openai-costs.json', '--by', 'project', '--width', '100'];
    const table = (await usage(args, logs)).stdout;
    expect(table).toMatch(/spent\s+energy\s+greenhouse gases/);
    expect(table).toMatch(/desk\s+0\.56 USD/);
    expect((await usage([...args, '--format', 'line'], logs)).stdout).toContain('50.5 USD, <7.5 kgCO2e');
    expect((await usage([...args, '--format', 'markdown', '--lang', 'fr'], logs)).stdout).toContain('49,94 USD');
    const [head = '', whole = ''] = (await usage([...args, '--format', 'csv'], logs)).stdout.split('\n');
    const cells = new Map(head.split(',').map((name, at) => [name, whole.split(',')[at]]));
    expect([cells.get('spend'), cells.get('currency'), cells.get('requests')]).toEqual(['50.5', 'USD', '']);
  });
});

describe('nothing counts twice', () => {
  test.each([
    ['openai-costs.json', 'openai-usage.json'],
    ['openai-usage.json', 'openai-costs.json'],
    ['anthropic-usage.json', 'anthropic-costs.json'],
    ['anthropic-costs.json', 'openai-usage.json'],
  ])('%s is not added to %s', async (one, other) => {
    write(one, sample(one));
    write(other, sample(other));
    expect(await refused([one, other])).toContain('error[log-mixed]');
  });

  test('not in one file either; a day without rows may be of both', async () => {
    const calls = { num_model_requests: 1, input_tokens: 9, output_tokens: 3, model: 'gpt-4o' };
    write('both.jsonl', `${JSON.stringify(page([result(3)]))}\n${JSON.stringify(page([calls]))}\n`);
    expect(await refused(['both.jsonl'])).toContain('both.jsonl:2');
    const idle = JSON.stringify(page([]));
    write('idle.jsonl', `${idle}\n${JSON.stringify(page([result(3)]))}\n${idle}\n`);
    expect((await metered(['idle.jsonl'])).whole.spend).toEqual([{ currency: 'USD', amount: 3 }]);
    write('called.jsonl', `${idle}\n${JSON.stringify(page([calls]))}\n`);
    expect((await metered(['called.jsonl'])).whole.counted.requests).toBe(1);
    write('none.jsonl', `${idle}\n`);
    expect(await refused(['none.jsonl'])).toContain('error[log-no-calls]');
  });

  test('a page that was fetched twice counts once, an unfinished day as its fullest', async () => {
    const [early, late] = [page([result(1.5)]), page([result(4)])];
    write('days.json', [late, early, late, page([result(2)], 1_763_683_200)]);
    const { whole, log } = await metered(['days.json']);
    expect(whole.spend).toEqual([{ currency: 'USD', amount: 6 }]);
    expect(log).toMatchObject({ rows: 2, repeated: 2, differing: 1, first: '2025-11-20', last: '2025-11-21' });
  });
});

describe('what leads to no figure', () => {
  test('another currency is told, counted and left out; the total says so', async () => {
    const pound = result(12.25, { amount: { value: 12.25, currency: 'gbp' } });
    write('pounds.json', page([result(3), pound, result(2, { amount: { value: 2 }, project_id: 'x' })]));
    const { whole, unmapped, log } = await metered(['pounds.json']);
    expect(whole).toMatchObject({ rows: 1, unmapped_rows: 2, bound: 'lower', spend: [{ currency: 'USD', amount: 3 }] });
    expect(log.rows).toBe(3);
    expect(unmapped).toMatchObject([
      { kind: 'currency', name: 'GBP', rows: 1, amount: 12.25, code: 'no-factor' },
      { kind: 'currency', name: null, rows: 1, amount: 2, code: null },
    ]);
    const { stdout } = await usage(['pounds.json', '--width', '100']);
    expect(stdout).toContain('1 row of 12.25 GBP: no factor of this currency is known');
    expect(stdout).toContain('the total leaves 2 rows out');
    expect((await usage(['pounds.json', '--strict'])).code).toBe(4);
    write('only.json', page([pound]));
    expect(await refused(['only.json'])).toContain('error[no-factor]');
  });

  test('without some money the figure is an upper bound of a part; without a credit it stays one', async () => {
    const amounts = (...more: readonly object[]) => write('partly.json', page([result(100), ...more]));
    const boundsOf = async (file: string) => {
      const { whole, result: own } = await metered([file, '--max-refused', '1']);
      return [whole.bound, whole.impacts.ghg.bound, own.baseline.impacts.ghg.bound, whole.impacts.energy.bound];
    };
    expect(await boundsOf(amounts())).toEqual([null, 'upper', 'upper', null]);
    expect(await boundsOf(amounts(result(-30, { line_item: 'credit' })))).toEqual([null, 'upper', 'upper', null]);
    const pounds = result(40, { line_item: 'pounds', amount: { value: 40, currency: 'gbp' } });
    expect(await boundsOf(amounts(pounds))).toEqual(['lower', 'mixed', 'mixed', null]);
  });

  test('euros and dollars are added as gases, each by its own factor', async () => {
    const euro = result(10, { amount: { value: 10, currency: 'EUR' } });
    write('two.json', page([result(3), euro]));
    const { whole, groups } = await metered(['two.json', '--by', 'currency']);
    const [usd, eur] = ['hosting-us', 'computing-services'].map((id) => defaultCatalog().spend(id)?.ghg.value ?? 0);
    expectClose(whole.impacts.ghg.total?.central, 3 * (usd ?? 0) + 10 * (eur ?? 0));
    expect(groups.map(({ key, spend }) => [key, spend])).toEqual([
      [['EUR'], [{ currency: 'EUR', amount: 10 }]],
      [['USD'], [{ currency: 'USD', amount: 3 }]],
    ]);
  });

  test.each([
    ['a credit', result(-1), 'negative'],
    ['no number', result('much'), 'not-a-number'],
    ['nothing', { ...result(1), amount: { currency: 'usd' } }, 'not-a-number'],
    ['too much', result(1e16), 'absurd'],
  ] as const)('%s is refused, or left out and told', async (_, wrong, fault) => {
    write('wrong.json', page([{ ...wrong, project_id: 'other' }, result(3)]));
    expect(await refused(['wrong.json'])).toContain('error[log-refused]');
    const { whole, log } = await metered(['wrong.json', '--max-refused', '1']);
    expect(whole.spend).toEqual([{ currency: 'USD', amount: 3 }]);
    expect(log.refused).toMatchObject([{ fault, rows: 1, first: { file: 'wrong.json', line: 1 } }]);
  });

  test('a time that is none', async () => {
    write('when.json', { ...page([result(3)]), data: [{ start_time: 'soon', results: [result(3)] }] });
    expect(await refused(['when.json'])).toContain('error[log-refused]');
  });
});

describe('what does not read costs says so', () => {
  test.each([
    [['costs.json', '--engine', 'duckdb'], 'costs-engine'],
    [['costs.json', '--engine', 'duckdb', '--reader', 'openai-costs'], 'costs-engine'],
    [['costs.json', '--print-sql', 'duckdb'], 'costs-engine'],
    [['costs.json', '--print-sql', 'postgres', '--table', 't'], 'costs-engine'],
    [['--engine', 'clickhouse', '--url', 'https://h', '--table', 't', '--reader', 'openai-costs'], 'costs-engine'],
    [['costs.json', '--region', 'aws/eu-west-3'], 'costs-without'],
    [['costs.json', '--map', 'a=gpt-4o', '--plan', 'bill.yaml'], 'costs-without'],
    [['costs.json', '--by', 'model'], 'unknown-group-key'],
    [['costs.json', '--reader', 'openai-usage'], 'log-no-calls'],
  ])('%j', async (args, code) => {
    write('costs.json', page([result(3)]));
    write('bill.yaml', 'name: a\nperiod: once\nusages: [{ id: a, spend: 50.5 USD }]\n');
    expect(await refused(args)).toContain(`error[${code}]`);
  });

  test('the reader that is named reads it', async () => {
    write('costs.json', page([result(3)]));
    expect((await metered(['costs.json', '--reader', 'openai-costs'])).whole.rows).toBe(1);
  });
});
