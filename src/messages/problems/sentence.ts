/**
 * Every sentence of an error or a warning, in English with its gaps, and what it is in French. A text of the program is one of
 * them or does not compile: `Sentence` is the type of each key with its gaps filled (docs/decisions/0019).
 * `{name}` is a gap that stays as it is (a file, a number, a name); `{name*}` holds another sentence.
 */
import { commandLineFr } from './fr-command-line.ts';
import { fieldsFr, thanFr } from './fr-fields.ts';
import { fileFr } from './fr-file.ts';
import { namesFr } from './fr-names.ts';
import { projectFr } from './fr-project.ts';
import { scenarioFr } from './fr-scenario.ts';
import { tableFr } from './fr-table.ts';
import { valuesFr } from './fr-values.ts';
import { warningsFr } from './fr-warnings.ts';

export const sentences = {
  ...fileFr,
  ...scenarioFr,
  ...valuesFr,
  ...fieldsFr,
  ...thanFr,
  ...namesFr,
  ...tableFr,
  ...projectFr,
  ...warningsFr,
  ...commandLineFr,
} as const;

/** A key with its gaps filled. Braces that hold a space or a comma are no gap. */
export type Filled<Key extends string> = Key extends `${infer Before}{${infer Gap}}${infer After}`
  ? Gap extends `${string}${' ' | ','}${string}`
    ? `${Before}{${Filled<`${Gap}}${After}`>}`
    : `${Before}${string}${Filled<After>}`
  : Key;

export type Sentence = Filled<keyof typeof sentences>;
