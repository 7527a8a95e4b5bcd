/** The scripts, run by the shells themselves where they are installed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { methods } from '../src/assessment.ts';
import { catalogTables } from '../src/cli/catalog.ts';
import { shownFormats } from '../src/cli/assess-files.ts';
import { templateNames } from '../src/templates/names.ts';
import { root, runCli } from './run-cli.ts';

const shells = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof shells)[number];

let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ai-footprint-completion-'));
  writeFileSync(join(folder, 'scene.yaml'), '');
  for (const shell of shells) {
    writeFileSync(join(folder, `script.${shell}`), (await runCli(['completion', shell])).stdout);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isInstalled = (shell: Shell): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;

const drivers: Record<Shell, (words: readonly string[]) => string> = {
  bash: (words) => `source ./script.bash
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
_ai_footprint; printf '%s\\n' "\${COMPREPLY[@]}"`,
  fish: (words) => `source ./script.fish; complete -C '${words.join(' ')}'`,
  // The completion of zsh runs in its line editor only: a second zsh behind a pseudo-terminal, where Tab is pressed. Each
  // candidate is printed by compadd itself.
  zsh: (words) => `zmodload zsh/zpty
zpty -b inner 'PS1="" zsh -f -i'
zpty -w inner 'autoload -Uz compinit; compinit -u -C -d ./dump; source ./script.zsh
compadd () { local -a hits; builtin compadd -O hits "$@"; print -rl -- "<hit>"$^hits >> hits.txt; builtin compadd "$@" }
report () { : > hits.txt; zle complete-word; print done > ended.txt }
zle -N report; zle -C complete-word complete-word _main_complete; bindkey "^I" report; print ready > ready.txt'
wait_for () { integer n=0; while [[ ! -e $1 ]] && (( n++ < 1000 )); do sleep 0.05; zpty -r -t inner ignored 2>/dev/null; done }
wait_for ready.txt
zpty -n -w inner $'${words.join(' ')}\\t'
wait_for ended.txt
sed -n 's/^<hit>//p' hits.txt; rm -f ready.txt ended.txt hits.txt; zpty -d inner`,
};

/** What Tab offers after these words; the last may be begun. */
function offered(shell: Shell, words: readonly string[]): string[] {
  const { stdout, stderr, status } = spawnSync(shell, ['-c', drivers[shell](['ai-footprint', ...words])], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  // fish says after a tab what a candidate is.
  return [...new Set(stdout.split('\n').map((line) => line.split('\t')[0] ?? ''))].filter(Boolean).toSorted();
}

describe.each(shells)('%s', { timeout: 240_000 }, (shell) => {
  // zsh gathers its own completions first, which takes seconds on a busy machine.
  const here = test.skipIf(!isInstalled(shell));

  here('commands', async () => {
    const { stdout } = await runCli(['--help']);
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) (?:\[options\] )?[<[]/gm)].map(([, name]) => name);
    expect(commands).toContain('assess');
    expect(offered(shell, [''])).toEqual(expect.arrayContaining(commands));
    expect(offered(shell, ['adv'])).toEqual(['advise']);
  });

  here('options of a command, and no other', () => {
    expect(offered(shell, ['init', '--te'])).toEqual(['--template']);
    expect(offered(shell, ['assess', '--te'])).toEqual([]);
  });

  here('values of options and arguments', () => {
    expect(offered(shell, ['assess', '--format', ''])).toEqual(shownFormats.toSorted());
    expect(offered(shell, ['assess', '--method', ''])).toEqual([...methods].toSorted());
    expect(offered(shell, ['init', '--template', ''])).toEqual([...templateNames].toSorted());
    expect(offered(shell, ['catalog', ''])).toEqual(expect.arrayContaining(Object.keys(catalogTables)));
    expect(offered(shell, ['help', 'exit'])).toEqual(['exit-codes']);
  });
});

test('an equals sign before the value, which bash takes for a word', () => {
  expect(offered('bash', ['assess', '--format', '=', 'ta'])).toEqual(['table']);
  expect(offered('bash', ['assess', '--format', '='])).toEqual(shownFormats.toSorted());
});

test('another shell is an error that names those there are', async () => {
  const { code, stdout, stderr } = await runCli(['completion', 'fishh']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('Did you mean fish?');
});

test('every command has the options of its help', async () => {
  const { stdout } = await runCli(['completion', 'fish']);
  const help = await runCli(['assess', '--help']);
  const options = [...help.stdout.matchAll(/^ {2}(?:-\w, )?--([a-z-]+)/gm)].map(([, name]) => name);
  expect(options.length).toBeGreaterThan(10);
  for (const option of options) {
    expect(stdout).toMatch(new RegExp(`seen_subcommand_from assess'.* -l ${option} `));
  }
  expect(stdout).not.toContain(root);
});
