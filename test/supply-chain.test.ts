/** What is installed and what is bundled: pinned by content, under licences that allow it, running nothing, and told in docs. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './run-cli.ts';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
const locked = Object.entries(packages).flatMap(([path, each]) =>
  path === '' ? [] : [{ name: path.split('node_modules/').at(-1) ?? '', ...each }],
);
const runtime = locked.filter(({ dev, optional }) => !dev && !optional);
const permissive = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD'];
const ofTools = [...permissive, 'BlueOak-1.0.0', 'MPL-2.0', 'PSF-2.0', 'CC-BY-4.0'];

describe('the lock', () => {
  test('pins everything by its content', () => {
    expect(runtime.length).toBeGreaterThan(10);
    expect(locked.filter(({ integrity }) => !integrity?.startsWith('sha512-'))).toEqual([]);
  });

  test('what is installed with it has a permissive licence and runs no script', () => {
    expect(locked.filter(({ dev, license }) => !dev && !permissive.includes(license ?? ''))).toEqual([]);
    expect(locked.filter(({ dev, hasInstallScript }) => !dev && hasInstallScript)).toEqual([]);
  });

  test('tools: licences that allow their use, and one known script at install', () => {
    expect(locked.filter(({ license }) => !ofTools.includes(license ?? ''))).toEqual([]);
    expect(locked.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)).toEqual(['esbuild']);
  });
});

describe('docs/supply-chain.md', () => {
  const rows = [...read('docs/supply-chain.md').matchAll(/^\| (.+) \|$/gm)]
    .map(([, row = '']) => row.split(' | '))
    .slice(1);

  test('names every package that is installed, as the lock has it', () => {
    const told = rows.map(([name, version, license]) => ({ name, version, license }));
    expect(told).toEqual(runtime.map(({ name, version, license }) => ({ name, version, license })));
  });

  test('says where each comes from, as the package does', () => {
    for (const [name = '', , , from = 'nowhere'] of rows) {
      const { repository } = JSON.parse(read(join('node_modules', name, 'package.json'))) as {
        readonly repository: string | { readonly url: string };
      };
      expect(typeof repository === 'string' ? repository : repository.url).toContain(from);
    }
  });

  test('says who needs each', () => {
    const ours = Object.keys(packages['']?.dependencies ?? {});
    const needing = (name: string): readonly string[] => [
      ...(ours.includes(name) ? ['us'] : []),
      ...runtime.filter(({ dependencies }) => dependencies && name in dependencies).map((each) => each.name),
    ];
    for (const [name = '', , , , by] of rows) expect([name, by]).toEqual([name, needing(name).join(', ')]);
  });
});

test('dist/LICENSES.txt: each package that is bundled, with its licence, of those that may be passed on', () => {
  const sections = read('dist/LICENSES.txt').split(/^-{78}\n/m).slice(1); // prettier-ignore
  const told = sections.map((section) => /^(\S+) (\S+) \((.+)\)\n\n(.+)/.exec(section)?.slice(1) ?? [section]);
  for (const [name, version, license = '', firstLine = ''] of told) {
    const own = locked.find((each) => each.name === name && each.version === version);
    expect(own?.license).toBe(license);
    expect(permissive).toContain(license);
    expect(firstLine.length).toBeGreaterThan(5);
  }
  // What is installed is bundled, but for the prices, which stay beside the program.
  const names = told.map(([name]) => name);
  expect(names).toEqual(expect.arrayContaining(['zod', 'yaml', 'commander', 'd3-scale', 'assemblyscript']));
});

test('the list of parts names exactly what is installed', () => {
  const { status, stdout } = spawnSync(process.execPath, [join(root, '.ci/sbom.mjs')], { cwd: root, encoding: 'utf8' });
  expect(status).toBe(0);
  const { components } = JSON.parse(stdout) as { readonly components: readonly { name: string; version: string }[] };
  const sorted = (all: readonly { readonly name: string; readonly version?: string }[]) =>
    all.map(({ name, version }) => `${name}@${version}`).toSorted();
  expect(sorted(components)).toEqual(sorted(locked.filter(({ dev }) => !dev)));
  expect(stdout).not.toMatch(/timestamp|serialNumber/);
});
