/** Bundles ask one file beside them for what all of them need: four copies of it were a sixth of the package. */
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
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

export const librariesBeside: Plugin = {
  name: 'libraries-beside',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[a-z]|\.ts$/ }, ({ path, resolveDir }) => {
      const file = path.startsWith('.') ? join(resolveDir, path).replaceAll('\\', '/').split('/src/').at(-1) : path;
      const name = names.get(file ?? path);
      return name === undefined ? undefined : { path: name, namespace: 'libraries' };
    });
    onResolve({ filter: /^\.\/libraries\.cjs$/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /.*/, namespace: 'libraries' }, ({ path }) => ({
      contents: `module.exports = require('./libraries.cjs').${path}();`,
    }));
  },
};
