/** Requests that a report does not count: assumed, with a width that enters the interval. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { defaultCatalog } from '../src/catalog/index.ts';
import { respondUsage } from '../src/engine/baseline.ts';
import { overRows } from '../src/engine/moments.ts';
import { propagation } from '../src/engine/propagate.ts';
import { centralOf } from '../src/engine/uncertainty.ts';
import { logQueryOf } from '../src/metered/query.ts';
import { resolveLog } from '../src/metered/resolve.ts';
import { JoinedRows } from '../src/metered/row-sums.ts';
import { typicalInput } from '../src/metered/typical-input.ts';
import { usageSchema, type JsonMetered } from '../src/report/usage/schema.ts';
import { field } from '../src/usage-log/expressions.ts';
import { anthropicUsage } from '../src/usage-log/readers/providers.ts';
import { slotFields, type Reader } from '../src/usage-log/types.ts';
import { builtIn } from './engine-logs.fixtures.ts';
import { root, runCli } from './run-cli.ts';

const catalog = defaultCatalog();
const typical = typicalInput(catalog);

const buckets = [
  { input: 400_000, cached: 120_000, output: 90_000 },
  { input: 2_000_000, cached: 0, output: 300_000 },
  { input: 75_000, cached: 900_000, output: 4000 },
];
/** A page whose rows hold one request for each so many tokens that were sent. */
const page = (sent: number): object => ({
  has_more: false,
  next_page: null,
  data: buckets.map(({ input, cached, output }, day) => ({
    starting_at: `2025-08-0${day + 1}T00:00:00Z`,
    ending_at: `2025-08-0${day + 2}T00:00:00Z`,
    results: [
      {
        model: 'claude-sonnet-4-0',
        uncached_input_tokens: input,
        cache_read_input_tokens: cached,
        output_tokens: output,
        counted: (input + cached) / sent,
      },
    ],
  })),
});

const counting: Reader = {
  ...anthropicUsage,
  counts: { ...anthropicUsage.counts, requests: field('data[].results[].counted') },
};

/** Greenhouse gases of the report, before they become an interval. */
function gases(reader: Reader, record: object) {
  const options = {
    catalog,
    method: 'ai-footprint',
    defaults: undefined,
    renames: new Map<string, string>(),
    region: undefined,
  } as const;
  const query = logQueryOf([], { ...options, hasTime: true });
  const { summed } = builtIn(reader, [record], query);
  const [combination] = resolveLog('log', summed, { query, reader, options }).combinations;
  if (!combination) throw new Error('no combination');
  const onLimit = (): never => {
    throw new Error('beyond a limit');
  };
  const over = overRows(propagation, combination.parts, { count: slotFields.length, onLimit });
  const parts = combination.parts.map(({ part }) => part);
  const { ghg, energy } = respondUsage(parts, over(new JoinedRows(query, combination.lines))).criteria;
  if (!ghg.total || !energy.total) throw new Error('no figure');
  return { ghg: ghg.total, energy: energy.total };
}

describe('moved to an end, it is the report with so many requests', () => {
  const guessed = gases(anthropicUsage, page(1));
  it.each([
    ['central', typical.central, 0],
    ['few requests, long ones', typical.high, 1],
    ['many requests, short ones', typical.low, 2],
  ] as const)('%s: %d tokens a request', (_, sent, row) => {
    const known = gases(counting, page(sent));
    for (const criterion of ['ghg', 'energy'] as const) {
      const { keys, column } = guessed[criterion];
      const place = keys.indexOf('log.requests');
      expect(place).toBeGreaterThanOrEqual(0);
      const found = column[row === 0 ? 0 : 2 * place + row] ?? Number.NaN;
      const wanted = centralOf(known[criterion]);
      expect(Math.abs(found - wanted) / wanted).toBeLessThan(1e-9);
      expect(known[criterion].keys).not.toContain('log.requests');
    }
  });

  it('longer requests cost more: each reads its own text', () => {
    const [few, many] = [typical.high, typical.low].map((sent) => centralOf(gases(counting, page(sent)).ghg));
    expect(few).toBeGreaterThan(1.2 * (many ?? Number.NaN));
  });
});

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ai-footprint-guessed-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function metered(args: readonly string[], cwd = folder): Promise<JsonMetered> {
  const { code, stdout, stderr } = await runCli(['usage', ...args, '--format', 'json', '--quiet'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return usageSchema.parse(JSON.parse(stdout));
}

test.each(['0', '2000'])('it is listed as one unknown of all rows, and carries width, with %s draws', async (draws) => {
  const { result, whole } = await metered(['anthropic-usage.json', '--samples', draws], join(root, 'scenarios/logs'));
  const listed = result.assumptions.filter(({ input }) => input === 'requests');
  const sent = 261_000;
  expect(listed).toMatchObject([
    { path: 'usages.*.requests', status: 'default', usages: 2, note: expect.stringContaining('[60 - 50000]') },
  ]);
  const [{ value, width_share: share }] = listed as [(typeof listed)[number]];
  for (const [found, tokens] of [
    [value.low, typical.high],
    [value.central, typical.central],
    [value.high, typical.low],
  ] as const)
    expect(Math.abs(found - sent / tokens) / (sent / tokens)).toBeLessThan(1e-9);
  expect(share).toBeGreaterThan(0.01);
  expect(whole.impacts.ghg.per_unit ?? null).toBeNull();
});

test('the interval is wider than that of the same rows counted, its centre the same; DuckDB says the same', async () => {
  writeFileSync(join(folder, 'report.json'), JSON.stringify(page(typical.central)));
  writeFileSync(
    join(folder, 'counted.yaml'),
    'rows: data[].results[]\nmodel: model\nrequests: counted\ninput_holds_cached: false\noutput_holds_reasoning: true\n' +
      'tokens: { input: uncached_input_tokens, cached_input: cache_read_input_tokens, output: output_tokens }\n',
  );
  const [guessed, counted, duck] = [
    await metered(['report.json']),
    await metered(['report.json', '--mapping', 'counted.yaml']),
    await metered(['report.json', '--engine', 'duckdb']),
  ].map(({ whole }) => whole.impacts.ghg.total);
  if (!guessed || !counted || !duck) throw new Error('no figure');
  expect(Math.abs(guessed.central - counted.central) / counted.central).toBeLessThan(1e-9);
  expect(guessed.high).toBeGreaterThan(1.05 * counted.high);
  expect(guessed.low).toBeLessThanOrEqual(counted.low * (1 + 1e-9));
  for (const bound of ['low', 'central', 'high'] as const)
    expect(Math.abs(duck[bound] - guessed[bound]) / guessed[bound]).toBeLessThan(1e-9);
});
