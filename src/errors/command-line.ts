/** The command line and what it writes. */
import { docs, list, nearest, type Words } from './words.ts';

export const commandLine = {
  /** A bug of ours: exit code 3. */
  internal: (a: { version: string; bugs: string }): Words => ({
    message: `ai-footprint ${a.version} contradicted itself; this is a bug of ours, not of your scenario`,
    fix: `please report it, with the scenario, at ${a.bugs}`,
  }),
  'unknown-quantity': (a: { name: string; nearest: readonly string[] }): Words => ({
    message: `there is no quantity "${a.name}" to explain`,
    fix: [nearest(a.nearest), `a key of the result (ghg, water, ghg.operation), or a name of ${docs}/method.md`]
      .filter(Boolean)
      .join('; '),
  }),
  'unknown-usage': (a: { name: string; nearest: readonly string[]; known: readonly string[] }): Words => ({
    message: `the scenario has no usage "${a.name}"`,
    fix: a.nearest[0] ? `write "${a.nearest[0]}"` : `its usages are ${list(a.known.slice(0, 10))}`,
  }),
  'unknown-input': (a: { name: string; nearest: readonly string[]; known: readonly string[] }): Words => ({
    message: `no usage of the scenario has an input "${a.name}" to solve for`,
    fix: a.nearest[0] ? `write "${a.nearest[0]}"` : `its inputs are ${list(a.known.slice(0, 12))}`,
  }),
  'bad-option': (a: { reason: string; fix?: string }): Words => ({
    message: a.reason,
    fix: a.fix ?? 'see "ai-footprint --help"',
  }),
  'unknown-topic': (a: { name: string; nearest: readonly string[]; topics: readonly string[] }): Words => ({
    message: `there is no help on "${a.name}"`,
    fix: a.nearest[0]
      ? `write "ai-footprint help ${a.nearest[0]}"`
      : `the topics are ${a.topics.join(', ')}, and every command`,
  }),
  'not-a-yaml-name': (a: { file: string; template: string | undefined }): Words => ({
    message: `"${a.file}" does not end in .yaml`,
    why: 'a starter is YAML with comments, and editors know it by its name',
    fix: a.template
      ? `for this template: "ai-footprint init --template ${a.template}"`
      : `write "${a.file.replace(/\.[^./\\]*$/, '') || 'scenario'}.yaml"`,
  }),
  'file-exists': (a: { file: string }): Words => ({
    message: `"${a.file}" exists already`,
    why: 'a scenario that somebody wrote is never written over unasked',
    fix: 'name another file, or write over it with --force',
  }),
  'output-exists-as-input': (a: { file: string }): Words => ({
    message: `the output "${a.file}" is one of the inputs`,
    why: 'a scenario, what it extends and an own catalogue are never written over',
    fix: 'write to another file',
  }),
  'cannot-write': (a: { file: string; reason: string; fix?: string }): Words => ({
    message: `cannot write "${a.file}": ${a.reason}`,
    fix: a.fix ?? 'check the folder and its permissions',
  }),
} as const;
