/** The project that a check guards: its config, its scenario files, its lock. */
import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { InputError, problem } from '../../errors.ts';
import { readConfig, type Config } from '../../project/read-config.ts';
import { readLock, type ReadLock } from '../../project/read-lock.ts';
import { version } from '../../version.ts';
import { readText } from '../files.ts';
import { hash } from '../../hash.ts';
import type { World } from '../world.ts';
import { expand } from '../glob.ts';

const configName = 'ai-footprint.config.yaml';

export interface Project {
  readonly config: Config;
  /** Folder of the config: what its names are relative to. */
  readonly folder: string;
  /** Scenarios by their names from the folder, with `/`. */
  readonly files: readonly string[];
  /** Whether the files were named, so that some of the config may be missing. */
  readonly partial: boolean;
  readonly lock: ReadLock | undefined;
  /** A file of the project as messages name it: from the working folder. */
  shown(name: string): string;
}

/** The nearest config, from the working folder upwards. */
function findConfig(cwd: string): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const file = join(folder, configName);
    if (existsSync(file)) return file;
    if (dirname(folder) === folder) return undefined;
  }
}

const slashed = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));

/** Errors  InputError: no config, a config or lock that cannot be used, a pattern that names nothing. */
export function openProject(world: World, named: readonly string[], given: string | undefined): Project {
  const cwd = world.cwd();
  const path = given === undefined ? findConfig(cwd) : resolve(cwd, given);
  if (path === undefined) throw new InputError([problem('no-config', { folder: 'this folder' })]);
  const folder = dirname(path);
  const shown = (name: string): string => slashed(relative(cwd, join(folder, name))) || name;
  const configFile = given ?? slashed(relative(cwd, path));
  const config = readConfig({ file: configFile, text: readText(path, configFile) });
  const own = slashed(relative(folder, path));
  const files =
    named.length > 0
      ? named.map((file) => {
          const name = relative(folder, resolve(cwd, file));
          const isBelow = !isAbsolute(name) && name !== '..' && !name.startsWith(`..${sep}`);
          if (isBelow) return slashed(name);
          const reason = `"${file}" is not in the folder of ${configFile} or below it`;
          throw new InputError([problem('bad-option', { reason })]);
        })
      : expand(folder, config.scenarios, {
          placeOf: (index) => config.locate(['scenarios', index]),
          leaveOut: [own, config.lock],
        });
  const lockPath = join(folder, config.lock);
  const lock = existsSync(lockPath)
    ? readLock({ file: shown(config.lock), text: readText(lockPath, shown(config.lock)) }, { version, hash })
    : undefined;
  return { config, folder, files: [...new Set(files)], partial: named.length > 0, lock, shown };
}
