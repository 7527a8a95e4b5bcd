/** Bundles the command line (CommonJS, one file, everything in) and the library (ESM, dependencies left out). */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { ownBundles, type BundleName, type OwnBundle } from '../cli/bundles.ts';
import { cacheName, librariesCodeCache, loadProgram } from '../cli/code-cache.ts';
import { expectShortRun } from '../cli/v8-flags.ts';
import type { World } from '../cli/world.ts';
import { catalogFile } from './catalog-module.ts';
import { librariesBeside } from './libraries-beside.ts';
import { bundledLicences } from './licences.ts';
import type { PackedCatalog } from '../catalog/pack.ts';

const common = {
  bundle: true,
  target: 'node20',
  logLevel: 'warning',
  legalComments: 'none',
  metafile: true,
} as const satisfies BuildOptions;

/**
 * Left out: the messages of zod in fifty languages, a quarter of a megabyte that nothing here prints; what loads parts of
 * Node that no command uses; a second count of columns.
 */
const leaner = (root: string): Plugin => ({
  name: 'leaner',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /locales\/index\.js$/ }, ({ path, importer }) =>
      importer.includes('zod') ? { path, namespace: 'empty' } : undefined,
    );
    // commander starts sub-commands of other executables, which there are none of here.
    onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      importer.includes('commander') ? { path, namespace: 'empty' } : undefined,
    );
    // chalk asks the terminal what it can through node:tty; ours is told by the command line whether to colour.
    onResolve({ filter: /^#supports-color$/ }, ({ path }) => ({ path, namespace: 'no-terminal' }));
    onLoad({ filter: /.*/, namespace: 'no-terminal' }, () => ({
      contents: 'export default { stdout: false, stderr: false };',
    }));
    // cli-table3 counts columns with an expression of all emoji, compiled in every run; the reports have a count of their own.
    onResolve({ filter: /^string-width$/ }, ({ path, importer }) =>
      importer.includes('cli-table3') ? { path, namespace: 'width' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'width' }, () => ({
      contents: "module.exports = require('./wrap.ts').displayWidth;",
      resolveDir: join(root, 'src/report'),
    }));
    onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export {};' }));
  },
});

/** Modules that a command never loads: left out of its own bundle. The paths are below src. */
function without(others: RegExp): Plugin {
  return {
    name: 'without-other-commands',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\.ts$/ }, ({ path, kind, resolveDir }) => {
        const file = join(resolveDir, path).replaceAll('\\', '/').split('/src/').at(-1) ?? '';
        return kind === 'dynamic-import' && others.test(file) ? { path, namespace: 'other-command' } : undefined;
      });
      onLoad({ filter: /.*/, namespace: 'other-command' }, () => ({ contents: 'export {};' }));
    },
  };
}

/** What the commands with a bundle of their own load seldom or never, but for `advise`. */
const rarely =
  'cli/(?:init/write-starter|completion/script|sweep-file|sweep-worker|compare-files|usage/files|questions-file|progress|explain-file|verify-file|json-schemas|ci/(?:diff-files|suggest-all))|report/(?:help-page|verify|rows|compare-results|suggest|explain/[a-z]+|diff/[a-z]+|(?:compare|usage)/(?:table|line|json|csv|markdown))';

const advice = 'cli/advise-file|report/advise(?:-json)?';

/** What it takes to look behind a result: of `report`, and of `assess` where it writes a page. */
const page = 'dossier';

/** What each command with a bundle of its own never loads. */
const neverLoads: Readonly<Record<OwnBundle, RegExp>> = {
  assess: new RegExp(`^(?:${rarely}|${advice}|cli/ci/check-project|report/check/[a-z-]+)\\.ts$`),
  check: new RegExp(
    `^(?:${rarely}|${advice}|${page}|cli/assess-all|report/(?:table|line|json|yaml|jsonl|csv|markdown))\\.ts$`,
  ),
  advise: new RegExp(
    `^(?:${rarely}|${page}|cli/assess-all|cli/ci/check-project|report/check/[a-z-]+|report/(?:table|line|json|yaml|jsonl|csv|markdown))\\.ts$`,
  ),
};

/** The catalogue beside the bundle, in place of the one inside: a run reads the tables that it asks for, and no others. */
const catalogBeside = (module: string): Plugin => ({
  name: 'catalog-beside',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/compiled\.ts$/ }, ({ path, importer }) =>
      importer.includes('catalog') ? { path, namespace: 'catalog-beside' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'catalog-beside' }, () => ({ contents: module, resolveDir: '/' }));
  },
});

/** What few runs read, each in a file of its own: the page of `report` with its charts, errors in French, words of the help. */
const beside: Readonly<Record<string, string>> = {
  page: 'report/html/page.ts',
  french: 'messages/problems/french.ts',
  help: 'messages/help/index.ts',
};

const partsBeside: Plugin = {
  name: 'parts-beside',
  setup({ onResolve }) {
    for (const [name, module] of Object.entries(beside)) {
      const filter = new RegExp(`/${module.replaceAll('.', '\\.')}$`);
      onResolve({ filter }, ({ kind }) =>
        kind === 'dynamic-import' ? { path: `./${name}.cjs`, external: true } : undefined,
      );
    }
  },
};

/** esbuild leaves regular expressions as they are: one letter above ASCII in them, and V8 keeps the whole program in two bytes a letter. */
function escapeToAscii(file: string): void {
  const text = readFileSync(file, 'utf8');
  const escaped = text.replaceAll(
    /[^\0-\x7f]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  writeFileSync(file, escaped);
}

/** Runs that make V8 compile what a typical command needs, before its code is kept. */
const rehearsals: Readonly<Record<BundleName, readonly (readonly string[])[]>> = {
  assess: [
    ['assess', 'scenarios/llama-3-one-year.yaml'],
    ['assess', 'scenarios/product-sheets.yaml'],
    ['assess', 'scenarios/product-sheets.yaml', '--format', 'json'],
    ['assess', 'scenarios/product-sheets.yaml', '--samples', '1000'],
  ],
  cli: [
    ['catalog', 'regions', 'sweden'],
    ['explain', 'scenarios/product-sheets.yaml'],
    ['compare', 'scenarios/product-sheets.yaml', 'scenarios/rag-with-cache.yaml', '--baseline', 'rag-with-cache'],
    ['sweep', 'scenarios/product-sheets.yaml', '--vary', 'iterations=1..3', '--format', 'csv'],
    ['usage', 'scenarios/logs/litellm.csv', '--by', 'team,model'],
  ],
  check: [['check', '--save-baseline'], ['check']],
  advise: [
    ['advise', 'scenarios/product-sheets.yaml', '--all'],
    ['advise', 'scenarios/product-sheets.yaml', '--target', '40 kg/year'],
    ['advise', 'scenarios/product-sheets.yaml', '--solve', 'tokens.output', '--target', '330 kg/year'],
  ],
};

/** A project to rehearse in: one scenario, one budget. */
function rehearsalProject(root: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ai-footprint-build-'));
  copyFileSync(join(root, 'scenarios/product-sheets.yaml'), join(folder, 'sheets.yaml'));
  writeFileSync(join(folder, 'ai-footprint.config.yaml'), 'scenarios: [sheets.yaml]\nbudgets:\n  - ghg: 9 t/year\n');
  return folder;
}

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

export async function bundle(root: string, catalog: PackedCatalog): Promise<void> {
  const dist = join(root, 'dist');
  const { text, module } = catalogFile(catalog);
  const catalogPlugin = catalogBeside(module);
  const commonjs = {
    ...common,
    format: 'cjs',
    platform: 'node',
    minify: true,
    plugins: [leaner(root), catalogPlugin, partsBeside],
    // Large, and asked for by few: found beside the program when a scenario needs a price, or a log a database.
    external: ['@pydantic/genai-prices', '@duckdb/node-api', '@clickhouse/client'],
    // The program runs as a script of its own, where only `require` finds a package.
    supported: { 'dynamic-import': false },
  } satisfies BuildOptions;
  const programPlugins = [leaner(root), catalogPlugin, partsBeside, librariesBeside(root)];
  const built = await Promise.all([
    build({
      ...commonjs,
      plugins: programPlugins,
      entryPoints: [join(root, 'src/cli/run.ts')],
      outfile: join(dist, 'cli.cjs'),
    }),
    ...ownBundles.map((name) =>
      build({
        ...commonjs,
        plugins: [...programPlugins, without(neverLoads[name])],
        entryPoints: [join(root, 'src/cli/run.ts')],
        outfile: join(dist, `${name}.cjs`),
      }),
    ),
    ...Object.entries(beside).map(([name, module]) =>
      build({ ...commonjs, entryPoints: [join(root, 'src', module)], outfile: join(dist, `${name}.cjs`) }),
    ),
    ...['boot', 'worker', 'libraries'].map((name) =>
      build({ ...commonjs, entryPoints: [join(root, `src/cli/${name}.ts`)], outfile: join(dist, `${name}.cjs`) }),
    ),
    build({
      ...common,
      format: 'esm',
      platform: 'neutral',
      minify: true,
      keepNames: true,
      packages: 'external',
      entryPoints: [join(root, 'src/index.ts')],
      outfile: join(dist, 'index.js'),
    }),
  ]);
  const metafiles = built.map(({ metafile }) => metafile);
  writeFileSync(join(dist, 'LICENSES.txt'), bundledLicences(root, metafiles));
  expectShortRun();
  const project = rehearsalProject(root);
  writeFileSync(join(dist, 'catalog.txt'), text);
  // V8 tells an old cache by the length of its source alone.
  for (const old of readdirSync(dist)) if (old.endsWith('.cache')) rmSync(join(dist, old));
  const require = createRequire(join(dist, 'boot.cjs'));
  escapeToAscii(join(dist, 'libraries.cjs'));
  for (const [name, commands] of Object.entries(rehearsals)) {
    escapeToAscii(join(dist, `${name}.cjs`));
    const program = loadProgram(join(dist, `${name}.cjs`), '', require);
    for (const args of commands) {
      const code = await program.run(silentWorld(name === 'check' ? project : root, args));
      if (code !== 0) throw new Error(`the built program ends with ${code} on: ${args.join(' ')}`);
    }
    writeFileSync(join(dist, cacheName(name)), program.codeCache());
  }
  writeFileSync(join(dist, cacheName('libraries')), librariesCodeCache(dist, require));
  rmSync(project, { recursive: true, force: true });
}
