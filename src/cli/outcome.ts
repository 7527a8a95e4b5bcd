/** How a command ends. */
import { exitCodeWords } from '../messages/exit-codes.ts';

/** Exit codes, as in `--help` and README. */
export const exitCodes = {
  computed: 0,
  /** Something that was asked to hold does not. */
  differs: 1,
  invalid: 2,
  internal: 3,
  inconclusive: 4,
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Told once a command has its outcome. */
export type Finish = (code: ExitCode) => void;

/**
 * The exit codes of a command, for its help: those that are the same everywhere, and its own.
 * @param own what else it returns, and in words of its own where the general ones say too much.
 */
export function exitCodeHelp(own: Partial<Readonly<Record<ExitCode, string>>> = {}): string {
  const words: Partial<Record<ExitCode, string>> = {
    0: exitCodeWords.en[0],
    2: exitCodeWords.en[2],
    3: exitCodeWords.en[3],
    ...own,
  };
  const lines = Object.values(exitCodes).flatMap((code) => {
    const said = words[code];
    return said === undefined ? [] : [`  ${String(code).padEnd(2)} ${said}\n`];
  });
  return `\nExit codes\n${lines.join('')}`;
}
