/** Bundles ask one file beside them for what all of them need: four copies of it were a sixth of the package. */
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type * as libraries from '../cli/libraries.ts';

/** How the source imports each, by its name in src/cli/libraries.ts: a package, or a file below src. */
const shared: Readonly<Record<keyof typeof libraries, string>> = {
  yaml: 'yaml',
  commander: 'commander',
  csv: 'papaparse',
  table: 'cli-table3',
  method: 'engine/compiled.ts',
  rows: 'engine/rows-wasm.ts',
  words: 'messages/index.ts',
};

const names = new Map(Object.entries(shared).map(([name, imported]) => [imported, name]));

/** What can be imported of it by name. */
async function exportsOf(root: string, imported: string): Promise<readonly string[]> {
  if (!imported.endsWith('.ts')) return Object.keys((await import(imported)) as object);
  const file = join(root, 'src', imported);
  const { metafile } = await build({ entryPoints: [file], bundle: true, format: 'esm', write: false, metafile: true });
  return Object.values(metafile.outputs).flatMap((output) => output.exports);
}

/** As a module with names: of one without, every module that imports it would make a copy of all it has. */
export const librariesBeside = (root: string): Plugin => ({
  name: 'libraries-beside',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[a-z]|\.ts$/ }, ({ path, resolveDir }) => {
      const file = path.startsWith('.') ? join(resolveDir, path).replaceAll('\\', '/').split('/src/').at(-1) : path;
      const name = names.get(file ?? path);
      return name === undefined ? undefined : { path: name, namespace: 'libraries' };
    });
    onResolve({ filter: /^\.\/libraries\.cjs$/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /.*/, namespace: 'libraries' }, async ({ path }) => {
      const found = await exportsOf(root, shared[path as keyof typeof shared]);
      const named = found.filter((name) => name !== 'default').map((name) => `export const ${name} = library.${name};`);
      const lines = [`const library = require('./libraries.cjs').${path}();`, 'export default library;', ...named];
      return { contents: lines.join('\n') };
    });
  },
});
