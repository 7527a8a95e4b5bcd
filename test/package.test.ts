/** What npm would publish: its size, and nothing twice. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { root } from './run-cli.ts';

interface Packed {
  readonly size: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** Bytes of the tarball. */
const most = 1_500_000;

let packed: Packed;
beforeAll(() => {
  const { stdout, stderr, status } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root, encoding: 'utf8', shell: process.platform === 'win32',
  }); // prettier-ignore
  if (status !== 0) throw new Error(stderr);
  [packed] = JSON.parse(stdout) as [Packed];
}, 60_000);

test('the tarball stays below 1.5 MB', () => {
  expect(packed.files.some(({ path }) => path === 'dist/cli.cjs')).toBe(true);
  const largest = packed.files.toSorted((left, right) => right.size - left.size).slice(0, 8);
  expect(packed.size, largest.map(({ path, size }) => `${size} ${path}`).join('\n')).toBeLessThanOrEqual(most);
});

test('no file is in it twice, and none that only a build needs', () => {
  const paths = packed.files.map(({ path }) => path);
  const hashes = new Map<string, string>();
  for (const path of paths) {
    const hash = createHash('sha256').update(readFileSync(join(root, path))).digest('hex'); // prettier-ignore
    expect(hashes.get(hash), `the same as ${path}`).toBeUndefined();
    hashes.set(hash, path);
  }
  expect(paths.filter((path) => /\.(?:cache|map)$|^dist\/build|^(?:src|test|docs)\//.test(path))).toEqual([]);
});

test('no bundle of the command line holds what libraries.cjs has for all of them', () => {
  const told = ['Nested mappings are not allowed in compact mappings', 'Gaz à effet de serre', 'too many arguments'];
  const escaped = (text: string): string => text.replaceAll('à', '\\xE0');
  const holding = (name: string): readonly string[] => {
    const text = readFileSync(join(root, 'dist', name), 'latin1');
    return told.filter((each) => text.includes(each) || text.includes(escaped(each)));
  };
  expect(holding('libraries.cjs')).toEqual(told);
  for (const name of ['cli.cjs', 'assess.cjs', 'check.cjs', 'advise.cjs']) expect(holding(name)).toEqual([]);
});
