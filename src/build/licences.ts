/** The licences of what the bundles carry: code of others is passed on with its notice. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** Its standard library is in the WebAssembly of the draws, which no bundle tells of. */
const compiledIn = ['assemblyscript'];

const rule = '-'.repeat(78);

/** Names of the packages that any of the bundles has code of. */
function bundledPackages(metafiles: readonly Metafile[]): string[] {
  const found = new Set(compiledIn);
  for (const { outputs } of metafiles)
    for (const { inputs } of Object.values(outputs))
      for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
        const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(file) ?? [];
        if (name !== undefined && bytesInOutput > 0) found.add(name);
      }
  return [...found].toSorted();
}

/**
 * One section a package: name, version, licence, and the text of its licence.
 * Errors  a package without a licence file is not bundled: the build fails.
 */
export function bundledLicences(root: string, metafiles: readonly Metafile[]): string {
  const sections = bundledPackages(metafiles).map((name) => {
    const folder = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      readonly version: string;
      readonly license: string;
    };
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    if (file === undefined) throw new Error(`${name} has no licence file, and its code would be in dist/`);
    return `${rule}\n${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  return `The files of this folder carry code of the packages below.\n\n${sections.join('\n')}`;
}
