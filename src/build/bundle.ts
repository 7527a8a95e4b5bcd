/** Bundles the command line (CommonJS, one file, everything in) and the library (ESM, dependencies left out). */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { loadProgram } from '../cli/code-cache.ts';
import type { World } from '../cli/world.ts';

const common: BuildOptions = { bundle: true, target: 'node20', logLevel: 'warning', legalComments: 'none' };

/** Left out: the messages of zod in fifty languages, a quarter of a megabyte that nothing here prints, and child_process. */
const leaner: Plugin = {
  name: 'leaner',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /locales\/index\.js$/ }, ({ path, importer }) =>
      importer.includes('zod') ? { path, namespace: 'empty' } : undefined,
    );
    // commander starts sub-commands of other executables, which there are none of here.
    onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      importer.includes('commander') ? { path, namespace: 'empty' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export {};' }));
  },
};

/** What `assess` never loads: left out of its own bundle. */
const otherCommands: Plugin = {
  name: 'other-commands',
  setup({ onResolve, onLoad }) {
    const others =
      /\/(?:advise-file|advise|questions-file|explain-file|verify-file|verify|json-schemas|rows|compare-results|explain\/[a-z]+)\.ts$/;
    onResolve({ filter: others }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path, namespace: 'other-command' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'other-command' }, () => ({ contents: 'export {};' }));
  },
};

/** Runs that make V8 compile what a typical command needs, before its code is kept. */
const rehearsals: Readonly<Record<string, readonly (readonly string[])[]>> = {
  assess: [
    ['assess', 'scenarios/product-sheets.yaml'],
    ['assess', 'scenarios/product-sheets.yaml', '--format', 'json'],
  ],
  cli: [
    ['catalog', 'regions', 'sweden'],
    ['explain', 'scenarios/product-sheets.yaml'],
    ['advise', 'scenarios/product-sheets.yaml', '--all'],
  ],
};

function silentWorld(root: string, args: readonly string[]): World {
  const stream = { write: () => true, on: () => undefined };
  return {
    argv: ['node', 'ai-footprint', ...args],
    env: {},
    stdin: (async function* () {})(),
    stdout: stream,
    stderr: stream,
    cwd: () => root,
  };
}

export async function bundle(root: string): Promise<void> {
  const dist = join(root, 'dist');
  const commonjs: BuildOptions = {
    ...common,
    format: 'cjs',
    platform: 'node',
    minify: true,
    plugins: [leaner],
    // Large, and asked for by few: found beside the program when a scenario needs a price.
    external: ['@pydantic/genai-prices'],
    // The program runs as a script of its own, where only `require` finds a package.
    supported: { 'dynamic-import': false },
  };
  await Promise.all([
    build({ ...commonjs, entryPoints: [join(root, 'src/cli/run.ts')], outfile: join(dist, 'cli.cjs') }),
    build({
      ...commonjs,
      plugins: [leaner, otherCommands],
      entryPoints: [join(root, 'src/cli/run.ts')],
      outfile: join(dist, 'assess.cjs'),
    }),
    build({ ...commonjs, entryPoints: [join(root, 'src/cli/boot.ts')], outfile: join(dist, 'boot.cjs') }),
    build({
      ...common,
      format: 'esm',
      platform: 'neutral',
      packages: 'external',
      entryPoints: [join(root, 'src/index.ts')],
      outfile: join(dist, 'index.js'),
    }),
  ]);
  for (const [name, commands] of Object.entries(rehearsals)) {
    const program = loadProgram(join(dist, `${name}.cjs`), '');
    for (const args of commands) {
      const code = await program.run(silentWorld(root, args));
      if (code !== 0) throw new Error(`the built program ends with ${code} on: ${args.join(' ')}`);
    }
    writeFileSync(join(dist, `${name}.cache`), program.codeCache());
  }
}
