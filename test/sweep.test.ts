/** Sweeps: every row is what `assess` gives with its values written in; ranges, queries, limits, streams. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { assess } from '../src/assess.ts';
import { defaultCatalog } from '../src/catalog/index.ts';
import { uniformDraws } from '../src/engine/latin-hypercube.ts';
import { InputError } from '../src/errors.ts';
import { readConstraint } from '../src/scenario/constraint.ts';
import { readVary } from '../src/scenario/vary.ts';
import { chunksOf, sweep, type SweepOptions } from '../src/sweep.ts';
import { root, runCli } from './run-cli.ts';
import { within } from './within.ts';

const catalog = defaultCatalog();
const sheets = readFileSync(join(root, 'scenarios/product-sheets.yaml'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'sweep-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const load = (): string => {
  throw new Error('nothing to extend');
};
const swept = (vary: readonly string[], options: Partial<SweepOptions> = {}, text = sheets) =>
  sweep({ file: 'test.yaml', text, load }, { catalog, vary, ...options });

function rowsOf(plan: ReturnType<typeof swept>) {
  return [...chunksOf(plan)].flatMap((chunk) =>
    Array.from({ length: chunk.rows }, (_, row) => ({
      values: plan.fields.map((_field, field) => chunk.value(field, row)),
      ghg: chunk.totals.get('ghg')?.[row],
      water: chunk.totals.get('water')?.[row],
    })),
  );
}

const assessed = (text: string) =>
  assess({ file: 'test.yaml', text, load }, { catalog, hash: () => '', practices: [] }).baseline.impacts;

describe('rows', () => {
  test('each is what the scenario gives with its values written in', () => {
    const rows = rowsOf(
      swept([
        'region=azure/swedencentral,aws/us-east-1',
        'model=gpt-4o-mini,mistral-large-2512',
        'iterations=1..3',
        'tokens.output=100,600',
      ]),
    );
    expect(rows).toHaveLength(24);
    for (const { values, ghg, water } of rows) {
      const [region, model, iterations, output] = values.map(String);
      const text = sheets
        .replace('azure/eastus2', region ?? '')
        .replace('gpt-4o', model ?? '')
        .replace('iterations: 4', `iterations: ${iterations}`)
        .replace('output: 600', `output: ${output}`);
      const expected = assessed(text);
      expect(ghg).toSatisfy(within(expected.ghg.total?.central ?? 0, 1e-12));
      expect(water).toSatisfy(within(expected.water.total?.central ?? 0, 1e-12));
    }
  });

  test('what the scenario gives beside a region or a model stays', () => {
    const own = sheets.replace(
      '    iterations: 4',
      '    iterations: 4\n    pue: 1.5\n    serving: { bits: 4, accelerators: 8 }',
    );
    const rows = rowsOf(swept(['region=aws/eu-west-3,azure/eastus2', 'model=gpt-4o-mini,gpt-4o'], {}, own));
    const expected = assessed(own.replace('azure/eastus2', 'aws/eu-west-3').replace('gpt-4o', 'gpt-4o-mini'));
    expect(rows[0]?.ghg).toSatisfy(within(expected.ghg.total?.central ?? 0, 1e-12));
    expect(rows[3]?.ghg).toSatisfy(within(assessed(own).ghg.total?.central ?? 0, 1e-12));
  });

  test('chunks of any size give the same rows in the same order', () => {
    const vary = ['iterations=1..7', 'region=@provider:scaleway', 'pue=1,1.5'];
    const whole = rowsOf(swept(vary));
    for (const chunk of [1, 2, 5, 16, 1000]) expect(rowsOf(swept(vary, { chunk }))).toEqual(whole);
  });

  test('no chunk is larger than asked for, whichever field comes first', () => {
    const plan = swept(['iterations=1,2', 'tokens.output=1..40', 'tokens.input=1..50'], { chunk: 100 });
    const sizes = [...chunksOf(plan)].map(({ rows }) => rows);
    expect(Math.max(...sizes)).toBe(100);
    expect(sizes.reduce((sum, rows) => sum + rows, 0)).toBe(plan.rows);
  });

  test('a usage that is not named stays as it is, one that is named moves', () => {
    const two = `${sheets}  - id: chat
    model: gpt-4o-mini
    grid: FRA
    requests: 1000/year
    tokens: { input: 100, output: 100 }
`;
    const both = rowsOf(swept(['tokens.output=100,200'], {}, two));
    const one = rowsOf(swept(['chat.tokens.output=100,200'], {}, two));
    expect(one[0]?.ghg).toSatisfy(within(assessed(two).ghg.total?.central ?? 0, 1e-12));
    expect(both[1]?.ghg).not.toSatisfy(within(one[1]?.ghg ?? 0, 1e-6));
    const named = two.replace('input: 100, output: 100', 'input: 100, output: 200');
    expect(one[1]?.ghg).toSatisfy(within(assessed(named).ghg.total?.central ?? 0, 1e-12));
  });

  test('a sample is on the values, covers them evenly, and hangs on its seed', () => {
    const vary = ['iterations=1..4', 'tokens.output=100,200'];
    const rows = rowsOf(swept(vary, { sample: 400, seed: 7 }));
    const counts = [1, 2, 3, 4].map((value) => rows.filter(({ values }) => values[0] === value).length);
    expect(counts).toEqual([100, 100, 100, 100]);
    expect(rowsOf(swept(vary, { sample: 400, seed: 7, chunk: 33 }))).toEqual(rows);
    expect(rowsOf(swept(vary, { sample: 400, seed: 8 }))).not.toEqual(rows);
    for (const { values, ghg } of rows.slice(0, 5)) {
      const text = sheets
        .replace('iterations: 4', `iterations: ${values[0]}`)
        .replace('output: 600', `output: ${values[1]}`);
      expect(ghg).toSatisfy(within(assessed(text).ghg.total?.central ?? 0, 1e-12));
    }
  });

  test('one draw in each stratum', () => {
    const [column = new Float64Array()] = uniformDraws({ count: 50, names: ['x'], seed: 3 });
    expect([...column].map((value) => Math.floor(value * 50)).toSorted((a, b) => a - b)).toEqual([...Array(50).keys()]);
  });
});

describe('values', () => {
  const numbers = (written: string) => {
    const { values } = readVary(written, catalog);
    return values.kind === 'number' ? values.numbers : values.names;
  };

  test.each([
    ['iterations=1,2,4', [1, 2, 4]],
    ['iterations=1..4', [1, 2, 3, 4]],
    ['iterations=1..2:0.25', [1, 1.25, 1.5, 1.75, 2]],
    ['tokens.output=10..1000:x10', [10, 100, 1000]],
    ['tokens.output=1k,2k', [1000, 2000]],
    ['grid.intensity=20 gCO2e/kWh,0.3', [0.02, 0.3]],
    ['pue=1.1..1.3:0.1', [1.1, 1.2, 1.3]],
    ['draft.iterations=1,1,2', [1, 2]],
  ])('%s', (written, expected) => {
    expect(numbers(written)).toEqual(expected);
  });

  test('queries of the catalogue', () => {
    expect(numbers('region=all')).toHaveLength(catalog.data.regions.length);
    expect(numbers('region=@provider:scaleway')).toEqual(
      catalog.data.regions.filter(({ provider }) => provider === 'scaleway').map(({ id }) => id),
    );
    const small = numbers('model=@small').map(String);
    const size = (id: string): number =>
      catalog.data.models.find((each) => each.id === id)?.active_parameters?.value ?? 99;
    expect(Math.max(...small.map(size))).toBeLessThanOrEqual(10);
    expect(numbers('model=@provider:mistral').every((id) => String(id).startsWith('mistral/'))).toBe(true);
  });

  test.each([
    ['iterations', 'bad-option'],
    ['iteratons=1', 'bad-option'],
    ['iterations=', 'bad-option'],
    ['iterations=1,,2', 'bad-option'],
    ['iterations=0..3', 'out-of-bounds'],
    ['iterations=3..1', 'bad-option'],
    ['iterations=1..3:0', 'bad-option'],
    ['iterations=1..9:x1', 'bad-option'],
    ['tokens.output=0..9:x2', 'bad-option'],
    ['tokens.output=1..1e9:0.1', 'bad-option'],
    ['pue=0.5', 'out-of-bounds'],
    ['grid.intensity=3 L', 'wrong-dimension'],
    ['region=azure/nowhere', 'unknown-name'],
    ['region=@planet:mars', 'bad-option'],
    ['region=@continent:ATLANTIS', 'bad-option'],
    ['model=gpt-9000', 'unknown-name'],
  ])('%s is refused', (written, code) => {
    try {
      readVary(written, catalog);
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      expect((error as InputError).problems.map((each) => each.code)).toContain(code);
      return;
    }
    throw new Error('it was taken');
  });

  test.each([
    ['water < 20 m3', 19_999, true],
    ['water < 20 m3', 20_000, false],
    ['water <= 20 m3', 20_000, true],
    ['ghg > 1 tCO2e', 1001, true],
    ['ghg >= 5', 4.9, false],
  ])('limit %s of %s: %s', (written, value, kept) => {
    const units = { water: 'L', ghg: 'kgCO2e' } as const;
    expect(readConstraint(written, ['water', 'ghg'], (name) => units[name]).keeps(value)).toBe(kept);
  });
});

// Several processes, on a machine that may have other work.
describe('threads', { timeout: 180_000 }, () => {
  const program = join(root, 'bin/ai-footprint.js');
  const sweepOf = (args: readonly string[]) =>
    spawnSync(process.execPath, [program, 'sweep', ...args], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });
  const vary = ['--vary', 'iterations=1,2', '--vary', 'region=all', '--vary', 'model=all'];

  test.each(['csv', 'jsonl', 'table'])('one or several write the same bytes, %s', (format) => {
    const args = ['scenarios/product-sheets.yaml', ...vary, '--format', format, '--constraint', 'ghg < 300 kgCO2e'];
    const [one, two] = ['1', '2'].map((jobs) => sweepOf([...args, '--jobs', jobs]));
    expect(one?.status).toBe(0);
    expect(one?.stdout.split('\n').length).toBeGreaterThan(10);
    expect(two?.stderr).toBe('');
    expect(two?.stdout === one?.stdout).toBe(true);
  });

  test('they know what the scenario extends, and rows of a catalogue of its own', () => {
    writeFileSync(join(folder, 'base.yaml'), sheets);
    writeFileSync(join(folder, 'over.yaml'), 'extends: base.yaml\nname: Over\nperiod: year\n');
    const args = [join(folder, 'over.yaml'), '--vary', 'tokens.output=1..300', '--vary', 'tokens.input=1..300'];
    const [one, two] = ['1', '2'].map((jobs) => sweepOf([...args, '--format', 'csv', '--jobs', jobs]));
    expect(two?.status).toBe(0);
    expect(two?.stdout.split('\r\n')).toHaveLength(90_002);
    expect(two?.stdout === one?.stdout).toBe(true);
  });

  test.each(['1', '2'])('an interruption leaves whole lines, the first of them, and exit 130: %s', async (jobs) => {
    const file = join(folder, `stopped-${jobs}.csv`);
    const many = [...vary, '--vary', 'tokens.output=1..900'];
    const child = spawn(
      process.execPath,
      [program, 'sweep', 'scenarios/product-sheets.yaml', ...many, '--output', file, '--jobs', jobs],
      { cwd: root, stdio: 'ignore' },
    );
    const ended = new Promise<number | null>((done) => child.on('exit', (code) => done(code)));
    // As soon as there are rows: a hundred million take minutes.
    while (!existsSync(file) || statSync(file).size < 100_000) await new Promise((done) => setTimeout(done, 20));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    const text = readFileSync(file, 'utf8');
    expect(text.endsWith('\r\n')).toBe(true);
    const rows = text.trimEnd().split('\r\n');
    const whole = sweepOf([
      'scenarios/product-sheets.yaml',
      '--vary',
      'iterations=1',
      '--vary',
      'region=gcp/africa-south1',
      '--vary',
      'model=openai/gpt-3',
      '--vary',
      'tokens.output=1..900',
      '--format',
      'csv',
    ]);
    expect(rows.slice(0, 901)).toEqual(whole.stdout.trimEnd().split('\r\n'));
    expect(rows.every((row) => row.split(',').length === 10)).toBe(true);
  });
});

describe('the command', () => {
  const base = ['sweep', 'scenarios/product-sheets.yaml'];

  test.each(['en', 'fr'])('a table of the best, %s', async (lang) => {
    const args = [
      '--vary',
      'region=@continent:EU',
      '--vary',
      'iterations=1..4',
      '--constraint',
      'water < 5 m3',
      '--lang',
      lang,
    ];
    const { code, stdout, stderr } = await runCli([...base, ...args]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot(`golden/sweep/product-sheets.${lang}.txt`);
  });

  test('csv and jsonl hold the same figures, in the order of the fields', async () => {
    const args = ['--vary', 'iterations=1,2', '--vary', 'model=gpt-4o,gpt-4o-mini'];
    const csv = await runCli([...base, ...args, '--format', 'csv']);
    const jsonl = await runCli([...base, ...args, '--format', 'jsonl']);
    await expect(csv.stdout).toMatchFileSnapshot('golden/sweep/product-sheets.csv');
    const [head = '', ...lines] = csv.stdout.trim().split('\r\n');
    expect(head.startsWith('iterations,model,energy (kWh),ghg (kgCO2e),water (L)')).toBe(true);
    const rows = jsonl.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows.map((row) => Object.values(row).map(String).join(','))).toEqual(lines);
  });

  test('the whole is the same with --output, and only whole lines', async () => {
    const file = join(folder, 'rows.csv');
    const args = ['--vary', 'iterations=1..3', '--vary', 'region=all'];
    const { code, stdout } = await runCli([...base, ...args, '--output', file]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    const printed = await runCli([...base, ...args, '--format', 'csv']);
    expect(readFileSync(file, 'utf8')).toBe(printed.stdout);
    expect(printed.stdout.trim().split('\r\n')).toHaveLength(1 + 3 * catalog.data.regions.length);
  });

  test.each(['1', '2'])('several outputs and a table in one pass, with %s threads', async (jobs) => {
    const args = ['--vary', 'iterations=1..3', '--vary', 'region=all', '--jobs', jobs];
    const [csv, jsonl] = [join(folder, 'all.csv'), join(folder, 'all.jsonl')];
    writeFileSync(csv, 'older and longer\n'.repeat(100_000));
    const { code, stdout } = await runCli([...base, ...args, '-o', csv, '-f', 'table', '--output', jsonl]);
    expect(code).toBe(0);
    expect(stdout).toBe((await runCli([...base, ...args])).stdout);
    expect(readFileSync(csv, 'utf8')).toBe((await runCli([...base, ...args, '-f', 'csv'])).stdout);
    expect(readFileSync(jsonl, 'utf8')).toBe((await runCli([...base, ...args, '-f', 'jsonl'])).stdout);
  });

  test('of several outputs one cannot be opened: none is touched, and none appears', async () => {
    const [kept, fresh] = [join(folder, 'kept.csv'), join(folder, 'fresh.jsonl')];
    writeFileSync(kept, 'mine\n');
    const outputs = ['-o', kept, '-o', fresh, '-o', join(folder, 'no-such-folder', 'rows.csv')];
    const { code, stderr } = await runCli([...base, '--vary', 'iterations=1', ...outputs]);
    expect({ code, kept: readFileSync(kept, 'utf8'), isThere: existsSync(fresh) }).toEqual({
      code: 2,
      kept: 'mine\n',
      isThere: false,
    });
    expect(stderr).toContain('error[cannot-write]');
  });

  test.each([
    [['--vary', 'iterations=1', '-o', 'rows.csv', '-o', './rows.csv'], 'bad-option'],
    [['--vary', 'nothing=1'], 'bad-option'],
    [['--vary', 'iterations=1', '--vary', 'iterations=2'], 'bad-option'],
    [['--vary', 'measured.energy=1 Wh'], 'unknown-input'],
    [['--vary', 'iterations=1', '--constraint', 'watter < 1 L'], 'bad-option'],
    [['--vary', 'iterations=1', '--output', 'rows.xlsx'], 'bad-option'],
    [['--vary', 'functional_unit.volume=1..2', '--objective', 'ghg_per_unit'], 'bad-option'],
  ])('%s: exit 2, nothing on stdout', async (args, code) => {
    const outcome = await runCli([...base, ...args]);
    expect({ code: outcome.code, stdout: outcome.stdout }).toEqual({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain(`error[${code}]`);
  });
});
