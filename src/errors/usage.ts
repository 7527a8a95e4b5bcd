/** Logs of usage. */
import { list, type Words } from './words.ts';

export const usage = {
  'unknown-group-key': (a: { key: string; reader: string; known: readonly string[] }): Words => ({
    message: `rows of ${a.reader} cannot be grouped by "${a.key}"`,
    why: 'the log does not say it, and all rows would stand in one group without a name',
    fix: `group by one of ${list(a.known)}`,
  }),
} as const;
