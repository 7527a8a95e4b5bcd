/** What a stranger's files, a full disk or another run may do to it: each line refused, bounded or written whole. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { outcomeOf } from './fuzz/outcome.ts';
import { root, runCli } from './run-cli.ts';

const program = join(root, 'bin/ai-footprint.js');
const sheets = join(root, 'scenarios/product-sheets.yaml');
const folder = mkdtempSync(join(tmpdir(), 'harden-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const place = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return name;
};
const sheet = readFileSync(sheets, 'utf8');
const sweep = ['--vary', 'iterations=1..5', '--format', 'csv'];

async function refused(args: readonly string[], code: string, stdin = ''): Promise<string> {
  const { code: exit, stdout, stderr } = await runCli(args, { cwd: folder, stdin });
  expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  expect(stderr).toMatch(new RegExp(`^error\\[${code}\\]`));
  return stderr;
}

describe('work is bounded', () => {
  test.each(['(', 'not '])('a condition nested 20 000 deep by "%s" is refused', async (opening) => {
    place('a.yaml', sheet);
    const stderr = await refused(['compare', 'a.yaml', '--where', `${opening.repeat(20_000)}ghg > 1`], 'bad-option');
    expect(stderr).toContain('nested deeper than 50 levels');
  });

  test('a condition nested as deep as is allowed is computed', async () => {
    place('a.yaml', sheet);
    const where = `${'('.repeat(50)}ghg > 1${')'.repeat(50)}`;
    expect((await runCli(['compare', 'a.yaml', '--where', where], { cwd: folder })).code).toBe(0);
  });

  test('a pattern that stands for 2^40 patterns is refused before they are made', async () => {
    const stderr = await refused(['compare', `${'{a,b}'.repeat(40)}*`], 'bad-pattern');
    expect(stderr).toMatch(/stands for more than\s+1000 patterns/);
  });

  test('forty stars against a name of two hundred letters end', async () => {
    place(`${'a'.repeat(200)}.yaml`, sheet);
    await refused(['compare', `${'*a'.repeat(40)}z.yaml`], 'bad-pattern');
    const { code } = await runCli(['compare', `${'*a'.repeat(40)}*.yaml`, '-f', 'json'], { cwd: folder });
    expect(code).toBe(0);
  });

  test('a path of 100 000 folders is refused, and not asked for folder by folder', async () => {
    const stderr = await refused(['assess', '-'], 'unreadable-file', `extends: ${'x/'.repeat(100_000)}y\n`);
    expect(stderr).toContain('its path is too long');
  });

  test('aliases that write out to 10^9 values are refused', async () => {
    const lines = Array.from(
      { length: 9 },
      (_, at) =>
        `a${at}: &a${at} [${Array(10)
          .fill(at === 0 ? '1' : `*a${at - 1}`)
          .join(', ')}]`,
    );
    await refused(['assess', '-'], 'too-many-aliases', `${lines.join('\n')}\n`);
  });
});

describe('names', () => {
  test.each(['__proto__', 'constructor', 'toString'])(
    'a field "%s" is unknown, and no prototype changes',
    async (key) => {
      const stderr = await refused(['assess', '-'], 'unknown-key', `${key}: { polluted: 1 }\n${sheet}`);
      expect(stderr).toContain(key);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    },
  );

  // Found by fuzzing: seed 7, run 787.
  test('a name that reverses text is escaped in errors as JSON', async () => {
    const text = `${sheet}\n"\\u202egnp.exe": 1\n`;
    const { stderr } = await runCli(['assess', '-', '-f', 'json'], { stdin: text, cwd: folder });
    expect(stderr).toContain('\\u202e');
    expect(stderr).not.toContain('\u202e');
    expect(JSON.parse(stderr)).toMatchObject([{ code: 'unknown-key', path: '\u202egnp.exe' }]);
  });
});

describe('found by fuzzing: a conversation with more cached than it sends', () => {
  const conversation = (more: string): string =>
    `name: a\nperiod: year\nusages:\n  - { id: q, model: mistral/mistral-large-2411, grid: FRA, requests: 10/year, ${more} }\n`;

  // Seed 11.
  test('is refused, and not a figure that is none', async () => {
    const text = conversation('context_tokens: 1800, tokens: { input: 80, output: 300, cached_input: 3000 }');
    const stderr = await refused(['assess', '-'], 'tokens-inconsistent', text);
    expect(stderr).toMatch(/3000 cached tokens in at least\s+1880 input tokens/);
    expect(stderr).toContain('<stdin>:4:');
    const whole = text.replace('cached_input: 3000', 'cached_input: 1880');
    expect((await runCli(['assess', '-'], { cwd: folder, stdin: whole })).code).toBe(0);
  });

  test('after shorter answers has as much cached as it sends, and nothing negative', async () => {
    const output = 'tokens: { input: 80, output: 900, cached_input: 4000 }, practices: { output: { tokens: 5 } }';
    const text = conversation(`turns: 10, ${output}`);
    expect(await outcomeOf(new TextEncoder().encode(text), 'table')).toBe('result');
    const { stdout } = await runCli(['assess', '-', '-f', 'json'], { cwd: folder, stdin: text });
    const { practices } = JSON.parse(stdout) as {
      practices: { all: { impacts: { ghg: { total: { low: number } } } } };
    };
    expect(practices.all.impacts.ghg.total.low).toBeGreaterThanOrEqual(0);
  });
});

describe('outputs', () => {
  test('a sweep is not written over its scenario, by whatever name', async () => {
    place('input.csv', sheet);
    symlinkSync(join(folder, 'input.csv'), join(folder, 'same.csv'));
    for (const output of ['input.csv', 'same.csv'])
      await refused(['sweep', 'input.csv', ...sweep, '-o', output], 'output-exists-as-input');
    expect(readFileSync(join(folder, 'input.csv'), 'utf8')).toBe(sheet);
  });

  test('a link is not followed: what it leads to stays as it is', async () => {
    const target = join(folder, 'precious');
    writeFileSync(target, 'precious');
    symlinkSync(target, join(folder, 'link.csv'));
    for (const args of [
      ['sweep', sheets, ...sweep],
      ['assess', sheets],
    ]) {
      const stderr = await refused([...args, '-o', 'link.csv'], 'cannot-write');
      expect(stderr).toContain('symbolic link');
    }
    expect(readFileSync(target, 'utf8')).toBe('precious');
  });

  test.skipIf(process.platform === 'win32')('a named pipe is neither waited for nor replaced', async () => {
    spawnSync('mkfifo', [join(folder, 'pipe.csv')]);
    for (const args of [
      ['sweep', sheets, ...sweep],
      ['assess', sheets],
    ])
      expect(await refused([...args, '-o', 'pipe.csv'], 'cannot-write')).toContain('device or a pipe');
  });

  test('killed while it writes: the old file or the new one, never a part', async () => {
    const output = join(folder, 'killed.json');
    writeFileSync(output, 'old');
    const whole = (await runCli(['assess', sheets, '-f', 'json'])).stdout;
    for (const wait of [50, 150, 250, 350, 450]) {
      const child = spawn(process.execPath, [program, 'assess', sheets, '-o', output]);
      const end = new Promise((done) => child.on('close', done));
      const timer = setTimeout(() => child.kill('SIGKILL'), wait);
      await end;
      clearTimeout(timer);
      expect(['old', whole]).toContain(readFileSync(output, 'utf8'));
    }
  });

  test('two runs that save one lock: one of the two, whole', async () => {
    const project = mkdtempSync(join(folder, 'lock-'));
    writeFileSync(join(project, 'a.yaml'), sheet);
    writeFileSync(join(project, 'ai-footprint.config.yaml'), 'scenarios: [a.yaml]\nbudgets: [{ ghg: 1 t/year }]\n');
    const save = () =>
      new Promise((done) => spawn(process.execPath, [program, 'check', '--save-baseline'], { cwd: project }).on('close', done)); // prettier-ignore
    await Promise.all([save(), save(), save()]);
    expect(readdirSync(project).toSorted()).toEqual(['a.yaml', 'ai-footprint.config.yaml', 'ai-footprint.lock.json']);
    expect((await runCli(['check', '--format', 'json'], { cwd: project })).code).not.toBe(2);
  });
});

describe('surroundings', () => {
  const built = (env: Record<string, string>, node: readonly string[] = []) =>
    spawnSync(process.execPath, [...node, program, 'assess', sheets, '-f', 'json'], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', ...env },
    });

  test('odd locales and time zones change no byte', () => {
    const plain = built({});
    expect(plain.status).toBe(0);
    for (const env of [
      { LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' },
      { LANG: 'ar_EG.UTF-8', TZ: 'America/St_Johns' },
      { LC_ALL: 'C', TZ: 'nowhere' },
    ])
      expect(built(env).stdout).toBe(plain.stdout);
  });

  test('256 MB are enough', () => {
    expect(built({}, ['--max-old-space-size=256']).status).toBe(0);
  });

  test('a clock that stands in 1970 changes no byte', () => {
    const hook = join(folder, 'clock.cjs');
    writeFileSync(
      hook,
      `const Real = Date;
globalThis.Date = class extends Real {
  constructor(...given) { super(...(given.length === 0 ? [0] : given)); }
  static now() { return 0; }
};
`,
    );
    const stopped = built({}, ['--require', hook]);
    expect(stopped.stdout).toBe(built({}).stdout);
    expect(stopped.status).toBe(0);
  });

  const oneProcessor = spawnSync('taskset', ['-c', '0', process.execPath, '-e', '0']).status === 0;
  test.skipIf(!oneProcessor)('one processor and 256 MB: the same bytes, threads asked for or not', () => {
    const rows = (jobs: string, before: readonly string[]) =>
      spawnSync(
        before[0] ?? process.execPath,
        [
          ...before.slice(1),
          ...(before.length > 0 ? [process.execPath] : []),
          '--max-old-space-size=256',
          program,
          'sweep',
          sheets,
          ...sweep,
          '--jobs',
          jobs,
        ],
        { encoding: 'utf8' },
      );
    const plain = rows('1', []);
    expect(plain.status).toBe(0);
    expect(plain.stdout.split('\n').length).toBeGreaterThan(5);
    for (const jobs of ['1', '2']) expect(rows(jobs, ['taskset', '-c', '0']).stdout).toBe(plain.stdout);
  });
});
