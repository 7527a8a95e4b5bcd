/** A check as a code quality report of GitLab: a list of findings with a fingerprint, a severity, a place. */
import type { CheckReport } from '../../check-types.ts';
import type { Outcome } from '../../verdict/budget/types.ts';
import { jsonText } from '../json-text.ts';
import { escapeInQuotes } from '../safe.ts';
import { fingerprint, identityOf } from './fingerprint.ts';
import { itemWords, sentence } from './words.ts';

const severities: Readonly<Record<Exclude<Outcome, 'pass'>, 'major' | 'minor' | 'info'>> = {
  fail: 'major',
  warn: 'minor',
  unsettled: 'info',
  moved: 'info',
  debt: 'info',
  waived: 'info',
};

export function renderCodeQuality(report: CheckReport): string {
  const document = report.items.flatMap((item) => {
    if (item.outcome === 'pass') return [];
    const said = itemWords(item, 'en');
    return [
      {
        description: `${said.outcome}: ${sentence(said)}`,
        check_name: `ai-footprint/${item.budget.id}`,
        fingerprint: fingerprint(identityOf(item)),
        severity: severities[item.outcome],
        location: { path: item.place?.file ?? item.file, lines: { begin: item.place?.line ?? 1 } },
      },
    ];
  });
  return `${escapeInQuotes(jsonText(document))}\n`;
}
