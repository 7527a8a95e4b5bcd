/** `--help` of every command, in both languages. */
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { optionsOf } from '../src/cli/print-help.ts';
import { makeProgram } from '../src/cli/program.ts';
import { commandWords } from '../src/messages/help/command-words.ts';
import { optionWords, placeholdersFr } from '../src/messages/help/option-words.ts';
import { topics } from '../src/messages/help/topics.ts';
import { runCli } from './run-cli.ts';

const silent = { write: () => true, on: () => undefined };
const program = makeProgram(
  { argv: [], env: {}, stdin: (async function* () {})(), stdout: silent, stderr: silent, cwd: () => '/' },
  () => undefined,
  () => undefined,
);
const names = program.commands.map((command) => command.name());
const all: readonly Command[] = [program, ...program.commands];

describe.each(['en', 'fr'])('in %s', (lang) => {
  test.each(['', ...names])('ai-footprint %s --help', async (name) => {
    const args = [...(name === '' ? [] : [name]), '--help', '--lang', lang];
    const { code, stdout, stderr } = await runCli(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot(`golden/help/commands/${name || 'program'}.${lang}.txt`);
    for (const width of [60, 80, 120]) {
      const lines = (await runCli([...args, '--width', String(width)])).stdout.split('\n');
      // Examples are to be copied, and how a command is written is one line: neither is broken.
      const until = lines.findIndex((line) => /^(?:Examples|Exemples)$/.test(line));
      expect(lines.slice(1, until).filter((line) => line.length > width)).toEqual([]);
    }
  });
});

test('the language is asked for before or after the command, by LANG, and of the command help', async () => {
  const french = await runCli(['assess', '--help', '--lang', 'fr']);
  for (const args of [
    ['--lang', 'fr', 'assess', '--help'],
    ['assess', '-h', '--lang=fr'],
    ['help', 'assess', '--lang', 'fr'],
    ['--lang', 'fr', 'help', 'assess'],
  ]) expect(await runCli(args)).toEqual(french); // prettier-ignore
  expect(await runCli(['assess', '--help'], { env: { LANG: 'fr_FR.UTF-8' } })).toEqual(french);
  expect(await runCli(['help', 'assess'], { env: { LC_ALL: 'fr_FR.UTF-8', LANG: 'en_GB.UTF-8' } })).toEqual(french);
  expect(await runCli(['assess', '--help', '--lang', 'en'], { env: { LANG: 'fr_FR.UTF-8' } })).toEqual(
    await runCli(['assess', '--help']),
  );
});

test('what is computed speaks the language that is asked for before the command', async () => {
  const scenario = 'scenarios/product-sheets.yaml';
  expect(await runCli(['--lang', 'fr', 'assess', scenario])).toEqual(
    await runCli(['assess', scenario, '--lang', 'fr']),
  );
  expect((await runCli(['--lang', 'fr', 'assess', scenario])).stdout).toContain('Gaz à effet de serre');
});

test('without a command the first steps are told, in the language that is asked for', async () => {
  const bare = await runCli([], { env: { LANG: 'fr' } });
  expect(await runCli(['--lang', 'fr'])).toEqual(bare);
});

test('every command takes --lang, also where it prints one thing in every language', async () => {
  expect((await runCli(['schema', '--lang', 'fr'])).stdout).toBe((await runCli(['schema'])).stdout);
  const { code, stderr } = await runCli(['completion', 'powershell', '--lang', 'fr']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^erreur\[bad-option\]: l'argument "shell" ne peut pas valoir "powershell"/);
  expect((await runCli(['completion', 'fish', '--lang', 'fr'])).stdout).toContain('un scénario commenté');
});

test('an own width and no colour hold in a help; a terminal has bold headings', async () => {
  const piped = await runCli(['assess', '--help']);
  const wide = await runCli(['assess', '--help'], { terminal: 120 });
  expect(wide.stdout).toContain('\u001b[1mOptions\u001b[22m');
  expect(await runCli(['assess', '--help', '--width', '80', '--no-color'], { terminal: 120 })).toEqual(piped);
});

/** What stands between < and > or [ and ]. */
const placeholdersOf = (text: string): string[] => [...text.matchAll(/[<[]([a-z=]+)/g)].map(([, name]) => name ?? '');

test('no word of the help is of nothing', () => {
  const used = new Set(
    all.flatMap((command) => [...optionsOf(command), ...command.registeredArguments].map((part) => part.description)),
  );
  expect([...used].toSorted()).toEqual(Object.keys(optionWords).toSorted());
  expect(names.toSorted()).toEqual(Object.keys(commandWords).toSorted());
  const written = all.flatMap((command) => [
    ...optionsOf(command).flatMap(({ flags }) => placeholdersOf(flags)),
    ...placeholdersOf(`${program.createHelp().commandUsage(command)}`),
  ]);
  expect([...new Set(written)].toSorted()).toEqual(Object.keys(placeholdersFr).toSorted());
});

test('topics and commands have names of their own', () => {
  expect(topics.filter((topic) => names.includes(topic))).toEqual([]);
});
