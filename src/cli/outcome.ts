/** How a command ends. */

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

export const exitCodeHelp = `
Exit codes
  0  computed
  1  a budget is breached (check), a verdict is among --fail-on (assess), a saved result no longer holds (verify)
  2  invalid scenario or command line: nothing computed
  3  internal error
  4  inconclusive, under --strict only
  130 interrupted: what is written is whole lines, and not all
`;
