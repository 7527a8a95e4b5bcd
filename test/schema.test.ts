import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, runCli } from './run-cli.ts';

test.each(['scenario', 'config', 'result', 'compare'])('schema/%s.json is what the command prints', async (name) => {
  const { stdout } = await runCli(['schema', name]);
  expect(readFileSync(join(root, 'schema', `${name}.json`), 'utf8')).toBe(stdout);
});
