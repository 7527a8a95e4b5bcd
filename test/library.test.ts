/** The library: its documented examples run as they stand, and give what the command line gives. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assess, sweep, tableOfText, toJson, InputError } from '../src/index.ts';
import { chunksOf, sweep as sweepChunks } from '../src/sweep.ts';
import { defaultCatalog } from '../src/catalog/index.ts';
import { root, runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'library-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
// The package as a program finds it, by its name and by its `exports`.
beforeAll(() => {
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/ai-footprint'), 'dir');
});

const guide = readFileSync(join(root, 'docs/library.md'), 'utf8');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const examples = [...`${guide}\n${readme}`.matchAll(/```ts\n([\s\S]*?)```\n+```text\n([\s\S]*?)```/g)].map(
  ([, code = '', output = '']) => ({ code, output, name: code.split('\n').find((line) => line !== '') ?? '' }),
);

describe('documented examples', () => {
  test('all of the guide, and that of the README', () => {
    expect(examples).toHaveLength(5);
    expect(`${guide}${readme}`.match(/```ts\n/g)).toHaveLength(5);
  });

  test.each(examples)('$name', async ({ code, output }) => {
    const { code: script } = await transform(code, { loader: 'ts', format: 'esm', target: 'node20' });
    const file = join(folder, 'example.mjs');
    writeFileSync(file, script);
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(output);
  });

  test('have the types that the package declares', () => {
    const files = examples.map(({ code }, at) => {
      const file = join(folder, `example-${at}.mts`);
      writeFileSync(file, code);
      return file;
    });
    const args = [
      '--noEmit',
      '--strict',
      '--target',
      'es2023',
      '--module',
      'nodenext',
      '--types',
      'node',
      '--typeRoots',
      join(root, 'node_modules/@types'),
      '--skipLibCheck',
    ];
    const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), [...args, ...files], {
      encoding: 'utf8',
      cwd: folder,
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});

const sheets = readFileSync(join(root, 'scenarios/product-sheets.yaml'), 'utf8');
const vary = ['region=@provider:scaleway', 'model=gpt-4o,gpt-4o-mini', 'iterations=1..3'];

describe('the same as the command line', () => {
  test('assess', async () => {
    const { stdout } = await runCli(['assess', 'scenarios/product-sheets.yaml', '--format', 'json']);
    expect(toJson(assess(sheets))).toEqual(JSON.parse(stdout));
  });

  test('sweep, to the last bit of its chunks and to every byte of its rows', async () => {
    const rows = [];
    for await (const row of sweep(sheets, { vary })) rows.push(row);
    const load = (): string => '';
    const plan = sweepChunks({ file: 's.yaml', text: sheets, load }, { catalog: defaultCatalog(), vary, chunk: 5 });
    const chunked = [...chunksOf(plan)].flatMap((chunk) =>
      Array.from({ length: chunk.rows }, (_, row) =>
        Object.fromEntries([...chunk.totals].map(([name, column]) => [name, column[row]])),
      ),
    );
    expect(rows.map(({ results }) => results)).toEqual(chunked);
    const { stdout } = await runCli([
      'sweep',
      'scenarios/product-sheets.yaml',
      ...vary.flatMap((each) => ['--vary', each]),
      '--format',
      'jsonl',
    ]);
    const printed = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(printed).toHaveLength(rows.length);
    for (const [at, { values, results }] of rows.entries()) {
      const { ghg_per_unit: perUnit, ...others } = printed[at] ?? {};
      const rounded = Object.entries(results).map(([name, value]) => [name, Number(value.toPrecision(12))]);
      expect({ ...values, ...Object.fromEntries(rounded) }).toEqual(others);
      expect(perUnit).toBe(Number(((results.ghg ?? 0) / 300_000).toPrecision(12)));
    }
  });

  test('one combination of a sweep is the assessment of that scenario, to the last bit', async () => {
    const central = assess(sheets, { practices: [] }).baseline.impacts;
    for await (const { results } of sweep(sheets, { vary: ['iterations=4'] })) {
      expect(results.energy).toBe(central.energy.total?.central);
      expect(results.ghg).toBe(central.ghg.total?.central);
      expect(results.water).toBe(central.water.total?.central);
    }
  });

  test('a table in memory and a table on disk', async () => {
    const text =
      'name: Log\nperiod: year\nusages: { from: log.csv, columns: { model: m, requests: { column: n, unit: /year } } }\n';
    const log = 'm,n\ngpt-4o,3\ngpt-4o-mini,4\n';
    writeFileSync(join(folder, 'log.yaml'), text);
    writeFileSync(join(folder, 'log.csv'), log);
    const { stdout } = await runCli(['assess', 'log.yaml', '--format', 'json'], { cwd: folder });
    expect(toJson(assess({ file: 'log.yaml', text, table: () => tableOfText(log) }))).toEqual(JSON.parse(stdout));
  });
});

test('nothing is read that was not given', () => {
  expect(() => assess('extends: base.yaml')).toThrow(InputError);
  expect(() => assess('name: Log\nusages: { from: log.csv, columns: { model: m } }')).toThrow(/table-not-here/);
});

test('the entry of the package touches nothing of Node', () => {
  const bundle = readFileSync(join(root, 'dist/index.js'), 'utf8');
  expect([...bundle.matchAll(/from "([^".][^"]*)"/g)].map(([, name]) => name).toSorted()).toEqual(
    expect.not.arrayContaining([expect.stringMatching(/^node:/)]),
  );
  expect(bundle).not.toMatch(/\bprocess\.|\bBuffer\b|require\(/);
});
