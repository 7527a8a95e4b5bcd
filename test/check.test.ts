/** `check` over the life of a project: a repository under real Git, five commits, every format at each. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { measured, ownGrid, testProject, type TestProject } from './project.fixtures.ts';
import { root } from './run-cli.ts';
import { validCodeQuality, validGithub, validJunit, validMarkdown, validSarif } from './published-schemas.ts';

const config = `scenarios: [ai/*.yaml]
catalog: own.yaml
budgets:
  - ghg: 700 kgCO2e/year
    message: talk to the sustainability desk before merging
  - change: { ghg: +10 %, floor: 5 kgCO2e/year }
    level: warn
  - data_quality: C
`;

interface Step {
  readonly name: string;
  readonly change: (project: TestProject) => void;
  readonly code: number;
  readonly headline: RegExp;
  /** Outcome of the limit of greenhouse gases of the chat and of the old scenario. */
  readonly outcomes: readonly [string, string];
  readonly trend: string;
  /** What the text says of the chat. */
  readonly says: RegExp;
  /** A line of the scenario that every format with places points at. */
  readonly line: number | null;
}

const steps: readonly Step[] = [
  {
    name: '1-better',
    change: (project) => project.edit('ai/chat.yaml', '10M/year', '8M/year'),
    code: 0,
    headline: /^AI budget holds: 5 of 6 limits kept, 1 old debt$/,
    outcomes: ['pass', 'debt'],
    trend: 'better',
    says: /ai\/chat\.yaml: better \(scenario x0\.8\)[\s\S]*chat requests 10 000 000 -> 8 000 000 \(x0\.8\)/,
    line: null,
  },
  {
    name: '2-worse',
    change: (project) => project.edit('ai/chat.yaml', '8M/year', '20M/year'),
    code: 1,
    headline: /^AI budget fails: 1 of 6 limits exceeded, 1 warned, 1 old debt$/,
    outcomes: ['fail', 'debt'],
    trend: 'worse',
    says: /FAIL {2}greenhouse gases a year: \d+ kgCO2e[\s\S]*scenario x2[\s\S]*lower it at ai\/chat\.yaml:7, or raise the\s+limit at\s+ai-footprint\.config\.yaml:4[\s\S]*talk to the sustainability desk/,
    line: 7,
  },
  {
    name: '3-unchanged',
    change: (project) => {
      project.edit('ai/chat.yaml', '20M/year', '10M/year');
      project.edit('ai/chat.yaml', 'name: Chat', '# the same, with a comment\nname: Chat');
    },
    code: 0,
    headline: /^AI budget holds: 5 of 6 limits kept, 1 old debt$/,
    outcomes: ['pass', 'debt'],
    trend: 'unchanged',
    says: /SINCE THE LOCK\n2 scenarios as in the lock/,
    line: null,
  },
  {
    name: '4-data-update',
    change: (project) => project.write({ 'own.yaml': ownGrid(0.09) }),
    code: 0,
    headline: /^AI budget holds: 4 of 6 limits kept, 1 moved by data or method, 1 old debt$/,
    outcomes: ['moved', 'debt'],
    trend: 'unchanged',
    says: /MOVED {2}greenhouse gases a year[\s\S]*data x2\.\d+[\s\S]*nothing you changed: accept the update with --update-lock[\s\S]*zone:SITE\.ghg 40 gCO2e\/kWh -> 90 gCO2e\/kWh \(meter\)/,
    line: 4,
  },
  {
    name: '5-old-debt',
    change: (project) => {
      project.write({ 'own.yaml': ownGrid(0.04) });
      project.edit('ai/old.yaml', '20M/year', '19M/year');
    },
    code: 0,
    headline: /^AI budget holds: 5 of 6 limits kept, 1 old debt$/,
    outcomes: ['pass', 'debt'],
    trend: 'unchanged',
    says: /OLD DEBT {2}greenhouse gases a year[\s\S]*better \(scenario x0\.95\)[\s\S]*it was over before and is not worse/,
    line: null,
  },
];

const today = '2026-11-24';
let project: TestProject;

beforeAll(async () => {
  project = testProject({
    'ai-footprint.config.yaml': config,
    'own.yaml': ownGrid(0.04),
    'ai/chat.yaml': measured('Chat'),
    'ai/old.yaml': measured('Old chat', '20M/year'),
  });
  project.git('init', '--quiet', '--initial-branch', 'main');
  const saved = await project.run('check', '--save-baseline', '--today', today);
  expect(saved).toMatchObject({ code: 0, stderr: '' });
  project.commit('baseline');
});
afterAll(() => project.remove());

const formats = ['text', 'line', 'markdown', 'json', 'csv', 'junit', 'sarif', 'github', 'code-quality'] as const;

describe.each(steps)('commit $name', (step) => {
  const { name, code, headline, outcomes, trend, says, line } = step;
  const printed: Record<string, string> = {};

  beforeAll(async () => {
    step.change(project);
    project.commit(name);
    for (const format of formats) {
      const done = await project.run('check', '--today', today, '--format', format);
      expect({ format, code: done.code, stderr: done.stderr }).toEqual({ format, code, stderr: '' });
      printed[format] = done.stdout;
    }
  });

  test('text: the answer, the reason, what to do', () => {
    expect(printed['line']?.trim()).toMatch(headline);
    expect(printed['text']?.split('\n')[0]).toMatch(headline);
    expect(printed['text']).toMatch(says);
    expect(Math.max(...(printed['text'] ?? '').split('\n').map((each) => each.length))).toBeLessThanOrEqual(80);
  });

  test('json: outcome, trend, verdict and exit code', () => {
    const report = JSON.parse(printed['json'] ?? '') as {
      verdict: string;
      exit_code: number;
      items: { file: string; budget: string; outcome: string }[];
      scenarios: { file: string; trend: string }[];
    };
    expect(report.exit_code).toBe(code);
    expect(report.verdict).toBe(code === 1 ? 'fails' : 'holds');
    const outcome = (file: string) => report.items.find((item) => item.file === file && item.budget === 'ghg')?.outcome;
    expect([outcome('ai/chat.yaml'), outcome('ai/old.yaml')]).toEqual(outcomes);
    expect(report.scenarios.find(({ file }) => file === 'ai/chat.yaml')?.trend).toBe(trend);
  });

  test('every format is valid, says the same, and points at the line to edit', async () => {
    const failing = code === 1 ? 1 : 0;
    await validJunit(printed['junit'] ?? '', { failures: failing });
    const sarif = validSarif(printed['sarif'] ?? '');
    expect(sarif.exitCode).toBe(code);
    expect(sarif.headline).toMatch(headline);
    expect(sarif.levels.filter((level) => level === 'error')).toHaveLength(failing);
    const github = validGithub(printed['github'] ?? '');
    expect(github.answer).toMatch(headline);
    expect(github.annotations.filter(({ kind }) => kind === 'error')).toHaveLength(failing);
    const quality = validCodeQuality(printed['code-quality'] ?? '');
    expect(quality.filter(({ severity }) => severity === 'major')).toHaveLength(failing);
    const markdown = validMarkdown(printed['markdown'] ?? '');
    expect(markdown.answer).toMatch(headline);
    if (line !== null) {
      expect(sarif.places).toContainEqual({ file: 'ai/chat.yaml', line });
      expect(github.annotations).toContainEqual(expect.objectContaining({ file: 'ai/chat.yaml', line }));
      expect(quality).toContainEqual(
        expect.objectContaining({ location: { path: 'ai/chat.yaml', lines: { begin: line } } }),
      );
    }
    const [head, ...rows] = (printed['csv'] ?? '').trimEnd().split('\r\n');
    expect(rows).toHaveLength(6);
    expect(head?.split(',')).toContain('outcome');
    expect(rows.filter((row) => row.includes(',fail,'))).toHaveLength(failing);
  });

  test('same bytes again, computed anew, and in one pass to files', async () => {
    for (const format of formats) {
      const again = await project.run('check', '--today', today, '--format', format, '--recompute');
      expect(again.stdout).toBe(printed[format]);
    }
    mkdirSync(join(project.folder, '.git/out'), { recursive: true });
    const names = {
      markdown: 'r.md',
      json: 'r.json',
      csv: 'r.csv',
      junit: 'r.xml',
      sarif: 'r.sarif',
      'code-quality': 'gl-code-quality-report.json',
      text: 'r.txt',
    };
    const outputs = Object.values(names).flatMap((file) => ['--output', `.git/out/${file}`]);
    expect(await project.run('check', '--today', today, ...outputs)).toEqual({ code, stdout: '', stderr: '' });
    for (const [format, file] of Object.entries(names)) expect(project.read(`.git/out/${file}`)).toBe(printed[format]);
  });

  test('goldens: text and comment, in both languages', async () => {
    for (const [format, extension] of [
      ['text', 'txt'],
      ['markdown', 'md'],
    ] as const) {
      for (const lang of ['en', 'fr']) {
        const { stdout } = await project.run('check', '--today', today, '--format', format, '--lang', lang);
        // Every update of the data has another hash, of the same length.
        const shown = stdout.replaceAll(
          /\d{4}-\d\d-\d\d [0-9a-f]{12}/g,
          '(version of the data)  '.padEnd(23).slice(0, 23),
        );
        await expect(shown).toMatchFileSnapshot(join(root, `test/golden/check/${name}.${lang}.${extension}`));
      }
    }
  });

  test('--exit-zero reports the same, says so, and ends with 0', async () => {
    const done = await project.run('check', '--today', today, '--format', 'line', '--exit-zero');
    expect(done.code).toBe(0);
    expect(done.stdout.includes('--exit-zero')).toBe(code !== 0);
  });
});

describe('the lock is renewed when asked, and no more than asked', () => {
  const lock = 'ai-footprint.lock.json';

  test('a check writes nothing', async () => {
    const before = project.read(lock);
    await project.run('check', '--today', today);
    expect(project.read(lock)).toBe(before);
    expect(project.git('status', '--porcelain')).toBe('');
  });

  test('--update-lock accepts data and what is better, and keeps what is worse', async () => {
    project.write({ 'own.yaml': ownGrid(0.041) });
    project.edit('ai/chat.yaml', '10M/year', '11M/year');
    const { code, stdout } = await project.run('check', '--today', today, '--update-lock');
    expect(code).toBe(0);
    expect(stdout).toContain('ai-footprint.lock.json updated');
    expect(stdout).toContain('kept as they were, because they are worse: ai/chat.yaml');
    const diff = project.git('diff', '--unified=0', lock);
    // One usage is one block: nothing of the chat is touched.
    expect(diff).toContain('19000000');
    expect(diff).not.toContain('11000000');
    // The ratchet has tightened: 20 M is now worse than the 19 M that were accepted.
    project.edit('ai/old.yaml', '19M/year', '20M/year');
    expect(await project.run('check', '--today', today, '--format', 'line')).toMatchObject({ code: 1 });
  });

  test('--save-baseline accepts everything, and the same state gives the same bytes', async () => {
    await project.run('check', '--today', today, '--save-baseline');
    const first = project.read(lock);
    expect(await project.run('check', '--today', today)).toMatchObject({ code: 0 });
    await project.run('check', '--today', today, '--save-baseline', '--recompute');
    expect(project.read(lock)).toBe(first);
    expect(first.split('\n').find((text) => text.includes('"requests"'))).toMatch(
      /^ {12}"requests": \{ "path": "requests", "source": "scenario", "status": "given", "unit": "request\/period", "value": \d+ \},?$/,
    );
  });

  test('an entry that somebody edited is computed again, not believed', async () => {
    const text = project.read(lock);
    project.write({ [lock]: text.replace('"value": 11000000 }', '"value": 1100000 }') });
    const { stdout } = await project.run('check', '--today', today, '--format', 'json');
    const { scenarios } = JSON.parse(stdout) as { scenarios: { file: string; ghg: { central: number } }[] };
    expect(scenarios.find(({ file }) => file === 'ai/chat.yaml')?.ghg.central).toBeGreaterThan(400);
    project.write({ [lock]: text });
  });
});
