import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root, runCli } from './run-cli.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

const inFrench = readFileSync(join(root, 'README.fr.md'), 'utf8');

test.each([
  [readme, 'table/product-sheets.txt'],
  [inFrench, 'table-fr/product-sheets.txt'],
])('the output in the README is the real one', (text, golden) => {
  const [, name, shown] = /<!-- golden:(\S+) -->\n```text\n([\s\S]*?)```\n<!-- end -->/.exec(text) ?? [];
  expect(name).toBe(golden);
  expect(shown).toBe(readFileSync(join(root, 'test/golden', golden), 'utf8'));
});

test('the French output is that of today', async () => {
  const { stdout } = await runCli(['assess', 'scenarios/product-sheets.yaml', '--lang', 'fr']);
  await expect(stdout).toMatchFileSnapshot('golden/table-fr/product-sheets.txt');
});

test('the scenario that the README shows in French is accepted, with its practices and value', async () => {
  const [scenario = '', practices = '', value = ''] = [...inFrench.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
    ([, code]) => code,
  );
  const { code, stderr } = await runCli(['assess', '-', '--format', 'line'], { stdin: scenario + practices + value });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('the links of the documents lead somewhere', () => {
  for (const file of [
    'README.md',
    'README.fr.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'docs/data.md',
    'docs/scenario.md',
  ]) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const [, target = ''] of text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)) {
      if (!target.startsWith('http'))
        expect(existsSync(join(root, dirname(file), target)), `${file}: ${target}`).toBe(true);
    }
  }
});

test('the catalogue that docs/data.md shows works as it says', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ai-footprint-docs-'));
  try {
    const [, rows = ''] =
      /<!-- own-catalogue -->\n```yaml\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/data.md'), 'utf8')) ?? [];
    writeFileSync(join(folder, 'own.yaml'), rows);
    const { code, stdout } = await runCli(['catalog', 'grids', 'OUR-SITE', '--catalog', 'own.yaml'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toContain('our-meter');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('what is cited is this version', () => {
  const citation = parse(readFileSync(join(root, 'CITATION.cff'), 'utf8')) as Record<string, unknown>;
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string; license: string };
  expect(citation).toMatchObject({
    'cff-version': '1.2.0',
    title: 'ai-footprint',
    version: manifest.version,
    license: manifest.license,
  });
  expect(citation['authors']).toHaveLength(1);
});

test('every command of the README exists, and every command is in the README', async () => {
  const { stdout } = await runCli(['--help']);
  const commands = [...stdout.matchAll(/^ {2}([a-z]+) (?:\[options\] )?[<[]/gm)].map(([, name]) => name);
  const named = [...readme.matchAll(/^\| `([a-z]+) [A-Z[]/gm)].map(([, name]) => name);
  expect(named).toEqual(commands.filter((name) => name !== 'help'));
});
