import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exitCodes } from '../src/cli/outcome.ts';
import { run } from '../src/cli/run.ts';
import { root, runCli } from './run-cli.ts';

const program = join(root, 'bin/ai-footprint.js');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ai-footprint-'));
  cpSync(join(root, 'scenarios'), join(folder, 'scenarios'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sheets = 'scenarios/product-sheets.yaml';

describe('same input, same bytes', () => {
  test.each(['table', 'json', 'yaml', 'line'])('%s: two runs and two folders', async (format) => {
    const first = await runCli(['assess', sheets, '--format', format]);
    const second = await runCli(['assess', sheets, '--format', format]);
    const elsewhere = await runCli(['assess', sheets, '--format', format], { cwd: folder });
    expect(second).toEqual(first);
    expect(elsewhere).toEqual(first);
  });

  test('no place, clock or locale of the machine is in a result', async () => {
    const plain = await runCli(['assess', sheets, '--format', 'json']);
    const french = await runCli(['assess', sheets, '--format', 'json'], {
      env: { LANG: 'fr_FR.UTF-8', TZ: 'Asia/Tokyo' },
    });
    expect(french).toEqual(plain);
    expect(plain.stdout).not.toContain(root);
  });

  test('the built program and the sources agree', async () => {
    const built = spawnSync(process.execPath, [program, 'assess', sheets, '--format', 'json'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(built.stdout).toBe((await runCli(['assess', sheets, '--format', 'json'])).stdout);
  });
});

describe('where results go', () => {
  test('standard input is a scenario too', async () => {
    const stdin = readFileSync(join(root, sheets), 'utf8');
    const piped = await runCli(['assess', '-', '--format', 'json'], { stdin });
    const named = await runCli(['assess', sheets, '--format', 'json']);
    expect(piped).toEqual(named);
  });

  test('several files make one list, in their order', async () => {
    const { stdout } = await runCli(['assess', 'scenarios/search-with-ai.yaml', sheets, '--format', 'json']);
    const { schema, results } = JSON.parse(stdout) as { schema: string; results: { scenario: { name: string } }[] };
    expect(schema).toBe('ai-footprint/results/1');
    expect(results.map((each) => each.scenario.name)).toEqual([
      expect.stringMatching(/search/i),
      'Product sheets, autumn catalogue',
    ]);
  });

  test('--output writes each format by its extension and leaves stdout alone', async () => {
    const { code, stdout, stderr } = await runCli(['assess', sheets, '-o', 'a.json', '-o', 'a.yaml', '-o', 'a.txt'], {
      cwd: folder,
    });
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
    for (const [file, format] of [
      ['a.json', 'json'],
      ['a.yaml', 'yaml'],
      ['a.txt', 'table'],
    ] as const) {
      const printed = await runCli(['assess', sheets, '--format', format]);
      expect(readFileSync(join(folder, file), 'utf8')).toBe(printed.stdout);
    }
  });

  test('colour only in a terminal that wants it, and the words are the same', async () => {
    const terminal = { terminal: 80, env: {} };
    const coloured = await runCli(['assess', sheets], terminal);
    const plain = await runCli(['assess', sheets]);
    expect(coloured.stdout).toContain('\u001b[');
    expect(plain.stdout).not.toContain('\u001b[');
    for (const args of [['--no-color'], []]) {
      const env = args.length === 0 ? { NO_COLOR: '1' } : {};
      expect((await runCli(['assess', sheets, ...args], { terminal: 80, env })).stdout).toBe(plain.stdout);
    }
    expect((await runCli(['assess', sheets], { env: { FORCE_COLOR: '1' } })).stdout).toBe(coloured.stdout);
  });

  test('a reader that has seen enough ends it quietly', async () => {
    const child = spawn('bash', ['-c', `"${process.execPath}" "${program}" catalog models --format json | head -1`], {
      cwd: root,
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe('exit codes', () => {
  test.skipIf(!existsSync('/dev/full'))('2 when standard output cannot be written, in one clean message', () => {
    for (const args of [`assess ${sheets}`, 'catalog models', `assess ${sheets} --format json`]) {
      const { status, stderr } = spawnSync('bash', ['-c', `"${process.execPath}" "${program}" ${args} > /dev/full`], {
        cwd: root,
        encoding: 'utf8',
      });
      expect(status).toBe(2);
      expect(stderr).toMatch(
        args.endsWith('json') ? /^\[\n {2}\{\n {4}"code": "cannot-write"/ : /^error\[cannot-write\]/,
      );
      expect(stderr).not.toMatch(/^\s+at /m);
    }
    const mute = `"${process.execPath}" "${program}" assess ${sheets} > /dev/full 2> /dev/full`;
    expect(spawnSync('bash', ['-c', mute], { cwd: root }).status).toBe(2);
  });

  test('3 for a bug of ours: with JSON asked for, an object without a stack', async () => {
    const broken = async (args: readonly string[]) => {
      let stderr = '';
      const stream = { on: () => undefined };
      const code = await run({
        argv: ['node', 'ai-footprint', 'catalog', 'models', ...args],
        env: {},
        stdin: (async function* () {})(),
        stdout: {
          ...stream,
          write: () => {
            throw new TypeError('planted');
          },
        },
        stderr: { ...stream, write: (text) => Boolean((stderr += text)) },
        cwd: () => root,
      });
      return { code, stderr };
    };
    const json = await broken(['-f', 'json']);
    expect(json.code).toBe(3);
    expect(Object.keys(JSON.parse(json.stderr) as object)).toEqual(['code', 'message', 'version', 'fix']);
    expect(json.stderr).toContain('"code": "internal"');
    expect(json.stderr).not.toContain('planted');
    const text = await broken([]);
    expect(text.code).toBe(3);
    expect(text.stderr).toMatch(/^error\[internal\]: /);
  });

  test('--strict: 4 when a part of the greenhouse gases is unknown, 0 when not', async () => {
    expect((await runCli(['assess', 'scenarios/marketing-tools.yaml', '--strict'])).code).toBe(4);
    expect((await runCli(['assess', 'scenarios/marketing-tools.yaml'])).code).toBe(0);
    expect((await runCli(['assess', sheets, '--strict'])).code).toBe(0);
  });

  test('--help and --version are answers: 0, on stdout', async () => {
    const help = await runCli(['--help']);
    expect({ code: help.code, stderr: help.stderr }).toEqual({ code: 0, stderr: '' });
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const codes = Object.values(exitCodes).map(String);
    expect([...help.stdout.matchAll(/^ {2}(\d+) {2,4}(?=[a-z])/gm)].map(([, code]) => code)).toEqual(codes);
    expect([...readme.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => code)).toEqual(codes);
    expect(help.stdout).toMatch(/Exit codes\n {2}0 +computed/);
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(await runCli(['--version'])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });
});

describe('own catalogue', () => {
  const rows = `sources:
  - { id: our-meter, title: Our meter, url: 'https://example.org/meter', year: 2026, confidence: primary, review_by: 2027-01-01 }
zones:
  - id: OUR-SITE
    name: Our site
    kind: subdivision
    parent: FRA
    ghg: [{ value: 0.020, year: 2026, source: our-meter }]
`;

  test('a row of the user is used, with its source', async () => {
    writeFileSync(join(folder, 'own.yaml'), rows);
    writeFileSync(
      join(folder, 'mine.yaml'),
      readFileSync(join(root, sheets), 'utf8').replace('region: azure/eastus2', 'grid: OUR-SITE'),
    );
    const { code, stdout, stderr } = await runCli(
      ['assess', 'mine.yaml', '--catalog', 'own.yaml', '--format', 'json'],
      { cwd: folder },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { assumptions } = JSON.parse(stdout) as {
      assumptions: { input: string; value: { central: number }; source: string }[];
    };
    expect(assumptions.find(({ input }) => input === 'grid_ghg')).toMatchObject({
      value: { central: 0.02 },
      source: 'our-meter',
    });
  });

  test('a row that breaks a rule is refused', async () => {
    writeFileSync(join(folder, 'bad.yaml'), rows.replace('source: our-meter', 'source: nobody'));
    const { code, stdout, stderr } = await runCli(['assess', sheets, '--catalog', join(folder, 'bad.yaml')]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error\[catalog-row\]: row "OUR-SITE" of zones/);
    expect(stderr).toMatch(/--> .*bad\.yaml:4:5/);
  });
});

describe('catalog and schema', () => {
  test.each([
    'models',
    'regions',
    'grids',
    'hardware',
    'servers',
    'providers',
    'tasks',
    'profiles',
    'spend',
    'equivalences',
    'prices',
    'defaults',
    'sources',
  ])('catalog %s lists rows, and JSON holds them all', async (table) => {
    const text = await runCli(['catalog', table]);
    expect({ code: text.code, stderr: text.stderr }).toEqual({ code: 0, stderr: '' });
    expect(Math.max(...text.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    const rows = JSON.parse((await runCli(['catalog', table, '--format', 'json'])).stdout) as { id: string }[];
    expect(rows.length).toBeGreaterThanOrEqual(5);
    expect(text.stdout).toContain(rows[0]?.id.slice(0, 20));
  });

  test('a figure shows its unit, year and source', async () => {
    const { stdout } = await runCli(['catalog', 'grids', 'FRA']);
    expect(stdout).toMatch(/ghg: 44\.18 gCO2e\/kWh .*ember-2025-release\s+2024/);
    expect(stdout).toContain('https://ember-energy.org/data/yearly-electricity-data/');
  });

  test('the schema of a scenario refuses what the reader refuses', async () => {
    const schema: unknown = JSON.parse((await runCli(['schema'])).stdout);
    expect(schema).toMatchObject({
      anyOf: [{ required: ['extends'] }, { required: ['name', 'usages'] }],
      additionalProperties: false,
    });
  });
});
