/** docs/architecture.md: every room is on it, and every path that it names is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './run-cli.ts';

const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted();

test('the table of rooms is the folders of src, in order', () => {
  expect([...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name)).toEqual(folders);
});

test('every file and folder that it names is there', () => {
  const named = [...page.matchAll(/(?:src|test|bin)\/[a-z][\w./-]*\w\/?/g)].map(([path]) => path);
  expect(named.length).toBeGreaterThan(15);
  // NAME and TABLE stand for any of them.
  expect(named.filter((path) => !/NAME|TABLE/.test(path) && !existsSync(join(root, path)))).toEqual([]);
  const linked = [...page.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = '']) => path);
  expect(linked.filter((path) => !existsSync(join(root, 'docs', path)))).toEqual([]);
});

test('it is one page', () => {
  expect(page.split('\n').length).toBeLessThan(80);
});

test('README names every room, and leads to the page', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  expect(readme).toContain('(docs/architecture.md)');
  expect(folders.filter((name) => name !== 'errors' && !readme.includes(`\`src/${name}\``))).toEqual([]);
});
