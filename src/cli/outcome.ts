/** How a command ends: exit codes, as in `--help` and README. */
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
