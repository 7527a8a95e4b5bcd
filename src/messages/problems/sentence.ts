/**
 * Every sentence of an error or a warning, in English with its gaps, and what it is in French (docs/decisions/0019).
 * `{name}` is a gap that stays as it is (a file, a number, a name); `{name*}` holds another sentence; braces that hold a space
 * or a comma are no gap.
 */
import { askedFr } from './fr-asked.ts';
import { commandLineFr } from './fr-command-line.ts';
import { fieldsFr } from './fr-fields.ts';
import { fileFr } from './fr-file.ts';
import { logEngineFr } from './fr-log-engine.ts';
import { namesFr } from './fr-names.ts';
import { projectFr } from './fr-project.ts';
import { rowsFr } from './fr-rows.ts';
import { scenarioFr } from './fr-scenario.ts';
import { tableFr } from './fr-table.ts';
import { usageFr } from './fr-usage.ts';
import { valuesFr } from './fr-values.ts';
import { warningsFr } from './fr-warnings.ts';

export const sentences: Readonly<Record<string, string>> = {
  ...fileFr,
  ...scenarioFr,
  ...valuesFr,
  ...fieldsFr,
  ...namesFr,
  ...tableFr,
  ...usageFr,
  ...projectFr,
  ...logEngineFr,
  ...commandLineFr,
  ...askedFr,
  ...rowsFr,
  ...warningsFr,
};
