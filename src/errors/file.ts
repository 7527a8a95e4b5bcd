/** The file as bytes, and as YAML. */
import type { Words } from './words.ts';

export const file = {
  'file-not-found': (a: { file: string }): Words => ({
    message: `there is no file "${a.file}"`,
    fix: 'check the path; "-" reads standard input',
  }),
  'not-a-file': (a: { file: string; kind: string }): Words => ({
    message: `"${a.file}" is ${a.kind}, not a scenario file`,
    fix: 'name the YAML file itself',
  }),
  'unreadable-file': (a: { file: string; reason: string }): Words => ({
    message: `"${a.file}" cannot be read: ${a.reason}`,
    fix: 'check the permissions of the file',
  }),
  'file-too-large': (a: { file: string; bytes: number; limit: number }): Words => ({
    message: `"${a.file}" has ${a.bytes} bytes; the limit is ${a.limit}`,
    why: 'a scenario is a description, not a log: a larger file is usually the wrong one',
    fix: 'split the scenario',
  }),
  'not-text': (a: { file: string; reason: string }): Words => ({
    message: `"${a.file}" is not UTF-8 text: ${a.reason}`,
    fix: 'save the scenario as UTF-8 YAML or JSON',
  }),
  'empty-file': (a: { file: string }): Words => ({
    message: `"${a.file}" holds no scenario`,
    fix: 'a scenario starts with "name:" and "usages:"; scenarios/ has examples to copy',
  }),
  'bad-yaml': (a: { reason: string }): Words => ({
    message: a.reason,
    why: 'the file is not valid YAML, so nothing in it can be trusted',
    fix: 'mend the syntax at this place',
  }),
  'duplicate-key': (a: { key: string }): Words => ({
    message: `the key "${a.key}" is given twice`,
    why: 'only one of the two could count, and nobody could tell which',
    fix: 'keep one of them',
  }),
  'too-many-aliases': (_: Record<never, never>): Words => ({
    message: 'the anchors and aliases of this file expand to far more than it says',
    why: 'such a file can be made to exhaust memory',
    fix: 'write the values out',
  }),
  'several-documents': (_: Record<never, never>): Words => ({
    message: 'the file holds several YAML documents',
    fix: 'keep one scenario a file: remove the "---" lines',
  }),
  'octal-number': (a: { written: string; read: number }): Words => ({
    message: `${a.written} would be read as ${a.read}`,
    why: 'a leading zero, 0o, 0x or 0b is another base for some readers of YAML and none for others',
    fix: `write ${a.read}; a name made of digits stands in quotes`,
  }),
} as const;
