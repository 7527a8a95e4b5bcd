import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run } from '../src/cli/run.ts';
import { templateNames } from '../src/templates/names.ts';
import { root, runCli } from './run-cli.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ai-footprint-init-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const shipped = (name: string, lang: string): string =>
  readFileSync(join(root, 'src/templates', `${name}.${lang}.yaml`), 'utf8');

/** Fields that hold words for people; what else a scenario says has no language. */
const worded = new Set(['name', 'description', 'need', 'because']);

function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, worded.has(key) ? typeof each : withoutWords(each)]),
  );
}

/** The starter with its options taken: a # before a field, or before two blanks, goes. */
const withOptions = (text: string): string => text.replace(/^( *)#(?=[a-z_]+: ?|[ ]{2})/gm, '$1');

describe('the starters', () => {
  test('each has a file in both languages, and there is no other', () => {
    const files = readdirSync(join(root, 'src/templates')).filter((file) => file.endsWith('.yaml'));
    expect(files).toEqual(templateNames.flatMap((name) => [`${name}.en.yaml`, `${name}.fr.yaml`]).toSorted());
  });

  test.each(templateNames)('%s says the same in both languages', (name) => {
    for (const change of [(text: string) => text, withOptions]) {
      const [english, french] = ['en', 'fr'].map((lang) => parse(change(shipped(name, lang))) as unknown);
      expect(withoutWords(french)).toEqual(withoutWords(english));
      expect(french).not.toEqual(english);
    }
  });

  test.each(templateNames.flatMap((name) => ['en', 'fr'].map((lang) => [name, lang] as const)))(
    '%s in %s is assessed, with and without its options',
    async (name, lang) => {
      const text = shipped(name, lang);
      expect(resolve(root, 'src/templates', /^# yaml-language-server: \$schema=(.*)\n/.exec(text)?.[1] ?? '')).toBe(
        join(root, 'schema/scenario.json'),
      );
      expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(132);
      for (const stdin of [text, withOptions(text)]) {
        const { code, stdout, stderr } = await runCli(['assess', '-', '--format', 'json'], { stdin });
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        const { baseline, warnings } = JSON.parse(stdout) as {
          baseline: { impacts: { ghg: { total: { central: number } } } };
          warnings: unknown[];
        };
        expect(warnings).toEqual([]);
        expect(Number.isFinite(baseline.impacts.ghg.total.central)).toBe(true);
      }
      // Most teach by options that are left out.
      if (name !== 'marketing-tools' && name !== 'video') expect(withOptions(text)).not.toBe(text);
    },
  );
});

describe('init without questions', () => {
  test.each(['en', 'fr'])('writes a file, assesses it and says what comes next, in %s', async (lang) => {
    const { code, stdout, stderr } = await runCli(['init', 'a.yaml', '--template', 'agent', '--lang', lang], {
      cwd: folder,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot(`golden/init/agent.${lang}.txt`);
    expect(read('a.yaml').split('\n').slice(1)).toEqual(shipped('agent', lang).split('\n').slice(1));
    const line = await runCli(['assess', 'a.yaml', '--format', 'line', '--lang', lang], { cwd: folder });
    expect(stdout.split('\n')[1]).toBe(line.stdout.trimEnd());
  });

  test('--list names every template, in both languages', async () => {
    for (const lang of ['en', 'fr']) {
      const { code, stdout } = await runCli(['init', '--list', '--lang', lang]);
      expect(code).toBe(0);
      await expect(stdout).toMatchFileSnapshot(`golden/init/list.${lang}.txt`);
      for (const name of templateNames) expect(stdout).toContain(`${name} `);
    }
  });

  test('"-" and a pipe get the scenario alone', async () => {
    const piped = await runCli(['init', '--template', 'rag'], { cwd: folder });
    expect(piped).toEqual(await runCli(['init', '-', '--template', 'rag'], { cwd: folder, terminal: 80 }));
    expect({ code: piped.code, stderr: piped.stderr }).toEqual({ code: 0, stderr: '' });
    expect(parse(piped.stdout)).toEqual(parse(shipped('rag', 'en')));
    const unnamed = await runCli(['init'], { cwd: folder });
    expect(parse(unnamed.stdout)).toEqual(parse(shipped('chatbot', 'en')));
    expect(unnamed.stderr).toContain('template chatbot');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('in a terminal with --yes, scenario.yaml', async () => {
    const { code, stdout } = await runCli(['init', '--yes'], { cwd: folder, terminal: 80 });
    expect(code).toBe(0);
    expect(stdout).toContain('scenario.yaml written, from the template chatbot');
    expect(existsSync(join(folder, 'scenario.yaml'))).toBe(true);
  });

  test('the first line leads to the installed schema from any folder below', async () => {
    mkdirSync(join(folder, 'node_modules/ai-footprint/schema'), { recursive: true });
    writeFileSync(join(folder, 'node_modules/ai-footprint/schema/scenario.json'), '{}');
    mkdirSync(join(folder, 'ai/chat'), { recursive: true });
    for (const file of ['a.yaml', 'ai/a.yaml', 'ai/chat/a.yaml']) {
      expect((await runCli(['init', file, '--yes'], { cwd: folder })).code).toBe(0);
      const [, path = ''] = /^# yaml-language-server: \$schema=(.*)\n/.exec(read(file)) ?? [];
      expect(path).toMatch(/^\.{1,2}\//);
      expect(resolve(folder, file, '..', path)).toBe(join(folder, 'node_modules/ai-footprint/schema/scenario.json'));
    }
  });

  test('a name with a blank is quoted in what comes next', async () => {
    const { stdout } = await runCli(['init', 'my chat.yaml', '--yes'], { cwd: folder });
    expect(stdout).toMatch(/ai-footprint assess "my chat\.yaml"\n$/);
  });
});

describe('init refuses', () => {
  const refused = async (args: readonly string[]): Promise<string> => {
    const before = readdirSync(folder);
    const { code, stdout, stderr } = await runCli(['init', ...args], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(readdirSync(folder)).toEqual(before);
    return stderr.replace(/\s+/g, ' ');
  };

  test('to write over a file, unless forced', async () => {
    writeFileSync(join(folder, 'a.yaml'), 'mine');
    expect(await refused(['a.yaml', '--yes'])).toMatch(/^error\[file-exists\]: "a\.yaml".*--force/);
    expect(read('a.yaml')).toBe('mine');
    expect((await runCli(['init', 'a.yaml', '--yes', '--force'], { cwd: folder })).code).toBe(0);
    expect(read('a.yaml')).toContain('usages:');
  });

  test('a name that is not one of YAML, and says how a template is named', async () => {
    expect(await refused([''])).toContain('write "scenario.yaml"');
    expect(await refused(['--list', 'a.yaml'])).toMatch(/^error\[bad-option\]: "--list" prints/);
    expect(await refused(['--list', '--template', 'rag'])).toContain(
      'option "--list" cannot be used with option "--template',
    );
    expect(await refused(['chatbot'])).toMatch(/^error\[not-a-yaml-name\].*"ai-footprint init --template chatbot"/);
    expect(await refused(['a.json'])).toContain('write "a.yaml"');
  });

  test('a folder that does not exist, and a template that is none', async () => {
    expect(await refused(['no/a.yaml', '--yes'])).toMatch(/^error\[cannot-write\].*folder does not exist/);
    expect(await refused(['--template', 'imags'])).toContain('Did you mean images?');
  });
});

describe('init in a terminal', () => {
  /** Types each text once the screen shows what it answers. Keys go to the real prompts through streams that say they are a terminal. */
  async function typed(args: readonly string[], dialogue: readonly (readonly [screen: string, keys: string])[]) {
    const terminal = () =>
      Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 40, setRawMode: () => undefined });
    const [stdin, stdout, stderr] = [terminal(), terminal(), terminal()];
    let screen = '';
    let printed = '';
    const waiting = [...dialogue];
    const next = (): void => {
      const [wanted, keys] = waiting[0] ?? [];
      if (wanted === undefined || keys === undefined || !screen.includes(wanted)) return;
      waiting.shift();
      screen = '';
      // After the prompt has begun to listen.
      setImmediate(() => stdin.write(keys));
    };
    stderr.on('data', (chunk: Buffer) => {
      screen += chunk.toString();
      next();
    });
    stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    const code = await run({
      argv: ['node', 'ai-footprint', 'init', ...args],
      env: {},
      stdin,
      stdout,
      stderr,
      cwd: () => folder,
    });
    return { code, printed, screen, left: waiting.length };
  }

  test('the answers stand in the file, and everything else as shipped', async () => {
    const { code, printed, left } = await typed(
      [],
      [
        ['What do you use AI for?', '\u001b[B\r'],
        ['How many', '5k/month\r'],
        ['Which model?', 'gpt-4o-mini\r'],
        ['Where does it run?', 'aws/eu-west-3\r'],
        ['Into which file?', 'mine.yaml\r'],
      ],
    );
    expect({ code, left }).toEqual({ code: 0, left: 0 });
    expect(printed).toMatch(
      /^mine\.yaml written, from the template rag\n.* a month .*\nnext: ai-footprint assess mine\.yaml\n$/,
    );
    const expected = shipped('rag', 'en')
      .replace('volume: 200k/year', 'volume: 5k/month')
      .replace('model: mistral/mistral-small-2506', 'model: gpt-4o-mini')
      .replace('grid: FRA', 'region: aws/eu-west-3');
    expect(read('mine.yaml').split('\n').slice(1)).toEqual(expected.split('\n').slice(1));
  });

  test('Enter keeps what is there; questions in French; the file of the command line', async () => {
    const { code, printed, left } = await typed(
      ['b.yaml', '--template', 'from-a-bill', '--lang', 'fr'],
      [["Combien d'argent", '\r']],
    );
    expect({ code, left }).toEqual({ code: 0, left: 0 });
    expect(printed).toContain("b.yaml écrit, d'après le modèle de fichier from-a-bill");
    expect(read('b.yaml').split('\n').slice(1)).toEqual(shipped('from-a-bill', 'fr').split('\n').slice(1));
  });

  test('what cannot be computed is asked again, with the nearest names', async () => {
    const { code, left } = await typed(
      ['c.yaml', '--template', 'chatbot'],
      [
        ['How many', '\r'],
        ['Which model?', 'gpt-4o-mni\r'],
        ['there is no model', '\u007f\u007fini\r'],
        ['Where does it run?', 'SWE\r'],
      ],
    );
    expect({ code, left }).toEqual({ code: 0, left: 0 });
    const { usages } = parse(read('c.yaml')) as { usages: Record<string, unknown>[] };
    expect(usages[0]).toMatchObject({ model: 'gpt-4o-mini', grid: 'SWE' });
    expect(usages[0]).not.toHaveProperty('region');
  });

  test('Ctrl-C leaves nothing behind', async () => {
    const { code, printed, screen } = await typed([], [['What do you use AI for?', '\u0003']]);
    expect({ code, printed }).toEqual({ code: 130, printed: '' });
    expect(screen).toContain('nothing written');
    expect(readdirSync(folder)).toEqual([]);
  });
});
