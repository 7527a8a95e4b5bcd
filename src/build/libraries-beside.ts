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

/** Besides these, the namespace of a package in CommonJS has `default` and, from Node 23 on, `module.exports`. */
const isIdentifier = (name: string): boolean => /^[A-Za-z_$][\w$]*$/.test(name) && name !== 'default';

/** What can be imported of it by name. */
async function exportsOf(root: string, imported: string): Promise<readonly string[]> {
  if (!imported.endsWith('.ts')) return Object.keys((await import(imported)) as object).filter(isIdentifier);
  const file = join(root, 'src', imported);
  const { metafile } = await build({ entryPoints: [file], bundle: true, format: 'esm', write: false, metafile: true });
  return Object.values(metafile.outputs).flatMap((output) => output.exports.filter(isIdentifier));
}

/** A module with names: of one without, every module that imports it would make a copy of all it has. */
async function moduleOf(root: string, name: keyof typeof shared): Promise<string> {
  const named = (await exportsOf(root, shared[name])).map((each) => `export const ${each} = library.${each};`);
  return [`const library = require('./libraries.cjs').${name}();`, 'export default library;', ...named].join('\n');
}

/** One for all bundles that are built together. */
export function librariesBeside(root: string): Plugin {
  const modules = new Map<string, Promise<string>>();
  return {
    name: 'libraries-beside',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^[a-z]|\.ts$/ }, ({ path, resolveDir }) => {
        const file = path.startsWith('.') ? join(resolveDir, path).replaceAll('\\', '/').split('/src/').at(-1) : path;
        const name = names.get(file ?? path);
        return name === undefined ? undefined : { path: name, namespace: 'libraries' };
      });
      onResolve({ filter: /^\.\/libraries\.cjs$/ }, ({ path }) => ({ path, external: true }));
      onLoad({ filter: /.*/, namespace: 'libraries' }, async ({ path }) => {
        const known = modules.get(path) ?? moduleOf(root, path as keyof typeof shared);
        modules.set(path, known);
        return { contents: await known };
      });
    },
  };
}
