import { describe, expect, test } from 'vitest';
import { exitCodes } from '../src/cli/outcome.ts';
import { topics } from '../src/messages/help/topics.ts';
import { pageOf } from '../src/messages/help/index.ts';
import { practiceIds } from '../src/assessment.ts';
import { runCli } from './run-cli.ts';

describe.each(['en', 'fr'])('help in %s', (lang) => {
  test.each(topics)('%s', async (topic) => {
    const { code, stdout, stderr } = await runCli(['help', topic, '--lang', lang]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot(`golden/help/${topic}.${lang}.txt`);
    for (const width of [60, 80, 120]) {
      const narrow = await runCli(['help', topic, '--lang', lang, '--width', String(width)]);
      const lines = narrow.stdout.split('\n');
      // Formulas and examples are to be copied, and are not broken.
      expect(lines.filter((line) => line.length > width && !line.startsWith('    '))).toEqual([]);
    }
  });

  test('the program alone says its first three commands, once', async () => {
    const { code, stdout, stderr } = await runCli([], { env: { LANG: `${lang}.UTF-8` } });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    await expect(stderr).toMatchFileSnapshot(`golden/help/first-steps.${lang}.txt`);
  });
});

test('the commands that pages name exist', async () => {
  const { stdout } = await runCli(['--help']);
  const commands = [...stdout.matchAll(/^ {2}([a-z]+) (?:\[options\] )?[<[]/gm)].map(([, name]) => name);
  for (const lang of ['en', 'fr'] as const) {
    for (const topic of topics) {
      for (const [, name] of JSON.stringify(pageOf(topic, lang)).matchAll(/ai-footprint ([a-z]+)/g)) {
        expect(commands).toContain(name);
      }
    }
  }
});

test('the scenario, the budgets and the practices that pages show are accepted', async () => {
  for (const lang of ['en', 'fr'] as const) {
    const code = (topic: 'scenario' | 'practices'): string =>
      pageOf(topic, lang)
        .blocks.flatMap((block) => (typeof block === 'object' && 'code' in block ? block.code : []))
        .join('\n');
    const stdin = `${code('scenario')}\n${code('practices')}\n`;
    const { code: status, stderr } = await runCli(['assess', '-', '--format', 'line'], { stdin });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(practiceIds.every((id) => code('practices').includes(`${id}:`))).toBe(true);
  }
});

test('every exit code is told', () => {
  for (const lang of ['en', 'fr'] as const) {
    const rows = pageOf('exit-codes', lang).blocks.flatMap((block) =>
      typeof block === 'object' && 'rows' in block ? block.rows : [],
    );
    expect(rows.map(([code]) => Number(code))).toEqual(Object.values(exitCodes));
  }
});

test('help of a command is its --help; without a topic, that of the program', async () => {
  expect(await runCli(['help', 'assess'])).toEqual(await runCli(['assess', '--help']));
  expect(await runCli(['help'])).toEqual(await runCli(['--help']));
});

describe('what was probably meant', () => {
  test.each([
    [['help', 'budegts'], 'unknown-topic', 'write "ai-footprint help budgets"'],
    [['help', 'xyzzy'], 'unknown-topic', 'the topics are scenario, budgets'],
    [['asess'], 'bad-option', 'Did you mean assess?'],
    [['assess', 'x', '--formt', 'json'], 'bad-option', 'Did you mean --format?'],
    [['assess', 'x', '--format', 'tabl'], 'bad-option', 'Did you mean table?'],
    [['assess', 'x', '--lang', 'frr'], 'bad-option', 'Did you mean fr?'],
    [['catalog', 'modls'], 'bad-option', 'Did you mean models?'],
    [['init', '--template', 'chatbt'], 'bad-option', 'Did you mean chatbot?'],
  ])('%s', async (args, error, hint) => {
    const { code, stdout, stderr } = await runCli(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.startsWith(`error[${error}]`)).toBe(true);
    expect(stderr.replace(/\s+/g, ' ')).toContain(hint);
  });

  test('nothing is near: no guess', async () => {
    expect((await runCli(['assess', 'x', '--format', 'qqqqqqq'])).stderr).not.toContain('Did you mean');
  });

  test.each(['assess', 'advise', 'explain'])('%s without a file points at init, once', async (command) => {
    const { code, stdout, stderr } = await runCli([command]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error\[bad-option\]: missing required argument "file"\n/);
    expect(stderr.match(/ai-footprint init/g)).toHaveLength(1);
  });
});
