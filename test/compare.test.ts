/** Rankings: every figure is that of `assess`, sums and shares add up, differences are those of `diff`. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { criteria } from '../src/assessment.ts';
import { dominates, dominatorsOf, type Option } from '../src/ranking/pareto.ts';
import type { JsonRankedRow, JsonRanking } from '../src/report/compare/schema.ts';
import { root, runCli } from './run-cli.ts';
import { within } from './within.ts';

const shipped = readdirSync(join(root, 'scenarios'))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => `scenarios/${name}`);
const rags = ['scenarios/rag-or-local-7b.yaml', 'scenarios/rag-local-7b.yaml', 'scenarios/rag-with-cache.yaml'];

/** Of every period, some unknown, some with a value; a fixed list, so that a new scenario moves no golden. */
const some =
  'scenarios/{rag-*,chatgpt-*,films-on-demand,medicine-discovery,translate-a-document,training-and-use,logistics-server-week,prototypes,starter-pack,from-a-bill}.yaml';

const folder = mkdtempSync(join(tmpdir(), 'compare-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function ranked(files: readonly string[], ...options: readonly string[]): Promise<JsonRanking> {
  const { code, stdout, stderr } = await runCli(['compare', ...files, ...options, '--format', 'json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as JsonRanking;
}

const rowsOf = ({ sections }: JsonRanking): JsonRankedRow[] => sections.flatMap(({ rows }) => rows);

interface Result {
  readonly scenario: { readonly name: string };
  readonly baseline: {
    readonly impacts: Record<string, { total: object | null; per_unit: object | null; bound: string | null }>;
    readonly usages: readonly { id: string; impacts: Record<string, { total: object | null }>; data_quality: object }[];
  };
  readonly data_quality: { readonly grade: string | null };
  readonly verdict?: { readonly code: string };
}

async function assessed(files: readonly string[], ...options: readonly string[]): Promise<Result[]> {
  const { stdout } = await runCli(['assess', ...files, ...options, '--format', 'json']);
  return (JSON.parse(stdout) as { results: Result[] }).results;
}

/** Forty scenarios with their verdicts, twice: more than the usual half a minute on a machine that others use too. */
describe('the figures of assess', { timeout: 120_000 }, () => {
  test.each([[[]], [['--samples', '300', '--seed', '5']]])('of every shipped scenario, options %j', async (options) => {
    const rows = rowsOf(await ranked(shipped, ...options));
    const results = await assessed(shipped, ...options);
    expect(rows).toHaveLength(results.length);
    for (const [index, { scenario, baseline, data_quality, verdict }] of results.entries()) {
      const row = rows.find(({ holds }) => holds.files[0] === shipped[index]);
      expect(row?.holds.scenarios).toEqual([scenario.name]);
      for (const criterion of criteria) {
        const { total, bound } = baseline.impacts[criterion] ?? {};
        expect(row?.figures[criterion]).toMatchObject({ total, bound });
      }
      expect({ grade: row?.data_quality, verdict: row?.verdict }).toEqual({
        grade: data_quality.grade,
        verdict: verdict?.code ?? null,
      });
    }
  });

  test('of every usage of every shipped scenario', async () => {
    const rows = rowsOf(await ranked(shipped, '--by', 'usage'));
    const results = await assessed(shipped);
    const usages = results.flatMap(({ baseline }, index) => baseline.usages.map((usage) => ({ usage, index })));
    expect(rows).toHaveLength(usages.length);
    for (const { usage, index } of usages) {
      const row = rows.find(({ holds }) => holds.files[0] === shipped[index] && holds.usages[0] === usage.id);
      for (const criterion of criteria) expect(row?.figures[criterion]?.total).toEqual(usage.impacts[criterion]?.total);
    }
  });

  test('of a functional unit, where scenarios have the same one', async () => {
    const pair = ['scenarios/classification-with-llm.yaml', 'scenarios/no-llm-classification.yaml'];
    const ranking = await ranked(pair);
    expect(ranking.sections.map(({ functional_unit }) => functional_unit)).toEqual(['sorted message']);
    for (const [index, { baseline }] of (await assessed(pair)).entries()) {
      const row = rowsOf(ranking).find(({ holds }) => holds.files[0] === pair[index]);
      for (const criterion of criteria)
        expect(row?.figures[criterion]?.per_unit).toEqual(baseline.impacts[criterion]?.per_unit);
    }
  });
});

describe('parts', () => {
  test.each(['usage', 'model', 'region', 'phase', 'tag'])('by %s add up to the whole', async (by) => {
    for (const { rows, whole } of (await ranked(shipped, '--by', by)).sections) {
      const parts = rows.flatMap(({ figures }) => figures.ghg?.total?.central ?? []);
      const sum = parts.reduce((total, part) => total + part, 0);
      expect(sum).toSatisfy(within(whole.ghg?.central ?? -1, 1e-9));
      const shares = rows.reduce((total, { figures }) => total + (figures.ghg?.share ?? 0), 0);
      expect(shares).toSatisfy(within(sum > 0 ? 1 : 0, 1e-9));
    }
  });

  test('a usage at two places is parted between them, and its tags are each a row', async () => {
    const file = join(folder, 'two-places.yaml');
    writeFileSync(
      file,
      `name: Two places
usages:
  - id: chat
    tags: [team:web, prototype, prototype]
    model: gpt-4o
    region: [{ region: azure/eastus2, share: 25 % }, { region: azure/swedencentral, share: 75 % }]
    requests: 1M/year
    tokens: { input: 100, output: 100 }
  - { id: other, model: gpt-4o-mini, region: azure/eastus2, requests: 1M/year, tokens: { input: 100, output: 100 } }
`,
    );
    const regions = rowsOf(await ranked([file], '--by', 'region'));
    expect(regions.map(({ name }) => name)).toEqual(['azure/eastus2', 'azure/swedencentral']);
    const whole = rowsOf(await ranked([file]))[0]?.figures.energy?.total?.central ?? 0;
    const sum = regions.reduce((total, { figures }) => total + (figures.energy?.total?.central ?? 0), 0);
    expect(sum).toSatisfy(within(whole, 1e-9));
    const tags = await ranked([file], '--by', 'tag');
    expect(new Set(rowsOf(tags).map(({ name }) => name))).toEqual(new Set(['team:web', 'prototype', null]));
    expect(tags.sections[0]).toMatchObject({ overlapping: true, concentration: null });
    const asked = rowsOf(await ranked([file], '--by', 'usage', '--where', 'tag ~ team: and not model = openai/gpt-5'));
    expect(asked.map(({ name }) => name)).toEqual(['chat']);
  });
});

describe('order', () => {
  test('largest first, the other way with --reverse, what is unknown last', async () => {
    const values = (ranking: JsonRanking) =>
      rowsOf(ranking).map(({ figures }) => figures.water?.total?.central ?? null);
    const once = ['--where', 'file ~ before or file ~ copilot-after', '--criterion', 'water'];
    const files = shipped.filter((file) => /chatgpt|gpu/.test(file));
    const down = await ranked(files, ...once);
    for (const { rows } of down.sections) {
      const known = rows.flatMap(({ figures }) => figures.water?.total?.central ?? []);
      expect(known).toEqual(known.toSorted((left, right) => right - left));
      expect(rows.map(({ rank }) => rank)).toEqual(rows.map((_, at) => at + 1));
    }
    const all = await ranked(shipped, '--criterion', 'water', '--reverse');
    for (const { rows } of all.sections) {
      const texts = rows.map(({ figures }) => (figures.water?.total ? 'known' : 'unknown'));
      expect(texts).toEqual(texts.toSorted());
    }
    expect(values(down).length).toBeGreaterThan(0);
  });

  test('--top counts what it leaves out', async () => {
    const [section] = (await ranked(rags, '--top', '1')).sections;
    expect(section?.rows).toHaveLength(1);
    expect(section).toMatchObject({ rows_in_all: 3, rows_kept: 3 });
    expect((section?.rest_share ?? 0) + (section?.rows[0]?.figures.ghg?.share ?? 0)).toSatisfy(within(1, 1e-9));
  });

  test.each([
    ['name', (row: JsonRankedRow) => row.name],
    ['grade', (row: JsonRankedRow) => row.data_quality],
  ])('--sort %s', async (sort, of) => {
    const names = rowsOf(await ranked(rags, '--sort', sort)).map(of);
    expect(names).toEqual(names.toSorted());
  });

  test('the fewest rows that make four fifths', async () => {
    const { sections } = await ranked(shipped);
    for (const { concentration, rows } of sections) {
      if (!concentration) continue;
      const parts = rows.map(({ figures }) => figures.ghg?.total?.central ?? 0);
      const sum = parts.reduce((total, part) => total + part, 0);
      const first = (count: number) => parts.slice(0, count).reduce((total, part) => total + part, 0) / sum;
      expect(first(concentration.rows)).toBeGreaterThanOrEqual(0.8);
      expect(first(concentration.rows - 1)).toBeLessThan(0.8);
      expect(concentration.share).toSatisfy(within(first(concentration.rows), 1e-9));
    }
    expect(sections.some(({ concentration }) => concentration)).toBe(true);
  });
});

describe('against a baseline', () => {
  test.each([[[]], [['--samples', '500']]])('differences are those of diff, options %j', async (options) => {
    const [after = '', before = ''] = ['scenarios/rag-local-7b.yaml', 'scenarios/rag-or-local-7b.yaml'];
    const row = rowsOf(await ranked([before, after], '--baseline', before, ...options)).find(
      ({ holds }) => holds.files[0] === after,
    );
    const { stdout } = await runCli(['diff', before, after, ...options, '--format', 'json']);
    const { rows } = JSON.parse(stdout) as {
      rows: { usage: null; criterion: string; basis: string; difference: object; ratio: object }[];
    };
    const found = rows.find(({ criterion, basis }) => criterion === 'ghg' && basis === 'period');
    expect(row?.figures.ghg).toMatchObject({ difference: found?.difference, ratio: found?.ratio });
    // What both share cancels: tighter than the two totals, which overlap less than they say.
    const { ratio } = row?.figures.ghg ?? {};
    expect((ratio?.high ?? 0) / (ratio?.low ?? 1)).toBeGreaterThan(1);
  });

  test('the baseline itself is one, and a row of another period has no difference', async () => {
    const ranking = await ranked(['scenarios/translate-a-document.yaml', ...rags], '--baseline', 'rag-with-cache');
    const [year, month] = ranking.sections;
    expect(year?.baseline).toBe('Questions to the documents of a company');
    const own = year?.rows.find(({ is_baseline }) => is_baseline);
    expect(own?.figures.ghg?.ratio).toEqual({ low: 1, central: 1, high: 1 });
    expect(own?.figures.ghg?.difference).toEqual({ low: 0, central: 0, high: 0 });
    expect(month).toMatchObject({ period: 'month', baseline: null });
    expect(month?.rows.every(({ figures }) => figures.ghg?.ratio === null)).toBe(true);
  });

  test('usages of one scenario, models of several', async () => {
    const usages = rowsOf(await ranked(['scenarios/decision-matrix.yaml'], '--by', 'usage', '--baseline', 'writing'));
    const of = (name: string) => usages.find((row) => row.name === name)?.figures.ghg;
    const expected = (of('truck-filling')?.total?.central ?? 0) / (of('writing')?.total?.central ?? 1);
    expect(of('truck-filling')?.ratio?.central).toSatisfy(within(expected, 1e-9));
    const models = await ranked(rags, '--by', 'model', '--baseline', 'gpt-4o');
    expect(models.sections[0]?.baseline).toBe('openai/gpt-4o');
    expect(rowsOf(models).filter(({ figures }) => figures.ghg?.ratio === null)).toEqual([]);
  });
});

describe('what cannot be compared', () => {
  test('periods are ranked apart; unlike functional units have no figures per unit, with the reason', async () => {
    const { sections } = await ranked([some]);
    expect(sections.map(({ period }) => period)).toEqual(['year', 'month', 'week', 'once']);
    expect(sections[0]?.per_unit_refused?.reason).toBe('mixed-units');
    expect(sections[0]?.per_unit_refused?.units).toContain('film');
    expect(sections[0]?.rows.every(({ figures }) => figures.ghg?.per_unit === null)).toBe(true);
    const models = await ranked(rags, '--by', 'model');
    expect(models.sections[0]?.per_unit_refused?.reason).toBe('several-scenarios');
  });

  test('money of two currencies is ranked apart, and is no sum', async () => {
    const text = readFileSync(join(root, 'scenarios/rag-with-cache.yaml'), 'utf8');
    const dollars = join(folder, 'dollars.yaml');
    writeFileSync(dollars, `${text.replace(/^name: .*$/m, 'name: In dollars')}carbon_price: 200 USD/t\n`);
    const files = ['scenarios/rag-with-cache.yaml', dollars];
    expect((await ranked(files, '--criterion', 'climate_cost')).sections.map(({ unit }) => unit)).toEqual([
      'EUR',
      'USD',
    ]);
    const together = (await ranked(files)).sections;
    expect(together).toHaveLength(1);
    expect(together[0]?.whole.climate_cost?.central).toBeNull();
    expect(rowsOf(await ranked(files, '--where', 'climate_cost > 0 USD')).map(({ name }) => name)).toEqual([
      'In dollars',
    ]);
  });
});

describe('options that are dominated', () => {
  const option = (
    cost: number | null,
    benefit: number | null,
    volume = '1000/year',
  ) => `functional_unit: { name: answer, volume: ${volume} }
usages: [{ id: chat, model: gpt-4o, region: azure/eastus2, requests: 1 per unit, tokens: { input: 100, output: OUTPUT } }]
value:
  economic: { ${benefit === null ? '' : `benefit: ${benefit} EUR/year`}${cost === null ? '' : `, cost: ${cost} EUR/year`} }
`;
  const write = (name: string, output: number, text: string) =>
    writeFileSync(join(folder, 'pareto', `${name}.yaml`), `name: ${name}\n${text.replace('OUTPUT', String(output))}`);
  beforeAll(() => {
    mkdirSync(join(folder, 'pareto'));
    write('dear', 200, option(50, 100));
    write('cheap', 200, option(20, 100));
    write('light', 100, option(60, 100));
    write('rich', 400, option(60, 300));
    // As dear, but twice as often: half as dear a unit.
    write('often', 200, option(20, 200, '2000/year'));
  });

  test('per functional unit, by impact, cost and value together', async () => {
    const ranking = await ranked([join(folder, 'pareto')]);
    expect(ranking.sections[0]?.compared_by).toEqual(['cost', 'value']);
    const by = Object.fromEntries(rowsOf(ranking).map(({ name, dominated_by }) => [name, dominated_by]));
    expect(by).toEqual({ dear: 'often', cheap: 'often', light: null, rich: null, often: null });
    const { stdout } = await runCli(['compare', join(folder, 'pareto'), '--width', '120']);
    expect(stdout).toContain('cheap by often');
  });

  const number = fc.option(fc.integer({ min: 0, max: 4 }));
  const arbitrary: fc.Arbitrary<Option> = fc.record({
    impact: fc.integer({ min: 0, max: 4 }),
    worth: fc.option(
      fc.record({ currency: fc.constant('EUR'), cost: number, benefit: number, avoided: number, social: number }),
    ),
  });

  test('none dominates itself, no two each other, and every one that is dominated has a name for it', () => {
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 8 }), (options) => {
        const found = dominatorsOf(options);
        for (const [place, option] of options.entries()) {
          expect(dominates(option, option)).toBe(false);
          const by = options.filter((other) => dominates(other, option));
          for (const other of by) expect(dominates(option, other)).toBe(false);
          expect(found[place] === null).toBe(by.length === 0);
          const dominator = options[found[place] ?? -1];
          if (dominator) expect(dominates(dominator, option)).toBe(true);
        }
      }),
    );
  });
});

describe('the command', () => {
  test.each([
    ['en', '80'],
    ['en', '120'],
    ['fr', '80'],
  ])('a table in %s, %s wide', async (lang, width) => {
    const args = ['compare', some, '--top', '8', '--lang', lang, '--width', width];
    const { code, stdout, stderr } = await runCli(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(Number(width));
    await expect(stdout).toMatchFileSnapshot(`golden/compare/some.${lang}.${width}.txt`);
    expect((await runCli(args)).stdout).toBe(stdout);
  });

  test('--ascii prints nothing but ASCII, and the same without colour', async () => {
    const args = ['compare', ...rags, '--baseline', 'rag-with-cache', '--ascii', '--width', '120'];
    const { stdout } = await runCli(args);
    // eslint-disable-next-line no-control-regex -- all of ASCII
    expect(stdout).toMatch(/^[\x00-\x7f]*$/);
    expect(stdout).toContain('###');
    const coloured = (await runCli(args, { env: { FORCE_COLOR: '1' } })).stdout;
    // eslint-disable-next-line no-control-regex -- escape sequences
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(stdout);
    expect(coloured).not.toBe(stdout);
  });

  test.each(['markdown', 'line'])('%s', async (format) => {
    const { stdout } = await runCli(['compare', ...rags, '--baseline', 'rag-with-cache', '--format', format]);
    await expect(stdout).toMatchFileSnapshot(`golden/compare/rag.${format}.txt`);
  });

  test('json is as its published schema says, and jsonl holds the same rows', async () => {
    const schema = JSON.parse((await runCli(['schema', 'compare'])).stdout) as object;
    const Ajv = Ajv2020 as unknown as typeof Ajv2020.default;
    const validate = new Ajv({ strict: false }).compile(schema);
    const ranking = await ranked(shipped, '--baseline', 'rag-with-cache', '--by', 'scenario');
    expect(validate(ranking) ? [] : validate.errors).toEqual([]);
    const { stdout } = await runCli(['compare', ...shipped, '--baseline', 'rag-with-cache', '--format', 'jsonl']);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as JsonRankedRow & { period: string });
    expect(lines.map(({ name }) => name)).toEqual(rowsOf(ranking).map(({ name }) => name));
    expect(lines[0]).toMatchObject({ period: 'year', figures: rowsOf(ranking)[0]?.figures });
  });

  test('files by pattern, by folder and by name are read once each', async () => {
    const one = await ranked(['scenarios/rag*.yaml', 'scenarios/rag-with-cache.yaml', './scenarios/*cache.yaml']);
    expect(one.scenarios).toBe(3);
    const { stdout, code } = await runCli(['compare', 'scenarios', '--format', 'json']);
    expect({ code, count: (JSON.parse(stdout) as JsonRanking).scenarios }).toEqual({ code: 0, count: shipped.length });
    const absolute = await ranked([`${root}scenarios/rag-{local,or}*.yaml`]);
    expect(absolute.scenarios).toBe(2);
  });

  test('from standard input, and two scenarios of one name are told apart by their files', async () => {
    const text = readFileSync(join(root, 'scenarios/rag-with-cache.yaml'), 'utf8');
    const { stdout } = await runCli(['compare', '-', 'scenarios/rag-with-cache.yaml', '--format', 'json'], {
      stdin: text,
    });
    const names = rowsOf(JSON.parse(stdout) as JsonRanking).map(({ name }) => name);
    expect(names).toEqual([
      'Questions to the documents of a company (<stdin>)',
      'Questions to the documents of a company (scenarios/rag-with-cache.yaml)',
    ]);
  });

  test('several outputs in one pass, whole; an input is not written over', async () => {
    const files = ['rows.csv', 'rows.json', 'page.md'].map((name) => join(folder, name));
    const { code, stdout } = await runCli(['compare', ...rags, ...files.flatMap((file) => ['--output', file])]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect((JSON.parse(readFileSync(files[1] ?? '', 'utf8')) as JsonRanking).scenarios).toBe(3);
    const own = join(folder, 'own.json');
    writeFileSync(
      own,
      '{ "name": "Own", "usages": [{ "id": "a", "task": "text-generation", "requests": "1k/year" }] }',
    );
    const outcome = await runCli(['compare', own, '--output', own]);
    expect({ code: outcome.code, stdout: outcome.stdout }).toEqual({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain('error[output-exists-as-input]');
  });

  test('the problems of all files at once, each at its place, and nothing computed', async () => {
    const bad = ['a', 'b'].map((name) => join(folder, `${name}.yaml`));
    writeFileSync(bad[0] ?? '', 'name: A\nusages:\n  - { id: x, modell: gpt-4o }\n');
    writeFileSync(bad[1] ?? '', 'name: B\nusages:\n  - { id: x, model: gpt-nine, requests: 1/year }\n');
    const { code, stdout, stderr } = await runCli(['compare', ...bad, ...rags]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/error\[unknown-key\][\s\S]*a\.yaml:3[\s\S]*error\[unknown-name\][\s\S]*b\.yaml:3/);
  });

  test.each([
    [['--where', 'ghg'], 'bad-option', 'after "ghg" comes one of'],
    [['--where', 'gas > 1'], 'bad-option', 'there is no "gas"'],
    [['--where', 'modl = a'], 'bad-option', 'did you mean "model"?'],
    [['--where', 'ghg > 1 m3'], 'bad-option', 'does not measure ghg'],
    [['--where', 'ghg ~ 1'], 'bad-option', 'is a figure'],
    [['--where', 'model > 1'], 'bad-option', 'is a text'],
    [['--where', 'ghg > 1 and'], 'bad-option', 'write it like'],
    [['--where', '(ghg > 1'], 'bad-option', 'a ")" is missing'],
    [['--where', 'ghg > 1 kg)'], 'bad-option', 'nothing is expected after'],
    [['--where', ''], 'bad-option', 'write it like'],
    [['--where', 'model = '], 'bad-option', 'a value is missing'],
    [['--where', 'ghg_per_unit > 1 g', 'scenarios/search-with-ai.yaml'], 'bad-option', 'needs one functional unit'],
    [['--sort', 'per_unit', '--by', 'model'], 'bad-option', 'needs rows of one scenario each'],
    [['--sort', 'change'], 'bad-option', 'needs "--baseline NAME"'],
    [['--baseline', 'rag-with-cash'], 'bad-option', 'is no row'],
    [['--by', 'moon'], 'bad-option', 'argument "moon" is invalid'],
    [['nothing/*.yaml'], 'bad-pattern', 'names no file'],
    [['--output', 'rows.xlsx'], 'bad-option', 'no format has this extension'],
  ])('%j: exit 2, nothing on stdout', async (args, code, words) => {
    const outcome = await runCli(['compare', ...rags, ...args]);
    expect({ code: outcome.code, stdout: outcome.stdout }).toEqual({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain(`error[${code}]`);
    expect(outcome.stderr.replace(/\s+/g, ' ')).toContain(words);
  });

  test.each([
    ['ghg > 1 kg and ghg < 10 kgCO2e', ['Client segmentation, large model through an API']],
    ['share < 5 %', ['Client segmentation, 7B model on a shared server']],
    ['not (name ~ CLIENT)', ['Questions to the documents of a company']],
    [
      'file ~ local-7b and grade = B or water > 900 L',
      ['Questions to the documents of a company', 'Client segmentation, 7B model on a shared server'],
    ],
    [
      'scenario = "Client segmentation, 7B model on a shared server"',
      ['Client segmentation, 7B model on a shared server'],
    ],
    ['model != mistral/mistral-large', null],
  ])('--where %s', async (where, names) => {
    const rows = rowsOf(await ranked(rags, '--where', where));
    if (names) expect(rows.map(({ name }) => name)).toEqual(names);
    else expect(rows.every(({ holds }) => !holds.models.includes('mistral/mistral-large'))).toBe(true);
  });
});

describe('usages from a table', () => {
  const log = 'scenarios/prompt-log.yaml';
  const other = 'scenarios/from-a-bill.yaml';

  test('are ranked by their combinations; draws are left to scenarios that list their usages', async () => {
    const ranking = await ranked([log, other], '--by', 'usage', '--samples', '300');
    expect(ranking).toMatchObject({
      uncertainty: { method: 'draws', samples: 300 },
      propagated: [log],
      uncertainty_together: { method: 'propagation' },
    });
    const [, drawn] = await assessed([log, other], '--samples', '300');
    const listed = rowsOf(ranking).filter(({ holds }) => holds.files[0] === other);
    expect(listed.map(({ figures }) => figures.ghg?.total)).toEqual(
      drawn?.baseline.usages.map(({ impacts }) => impacts.ghg?.total),
    );
    const printed = await runCli(['compare', log, other, '--samples', '300', '--by', 'model', '--width', '100']);
    expect(printed.stdout).toContain(`intervals by propagation, not draws: ${log}`);
    expect(printed.stdout).toContain('sums over several scenarios and differences: intervals by propagation');
    const [assessment] = await assessed([log, other]);
    const rows = rowsOf(ranking).filter(({ holds }) => holds.files[0] === log);
    expect(rows).toHaveLength(assessment?.baseline.usages.length ?? 0);
    for (const usage of assessment?.baseline.usages ?? [])
      expect(rows.find(({ holds }) => holds.usages[0] === usage.id)?.figures.ghg?.total).toEqual(
        usage.impacts.ghg?.total,
      );
  });

  test('a row with an error is located, and nothing is ranked', async () => {
    writeFileSync(join(folder, 'log.csv'), 'model,calls\ngpt-4o,12\ngpt-4o,many\n');
    writeFileSync(
      join(folder, 'log.yaml'),
      'name: Log\nusages:\n  from: log.csv\n  columns: { model: model, requests: calls }\ndefaults: { grid: FRA, tokens: { input: 10, output: 10 } }\n',
    );
    const { code, stdout, stderr } = await runCli(['compare', join(folder, 'log.yaml')]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('log.csv:3:');
  });

  test('reading stops after --max-errors rows, and a negative number is told as one', async () => {
    writeFileSync(join(folder, 'log.csv'), `model,calls\n${'gpt-4o,-3\n'.repeat(9)}`);
    const scenario = join(folder, 'negative.yaml');
    const columns = '{ model: model, requests: { column: calls, unit: /year } }';
    writeFileSync(
      scenario,
      `name: Log\nusages: { from: log.csv, columns: ${columns} }\ndefaults: { grid: FRA, tokens: { input: 10, output: 10 } }\n`,
    );
    const { code, stderr } = await runCli(['compare', scenario, '--max-errors', '2']);
    expect(code).toBe(2);
    expect(stderr.match(/^error\[out-of-bounds\]/gm)).toHaveLength(2);
    expect(stderr).toContain('--max-errors 20');
  });
});
