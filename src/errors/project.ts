/** Saved results, and the budget of a project: config, lock, history. */
import { list, type Words } from './words.ts';

export const project = {
  'bad-result': (a: { file: string; reason: string }): Words => ({
    message: `"${a.file}" is not a result of ai-footprint: ${a.reason}`,
    fix: 'save one with "ai-footprint assess SCENARIO --output result.json"',
  }),
  'no-config': (a: { folder: string }): Words => ({
    message: `there is no ai-footprint.config.yaml in ${a.folder} or above it`,
    fix: 'write one ("ai-footprint help budgets"), or name it with --config FILE',
  }),
  'unknown-criterion': (a: {
    owner: string;
    key: string;
    nearest: readonly string[];
    known: readonly string[];
  }): Words => ({
    message: `${a.owner} limits "${a.key}", which is no criterion`,
    why: 'a limit on something that is not computed would always hold',
    fix: a.nearest[0] ? `rename it to "${a.nearest[0]}"` : `the criteria are ${a.known.join(', ')}`,
  }),
  'unknown-budget': (a: { name: string; nearest: readonly string[]; known: readonly string[] }): Words => ({
    message: `the waiver names the budget "${a.name}", which this config does not have`,
    fix: a.nearest[0] ? `write "${a.nearest[0]}"` : `its budgets are ${list(a.known)}`,
  }),
  'selects-nothing': (a: {
    what: string;
    name: string;
    nearest: readonly string[];
    known: readonly string[];
  }): Words => ({
    message: `${a.what} "${a.name}" is in none of the scenarios`,
    why: 'a limit on nothing always holds, and hides what it was meant to guard',
    fix: a.nearest[0] ? `write "${a.nearest[0]}"` : `known are ${list(a.known.slice(0, 10))}`,
  }),
  'judges-nothing': (a: { written: string; periods: readonly string[] }): Words => ({
    message: `the limit "${a.written}" judges none of the scenarios`,
    why: `it counts ${a.periods.includes('once') ? 'over time, and every scenario it selects is a job done once' : 'in all, and every scenario it selects counts over a period'}`,
    fix: a.periods.includes('once')
      ? 'give the limit without a time, as in "500 kgCO2e"'
      : `give the limit a time, as in "${a.written}/year"`,
  }),
  'bad-pattern': (a: { pattern: string; reason: string; fix?: string }): Words => ({
    message: `"${a.pattern}" ${a.reason}`,
    fix: a.fix ?? 'patterns are relative to the folder of the config: "ai/*.yaml", "ai/**/*.yaml", "!ai/base.yaml"',
  }),
  'bad-day': (a: { field: string; found: string }): Words => ({
    message: `"${a.field}" is "${a.found}", which is no day`,
    fix: 'write it as YYYY-MM-DD, as in 2027-01-31',
  }),
  'lock-missing': (a: { file: string; needed: string }): Words => ({
    message: `there is no lock "${a.file}", which ${a.needed} needs`,
    fix: 'write it with "ai-footprint check --save-baseline", and commit it',
  }),
  'lock-newer': (a: { file: string; written: string; version: string }): Words => ({
    message: `the lock "${a.file}" was written by ${a.written}; this is ai-footprint ${a.version}`,
    why: 'an older version could take newer data and methods for a change of yours',
    fix: 'run the same version everywhere, or a newer one',
  }),
  'bad-lock': (a: { file: string; reason: string }): Words => ({
    message: `"${a.file}" is not a lock of ai-footprint: ${a.reason}`,
    fix: 'restore it from the last commit, or write it anew with "ai-footprint check --save-baseline"',
  }),
  'merge-conflict': (a: { file: string }): Words => ({
    message: `"${a.file}" holds a merge conflict`,
    why: 'which of the two sides counts is yours to say',
    fix: a.file.endsWith('.json')
      ? 'take one side ("git checkout --ours" or "--theirs" with the file), then run "ai-footprint check --update-lock"'
      : 'resolve it and remove the marks',
  }),
  'git-failed': (a: { reason: string }): Words => ({
    message: `git could not give the file: ${a.reason}`,
    fix: 'name a commit, branch or tag that is there; in CI, fetch it first (actions/checkout with "fetch-depth: 0")',
  }),
} as const;
