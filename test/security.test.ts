/** SECURITY.md names a test for each line of its threat model: each is there. And those of the lines that no other file tests. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runsClean } from './fuzz/outcome.ts';
import { root, runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'security-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const program = join(root, 'bin/ai-footprint.js');
const sheets = join(root, 'scenarios/product-sheets.yaml');

describe('SECURITY.md', () => {
  const text = readFileSync(join(root, 'SECURITY.md'), 'utf8');
  const [, model = ''] = /\n## Threat model\n([\s\S]*?)\n## /.exec(text) ?? [];
  const lines = model
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));
  const threats = lines.map(([, threat = '', outcome = '', named = '']) => ({
    threat,
    outcome,
    named: [...named.matchAll(/`(test\/[\w-]+\.test\.ts)`: "(.+?)"(?=<br>|$)/g)].map(([, file = '', title = '']) => ({ file, title })),
  })); // prettier-ignore

  test('says of every threat what comes of it', () => {
    expect(threats.length).toBeGreaterThan(20);
    for (const { threat, outcome } of threats) expect({ threat, outcome }).toEqual({ threat, outcome: expect.stringMatching(/^(?:\*\*)?(?:escaped|refused|bounded)\b/) as string }); // prettier-ignore
  });

  test.each(threats)('$threat: the tests that it names exist, and none is always skipped', ({ named }) => {
    expect(named).not.toEqual([]);
    for (const { file, title } of named) {
      const source = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '';
      const literal = title.replaceAll("'", "\\'").replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      expect(source, file).toMatch(new RegExp(`(?:\\b(?:test|it)|\\))\\(\\s*'${literal}'`));
      expect(source, file).not.toMatch(new RegExp(`\\.(?:skip|todo|fails)\\(\\s*'${literal}'`));
    }
  });
});

/** A shell in a namespace of its own, where a file system of any kind may be mounted and nobody else sees it. */
const inNamespace = (script: string, mounted: string, ...args: readonly string[]) =>
  spawnSync('unshare', ['-rm', 'sh', '-c', script, 'sh', mounted, process.execPath, program, ...args], {
    encoding: 'utf8',
  });
const canMount = inNamespace('mount -t tmpfs -o size=16k none "$1"', folder).status === 0;

describe.skipIf(!canMount)('a disk', () => {
  const disk = join(folder, 'disk');
  mkdirSync(disk, { recursive: true });
  const project = 'scenarios: [a.yaml]\nbudgets: [{ ghg: 1 t/year }]\n';
  const commands: readonly [string, readonly string[]][] = [
    ['assess', ['assess', sheets, '-o', 'out.json']],
    ['report', ['report', sheets, '-o', 'out.html']],
    ['sweep', ['sweep', sheets, '--vary', 'iterations=1..2000', '-o', 'out.csv']],
    ['check --save-baseline', ['check', '--save-baseline']],
  ];
  /** Runs a command with the disk as its folder, after `before`; prints the exit code, and what lies there then. */
  const onDisk = (size: string, before: string, args: readonly string[]) => {
    writeFileSync(join(folder, 'a.yaml'), readFileSync(sheets));
    writeFileSync(join(folder, 'config.yaml'), project);
    writeFileSync(join(folder, 'lock.json'), lock);
    return inNamespace(
      `disk="$1"; shift
       mount -t tmpfs -o size=${size} none "$disk" && cp "${folder}/a.yaml" "$disk/" && cp "${folder}/config.yaml" "$disk/ai-footprint.config.yaml" &&
         cp "${folder}/lock.json" "$disk/ai-footprint.lock.json" || exit 99
       cd "$disk"; for name in out.json out.html out.csv; do printf old > "$name"; done; ${before}
       "$@" >/dev/null; echo "code $?"; ls "$disk"; cat out.json out.html out.csv ai-footprint.lock.json`,
      disk,
      ...args,
    );
  };
  /** Of another scenario, so that saving it again would change it. */
  let lock = '';
  beforeAll(async () => {
    writeFileSync(join(folder, 'ai-footprint.config.yaml'), project);
    writeFileSync(join(folder, 'a.yaml'), readFileSync(join(root, 'scenarios/logistics-server-week.yaml')));
    expect((await runCli(['check', '--save-baseline'], { cwd: folder })).code).not.toBe(2);
    lock = readFileSync(join(folder, 'ai-footprint.lock.json'), 'utf8');
  });
  const names = ['a.yaml', 'ai-footprint.config.yaml', 'ai-footprint.lock.json', 'out.csv', 'out.html', 'out.json'];

  test.each(commands)('that only reads: %s ends with 2, and all stays as it was', (_, args) => {
    const { stdout, stderr } = onDisk('64k', 'mount -o remount,ro "$disk"', args);
    expect(stdout.split('\n')).toEqual(['code 2', ...names, ...`oldoldold${lock}`.split('\n')]);
    expect(stderr).toMatch(/^error\[cannot-write\]/);
  });

  test.each(commands.filter(([name]) => name !== 'sweep'))('that is full: %s ends with 2, and the old file stays', (_, args) => {
    const { stdout, stderr } = onDisk('64k', 'cat /dev/zero > filler 2>/dev/null', args);
    const then = names.toSpliced(3, 0, 'filler');
    expect(stdout.split('\n')).toEqual(['code 2', ...then, ...`oldoldold${lock}`.split('\n')]);
    expect(stderr).toMatch(/^error\[cannot-write\]/);
  }); // prettier-ignore

  test('that is full: a sweep, which writes as it goes, ends with 2 and leaves whole lines', () => {
    const { stdout, stderr } = onDisk('40k', '', ['sweep', sheets, '--vary', 'iterations=1..2000', '-o', 'out.csv']);
    const [, csv = ''] = /oldold(iterations,[\s\S]*)\{\n/.exec(stdout.split('  "scenarios": {')[0] ?? '') ?? [];
    expect(stdout).toMatch(/^code 2\n/);
    expect(stderr).toMatch(/^error\[cannot-write\]/);
    const rows = parse(csv) as string[][];
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.at(-1)).toHaveLength(7);
  });
});

describe('a stranger', () => {
  const place = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return name;
  };
  const refused = async (args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await runCli(args, { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    return stderr;
  };
  const sheet = readFileSync(sheets, 'utf8');

  test.each([
    ['lists', '['.repeat(50_000)],
    ['maps', 'a: {'.repeat(50_000)],
    ['blocks', Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['items', '- '.repeat(50_000)],
  ])('who nests %s tens of thousands deep is refused', async (_, text) => {
    for (const args of [
      ['assess', place('deep.yaml', text)],
      ['assess', sheets, '--catalog', 'deep.yaml'],
    ])
      expect(await refused(args)).toMatch(/^error\[[\w-]+\]/);
  });

  test('who names a row of a catalogue as a prototype or by an escape sequence changes nothing else', async () => {
    const own = place('own.yaml', `grids:\n  __proto__: { polluted: 1 }\n  constructor: 1\nmodels: "\\u001b[2J"\n`);
    const stderr = await refused(['assess', sheets, '--catalog', own]);
    expect(stderr).toMatch(/^error\[/);
    // eslint-disable-next-line no-control-regex -- what must not come through
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('whose names start a formula writes text into every table', async () => {
    const evil = '=HYPERLINK(""http://x"")'.replaceAll('""', "'");
    const text = sheet.replace(/^name: .*$/m, `name: ${JSON.stringify(evil)}`);
    expect(text).not.toBe(sheet);
    place('evil.yaml', text);
    for (const args of [['assess', 'evil.yaml'], ['compare', 'evil.yaml', sheets]]) {
      const { code, stdout } = await runCli([...args, '--format', 'csv'], { cwd: folder });
      expect(code).toBe(0);
      const cells = (parse(stdout) as string[][]).flat();
      expect(cells).toContain(`'${evil}`);
      for (const cell of cells)
        if (!Number.isFinite(Number(cell))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }
  }); // prettier-ignore

  test.each([
    ['a letter', 'a'],
    ['a blank', ' '],
    ['a digit', '1'],
    ['a quote', '"'],
  ])(
    'who repeats %s a hundred thousand times in a quantity, a name or a condition hangs nothing',
    async (_, letter) => {
      const long = letter.repeat(100_000);
      const given: readonly (readonly [string, string])[] = [
        ['iterations', `1${long} kg`],
        ['pue', `${long}1`],
        ['region', `${long}!`],
        ['model', `${long}!`],
      ];
      for (const [key, value] of given) {
        const usage = { id: 'a', requests: '1M/year', model: 'gpt-4o', region: 'azure/eastus2', [key]: value };
        place('long.json', JSON.stringify({ name: 'a', usages: [usage] }));
        // Blanks before a number mean nothing.
        expect(await runsClean(['assess', 'long.json'], folder), key).toBe(
          key === 'pue' && letter === ' ' ? 'result' : 'refused',
        );
      }
      for (const args of [
        ['compare', sheets, '--where', `ghg > 1${long}kg`],
        ['sweep', sheets, '--vary', `iterations=1${long}..2`],
      ])
        expect(await runsClean(args, folder)).toBe(
          letter === ' ' || (letter === '"' && args[0] === 'compare') ? 'result' : 'refused',
        );
    },
  );
});
