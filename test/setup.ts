/** Builds once before the tests when the compiled data, the compiled method or the bundle is missing or older than its sources. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiled = ['src/catalog/compiled.ts', 'src/engine/compiled.ts', 'src/templates/compiled.ts'].map((file) =>
  join(root, file),
);
/** The compiler itself: written before anything is compiled, so it says nothing about a build that ended. */
const compiler = join(root, 'dist', 'build') + sep;

function newest(folder: string, counts: (file: string) => boolean): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(counts)
    .reduce((latest, file) => Math.max(latest, statSync(file).mtimeMs), 0);
}

function stale(): boolean {
  const built = newest(join(root, 'dist'), (file) => !file.startsWith(compiler));
  const written = newest(join(root, 'src'), (file) => !compiled.includes(file));
  const declared = statSync(join(root, 'package.json')).mtimeMs;
  return built < Math.max(written, declared) || !compiled.every((file) => existsSync(file));
}

export function setup(): void {
  // For work on one room while another does not build.
  if (process.env['SKIP_BUILD'] === '1' || !stale()) return;
  const run = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0)
    throw new Error(`npm run build failed with status ${run.status}; SKIP_BUILD=1 tests what is built already`);
}
