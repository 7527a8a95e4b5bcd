import { fileURLToPath } from 'node:url';
import { run } from '../src/cli/run.ts';
import { refuseEnglish, sentencesOf } from './in-french.ts';
import type { World } from '../src/cli/world.ts';

export const root = fileURLToPath(new URL('..', import.meta.url));

interface Surroundings {
  readonly stdin?: string | Uint8Array;
  readonly env?: Record<string, string>;
  readonly cwd?: string;
  /** Columns of the terminal; piped when absent. */
  readonly terminal?: number;
  /** What a fuzzer wrote may look like a sentence: the French of errors that repeat it is not asked for. */
  readonly isFuzzed?: boolean;
}

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command line in this process, from the root of the project. */
export async function runCli(args: readonly string[], surroundings: Surroundings = {}): Promise<Outcome> {
  const { stdin = '', env = {}, cwd = root, terminal, isFuzzed = false } = surroundings;
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => ({
    ...(terminal === undefined ? {} : { isTTY: true, columns: terminal }),
    write: (text: string) => {
      written[name] += text;
      return true;
    },
    on: () => undefined,
  });
  const world: World = {
    argv: ['node', 'ai-footprint', ...args],
    env,
    stdin: (async function* () {
      yield stdin;
    })(),
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    cwd: () => cwd,
  };
  const code = await run(world);
  if (code === 2 && !isFuzzed) refuseEnglish(sentencesOf(written.stderr));
  return { code, ...written };
}
