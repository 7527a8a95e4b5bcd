/** `diff`: what moved on common draws, why, and the balance sheet of source 000. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { measured, testProject, type TestProject } from './project.fixtures.ts';
import { root, runCli } from './run-cli.ts';
import { within } from './within.ts';

interface Row {
  readonly usage: string | null;
  readonly criterion: string;
  readonly basis: string;
  readonly before: Range | null;
  readonly after: Range | null;
  readonly difference: Range | null;
  readonly ratio: Range | null;
}
interface Range {
  readonly low: number;
  readonly central: number;
  readonly high: number;
}
interface Diff {
  readonly common_draws: boolean;
  readonly increased: boolean | null;
  readonly rows: readonly Row[];
  readonly unchanged: number;
  readonly causes: readonly { readonly cause: string }[];
  readonly changes: readonly { readonly field: string; readonly effect: number | null }[];
  readonly balance_sheets: readonly {
    readonly rows: readonly {
      readonly line: string;
      readonly before: { kind: string };
      readonly after: { kind: string };
    }[];
    readonly effects: readonly { readonly group: string; readonly factor: Range | null }[];
  }[];
}

const sheetsText = readFileSync(join(root, 'scenarios/product-sheets.yaml'), 'utf8');
const golden = (name: string) => join(root, 'test/golden/diff', name);

let project: TestProject;
beforeAll(() => {
  project = testProject({ 'chat.yaml': measured('Chat').replace('SITE', 'FRA') });
  project.git('init', '--quiet', '--initial-branch', 'main');
  project.commit('first');
});
afterAll(() => project.remove());

const json = async (args: readonly string[], cwd = root): Promise<Diff> => {
  const { stdout, stderr } = await runCli(['diff', ...args, '--format', 'json'], { cwd });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Diff;
};
const ghg = ({ rows }: Diff): Row | undefined =>
  rows.find(({ usage, criterion, basis }) => usage === null && criterion === 'ghg' && basis === 'period');

describe('source 000: ChatGPT before, Copilot after', () => {
  const pair = ['scenarios/chatgpt-vs-copilot-before.yaml', 'scenarios/chatgpt-vs-copilot-after.yaml'];

  test.each(['en', 'fr'])('the balance sheet line by line, in %s', async (lang) => {
    const { code, stdout } = await runCli(['diff', ...pair, '--lang', lang, '--width', '100']);
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot(golden(`chatgpt-vs-copilot.${lang}.txt`));
  });

  test('the place alone divides by 5.75 to 14.4, the users by 55.6, and the model has no part in it', async () => {
    const { balance_sheets: [sheet] } = await json(pair); // prettier-ignore
    const factor = (group: string): Range | null | undefined =>
      sheet?.effects.find((each) => each.group === group)?.factor;
    expect(1 / (factor('place')?.low ?? 0)).toSatisfy(within(0.2875 / 0.02, 1e-9));
    expect(1 / (factor('place')?.high ?? 0)).toSatisfy(within(0.2875 / 0.05, 1e-9));
    expect(factor('users')?.central).toSatisfy(within(1.8 / 100, 1e-9));
    expect(factor('model')).toEqual({ low: 1, central: 1, high: 1 });
  });

  test('unknown is "not published", and what nobody states is asked for', async () => {
    const { balance_sheets: [sheet], rows } = await json(pair); // prettier-ignore
    const kinds = Object.fromEntries(
      sheet?.rows.map(({ line, before, after }) => [line, [before.kind, after.kind]]) ?? [],
    );
    expect(kinds).toMatchObject({
      host: ['name', 'name'],
      grid: ['value', 'value'],
      energy: ['value', 'not-published'],
      water: ['value', 'not-published'],
      model: ['name', 'not-published'],
      accelerators: ['not-stated', 'not-stated'],
    });
    expect(
      rows.every(({ before, after, difference }) => before !== null && after === null && difference === null),
    ).toBe(true);
  });
});

describe('two scenarios', () => {
  beforeAll(() => {
    project.write({
      'sheets.yaml': sheetsText,
      'fewer.yaml': sheetsText.replace('iterations: 4', 'iterations: 2'),
      'shorter.yaml': sheetsText.replace('output: 600', 'output: 300'),
      'words.yaml': sheetsText.replace('name: Product', 'name: All product'),
      'ranged.yaml': sheetsText.replace('iterations: 4', 'iterations: 3 to 5'),
      'same-range.yaml': sheetsText
        .replace('iterations: 4', 'iterations: 3 to 5')
        .replace('output: 600', 'output: 300'),
      'other-range.yaml': sheetsText.replace('iterations: 4', 'iterations: 3 to 6'),
    });
  });

  it.each([[[]], [['--samples', '2000']]])(
    'what both share cancels: half of the prompts is half of everything, exactly (%j)',
    async (engine) => {
      const diff = await json(['sheets.yaml', 'fewer.yaml', ...engine], project.folder);
      expect(diff.common_draws).toBe(true);
      for (const { ratio, difference, before } of diff.rows) {
        for (const end of ['low', 'central', 'high'] as const) expect(ratio?.[end]).toSatisfy(within(0.5, 1e-9));
        expect(difference?.central).toSatisfy(within(-(before?.central ?? 0) / 2, 1e-9));
        expect(difference?.high).toBeLessThan(0);
      }
      expect(diff.changes).toMatchObject([{ field: 'iterations', effect: 0.5 }]);
      expect(diff.increased).toBe(false);
    },
  );

  it('a value that stays is one unknown on both sides; two ranges that differ are two', async () => {
    const same = ghg(await json(['ranged.yaml', 'same-range.yaml'], project.folder));
    const other = ghg(await json(['ranged.yaml', 'other-range.yaml'], project.folder));
    // The range of the prompts cancels: what is left is how input and output tokens weigh.
    expect((same?.ratio?.high ?? 0) / (same?.ratio?.low ?? 1)).toBeLessThan(1.3);
    // sqrt(3 x 6) / sqrt(3 x 5), each with its own spread.
    expect(other?.ratio?.central).toSatisfy(within(Math.sqrt(18 / 15), 1e-9));
    expect((other?.ratio?.high ?? 0) / (other?.ratio?.low ?? 1)).toBeGreaterThan(1.8);
  });

  it('words alone change nothing', async () => {
    const { stdout, code } = await project.run('diff', 'sheets.yaml', 'words.yaml', '--fail-on-increase');
    expect(code).toBe(0);
    expect(stdout).toBe('sheets.yaml -> words.yaml\nGreenhouse gases do not change\n\nno figure changes\n');
  });

  it('--fail-on-increase fails when it surely rises, and not before', async () => {
    const run = async (...args: string[]) => (await project.run('diff', ...args)).code;
    expect(await run('fewer.yaml', 'sheets.yaml')).toBe(0);
    expect(await run('fewer.yaml', 'sheets.yaml', '--fail-on-increase')).toBe(1);
    expect(await run('fewer.yaml', 'sheets.yaml', '--fail-on-increase', 'water')).toBe(1);
    expect(await run('sheets.yaml', 'fewer.yaml', '--fail-on-increase')).toBe(0);
    expect(await run('ranged.yaml', 'other-range.yaml', '--fail-on-increase')).toBe(0);
  });

  it('in Markdown, and to several files in one pass', async () => {
    const { stdout } = await project.run('diff', 'sheets.yaml', 'shorter.yaml', '--format', 'markdown');
    await expect(stdout).toMatchFileSnapshot(golden('shorter.en.md'));
    expect(
      await project.run('diff', 'sheets.yaml', 'shorter.yaml', '-o', 'd.md', '-o', 'd.json', '-o', 'd.txt'),
    ).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(project.read('d.md')).toBe(stdout);
    const text = project.read('d.txt');
    await expect(text).toMatchFileSnapshot(golden('shorter.en.txt'));
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('of different periods are refused', async () => {
    project.write({ 'monthly.yaml': sheetsText.replace('period: year', 'period: month') });
    const { code, stderr } = await project.run('diff', 'sheets.yaml', 'monthly.yaml');
    expect(code).toBe(2);
    expect(stderr).toContain('give both the same period');
  });
});

describe('a saved result', () => {
  it('against today: central differences, and what of its making changed', async () => {
    project.write({ 'sheets.yaml': sheetsText, 'fewer.yaml': sheetsText.replace('iterations: 4', 'iterations: 2') });
    await project.run('assess', 'sheets.yaml', '--output', 'saved.json');
    const diff = await json(['saved.json', 'fewer.yaml'], project.folder);
    expect(diff.common_draws).toBe(false);
    expect(diff.causes.map(({ cause }) => cause)).toEqual(['input']);
    expect(ghg(diff)?.ratio?.central).toSatisfy(within(0.5, 1e-9));
    const older = project.read('saved.json').replace(/"data_version": "/, '$&x');
    project.write({ 'older.json': older });
    expect((await json(['older.json', 'saved.json'], project.folder)).causes.map(({ cause }) => cause)).toEqual([
      'data',
    ]);
    const { stdout } = await project.run('diff', 'saved.json', 'fewer.yaml', '--lang', 'fr');
    expect(stdout).toContain('un résultat enregistré ne garde pas ses');
  });
});

describe('--git', () => {
  it('compares with the file at a commit, with what it extends', async () => {
    project.write({
      'ai/base.yaml': measured('Base').replace('SITE', 'FRA'),
      'ai/over.yaml': 'extends: base.yaml\nname: Over\nusages:\n  - { id: chat, requests: 5M/year }\n',
    });
    project.commit('second');
    project.edit('ai/base.yaml', '1 Wh', '2 Wh');
    const { code, stdout } = await project.run('diff', '--git', 'HEAD', 'ai/over.yaml', '--fail-on-increase');
    expect(code).toBe(1);
    expect(stdout).toContain('ai/over.yaml@HEAD -> ai/over.yaml');
    expect(stdout).toMatch(/chat measured\.energy 1 Wh.* -> 2 Wh.*\(x1\.\d+\)/);
    const nested = await runCli(['diff', '--git', 'HEAD', 'over.yaml'], { cwd: join(project.folder, 'ai') });
    expect(nested.code).toBe(0);
  });

  it.each([
    ['nowhere', 'chat.yaml', /git-failed/],
    ['HEAD', 'not-there.yaml', /git-failed/],
    ['--output=/tmp/x', 'chat.yaml', /git-failed|bad-option/],
  ])('%s %s is told and nothing is run', async (ref, file, message) => {
    const { code, stderr } = await project.run('diff', `--git=${ref}`, file);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('takes one file, and without it two', async () => {
    expect(await project.run('diff', '--git', 'HEAD', 'a', 'b')).toMatchObject({ code: 2 });
    expect(await project.run('diff', 'a')).toMatchObject({ code: 2 });
  });
});
