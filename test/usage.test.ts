import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultCatalog } from '../src/catalog/index.ts';
import { usageSchema, type JsonMetered } from '../src/report/usage/schema.ts';
import { root, runCli } from './run-cli.ts';

const logs = join(root, 'scenarios/logs');
const logOf = (name: string): string => readFileSync(join(logs, name), 'utf8');
const canary = /CANARY-OF-[A-Z-]+/;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ai-footprint-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const samples: Readonly<Record<string, readonly string[]>> = {
  'openai-usage': ['openai-usage.json'],
  'anthropic-usage': ['anthropic-usage.json'],
  litellm: ['litellm.csv'],
  langfuse: ['langfuse.jsonl'],
  'otel-genai': ['otel-genai.jsonl'],
  'claude-code': ['claude-code.jsonl'],
  gateway: ['gateway.csv', '--mapping', 'gateway-mapping.yaml'],
};

const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return name;
};

async function usage(args: readonly string[], cwd = folder, stdin = '') {
  return runCli(['usage', ...args, '--quiet'], { cwd, stdin });
}

async function metered(args: readonly string[], cwd = folder, stdin = ''): Promise<JsonMetered> {
  const { code, stdout, stderr } = await usage([...args, '--format', 'json'], cwd, stdin);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return usageSchema.parse(JSON.parse(stdout));
}

async function refused(args: readonly string[], stdin = ''): Promise<string> {
  const { code, stdout, stderr } = await usage(args, folder, stdin);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).not.toMatch(canary);
  return stderr;
}

/** Equal to a billionth: sums of rows in another order. */
function expectClose(found: number, wanted: number, tolerance = 1e-9): void {
  expect(Math.abs(found - wanted) / Math.abs(wanted)).toBeLessThan(tolerance);
}

const call = (id: string, more: object = {}): string =>
  `${JSON.stringify({
    request_id: id,
    prompt_tokens: 900,
    completion_tokens: 300,
    spend: 0.1,
    model: 'gpt-4o',
    startTime: '2025-11-20T10:00:00Z',
    team_id: 'red',
    messages: 'CANARY-OF-A-PROMPT',
    ...more,
  })}\n`;

describe('logs as their publishers write them', () => {
  // Added up by hand from scenarios/logs.
  test.each([
    ['openai-usage', { requests: 2040, input: 1_208_000, cached: 64_000, output: 444_000, reasoning: null }],
    ['anthropic-usage', { requests: null, input: 241_000, cached: 20_000, output: 62_000, reasoning: null }],
    // Six generations of o3-mini and three of gpt-4o; spans are no calls.
    ['langfuse', { requests: 9, input: 3954, cached: 600, output: 654, reasoning: 1800 }],
    // Agents as a whole and tools are no calls.
    ['otel-genai', { requests: 12, input: 7800, cached: 4800, output: 1200, reasoning: 2400 }],
    // The last line of each answer counts; what the program wrote itself does not.
    ['claude-code', { requests: 6, input: 5424, cached: 72_000, output: 1515, reasoning: null }],
    ['gateway', { requests: 8, input: 3628, cached: 400, output: 748, reasoning: null }],
  ] as const)('%s', async (reader, counted) => {
    const found = await metered(samples[reader] ?? [], logs);
    expect(found.log.reader.id).toBe(reader);
    expect(found.whole.counted).toEqual(counted);
    expect(found.unmapped).toEqual([]);
  });

  test('what the output counts already is not added to it; what it leaves out is assumed of a model that always thinks', async () => {
    const reasoning = ({ result }: JsonMetered) =>
      result.assumptions.filter(({ input }) => input === 'reasoning_tokens');
    const litellm = await metered([write('thinks.jsonl', call('1', { model: 'o3-mini' }))]);
    expect(reasoning(litellm)).toEqual([]);
    const mapping = write('untold.yaml', 'model: model\ntokens: { input: prompt_tokens, output: completion_tokens }\n');
    const untold = await metered(['thinks.jsonl', '--mapping', mapping]);
    expect(untold.log.counting?.reasoning).toBe('untold');
    expect(reasoning(untold)).toMatchObject([{ status: 'default', value: { central: 800 } }]);
    const [less = 0, more = 0] = [litellm, untold].map(({ whole }) => whole.impacts.energy.total?.central ?? 0);
    expect(more).toBeGreaterThan(2 * less);
  });

  test('requests that a report does not count are assumed, and marked', async () => {
    const { result, log } = await metered(['anthropic-usage.json'], logs);
    expect(log.unknown).toEqual({ requests: 2, reasoning: 2 });
    expect(result.baseline.impacts.ghg.per_unit).toBeNull();
    expect(result.assumptions).toContainEqual(expect.objectContaining({ input: 'requests', status: 'default' }));
  });
});

describe('figures', () => {
  test('are those of the same rows in a scenario with a table', async () => {
    const rows = Array.from({ length: 300 }, (_, row) => ({
      input: 50 + ((row * 7919) % 4000),
      output: 10 + ((row * 104_729) % 900),
    }));
    write('rows.csv', ['in,out', ...rows.map(({ input, output }) => `${input},${output}`)].join('\n'));
    write(
      'rows.yaml',
      'name: a\nperiod: once\ndefaults: { model: gpt-4o, region: azure/eastus2, requests: 1, iterations: 1 }\n' +
        'usages: { from: rows.csv, columns: { tokens.input: in, tokens.output: out } }\n',
    );
    write(
      'rows.jsonl',
      rows.map(({ input, output }, at) => call(`${at}`, { prompt_tokens: input, completion_tokens: output })).join(''),
    );
    const { stdout } = await runCli(['assess', 'rows.yaml', '--format', 'json'], { cwd: folder });
    const { baseline } = JSON.parse(stdout) as { readonly baseline: JsonMetered['result']['baseline'] };
    const { whole, result } = await metered(['rows.jsonl', '--region', 'azure/eastus2']);
    for (const criterion of ['energy', 'ghg', 'water', 'adpe', 'primary_energy', 'climate_cost'] as const) {
      for (const bound of ['low', 'central', 'high'] as const) {
        const wanted = baseline.impacts[criterion].total?.[bound] ?? Number.NaN;
        expectClose(whole.impacts[criterion].total?.[bound] ?? Number.NaN, wanted);
        expectClose(result.baseline.impacts[criterion].total?.[bound] ?? Number.NaN, wanted);
      }
    }
  });

  test.each(['0', '1000'])('of groups and of months add up to the whole, with %s draws', async (draws) => {
    const { groups, trend, whole } = await metered(['litellm.csv', '--by', 'team,model', '--samples', draws], logs);
    const sum = (all: readonly { readonly impacts: JsonMetered['whole']['impacts'] }[]) =>
      all.reduce((total, { impacts }) => total + (impacts.ghg.total?.central ?? Number.NaN), 0);
    expect(groups).toHaveLength(12);
    expect(trend.map(({ month }) => month)).toEqual(['2025-10', '2025-11']);
    expectClose(sum(groups), whole.impacts.ghg.total?.central ?? Number.NaN);
    expectClose(sum(trend), whole.impacts.ghg.total?.central ?? Number.NaN);
    expectClose(
      groups.reduce((total, { share }) => total + (share ?? 0), 0),
      1,
    );
  });

  test('draws keep the centre, and the same seed gives the same bytes', async () => {
    const args = ['otel-genai.jsonl', '--samples', '1000', '--seed', '5', '--format', 'json'];
    const [one, other] = [await usage(args, logs), await usage(args, logs)];
    expect(one.stdout).toBe(other.stdout);
    const drawn = JSON.parse(one.stdout) as JsonMetered;
    const propagated = await metered(['otel-genai.jsonl'], logs);
    expect(drawn.result.uncertainty).toMatchObject({ method: 'draws', samples: 1000 });
    const [found, wanted] = [drawn, propagated].map(({ whole }) => whole.impacts.ghg.total);
    expectClose(found?.central ?? Number.NaN, wanted?.central ?? Number.NaN);
    expect((found?.low ?? 0) / (wanted?.low ?? 1)).toBeGreaterThan(0.8);
    expect((found?.high ?? 0) / (wanted?.high ?? 1)).toBeLessThan(2);
  });

  test('every text model of the catalogue with a known size has a figure', async () => {
    const models = defaultCatalog().data.models.filter(
      ({ kind, total_parameters: total, active_parameters: active }) => kind === 'text' && total && active,
    );
    expect(models.length).toBeGreaterThan(100);
    write('all.jsonl', models.map(({ id }, at) => call(`${at}`, { model: id })).join(''));
    const { unmapped, groups } = await metered(['all.jsonl', '--by', 'model']);
    expect(unmapped).toEqual([]);
    expect(groups.filter(({ impacts }) => !((impacts.energy.total?.central ?? 0) > 0))).toEqual([]);
    expect(groups).toHaveLength(models.length);
  });

  test('of --defaults hold of every call', async () => {
    write('calls.jsonl', call('1'));
    write(
      'own.yaml',
      'name: x\nfunctional_unit: { name: page, volume: 3/year }\nusages: []\ndefaults:\n  grid: FRA\n  pue: 1.5\n',
    );
    const [usual, own] = [await metered(['calls.jsonl']), await metered(['calls.jsonl', '--defaults', 'own.yaml'])];
    expect(own.result.assumptions.map(({ input }) => input)).not.toContain('pue');
    expect(own.whole.impacts.ghg.total?.central ?? 0).toBeLessThan((usual.whole.impacts.ghg.total?.central ?? 0) / 2);
    write('wrong.yaml', 'name: x\nusages: []\ndefaults:\n  grid: FRX\n');
    expect(await refused(['calls.jsonl', '--defaults', 'wrong.yaml'])).toContain('wrong.yaml:4:9');
    write('speed.yaml', 'defaults:\n  serving: { tokens_per_second: 40 }\n');
    expect(await refused(['calls.jsonl', '--defaults', 'speed.yaml'])).toContain('error[log-needs-products]');
    write('none.yaml', 'name: x\n');
    expect(await refused(['calls.jsonl', '--defaults', 'none.yaml'])).toContain('error[no-defaults]');
  });
});

describe('one log, however it is written', () => {
  const page = logOf('openai-usage.json');
  test.each([
    ['over several lines', page],
    ['its first field on the first line', page.replace('{\n  "object"', '{ "object"')],
    ['on one line', JSON.stringify(JSON.parse(page))],
    ['pages one after the other', `${page}${page}`],
    ['a list of pages', `[${page},${page}]`],
  ])('%s', async (_, text) => {
    const found = await metered(['-'], folder, text);
    expect(found.whole.counted).toMatchObject({ requests: 2040, input: 1_208_000 });
  });

  test('gzip, standard input, a folder, line ends of Windows, a list, a page of the API', async () => {
    const lines = logOf('langfuse.jsonl');
    const items = lines.trim().split('\n');
    const wanted = (await metered(['-'], folder, lines)).whole;
    write('packed.jsonl.gz', gzipSync(lines));
    for (const [args, stdin] of [
      [['packed.jsonl.gz'], ''],
      [['-'], lines.replaceAll('\n', '\r\n')],
      [['-'], `\uFEFF${lines.trimEnd()}`],
      [['-'], `[\n${items.join(',\n')}\n]\n`],
      [['-'], `{"data":[${items.join(',')}],"meta":{"page":1}}`],
    ] as const)
      expect((await metered(args, folder, stdin)).whole).toEqual(wanted);
  });

  test('a csv with cells over several lines, in pieces of any size, names its lines', async () => {
    const csv = logOf('litellm.csv');
    const found = await metered(['-'], folder, csv);
    expect(found.whole.counted.requests).toBe(60);
    const broken = csv.replace(/^(chatcmpl-0003,[^\n]*?),2025-/m, '$1,never,2025-');
    const line = csv.slice(0, csv.indexOf('chatcmpl-0003')).split('\n').length;
    expect(await refused(['-'], broken)).toContain(`<stdin>:${line}`);
  });

  test('exports that overlap count a call once, and say so', async () => {
    const lines = logOf('otel-genai.jsonl').trim().split('\n');
    write('first.jsonl', lines.slice(0, 3).join('\n'));
    write('second.jsonl', lines.slice(2).join('\n'));
    const { whole, log } = await metered(['first.jsonl', 'second.jsonl']);
    expect(whole.counted.requests).toBe(12);
    expect(log.repeated).toBe(3);
  });
});

describe('names of the log', () => {
  test('that lead to no figure are listed, left out of the total, which says so', async () => {
    write(
      'names.jsonl',
      call('1') +
        call('2', { model: 'gpt-4o-2O24' }) +
        call('3', { model: null }) +
        call('4', { model: 'openai/dall-e-3' }),
    );
    const { unmapped, whole } = await metered(['names.jsonl']);
    expect(whole).toMatchObject({ rows: 1, unmapped_rows: 3, bound: 'lower' });
    expect(unmapped).toMatchObject(
      [
        { name: 'gpt-4o-2O24', rows: 1, code: 'unknown-name', counted: { input: 900 } },
        { name: 'openai/dall-e-3', code: 'wrong-kind-of-model' },
        { name: null, code: null },
      ].toSorted((left, right) => ((left.name ?? '') < (right.name ?? '') ? -1 : 1)),
    );
    const { stdout, code } = await usage(['names.jsonl']);
    expect(code).toBe(0);
    expect(stdout).toContain('NOT IN THE TOTAL');
    expect(stdout).toContain('the total leaves 3 rows out');
    expect((await usage(['names.jsonl', '--strict'])).code).toBe(4);
    expect((await usage(['names.jsonl', '--format', 'line'])).stdout).toContain('3 rows not in the total');
  });

  test('bound what is left of the total, and of the groups that they are of', async () => {
    write('bound.jsonl', call('1') + call('2', { model: 'x-9', team_id: 'blue' }) + call('3', { team_id: 'blue' }));
    const { whole, groups } = await metered(['bound.jsonl', '--by', 'team']);
    expect(whole.bound).toBe('lower');
    expect(groups.map(({ key, bound }) => [key, bound])).toEqual([
      [['blue'], 'lower'],
      [['red'], null],
    ]);
    expect(whole.impacts.ghg.bound).toBeNull();
    const csv = (await usage(['bound.jsonl', '--by', 'team', '--format', 'csv'])).stdout.split('\n');
    const place = csv[0]?.split(',').indexOf('bound') ?? -1;
    const bounds = csv.filter((line) => line.includes(',ghg,')).map((line) => line.split(',').slice(0, 2).concat(line.split(',')[place] ?? '')); // prettier-ignore
    expect(bounds).toEqual([
      ['whole', '', 'lower'],
      ['group', 'blue', 'lower'],
      ['group', 'red', ''],
    ]);
    // A row that cannot count may be of any group.
    write('bad.jsonl', call('1') + call('2', { prompt_tokens: -1, team_id: 'blue' }));
    const bad = await metered(['bad.jsonl', '--by', 'team', '--max-refused', '1']);
    expect([bad.whole.bound, bad.groups.map(({ bound }) => bound)]).toEqual(['lower', ['lower']]);
    write('good.jsonl', call('1'));
    expect((await metered(['good.jsonl'])).whole.bound).toBeNull();
  });

  test('stand once, however many combinations they are in', async () => {
    write(
      'twice.jsonl',
      call('1') + call('2', { model: 'x-9' }) + call('3', { model: 'x-9', custom_llm_provider: 'azure' }),
    );
    const { unmapped } = await metered(['twice.jsonl']);
    expect(unmapped).toMatchObject([{ name: 'x-9', rows: 2 }]);
  });

  test('are taken for others with --map; a name that no row has, or that nobody knows, is refused', async () => {
    write('house.jsonl', call('1', { model: 'house-model' }) + call('2'));
    const { unmapped, log, groups } = await metered([
      'house.jsonl',
      '--map',
      'house-model=gpt-4o-mini',
      '--by',
      'model',
    ]);
    expect(unmapped).toEqual([]);
    expect(log.renamed).toEqual([{ from: 'house-model', to: 'gpt-4o-mini' }]);
    expect(groups.map(({ key }) => key)).toEqual([['gpt-4o'], ['house-model']]);
    expect(await refused(['house.jsonl', '--map', 'hose-model=gpt-4o'])).toContain('error[map-unused]');
    expect(await refused(['house.jsonl', '--map', 'house-model=gpt-40'])).toContain('error[unknown-name]');
    expect(await refused(['house.jsonl', '--map', 'house-model'])).toContain('error[bad-option]');
    write('nobody.jsonl', call('1', { model: 'gpt4o' }));
    expect(await refused(['nobody.jsonl'])).toContain('--map "gpt4o=gpt-4o"');
  });

  test('a host that the catalogue does not know is told, and the usual place of the model taken', async () => {
    write('host.jsonl', call('1', { custom_llm_provider: 'acme' }));
    const { log } = await metered(['host.jsonl']);
    expect(log.unknown_hosts).toEqual([{ name: 'acme', rows: 1 }]);
  });
});

describe('a plan against what was logged', () => {
  const plan = (requests: string): string =>
    write(
      'plan.yaml',
      'name: Plan\ndefaults: { region: azure/eastus2, iterations: 1 }\nusages:\n' +
        `  - { id: a, model: gpt-4o, requests: ${requests}, tokens: { input: 900, output: 300, reasoning: 0 } }\n` +
        '  - { id: b, model: gpt-4.1-nano, requests: 10/year, tokens: { input: 900, output: 300 } }\n',
    );

  test('is taken over the days of the log; what both share cancels in the ratio', async () => {
    // Ten days, of which the year has 36.5; a third of the requests that were planned.
    write(
      'ten.jsonl',
      call('1', { startTime: '2025-11-20T23:59:59Z' }) +
        call('2', { startTime: '2025-11-11T00:00:00Z' }) +
        call('3', { model: 'o3-mini' }),
    );
    const { plan: found } = await metered(['ten.jsonl', '--region', 'azure/eastus2', '--plan', plan('219/year')]);
    expect(found).toMatchObject({ period: 'year', days: 10 });
    const rows = new Map(found?.rows.map((row) => [row.model, row]));
    const own = rows.get('openai/gpt-4o');
    expectClose(own?.planned?.requests ?? Number.NaN, 6);
    expect(own?.actual?.requests).toBe(2);
    for (const bound of ['low', 'central', 'high'] as const) expectClose(own?.ratio?.[bound] ?? Number.NaN, 1 / 3);
    expect(rows.get('openai/o3-mini')).toMatchObject({ planned: null, ratio: null });
    expect(rows.get('openai/gpt-4.1-nano')).toMatchObject({ actual: null, ratio: null });
    expect(found?.rows.at(-1)).toMatchObject({ model: null, actual: { requests: 3 } });
    const { stdout } = await usage(['ten.jsonl', '--plan', 'plan.yaml', '--width', '120']);
    expect(stdout).toContain('PLAN AGAINST ACTUAL');
    expect(stdout).toMatch(/openai\/o3-mini .*not planned/);
  });

  test('is a lower bound where rows were left out, wherever it is printed', async () => {
    const lines = (more: object): string => call('1') + call('2', { model: 'o3-mini' }) + call('3', more);
    const args = ['--region', 'azure/eastus2', '--plan', plan('365/year'), '--max-refused', '1'];
    const bounds = async (file: string) => {
      const { plan: found } = await metered([file, ...args]);
      return [found?.left_out, ...(found?.rows ?? []).map(({ model, bound }) => [model, bound])];
    };
    write('whole.jsonl', lines({}));
    write('unmapped.jsonl', lines({ model: 'house-model' }));
    write('refused.jsonl', lines({ prompt_tokens: -1 }));
    const rows = (bound: string | null) => [
      ['openai/o3-mini', bound],
      ['openai/gpt-4o', bound],
      ['openai/gpt-4.1-nano', bound],
      [null, bound],
    ];
    const ordered = ([left, ...found]: readonly unknown[]) => [left, new Set(found)];
    expect(ordered(await bounds('whole.jsonl'))).toEqual([0, new Set(rows(null))]);
    // A name that nobody knows may be a deployment of a model that is named.
    expect(ordered(await bounds('unmapped.jsonl'))).toEqual([1, new Set(rows('lower'))]);
    expect(ordered(await bounds('refused.jsonl'))).toEqual([1, new Set(rows('lower'))]);
    const words = async (file: string, ...more: string[]): Promise<string> =>
      (await usage([file, ...args, ...more])).stdout.replaceAll(/\s+/g, ' ');
    for (const format of ['table', 'markdown']) {
      expect(await words('unmapped.jsonl', '--format', format)).toContain('what is actual leaves 1 row out');
      expect(await words('unmapped.jsonl', '--format', format, '--lang', 'fr')).toContain('le réel laisse 1 ligne de');
      expect(await words('unmapped.jsonl', '--format', format)).toContain('no row that counts');
      const whole = await words('whole.jsonl', '--format', format);
      expect(whole).not.toContain('what is actual leaves');
      expect(whole).toContain('not in the log');
    }
    expect(await words('unmapped.jsonl', '--format', 'line')).toMatch(/; actual \/ planned x[^(]+\(1 row left out\)/);
    expect(await words('unmapped.jsonl', '--format', 'line', '--lang', 'fr')).toMatch(
      / ; réel \/ prévu [^(]+\(1 ligne laissée de côté\)/,
    );
    expect(await words('whole.jsonl', '--format', 'line')).toMatch(/; actual \/ planned [^(]*$/);
  });

  test('over time needs the times of the log', async () => {
    write('timeless.yaml', 'model: model\ntokens: { input: prompt_tokens, output: completion_tokens }\n');
    write('timeless.jsonl', call('1'));
    const args = ['timeless.jsonl', '--mapping', 'timeless.yaml', '--plan', plan('1/year')];
    expect(await refused(args)).toContain('error[plan-needs-times]');
  });
});

describe('a log as a scenario', () => {
  const assessed = async (file: string): Promise<number> => {
    const { stdout, stderr } = await runCli(['assess', file, '--format', 'json'], { cwd: folder });
    expect(stderr).toBe('');
    const { baseline } = JSON.parse(stdout) as { readonly baseline: JsonMetered['result']['baseline'] };
    return baseline.impacts.ghg.total?.central ?? Number.NaN;
  };

  test.each([
    ['litellm', 0.02],
    ['claude-code', 1e-4],
    ['otel-genai', 1e-3],
  ] as const)(
    '%s assesses at once, near to the log: means hold all but what lengths have in common',
    async (name, tolerance) => {
      const args = [...(samples[name] ?? [])].map((word) => join(logs, word));
      const file = `${name}.measured.yaml`;
      const { code, stdout } = await usage([...args, '--to-scenario', file]);
      expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
      const { whole } = await metered(args);
      expectClose(await assessed(file), whole.impacts.ghg.total?.central ?? Number.NaN, tolerance);
      expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(canary);
    },
  );

  test('whose calls are all alike has the same total; defaults stand in it; it is not written over', async () => {
    write('alike.jsonl', call('1') + call('2'));
    write('base.yaml', 'name: x\ndefaults:\n  grid: FRA # of ours\n');
    const args = ['alike.jsonl', '--defaults', 'base.yaml'];
    await usage([...args, '--to-scenario', 'alike.yaml']);
    const { whole } = await metered(args);
    expectClose(await assessed('alike.yaml'), whole.impacts.ghg.total?.central ?? Number.NaN);
    expect(readFileSync(join(folder, 'alike.yaml'), 'utf8')).toContain('  grid: FRA # of ours\n');
    expect(await refused([...args, '--to-scenario', 'alike.yaml'])).toContain('the file exists already');
    expect(await refused([...args, '--to-scenario', 'alike.txt'])).toContain('does not end in .yaml');
  });

  test('a name of a log cannot write into it', async () => {
    const region = 'azure/eastus2\n# x: [';
    write('sly.jsonl', call('1') + call('2', { model: 'x"\nusages: []\n#', region }));
    await usage(['sly.jsonl', '--to-scenario', 'sly.yaml']);
    expect(await assessed('sly.yaml')).toBeGreaterThan(0);
  });
});

describe('what is wrong is refused at its line, and nothing of it printed', () => {
  const cut = (text: string): string => text.slice(0, Math.floor(text.length * 0.7));
  test.each([
    ['a broken line in the middle', call('1') + call('2').slice(0, 40) + '\n' + call('3'), 'log-record', ':2'],
    ['every broken line', `${call('1')}{"CANARY-OF-A-PROMPT\n${call('2')}CANARY-OF-A-PROMPT}\n`, 'log-record', ':4'],
    ['a file that breaks off', cut(logOf('langfuse.jsonl')), 'log-record', ':'],
    ['a page that breaks off', cut(logOf('openai-usage.json')), 'log-record', ':'],
    ['a csv that breaks off in a quote', cut(logOf('litellm.csv')), 'log-record', ':'],
    ['a record of another log', call('1') + logOf('langfuse.jsonl'), 'log-mixed', ':2'],
    ['a header that changes', `${logOf('litellm.csv')}id,tokens,model\n1,2,gpt-4o\n`, 'log-record', ':'],
    ['fields that no reader knows', '{"prompt":"CANARY-OF-A-PROMPT"}\n', 'log-unknown', ':1'],
    ['a text that is no log', 'Dear CANARY-OF-A-PROMPT, tell me,\nplease\n', 'log-unknown-csv', ':1'],
    ['a question for a key', '{"CANARY-OF-A-PROMPT is what?":1}\n', 'log-unknown', ':1'],
    [
      'a first line that is cut off at its start',
      'A-PROMPT": "CANARY-OF-A-PROMPT", "x": 1}\n',
      'log-unknown-csv',
      ':1',
    ],
    ['a negative count', call('1') + call('2', { prompt_tokens: -5 }), 'log-refused', ':2'],
    ['an absurd count', call('1') + call('2', { prompt_tokens: 1e16 }), 'log-refused', ':2'],
    ['a count that is a text', call('1') + call('2', { prompt_tokens: 'CANARY-OF-A-PROMPT' }), 'log-refused', ':2'],
    ['a time that is none', call('1') + call('2', { startTime: '2025-02-30T00:00:00Z' }), 'log-refused', ':2'],
    ['a time in another unit', call('1') + call('2', { startTime: '1763634000' }), 'log-refused', ':2'],
    ['nothing', '', 'log-empty', ''],
    ['blank lines', '\n\n', 'log-empty', ''],
    [
      'costs without a currency',
      '{"object":"page","data":[{"object":"bucket","start_time":1730419200,"results":[{"object":"organization.costs.result","amount":{"value":0.06}}]}],"has_more":false}',
      'no-currency',
      '',
    ],
    ['a NUL byte', 'a\0b', 'log-bytes', ''],
    ['a parquet', 'PAR1....', 'log-bytes', ''],
  ])('%s', async (_, text, code, place) => {
    write('wrong.log', text);
    const stderr = await refused(['wrong.log']);
    expect(stderr).toContain(`error[${code}]`);
    if (place !== '') expect(stderr).toContain(`--> wrong.log${place}`);
  });

  test('a gzip that breaks off, bytes that are no text, a file that is missing', async () => {
    const packed = gzipSync(logOf('litellm.csv'));
    write('cut.csv.gz', packed.subarray(0, packed.length - 200));
    expect(await refused(['cut.csv.gz'])).toContain('the gzip breaks off');
    write('latin.csv', Uint8Array.of(0x61, 0xe9, 0x0a));
    expect(await refused(['latin.csv'])).toContain('not UTF-8');
    expect(await refused(['missing.csv'])).toContain('error[file-not-found]');
  });

  test('the same bytes under two names', async () => {
    write('one.jsonl', call('1'));
    write('two.jsonl', call('1'));
    expect(await refused(['one.jsonl', 'two.jsonl'])).toContain('holds the same bytes as "one.jsonl"');
  });

  test('rows that may be left out are counted in the result', async () => {
    write('some.jsonl', call('1') + call('2', { prompt_tokens: -5 }) + call('3', { startTime: 'soon' }));
    expect(await refused(['some.jsonl', '--max-refused', '1'])).toContain('"--max-refused 2"');
    const { log, whole } = await metered(['some.jsonl', '--max-refused', '2']);
    expect(whole.rows).toBe(1);
    expect(log.refused).toEqual([
      { fault: 'negative', rows: 1, first: { file: 'some.jsonl', line: 2 } },
      { fault: 'bad-time', rows: 1, first: { file: 'some.jsonl', line: 3 } },
    ]);
    expect((await usage(['some.jsonl', '--max-refused', '2', '--strict'])).code).toBe(4);
    for (const format of ['line', 'table', 'markdown'])
      expect((await usage(['some.jsonl', '--max-refused', '2', '--format', format])).stdout).toMatch(
        /2 rows not in the total|the total leaves 2 rows out/,
      );
  });

  test('one request is one', async () => {
    write('single.jsonl', call('1'));
    for (const format of ['line', 'table']) {
      expect((await usage(['single.jsonl', '--format', format])).stdout).toMatch(/\b1 request\b(?!s)/);
      expect((await usage(['single.jsonl', '--format', format, '--lang', 'fr'])).stdout).toMatch(/\b1 requête(?!s)/);
    }
  });

  test('options that would do nothing, or read one stream twice', async () => {
    write('one.jsonl', call('1'));
    for (const more of [['--output', 'x.json'], ['--format', 'line'], ['--to-scenario', 'x.yaml'], ['--strict']])
      expect((await refused(['one.jsonl', '--print-sql', 'duckdb', ...more])).replaceAll(/\s+/g, ' ')).toContain(
        `leaves "${more[0]}" undone`,
      );
    expect(await refused(['-', '--plan', '-'])).toContain('"--plan -": standard input is the log');
  });

  test('more broken records than are told', async () => {
    write('many.jsonl', call('1') + '{\n'.repeat(50));
    const stderr = await refused(['many.jsonl', '--max-errors', '3']);
    expect(stderr.match(/error\[log-record\]/g)).toHaveLength(3);
    expect(stderr).toContain('error[too-many-errors]');
  });

  test('a mapping, at the line that is wrong', async () => {
    write('m.jsonl', call('1'));
    write('typo.yaml', 'model: model\ntokens:\n  inptu: prompt_tokens\n');
    expect(await refused(['m.jsonl', '--mapping', 'typo.yaml'])).toContain('typo.yaml:3:3');
    write('guess.yaml', 'model: model\ntokens: { input: prompt_tokens, cached_input: cached }\n');
    expect(await refused(['m.jsonl', '--mapping', 'guess.yaml'])).toContain('input_holds_cached');
    write('empty.yaml', 'model: model\ntokens: {}\n');
    expect(await refused(['m.jsonl', '--mapping', 'empty.yaml'])).toContain('error[missing-key]');
    write('column.yaml', 'model: model\ntokens: { input: tokns }\n');
    write('m.csv', 'model,tokens\ngpt-4o,12\n');
    expect(await refused(['m.csv', '--mapping', 'column.yaml'])).toContain('write "tokens" in the mapping');
    expect(await refused(['m.csv', '--mapping', 'column.yaml'])).toContain('error[log-column]');
    expect(await refused(['m.csv', '--mapping', 'column.yaml', '--reader', 'litellm'])).toContain('error[bad-option]');
    expect(await refused(['m.csv', '--reader', 'litelm'])).toContain('write "--reader litellm"');
  });

  test('a key that the log does not have', async () => {
    write('key.jsonl', call('1'));
    expect(await refused(['key.jsonl', '--by', 'team,squad'])).toContain('error[unknown-group-key]');
  });
});

describe('no text of a prompt or an answer leaves a log', () => {
  test.each(Object.entries(samples))('%s', async (_, args) => {
    expect(logOf(args[0] ?? '')).toMatch(args[0]?.includes('usage') ? /./ : canary);
    const before = readdirSync(logs);
    for (const format of ['table', 'line', 'json', 'csv', 'markdown'])
      for (const lang of ['en', 'fr']) {
        const { code, stdout, stderr } = await usage(
          [...args, '--format', format, '--lang', lang, '--by', 'model,month'],
          logs,
        );
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        expect(stdout).not.toMatch(canary);
      }
    expect(readdirSync(logs)).toEqual(before);
  });
});

describe('reports', () => {
  const golden = (name: string): string => join(root, 'test/golden/usage', name);
  test.each([
    ['litellm.en.txt', ['litellm.csv', '--by', 'team,model', '--top', '5']],
    ['litellm.fr.txt', ['litellm.csv', '--by', 'team,model', '--top', '5', '--lang', 'fr']],
    ['claude-code.60.txt', ['claude-code.jsonl', '--by', 'model', '--width', '60']],
    ['anthropic.120.txt', ['anthropic-usage.json', '--by', 'workspace', '--width', '120']],
    ['openai.json', ['openai-usage.json', '--by', 'model', '--format', 'json']],
    ['costs.120.txt', ['openai-costs.json', '--by', 'project', '--width', '120']],
    ['otel.csv', ['otel-genai.jsonl', '--by', 'team,month', '--format', 'csv']],
    ['plan.en.txt', ['litellm.csv', '--plan', 'shop-plan.yaml', '--width', '120']],
    ['plan.en.80.txt', ['litellm.csv', '--plan', 'shop-plan.yaml']],
    ['plan.fr.md', ['litellm.csv', '--plan', 'shop-plan.yaml', '--format', 'markdown', '--lang', 'fr']],
    ['langfuse.en.md', ['langfuse.jsonl', '--by', 'model', '--format', 'markdown']],
    ['langfuse.fr.md', ['langfuse.jsonl', '--by', 'model', '--format', 'markdown', '--lang', 'fr']],
  ])('%s', async (name, args) => {
    const { code, stdout, stderr } = await usage(args, logs);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot(golden(name));
  });

  test.each([60, 80, 120])('no line is longer than %i columns', async (width) => {
    const { stdout } = await usage(['litellm.csv', '--by', 'user,team,model,month', '--width', String(width)], logs);
    expect(stdout.split('\n').filter((line) => [...line].length > width)).toEqual([]);
  });

  test('files are written whole, and never over the log', async () => {
    write('w.jsonl', call('1'));
    const { code, stdout } = await usage(['w.jsonl', '-o', 'out.json', '-o', 'out.csv']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(usageSchema.safeParse(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).success).toBe(true);
    write('self.json', call('1'));
    expect(await refused(['self.json', '-o', 'self.json'])).toContain('error[output-exists-as-input]');
  });
});
