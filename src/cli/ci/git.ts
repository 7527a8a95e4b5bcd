/** A file as it was at a commit. Real Git, asked in the way that cannot run anything of the repository. */
import { spawnSync } from 'node:child_process';
import { posix } from 'node:path';
import { InputError, problem } from '../../errors.ts';
import type { World } from '../world.ts';

const limit = 10_000_000;

function git(world: World, args: readonly string[]): Buffer {
  const done = spawnSync('git', [...args], { cwd: world.cwd(), maxBuffer: limit, stdio: ['ignore', 'pipe', 'pipe'] });
  const fail = (reason: string): never => {
    throw new InputError([problem('git-failed', { reason })]);
  };
  if (done.error)
    return fail((done.error as NodeJS.ErrnoException).code === 'ENOENT' ? 'git is not installed' : done.error.message);
  if (done.status !== 0) {
    const said =
      done.stderr
        .toString('utf8')
        .replace(/^(?:fatal|error): /, '')
        .split('\n')[0] ?? '';
    return fail(said === '' ? `git ended with ${done.status}` : said);
  }
  return done.stdout;
}

function text(bytes: Buffer, file: string): string {
  const refuse = (reason: string): never => {
    throw new InputError([problem('not-text', { file, reason })]);
  };
  if (bytes.includes(0)) return refuse('it holds a NUL byte');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('some bytes are not UTF-8');
  }
}

/** A scenario and what it extends, at a commit. Errors  InputError: git-failed, not-text. */
export function readAtCommit(world: World, ref: string, file: string) {
  const name = file.replaceAll('\\', '/');
  const commit = git(world, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])
    .toString('utf8')
    .trim();
  const blob = (path: string): string => {
    // "./" makes the path one of the working folder, as it is for every other file.
    const spec = path.startsWith('/') ? path : `./${path}`;
    return text(git(world, ['cat-file', 'blob', `${commit}:${spec}`]), `${path}@${ref}`);
  };
  return {
    file: name,
    text: blob(name),
    load: (target: string): string => blob(posix.join(posix.dirname(name), target)),
  };
}
