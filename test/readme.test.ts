import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, runCli } from './run-cli.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('the output in the README is the real one', () => {
  const [, name = '', shown] = /<!-- golden:(\S+) -->\n```text\n([\s\S]*?)```\n<!-- end -->/.exec(readme) ?? [];
  expect(shown).toBe(readFileSync(join(root, 'test/golden', name), 'utf8'));
});

test('every command of the README exists, and every command is in the README', async () => {
  const { stdout } = await runCli(['--help']);
  const commands = [...stdout.matchAll(/^ {2}([a-z]+) (?:\[options\] )?[<[]/gm)].map(([, name]) => name);
  const named = [...readme.matchAll(/^\| `([a-z]+) [A-Z[]/gm)].map(([, name]) => name);
  expect(named).toEqual(commands.filter((name) => name !== 'help'));
});
