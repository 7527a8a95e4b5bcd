/** The first line of a starter: where an editor finds the JSON Schema, without a network. */
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const inPackage = 'node_modules/ai-footprint/schema/scenario.json';

/** The folder itself or the nearest above it in which ai-footprint is installed; undefined where it is in none. */
function installedAbove(folder: string): string | undefined {
  if (existsSync(join(folder, inPackage))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : installedAbove(above);
}

/**
 * Points the first line of a starter at the schema in the installed package, by a path relative to the folder of the file, so that
 * whoever clones the project has it too. Where the package is not installed in the project, the line says how it would be.
 */
export function withSchemaLine(text: string, folder: string): string {
  const home = installedAbove(folder);
  const way = home === undefined ? '' : relative(folder, home).replaceAll('\\', '/');
  const path = way === '' ? `./${inPackage}` : `${way}/${inPackage}`;
  return text.replace(/^.*\n/, `# yaml-language-server: $schema=${path}\n`);
}
