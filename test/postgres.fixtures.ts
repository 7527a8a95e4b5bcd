/** A PostgreSQL of our own, on a socket in a folder: only where its programs are installed. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

const root = '/usr/lib/postgresql';
const version = existsSync(root)
  ? readdirSync(root)
      .toSorted((left, right) => Number(right) - Number(left))
      .find((each) => existsSync(join(root, each, 'bin/initdb')))
  : undefined;
// It refuses to run as root.
const asUser = userInfo().uid === 0 ? ['runuser', '-u', 'postgres', '--'] : [];

export const hasPostgres =
  version !== undefined &&
  (asUser.length === 0 || spawnSync(asUser[0] ?? '', [...asUser.slice(1), 'true']).status === 0);
if (!hasPostgres) console.warn('PostgreSQL is not tested: "apt-get install postgresql" installs it');

export function postgresServer() {
  const folder = mkdtempSync(join(tmpdir(), 'ai-footprint-postgres-'));
  chmodSync(folder, 0o777);
  const data = join(folder, 'data');
  const run = (program: string, args: readonly string[], input?: string): string => {
    const [command = '', ...before] = [...asUser, join(root, version ?? '', 'bin', program)];
    const { status, stdout, stderr, error } = spawnSync(command, [...before, ...args], {
      encoding: 'utf8',
      cwd: folder,
      maxBuffer: 1 << 28,
      ...(input === undefined ? {} : { input }),
    });
    if (status !== 0) throw new Error(`${program}: ${error ?? stderr}`);
    return stdout;
  };
  run('initdb', ['-D', data, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']);
  run('pg_ctl', [
    '-D',
    data,
    '-w',
    '-o',
    `-c listen_addresses='' -k ${folder} -c fsync=off`,
    '-l',
    join(folder, 'log'),
    'start',
  ]);
  return {
    folder,
    /** Lines of the answer; cells are texts, or null. */
    ask: (sql: string): readonly (readonly (string | null)[])[] => {
      const text = run(
        'psql',
        ['-h', folder, '-d', 'postgres', '-qAt', '-v', 'ON_ERROR_STOP=1', '-F', '\u001F', '-P', 'null=\\N'],
        sql,
      );
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split('\u001F').map((cell) => (cell === '\\N' ? null : cell)));
    },
    close: (): void => {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
