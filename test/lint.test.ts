/** The directions of import are enforced: a violation of each, planted in a copy of the house, must fail the linter. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');

interface Plant {
  readonly file: string;
  readonly code: string;
  /** Rule that must fire; null where the line is allowed and the linter must stay silent. */
  readonly rule: string | null;
}

const plants: Plant[] = [];

function plant(room: string, code: string, rule: string | null): void {
  const extension = room === 'bin' ? 'js' : 'ts';
  plants.push({ file: `${room}/planted-${plants.length}.${extension}`, code, rule });
}

const value = (from: string): string => `import { thing } from '${from}';\nexport const used = thing;\n`;
const type = (from: string): string => `import type { Thing } from '${from}';\nexport type Used = Thing;\n`;
const lazy = (from: string): string => `export const used = async () => import('${from}');\n`;
const again = (from: string): string => `export { thing } from '${from}';\n`;

const restrictedImport = 'eslint(no-restricted-imports)';

function forbid(rooms: readonly string[], targets: readonly string[], ways = [value, lazy, again]): void {
  for (const room of rooms)
    for (const target of targets) for (const way of ways) plant(room, way(target), restrictedImport);
}

function allow(rooms: readonly string[], targets: readonly string[], ways = [value, type]): void {
  for (const room of rooms) for (const target of targets) for (const way of ways) plant(room, way(target), null);
}

const pure = ['src/engine', 'src/practices', 'src/verdict'];
// The last one stands for a room that nobody has written a line for yet: it starts locked.
const inner = [...pure, 'src/scenario', 'src/catalog', 'src/report', 'src/messages', 'src/room-of-tomorrow'];
const leaves = ['../units.ts', '../errors.ts'];

forbid(inner, ['node:fs', 'node:process', 'fs', 'commander', '../cli/run.ts', '../build/main.ts']);
forbid([...pure, 'src/messages'], ['chalk', 'cli-table3', 'yaml', 'zod'], [value]);
forbid(['src/scenario', 'src/catalog'], ['chalk', 'cli-table3'], [value]);
forbid(['src/report'], ['zod'], [value]);
forbid(pure, ['../catalog/find.ts', '../scenario/read.ts', '../report/table.ts'], [value, type]);
forbid(['src/catalog'], ['../scenario/read.ts', '../engine/evaluate.ts', '../report/table.ts'], [value, type]);
forbid(['src/scenario'], ['../engine/evaluate.ts', '../report/table.ts', '../messages/en.ts'], [value, type]);
forbid(['src/messages'], ['../report/table.ts', '../scenario/read.ts'], [value, type]);
forbid(['src/report'], ['../catalog/find.ts', '../scenario/read.ts', '../engine/evaluate.ts'], [value]);
forbid(
  ['src/project'],
  ['../report/table.ts', '../messages/en.ts', '../engine/evaluate.ts', 'chalk', 'node:fs'],
  [value],
);
const joining = ['src/explain', 'src/ranking', 'src/weigh'];
forbid(joining, ['../report/table.ts', '../messages/en.ts', '../cli/run.ts', 'zod', 'node:fs'], [value, type]);
forbid(['src/cli'], ['../build/main.ts'], [value]);
forbid(['src/build'], ['../report/table.ts'], [value]);
forbid(['bin'], ['../src/engine/evaluate.ts', 'commander'], [value]);

forbid(['src/assessment'], ['zod', 'node:fs', '../assessment.ts', '../engine/evaluate.ts'], [value, type]);

allow(['src/assessment'], ['./own.ts', '../units.ts']);
allow(inner.slice(0, -1), leaves);
allow(pure, ['./own.ts', '../assessment.ts']);
allow(['src/practices', 'src/verdict'], ['../engine/evaluate.ts']);
allow(['src/catalog'], ['zod', 'yaml']);
allow(['src/scenario'], ['../catalog/find.ts', '../assessment.ts', 'zod', 'yaml']);
allow(['src/report'], ['../messages/en.ts', '../assessment.ts', 'chalk', 'cli-table3', 'yaml']);
allow(['src/report'], ['../catalog/find.ts', '../scenario/read.ts', '../engine/evaluate.ts'], [type]);
allow(['src/cli'], ['../engine/evaluate.ts', '../report/table.ts', '../scenario/read.ts', 'commander', 'node:fs']);
allow(['src/project'], ['../scenario/read.ts', '../verdict/judge.ts', '../catalog/find.ts', 'zod/mini']);
allow(joining, ['../engine/evaluate.ts', '../verdict/judge.ts', '../scenario/read.ts', '../units.ts'], [value]);
allow(['src/build'], ['../engine/evaluate.ts', '../catalog/types.ts', 'yaml', 'node:fs']);
allow(['bin'], ['../dist/cli.js', 'node:module'], [value]);

// A room may be split into folders: there its own files are one step up, and the other rooms two.
const split = inner.slice(0, -1).map((room) => `${room}/part`);
forbid(split, ['node:fs', 'commander', '../../cli/run.ts', '../../room-of-tomorrow/one.ts'], [value]);
allow(split, ['../own.ts', './own.ts', '../../units.ts', '../../errors.ts']);
allow(['src/report/part'], ['../../messages/en.ts', 'chalk'], [value]);
allow(['src/report/part'], ['../../catalog/find.ts'], [type]);
allow(['src/verdict/part'], ['../../engine/evaluate.ts'], [value]);

for (const leaf of ['units', 'errors', 'assessment']) {
  plants.push({ file: `src/${leaf}.ts`, code: value('./catalog/find.ts'), rule: restrictedImport });
}

for (const room of inner) {
  for (const name of [
    'process.env',
    'console.log(1)',
    'Date.now()',
    'new Date()',
    'performance.now()',
    'fetch("x:")',
  ]) {
    plant(room, `export const used = () => ${name};\n`, 'eslint(no-restricted-globals)');
  }
  for (const name of ['Math.random()', 'globalThis.process', 'globalThis.console', 'globalThis.Date']) {
    plant(room, `export const used = () => ${name};\n`, 'eslint(no-restricted-properties)');
  }
}
for (const room of ['src/cli', 'src/build']) plant(room, 'export const used = () => process.env;\n', null);

plant('src/engine', 'export const used = (x: any): unknown => x;\n', 'typescript(no-explicit-any)');
plant('src/engine', 'export const used = (x?: string): string => x!;\n', 'typescript(no-non-null-assertion)');
plant('src/engine', 'export default 1;\n', 'import(no-default-export)');
// Blank lines and comments count.
const lines = (count: number): string => `export const used = 1;\n${'//\n'.repeat(count - 1)}`;
plant('src/engine', lines(251), 'eslint(max-lines)');
plant('src/report', lines(251), 'eslint(max-lines)');
plant('src/engine', lines(250), null);
plants.push(
  { file: 'src/engine/here.ts', code: "import { b } from './there.ts';\nexport const a = () => b;\n", rule: 'import(no-cycle)' },
  { file: 'src/engine/there.ts', code: "import { a } from './here.ts';\nexport const b = () => a;\n", rule: 'import(no-cycle)' },
); // prettier-ignore

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
}

let house = '';
let status: number | null = null;
const found = new Map<string, string[]>();

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'ai-footprint-lint-'));
  copyFileSync(join(root, '.oxlintrc.json'), join(house, '.oxlintrc.json'));
  for (const { file, code } of plants) {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), code);
  }
  const run = spawnSync(process.execPath, [oxlint, '--format', 'json', '.'], {
    cwd: house,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  status = run.status;
  const { diagnostics } = JSON.parse(run.stdout) as { readonly diagnostics: readonly Diagnostic[] };
  for (const { code, filename } of diagnostics) {
    const file = filename.replaceAll('\\', '/');
    found.set(file, [...(found.get(file) ?? []), code]);
  }
});

afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

test('the planted house fails', () => {
  expect(status).toBe(1);
});

test('every forbidden line fails with the rule that forbids it', () => {
  const missed = plants.filter(({ file, rule }) => rule !== null && !found.get(file)?.includes(rule));
  expect(missed.map(({ file, code }) => `${file}: ${code}`)).toEqual([]);
});

test('no allowed line fails', () => {
  const accused = plants.filter(({ file, rule }) => rule === null && found.has(file));
  expect(accused.map(({ file, code }) => `${file}: ${code} ${found.get(file)?.join()}`)).toEqual([]);
});
