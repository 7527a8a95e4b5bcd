import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inFrench } from '../src/messages/problems/french.ts';
import { sentences } from '../src/messages/problems/sentence.ts';
import { usageWords } from '../src/messages/usage/index.ts';
import { readers } from '../src/usage-log/readers/index.ts';
import { good, insert } from './good-scenario.ts';
import { runCli } from './run-cli.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ai-footprint-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Code, message, why and fix of each problem. */
async function told(args: readonly string[], lang: 'en' | 'fr'): Promise<readonly string[]> {
  const env = { LANG: `${lang}_XX.UTF-8` };
  const { code, stdout, stderr } = await runCli([...args, '--width', '400'], { cwd: folder, env });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  return stderr
    .split('\n')
    .flatMap(
      (line) =>
        /^(?:error|erreur)\[[a-z-]+\]: (.*)|^ +(?:why|fix|pourquoi|remède|correction): (.*)/.exec(line)?.slice(1) ?? [],
    )
    .filter((text) => text !== undefined);
}

/** No sentence of the errors stays as it is, but for those that are the same in both languages. */
async function allInFrench(args: readonly string[]): Promise<void> {
  const [english, french] = [await told(args, 'en'), await told(args, 'fr')];
  expect(english.length).toBeGreaterThan(0);
  expect(french).toHaveLength(english.length);
  expect(french.filter((text) => english.includes(text) && !text.startsWith('"ai-footprint'))).toEqual([]);
  expect(
    french.filter((text) =>
      /\b(?:the|with|which|should|there is|is not|and|of the|give|write)\b/.test(text.replaceAll(/"[^"]*"/g, '')),
    ),
  ).toEqual([]);
}

describe('a wrong scenario is refused in French', () => {
  test.each([
    ['broken YAML', 'name: "a\nusages: ['],
    ['a duplicate key', `name: a\n${good}`],
    ['an unknown key', insert('iteratons: 3')],
    ['a wrong type', insert('iterations: [3]')],
    ['a wrong unit', insert('pue: 3 kWh')],
    ['an unknown unit', insert('pue: 3 foo')],
    ['a negative value', insert('iterations: -3')],
    ['a PUE below 1', insert('pue: 0.9')],
    ['NaN', insert('pue: .nan')],
    ['an octal number', insert('iterations: 012')],
    ['a number beyond every meaning', insert('iterations: 1e7')],
    ['a comma', insert('iterations: "1,5"')],
    ['shares', good.replace('region: azure/eastus2', 'grid: [{ grid: USA, share: 40 % }, { grid: FRA, share: 40 % }]')],
    ['an unknown model', good.replace('gpt-4o', 'gpt-40')],
    ['an unknown region', good.replace('eastus2', 'estus2')],
    ['an unknown zone', good.replace('region: azure/eastus2', 'grid: FRX')],
    ['an unknown accelerator', insert('serving: { accelerator: h101 }')],
    ['an empty file', ''],
    ['two documents', `${good}---\n${good}`],
    ['itself as its base', `extends: wrong.yaml\n${good}`],
    ['a base outside of the folder', `extends: ../other.yaml\n${good}`],
    ['a base that is missing', `extends: missing.yaml\n${good}`],
    ['nothing to estimate', good.replace('    model: gpt-4o\n', '')],
    ['no requests', good.replace('    requests: 1M/year\n', '')],
    ['a size that is not published', good.replace('gpt-4o', 'perplexity/sonar-pro')],
    ['a model for images', good.replace('gpt-4o', 'openai/dall-e-3')],
    ['a rate without a time', good.replace('1M/year', '1M')],
  ])('%s', async (_, content) => {
    writeFileSync(join(folder, 'wrong.yaml'), content);
    await allInFrench(['assess', 'wrong.yaml']);
  });
});

describe('a wrong command line is refused in French', () => {
  test.each([
    [['assess', 'x', '--formt', 'json']],
    [['asess']],
    [['assess']],
    [['assess', 'nowhere.yaml']],
    [['assess', 'x', '--format', 'tabl']],
    [['assess', 'x', '--samples', '-3']],
    [['help', 'budegts']],
    [['sweep', 'x']],
    [['init', '--list', 'x.yaml']],
    [['init', '--list', '--yes']],
  ])('%j', async (args) => {
    await allInFrench(args);
  });
});

describe('a wrong log is refused in French', () => {
  const row = (more: object): string =>
    `${JSON.stringify({ request_id: '1', prompt_tokens: 9, completion_tokens: 3, spend: 1, model: 'gpt-4o', ...more })}\n`;
  const tokens = 'tokens: { input: prompt_tokens }';
  test.each([
    ['a broken line', `${row({})}{"\n`, []],
    ['objects that are no list', '[{}', []],
    ['a list in a list', '[[]]', []],
    ['what stands between', '{\n"a":1} x {"b":1}', []],
    ['other fields', '{"a":1}\n', []],
    ['another csv', 'a,b\n1,2\n', []],
    ['a text', 'a\n', []],
    ['two kinds', `${row({})}{"sessionId":"a","type":"b"}\n`, []],
    ['nothing', '\n', []],
    ['no call', '{"sessionId":"a","type":"b"}\n', []],
    ['a NUL byte', 'a\0', []],
    ['a parquet', 'PAR1', []],
    ['a negative count', row({ prompt_tokens: -1 }), []],
    ['an absurd count', row({ prompt_tokens: 1e16 }), []],
    ['a text', row({ prompt_tokens: 'x' }), []],
    ['a time', row({ startTime: 'x' }), []],
    ['no model', row({ model: 'zzzzzz' }), []],
    ['a nameless model', row({ model: null }), []],
    ['a key', row({}), ['--by', 'squad']],
    ['an empty key', row({}), ['--by', 'team,']],
    ['a name that is in no row', row({}), ['--map', 'x=gpt-4o']],
    ['half a name', row({}), ['--map', 'x']],
    ['a reader', row({}), ['--reader', 'zzzz']],
    ['a plan over time', row({}), ['--mapping', 'm.yaml', '--plan', 'good.yaml']],
    ['a mapping of other fields', row({}), ['--mapping', 'wrong-m.yaml']],
    ['a mapping that leaves open what is counted twice', row({}), ['--mapping', 'open-m.yaml']],
    ['no defaults', row({}), ['--defaults', 'good.yaml']],
    ['a speed', row({}), ['--defaults', 'speed.yaml']],
    ['a scenario that is no YAML', row({}), ['--to-scenario', 'x.txt']],
    ['a scenario that is there', row({}), ['--to-scenario', 'good.yaml']],
  ] as const)('%s', async (_, content, options) => {
    writeFileSync(join(folder, 'wrong.log'), content);
    writeFileSync(join(folder, 'good.yaml'), good);
    writeFileSync(join(folder, 'm.yaml'), `model: model\n${tokens}\n`);
    writeFileSync(join(folder, 'wrong-m.yaml'), `model: [1]\nmodle: x\ntokens: 3\n`);
    writeFileSync(join(folder, 'open-m.yaml'), 'model: model\ntokens: { input: a, cached_input: b }\n');
    writeFileSync(join(folder, 'speed.yaml'), 'defaults:\n  serving: { tokens_per_second: 40 }\n');
    await allInFrench(['usage', 'wrong.log', ...options]);
  });

  test('what could not be checked at a publisher is told in French too', () => {
    for (const { id, caveat } of readers)
      if (caveat !== undefined) expect(usageWords('fr').caveat(id, caveat)).not.toBe(caveat);
  });
});

test('a table separated by semicolons is one problem, with the separator to give', async () => {
  writeFileSync(join(folder, 'u.csv'), 'model;n;in;out\ngpt-4o;10;900;600\n');
  writeFileSync(
    join(folder, 'table.yaml'),
    'name: t\nusages:\n  from: u.csv\n  columns: { model: model, requests: { column: n, unit: /year }, tokens: { input: in, output: out } }\ndefaults: { grid: WORLD }\n',
  );
  const { code, stderr } = await runCli(['assess', 'table.yaml'], { cwd: folder });
  expect(code).toBe(2);
  expect(stderr.match(/^error\[[a-z-]+\]/gm)).toEqual(['error[wrong-delimiter]']);
  expect(stderr).toContain('delimiter: ";"');
});

test('a sentence holds in French the gaps that it has in English, or fewer', () => {
  const gaps = (text: string): string[] => [...text.matchAll(/\{([a-z_A-Z]+\*?)\}/g)].map(([, name]) => name ?? '');
  for (const [english, french] of Object.entries(sentences)) {
    expect(gaps(english), english).toEqual(expect.arrayContaining(gaps(french)));
  }
});

test('a text of a length that no sentence of ours has is left as it is', () => {
  const written = `there is no model "${'" in the '.repeat(100)}" in the catalogue`;
  expect(inFrench(written)).toBe(written);
  expect(inFrench('there is no model "x" in the catalogue')).not.toContain('there is no');
});
