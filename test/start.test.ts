/** The start of the built program: the code cache is used, and the flags of V8 are ones that it knows. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const hook = join(root, 'test/told-cache.cjs');
const scenario = join(root, 'scenarios/llama-3-one-year.yaml');
const work = mkdtempSync(join(tmpdir(), 'ai-footprint-start-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function start(folder: string, flags: readonly string[], args: readonly string[]) {
  const program = join(folder, 'bin/ai-footprint.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, program, ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: join(work, 'node') },
  });
  return { status, stdout, stderr };
}

test.each([
  ['assess', ['assess', scenario]],
  ['advise', ['advise', scenario]],
  ['check', ['check', '--config', join(root, 'test/no-such-config.yaml')]],
  ['the others', ['catalog', 'regions', 'sweden']],
])('V8 takes the code cache of %s', (_, args) => {
  const told = start(root, ['--require', hook], args).stderr.split('\n');
  // That of the bundle, and that of what all bundles share.
  expect(told.slice(0, 2)).toEqual(['taken', 'taken']);
  expect(told).not.toContain('refused');
});

test('a small scenario runs with the flags of a short run to its end, a large one gets those of V8 back', () => {
  const flagsOf = (file: string): string[] => {
    const told = start(root, ['--require', join(root, 'test/told-flags.cjs')], ['assess', file, '--format', 'line']);
    expect(told.status).toBe(0);
    return told.stderr.split('\n').filter((line) => /semi-space|sparkplug|parallel-scavenge/.test(line));
  };
  const lean = ['--semi-space-growth-factor=1', '--no-sparkplug', '--no-parallel-scavenge'];
  expect(flagsOf(scenario)).toEqual(lean);
  const large = join(work, 'large.json');
  const usage = { model: 'gpt-4o', region: 'azure/eastus2', requests: '9/year', tokens: { input: 200, output: 100 } };
  const usages = Array.from({ length: 2000 }, (_, place) => ({ id: `usage-${place}`, ...usage }));
  writeFileSync(large, JSON.stringify({ name: 'Large', period: 'year', usages }));
  expect(flagsOf(large)).toEqual([...lean, '--semi-space-growth-factor=2', '--sparkplug', '--parallel-scavenge']);
});

test('with its cache, without one and with one that V8 refuses the program prints the same, and nothing on stderr', () => {
  for (const part of ['bin', 'dist', 'package.json']) {
    cpSync(join(root, part), join(work, part), {
      recursive: true,
      filter: (path) => !path.endsWith('.cache') && !/dist.(?:build|types)/.test(path),
    });
  }
  const args = ['assess', scenario, '--format', 'json'];
  const cached = start(root, [], args);
  expect(cached).toEqual({ status: 0, stdout: cached.stdout, stderr: '' });
  expect(JSON.parse(cached.stdout)).toHaveProperty('schema', 'ai-footprint/result/1');
  expect(start(work, [], args)).toEqual(cached);
  // Another flag of V8 makes it refuse the cache: the program starts without.
  expect(start(root, ['--no-opt'], args)).toEqual(cached);
});
