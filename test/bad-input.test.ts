import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { good, insert } from './good-scenario.ts';
import { runCli } from './run-cli.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ai-footprint-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const place = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return name;
};

/** Exit 2, nothing on stdout, nothing new on disk, and the first problem in our form. */
async function refused(args: readonly string[]): Promise<string> {
  const before = readdirSync(folder).sort();
  const { code, stdout, stderr } = await runCli(['assess', ...args, '--output', 'result.json'], { cwd: folder });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(readdirSync(folder).sort()).toEqual(before);
  return stderr;
}

describe('a wrong scenario is refused, located, with a fix', () => {
  test.each<[string, string | Uint8Array, string, string]>([
    ['broken YAML', 'name: "a\nusages: [', 'bad-yaml', ':'],
    ['a duplicate key', `name: a\n${good}`, 'duplicate-key', ':2:1'],
    ['an unknown key', insert('iteratons: 3'), 'unknown-key', ':6:5'],
    ['a wrong type', insert('iterations: [3]'), 'bad-quantity|wrong-type', ':6:'],
    ['a wrong unit', insert('pue: 3 kWh'), 'wrong-dimension', ':6:10'],
    ['a negative value', insert('iterations: -3'), 'out-of-bounds', ':6:17'],
    ['a PUE below 1', insert('pue: 0.9'), 'out-of-bounds', ':6:10'],
    ['NaN', insert('pue: .nan'), 'not-finite', ':6:10'],
    ['infinity', insert('pue: .inf'), 'not-finite', ':6:10'],
    ['an octal number', insert('iterations: 012'), 'octal-number', ':6:17'],
    ['a hexadecimal number', insert('iterations: 0x10'), 'octal-number', ':6:17'],
    ['a number beyond every meaning', insert('iterations: 1e7'), 'out-of-bounds', ':6:17'],
    [
      'shares that do not add up',
      good.replace('region: azure/eastus2', 'grid: [{ grid: USA, share: 40 % }, { grid: FRA, share: 40 % }]'),
      'shares-sum',
      ':5:11',
    ],
    ['an unknown model', good.replace('gpt-4o', 'gpt-40'), 'unknown-name', ':4:12'],
    ['an unknown region', good.replace('eastus2', 'estus2'), 'unknown-name', ':5:13'],
    ['an unknown zone', good.replace('region: azure/eastus2', 'grid: FRX'), 'unknown-name', ':5:11'],
    ['an unknown accelerator', insert('serving: { accelerator: h101 }'), 'unknown-name', ':6:29'],
    ['an empty file', '', 'empty-file', ''],
    ['a file of comments', '# nothing\n', 'empty-file', ''],
    ['binary', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0), 'not-text', ''],
    ['text that is not UTF-8', Uint8Array.of(0x6e, 0x61, 0xff, 0xfe), 'not-text', ''],
    ['two documents', `${good}---\n${good}`, 'several-documents', ':8:1'],
    [
      'an alias bomb',
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c]\nname: *d\n`,
      'too-many-aliases',
      '',
    ],
    ['itself as its base', `extends: wrong.yaml\n${good}`, 'extends-cycle', ':1:'],
    ['a base outside of the folder', `extends: ../other.yaml\n${good}`, 'extends-outside', ':1:'],
    ['a base that is missing', `extends: missing.yaml\n${good}`, 'file-not-found', ':1:'],
    ['a prototype', insert('__proto__: { polluted: 1 }'), 'unknown-key', ':6:5'],
    ['nothing to estimate', good.replace('    model: gpt-4o\n', ''), 'no-estimator', ':3:'],
    ['no requests', good.replace('    requests: 1M/year\n', ''), 'missing-key', ':3:'],
    ['a size that is not published', good.replace('gpt-4o', 'perplexity/sonar-pro'), 'unpublished-figure', ':4:12'],
    ['a model for images', good.replace('gpt-4o', 'openai/dall-e-3'), 'wrong-kind-of-model', ':4:12'],
    ['an accelerator without power', insert('serving: { accelerator: tpu-v5e }'), 'unpublished-figure', ':6:29'],
  ])('%s', async (_, content, code, position) => {
    const stderr = await refused([place('wrong.yaml', content)]);
    expect(stderr).toMatch(new RegExp(`^error\\[(${code})\\]: `));
    if (position !== '') expect(stderr).toContain(`--> wrong.yaml${position}`);
    expect(stderr).toMatch(/ {3}fix: \S/);
    rmSync(join(folder, 'wrong.yaml'));
  });

  test('every problem of the file at once, in its order, with a count', async () => {
    const stderr = await refused([place('three.yaml', insert('pue: 0.5\n    wue: -1\n    colour: red'))]);
    expect(stderr.match(/^error\[[a-z-]+\]/gm)).toEqual([
      'error[out-of-bounds]',
      'error[out-of-bounds]',
      'error[unknown-key]',
    ]);
    expect(stderr).toContain('3 problems');
  });

  test('problems of several files come together', async () => {
    const first = place('first.yaml', insert('pue: 0.5'));
    const second = place('second.yaml', insert('wue: -1'));
    const stderr = await refused([first, second]);
    expect(stderr).toContain('--> first.yaml:6:10');
    expect(stderr).toContain('--> second.yaml:6:10');
  });

  test('50 MB are refused before they are read', async () => {
    const stderr = await refused([place('large.yaml', new Uint8Array(50_000_000).fill(0x20))]);
    expect(stderr).toMatch(/^error\[file-too-large\]/);
    rmSync(join(folder, 'large.yaml'));
  });

  test.each([
    ['a folder without scenarios', 'empty', 'bad-pattern'],
    ['a missing file', 'nowhere.yaml', 'file-not-found'],
    ['a file below a file', 'first.yaml/x', 'file-not-found'],
  ])('%s', async (_, file, code) => {
    mkdirSync(join(folder, 'empty'), { recursive: true });
    expect(await refused([file])).toMatch(new RegExp(`^error\\[${code}\\]`));
  });

  test('a base reached through a symbolic link out of the folder is refused', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    writeFileSync(join(outside, 'secret.yaml'), good);
    mkdirSync(join(folder, 'sub'));
    symlinkSync(outside, join(folder, 'sub', 'link'));
    const stderr = await refused([place('linked.yaml', `extends: sub/link/secret.yaml\n${good}`)]);
    expect(stderr).toMatch(/^error\[extends-outside\]/);
    rmSync(outside, { recursive: true });
  });

  test('a base outside of the folder is not opened, so that nobody learns whether it exists', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    symlinkSync(outside, join(folder, 'way-out'));
    const stderr = await refused([place('linked.yaml', `extends: way-out/nowhere.yaml\n${good}`)]);
    expect(stderr).toMatch(/^error\[extends-outside\]/);
    rmSync(outside, { recursive: true });
    rmSync(join(folder, 'way-out'));
  });

  test('more than 100 problems: the first 100 in words, all in JSON', async () => {
    const keys = Array.from({ length: 123 }, (_, index) => `colour${index}: red`).join('\n    ');
    const file = place('many.yaml', insert(keys));
    const text = await runCli(['assess', file], { cwd: folder });
    expect(text.stderr.match(/^error\[/gm)).toHaveLength(100);
    expect(text.stderr).toMatch(/\nand 23 more\n$/);
    const json = await runCli(['assess', file, '-f', 'json'], { cwd: folder });
    expect(JSON.parse(json.stderr)).toHaveLength(123);
  });

  test('in French when French is asked for', async () => {
    for (const surroundings of [
      { args: ['--lang', 'fr'] },
      { args: ['--lang=fr'] },
      { env: { LANG: 'fr_FR.UTF-8' } },
    ]) {
      const { args = [], env = {} } = { args: undefined, env: undefined, ...surroundings };
      const { stderr } = await runCli(['assess', 'nowhere.yaml', ...args], { cwd: folder, env });
      expect(stderr).toMatch(/^erreur\[file-not-found\]/);
    }
  });

  test.each([['--format', 'json'], ['--format=json'], ['-f', 'json'], ['-fjson']])(
    'as JSON when JSON is asked for: %s %s',
    async (...format) => {
      const file = place('json.yaml', insert('iteratons: 3'));
      const words = format.filter((each) => typeof each === 'string');
      const { code, stdout, stderr } = await runCli(['assess', file, ...words], { cwd: folder });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(JSON.parse(stderr)).toMatchObject([
        { code: 'unknown-key', file: 'json.yaml', line: 6, column: 5, path: 'usages[0].iteratons' },
      ]);
    },
  );
});

describe('every field at its ends is computed, not overflowed', () => {
  const grid = (end: string) =>
    `    grid: { intensity: ${end}, water: ${end}, adpe: ${end}, primary_energy: ${end} }\n`;
  test.each([
    [
      'a model',
      'model: { total_parameters: 1e6, bits: 64 }\n    tokens: { input: 1e9, output: 1e9, reasoning: 1e9, cached_input: 1e9 }\n    serving: { accelerators: 1e6, batch: 1, bits: 64, idle: 1e3, host: 1e3 }',
    ],
    [
      'the least model',
      'model: { total_parameters: 1e-30, bits: 1e-30 }\n    tokens: { input: 1e-30, output: 0 }\n    serving: { accelerators: 1, batch: 1e6, bits: 1e-30, idle: 0, host: 0 }',
    ],
    ['a measurement', 'measured: { energy: 0 to 1e12, ghg: 1e12, water: 1e12, boundary: gpu }'],
    ['a fleet', 'fleet: { accelerator: h100-sxm5-80, count: 1e9, utilisation: 1, hours: 8760, share: 1 }'],
    ['a bill', 'spend: 1e15 EUR/year'],
  ])('of %s: no overflow, no NaN, whatever the requests', async (_, fields) => {
    for (const [requests, end] of [
      ['1e18/year', '1000'],
      ['1e-30/year', '1000'],
      ['1e-30/year to 1e18/year', '1e-30'],
    ] as const) {
      const usage = `    requests: ${requests}\n    iterations: 1e6\n    pue: 1e3\n    wue: 1e3\n${grid(end)}    ${fields}\n`;
      const file = place('ends.yaml', `name: ends\ncarbon_price: 1e6 EUR/kg\nusages:\n  - id: x\n${usage}`);
      const { code, stdout, stderr } = await runCli(['assess', file, '-f', 'json'], { cwd: folder });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).not.toMatch(/NaN|Infinity/);
    }
  });
});

describe('a wrong command line is refused with exit 2', () => {
  test.each([
    [['assess']],
    [['asses', 'x.yaml']],
    [['assess', 'x.yaml', '--format', 'xml']],
    [['assess', 'x.yaml', '--colour']],
    [['assess', 'x.yaml', '--width', '5']],
    [['assess', 'x.yaml', '--output', 'x.pdf']],
    [['catalog', 'planets']],
    [['schema', 'everything']],
  ])('%j', async (args) => {
    const { code, stdout, stderr } = await runCli(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error\[bad-option\]: \S/);
  });

  test('the output is never one of the inputs', async () => {
    const file = place('same.yaml', good);
    const { code, stderr } = await runCli(['assess', file, '-o', `./${file}`], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error\[output-exists-as-input\]/);
  });

  test('the output is never a file that a scenario extends, nor the own catalogue, by whatever name', async () => {
    place('base.yaml', good);
    const file = place('derived.yaml', 'extends: base.yaml\nname: derived\n');
    const own = place('own.yaml', 'models: []\n');
    symlinkSync(join(folder, 'base.yaml'), join(folder, 'alias.yaml'));
    for (const output of ['base.yaml', 'alias.yaml', own]) {
      const { code, stdout, stderr } = await runCli(
        ['assess', file, '--catalog', own, '-o', 'first.json', '-o', output],
        { cwd: folder },
      );
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^error\[output-exists-as-input\]/);
      expect(readdirSync(folder)).not.toContain('first.json');
    }
    expect(readFileSync(join(folder, 'base.yaml'), 'utf8')).toBe(good);
  });

  test('a file named twice counts once, whatever its name; a pattern and a folder are read as by compare', async () => {
    const file = place('once.yaml', good);
    const once = await runCli(['assess', file, `./${file}`, 'onc?.y*', '--format', 'json'], { cwd: folder });
    const alone = await runCli(['assess', file, '--format', 'json'], { cwd: folder });
    expect(once).toEqual(alone);
    expect(alone.code).toBe(0);
    mkdirSync(join(folder, 'several'));
    for (const name of ['b', 'a']) place(`several/${name}.yaml`, good);
    const both = await runCli(['assess', 'several', '--format', 'json'], { cwd: folder });
    expect((JSON.parse(both.stdout) as { results: unknown[] }).results).toHaveLength(2);
  });

  test.each(['assess', 'compare', 'explain'])('%s: an interval of a handful of draws is none', async (command) => {
    const file = place('same.yaml', good);
    const { code, stderr } = await runCli([command, file, '--samples', '1'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('from 100 to 100000');
  });

  test('an output given twice is refused', async () => {
    const file = place('same.yaml', good);
    const { code, stderr } = await runCli(['assess', file, '-o', 'a.json', '-o', './a.json'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error\[bad-option\]: "--output \.\/a\.json": the file is given twice/);
  });

  test('when one output cannot be written, none is', async () => {
    const file = place('same.yaml', good);
    mkdirSync(join(folder, 'taken.json'));
    const before = readdirSync(folder).sort();
    for (const second of ['no/where.json', 'taken.json']) {
      const { code, stderr } = await runCli(['assess', file, '-o', 'whole.json', '-o', second], { cwd: folder });
      expect(code).toBe(2);
      expect(stderr).toMatch(/^error\[cannot-write\]/);
      expect(readdirSync(folder).sort()).toEqual(before);
    }
  });

  test('an output in a folder that does not exist leaves nothing', async () => {
    const file = place('same.yaml', good);
    const { code, stdout, stderr } = await runCli(['assess', file, '-o', 'no/where.json', '-f', 'json'], {
      cwd: folder,
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/cannot-write/);
  });
});
