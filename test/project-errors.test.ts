/** What can be wrong with a config, a lock and the history of a project: code, line, column, and exit code. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { measured, ownGrid, testProject, type TestProject } from './project.fixtures.ts';
import { runCli } from './run-cli.ts';

interface JsonProblem {
  readonly code: string;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly fix: string | null;
}

let project: TestProject;
beforeEach(() => {
  project = testProject({ 'own.yaml': ownGrid(0.04), 'ai/chat.yaml': measured('Chat') });
});
afterEach(() => project.remove());

const head = 'scenarios: [ai/*.yaml]\ncatalog: own.yaml\n';
const today = ['--today', '2026-11-24'];

async function problems(config: string, ...args: string[]): Promise<readonly JsonProblem[]> {
  project.write({ 'ai-footprint.config.yaml': config });
  const { code, stdout, stderr } = await project.run('check', ...today, '--format', 'json', ...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  return JSON.parse(stderr) as readonly JsonProblem[];
}

describe('the config', () => {
  it.each([
    ['budgets:\n  - co2: 5 kg/year\n', 'unknown-criterion', 4, 5, /limits "co2", which is no criterion/],
    ['budgets:\n  - ghg_per_units: 5 g\n', 'unknown-criterion', 4, 5, /"ghg_per_units"/],
    ['budgets:\n  - ghg: 500\n', 'wrong-type', 4, 10, /number with its unit/],
    ['budgets:\n  - ghg: 500 kWh/year\n', 'wrong-dimension', 4, 10, /measures energy\/time/],
    ['budgets:\n  - ghg: 500 kgC02e/year\n', 'unknown-unit', 4, 10, /kgC02e/],
    ['budgets:\n  - ghg: 4 to 5 kg/year\n', 'bad-quantity', 4, 10, /a limit is one number/],
    ['budgets:\n  - ghg: -5 kg/year\n', 'out-of-bounds', 4, 10, /at least 0/],
    ['budgets:\n  - ghg: unknown\n', 'bad-quantity', 4, 10, /starts with a number/],
    ['budgets:\n  - level: warn\n', 'missing-key', 4, 5, /needs "ghg"/],
    ['budgets:\n  - { ghg: 5 kg/year, water: 3 L/year }\n', 'fields-exclude', 4, 5, /"ghg", "water" together/],
    ['budgets:\n  - change: { ghg: +10 % }\n', 'missing-key', 4, 13, /needs "floor"/],
    ['budgets:\n  - change: { ghg: 5 kg, floor: 5 kg/year }\n', 'wrong-dimension', 4, 20, /measures mass/],
    ['budgets:\n  - { data_quality: F }\n', 'wrong-value', 4, 21, /cannot be "F"/],
    ['budgets:\n  - { verdict: [worth-i] }\n', 'wrong-value', 4, 17, /cannot be "worth-i"/],
    ['budgets:\n  - { ghg: 5 kg/year, level: eror }\n', 'wrong-value', 4, 30, /cannot be "eror"/],
    ['budgets:\n  - { assumed_width: 140 % }\n', 'out-of-bounds', 4, 22, /from 0 % to 100 %/],
    ['budgets: []\n', 'wrong-type', 3, 10, /a list of at least one/],
    ['budgets:\n  - ghg: 5 kg/year\nwaiver: []\n', 'unknown-key', 5, 1, /no field "waiver"/],
    ['budgets:\n  - { ghg: 5 kg/year, usage: chta }\n', 'selects-nothing', 4, 7, /usage "chta" is in none/],
    [
      'budgets:\n  - { ghg: 5 kg/year, scenario: ai/chta.yaml }\n',
      'selects-nothing',
      4,
      7,
      /scenario "ai\/chta\.yaml"/,
    ],
    ['budgets:\n  - ghg: 5 kg\n', 'judges-nothing', 4, 5, /judges none of the scenarios/],
    [
      'budgets:\n  - change: { ghg: +10 %, floor: 5 kg/year }\n',
      'lock-missing',
      4,
      5,
      /no lock "ai-footprint\.lock\.json"/,
    ],
    [
      'budgets:\n  - ghg: 5 kg/year\nwaivers:\n  - { budget: wter, owner: a, reason: b, expires: 2027-01-31 }\n',
      'unknown-budget',
      6,
      15,
      /"wter"/,
    ],
    [
      'budgets:\n  - ghg: 5 kg/year\nwaivers:\n  - { budget: ghg, owner: a, reason: b, expires: 2027-02-30 }\n',
      'bad-day',
      6,
      50,
      /2027-02-30/,
    ],
    [
      'budgets:\n  - ghg: 5 kg/year\nwaivers:\n  - { budget: ghg, reason: b, expires: 2027-01-31 }\n',
      'missing-key',
      6,
      5,
      /needs "owner"/,
    ],
    [
      '<<<<<<< HEAD\nbudgets:\n  - ghg: 5 kg/year\n=======\nbudgets:\n  - ghg: 6 kg/year\n>>>>>>> other\n',
      'merge-conflict',
      3,
      1,
      /holds a merge conflict/,
    ],
  ])('%j: %s at %d:%d', async (rest, code, line, column, message) => {
    const [first, ...others] = await problems(head + rest);
    expect(others.map((each) => each.code)).toEqual([]);
    expect(first).toMatchObject({ code, file: 'ai-footprint.config.yaml', line, column });
    expect(`${first?.message} ${first?.fix}`).toMatch(message);
    expect(first?.fix).toBeTruthy();
  });

  it('every problem of the file at once, in its order', async () => {
    const found = await problems(
      `${head}budgets:\n  - co2: 5 kg/year\n  - water: 5 kg/year\n  - { ghg: 1 g/year, lvl: warn }\n`,
    );
    expect(found.map(({ code, line }) => [code, line])).toEqual([
      ['unknown-criterion', 4],
      ['wrong-dimension', 5],
      ['unknown-key', 6],
    ]);
  });

  it.each([
    ['scenarios: [nothing/*.yaml]\n', 'bad-pattern', 1, /names no file/],
    ['scenarios: [../*.yaml]\n', 'bad-pattern', 1, /leaves the folder/],
  ])('%j', async (scenarios, code, line, message) => {
    const [first] = await problems(`${scenarios}budgets:\n  - ghg: 5 kg/year\n`);
    expect(first).toMatchObject({ code, line });
    expect(first?.message).toMatch(message);
  });

  it('is looked for upwards, and a scenario that is wrong is told with its place', async () => {
    project.write({ 'ai-footprint.config.yaml': `${head}budgets:\n  - ghg: 900 kg/year\n`, 'deep/er/x.txt': '' });
    const deep = await runCli(['check', ...today, '--format', 'line'], { cwd: join(project.folder, 'deep/er') });
    expect(deep).toMatchObject({ code: 0, stdout: 'AI budget holds: 1 of 1 limits kept\n' });
    project.edit('ai/chat.yaml', 'pue:', 'pu:');
    const wrong = await runCli(['check', ...today], { cwd: join(project.folder, 'deep/er') });
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toMatch(/--> \.\.\/\.\.\/ai\/chat\.yaml:6:5/);
  });

  it('that is nowhere is an error with a way out', async () => {
    const empty = testProject();
    const { code, stderr } = await empty.run('check');
    empty.remove();
    expect(code).toBe(2);
    expect(stderr).toMatch(/error\[no-config\][\s\S]*ai-footprint help budgets/);
  });

  it.each([['tomorrow'], ['2026-13-01'], ['2026-02-29']])('--today %s is no day', async (day) => {
    project.write({ 'ai-footprint.config.yaml': `${head}budgets:\n  - ghg: 900 kg/year\n` });
    const { code, stderr } = await project.run('check', '--today', day);
    expect(code).toBe(2);
    expect(stderr).toContain(`error[bad-day]: "--today" is "${day}"`);
  });

  it('an output is never an input', async () => {
    project.write({ 'ai-footprint.config.yaml': `${head}budgets:\n  - ghg: 900 kg/year\n` });
    await project.run('check', '--save-baseline');
    for (const file of ['ai-footprint.lock.json', 'ai/../ai-footprint.lock.json']) {
      const { code, stderr } = await project.run('check', '--output', file);
      expect(code).toBe(2);
      expect(stderr).toContain('error[output-exists-as-input]');
    }
    mkdirSync(join(project.folder, 'out'));
    expect(await project.run('check', '--output', 'out/x.docx')).toMatchObject({ code: 2 });
  });
});

describe('waivers', () => {
  const waived = (expires: string, more = '') =>
    `${head}budgets:\n  - ghg: 100 kgCO2e/year\nwaivers:\n  - { budget: ghg, owner: team-catalogue, reason: migration, expires: ${expires}${more} }\n`;

  test('hold on their last day, and are told with owner, reason and day', async () => {
    project.write({ 'ai-footprint.config.yaml': waived('2026-11-24') });
    const { code, stdout } = await project.run('check', ...today);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^AI budget holds: 0 of 1 limits kept, 1 waived\n[\s\S]*waived for team-catalogue until 2026-11-24: migration/,
    );
  });

  test('expired are a failure again: exit 1, with the line of the waiver', async () => {
    project.write({ 'ai-footprint.config.yaml': waived('2026-11-23') });
    const { code, stdout } = await project.run('check', ...today);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^AI budget fails: 1 of 1[\s\S]*waiver of team-catalogue expired on\s+2026-11-23 \(ai-footprint\.config\.yaml:6\)/,
    );
  });

  test('of a usage excuse its part of a whole scenario, and no more', async () => {
    const [, second = ''] = measured('Two', '10M/year').replace('id: chat', 'id: search').split('usages:\n');
    project.write({ 'ai/chat.yaml': measured('Chat', '1M/year').replace('training: exclude\n', second) });
    // 41 kg and 410 kg.
    project.write({ 'ai-footprint.config.yaml': waived('2027-01-31', ', usage: search') });
    expect(await project.run('check', ...today)).toMatchObject({ code: 0 });
    project.write({ 'ai-footprint.config.yaml': waived('2027-01-31', ', usage: chat') });
    expect(await project.run('check', ...today)).toMatchObject({ code: 1 });
  });

  test('that excuse nothing are named, so that they go', async () => {
    project.write({ 'ai-footprint.config.yaml': waived('2027-01-31').replace('100 kg', '900 kg') });
    const { code, stdout } = await project.run('check', ...today);
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'the waiver of team-catalogue for ghg (until 2027-01-31, ai-footprint.config.yaml:6) excuses nothing: remove it',
    );
  });
});

describe('the lock', () => {
  const config = `${head}budgets:\n  - ghg: 900 kgCO2e/year\n`;
  const lock = 'ai-footprint.lock.json';

  beforeEach(async () => {
    project.write({ 'ai-footprint.config.yaml': config });
    expect(await project.run('check', ...today, '--save-baseline')).toMatchObject({ code: 0, stderr: '' });
  });

  const broken = async (...args: string[]): Promise<JsonProblem> => {
    const { code, stdout, stderr } = await project.run('check', ...today, '--format', 'json', ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    const [first, ...others] = JSON.parse(stderr) as JsonProblem[];
    expect(others).toEqual([]);
    if (!first) throw new Error('no problem');
    return first;
  };

  it('with a merge conflict: the line, and how to end it', async () => {
    const text = project.read(lock).split('\n');
    project.write({
      [lock]: [
        ...text.slice(0, 4),
        '<<<<<<< HEAD',
        text[4],
        '=======',
        text[4],
        '>>>>>>> other',
        ...text.slice(5),
      ].join('\n'),
    });
    const found = await broken();
    expect(found).toMatchObject({ code: 'merge-conflict', file: lock, line: 5, column: 1 });
    expect(found.fix).toContain('check --update-lock');
  });

  it('of a newer format or a newer tool', async () => {
    const text = project.read(lock);
    project.write({ [lock]: text.replace('lock/1', 'lock/2') });
    expect(await broken()).toMatchObject({ code: 'lock-newer', file: lock, line: expect.any(Number) as number });
    project.write({ [lock]: text.replace(/"version": "0\.1\.0"\n\}/, '"version": "99.0.0"\n}') });
    const found = await broken();
    expect(found).toMatchObject({ code: 'lock-newer', file: lock });
    expect(found.message).toContain('was written by ai-footprint 99.0.0');
  });

  it.each([
    ['{', 'bad-yaml'],
    ['[]', 'bad-lock'],
    ['{}', 'bad-lock'],
    ['{ "schema": "ai-footprint/result/1" }', 'bad-lock'],
    ['{ "schema": "ai-footprint/lock/1", "version": "0.1.0" }', 'bad-lock'],
    ['{ "schema": "ai-footprint/lock/1", "version": "0.1.0", "scenarios": { "ai/chat.yaml": {} } }', 'bad-lock'],
  ])('that is none: %j', async (text, code) => {
    project.write({ [lock]: text });
    expect(await broken()).toMatchObject({ code, file: lock, line: expect.any(Number) as number });
  });

  it('in which somebody wrote no number where one belongs', async () => {
    project.write({ [lock]: project.read(lock).replace(/"value": 10000000/, '"value": "many"') });
    expect(await broken()).toMatchObject({ code: 'bad-lock' });
  });

  it('that is missing: no ratchet, and an error where one is needed', async () => {
    project.git('init', '--quiet');
    project.write({
      'ai-footprint.config.yaml': config.replace('ai/*', 'ai/*').replace('catalog:', 'lock: other.json\ncatalog:'),
    });
    const plain = await project.run('check', ...today);
    expect(plain).toMatchObject({ code: 0 });
    expect(plain.stdout).toContain('no lock: write other.json with --save-baseline');
    expect(await broken('--update-lock')).toMatchObject({ code: 'lock-missing' });
  });

  it('knows nothing of a new scenario, which is new and not worse', async () => {
    project.write({
      'ai/new.yaml': measured('New'),
      'ai-footprint.config.yaml': `${config}  - change: { ghg: +10 %, floor: 5 kg/year }\n`,
    });
    const { code, stdout } = await project.run('check', ...today);
    expect(code).toBe(0);
    expect(stdout).toContain('ai/new.yaml: new, not in the lock');
  });

  it('does not compare a scenario that counts by another period', async () => {
    project.edit('ai/chat.yaml', 'usages:', 'period: month\nusages:');
    project.edit('ai/chat.yaml', '10M/year', '30M/year');
    const { code, stdout } = await project.run('check', ...today);
    expect(code).toBe(1);
    expect(stdout).toMatch(/greenhouse gases a year: 1\.2 tCO2e/);
  });

  it('both ways to write it at once are refused', async () => {
    const { code, stderr } = await project.run('check', '--save-baseline', '--update-lock');
    expect(code).toBe(2);
    expect(stderr).toContain('choose one');
  });
});
