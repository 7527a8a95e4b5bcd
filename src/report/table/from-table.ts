/** Usages that stand in a table: how many rows came together, and what is not computed of them. */
import { tableOmissions, type Assessment } from '../../assessment.ts';
import { formatInteger } from '../numbers.ts';
import { safe } from '../safe.ts';
import { labelled, type Page } from './page.ts';

/** `1 000 000 rows of usage.csv in 20 combinations`; undefined where the scenario lists its usages. */
export function tableSize({ words, lang }: Page, { baseline: { table } }: Assessment): string | undefined {
  if (!table) return undefined;
  const { rows, file, combinations } = table;
  return words.fromTable.size(
    formatInteger(rows, lang),
    safe(file),
    formatInteger(combinations, lang),
    combinations === 1,
  );
}

export function fromTable(page: Page, assessment: Assessment): string[] {
  const { fromTable: say } = page.words;
  if (!assessment.baseline.table) return [];
  const left = tableOmissions.map((each) => say.omissions[each]).join(', ');
  return labelled(page, say.heading, say.told(left));
}
