/** A check as workflow commands of GitHub: annotations on the line to edit, then the answer. */
import type { CheckReport } from '../../check-types.ts';
import type { Item } from '../../verdict/budget/types.ts';
import type { RenderOptions } from '../index.ts';
import { headline, itemWords, sentence } from './words.ts';

/** GitHub shows ten annotations of each kind and step; more would be dropped without a word. */
const most = 10;

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

const kinds = {
  fail: 'error',
  warn: 'warning',
  unsettled: 'notice',
  moved: 'notice',
  debt: 'notice',
  waived: 'notice',
} as const;

function annotation(item: Item, { lang }: RenderOptions): string {
  const said = itemWords(item, lang);
  const kind = item.outcome === 'pass' ? 'notice' : kinds[item.outcome];
  const { place } = item;
  const where = place
    ? [
        `file=${property(place.file)}`,
        `line=${place.line}`,
        `col=${place.column}`,
        `endColumn=${place.column + place.length}`,
      ]
    : [`file=${property(item.file)}`];
  const title = property(`${said.outcome}: ${said.what}`);
  return `::${kind} ${[...where, `title=${title}`].join(',')}::${data(sentence(said))}`;
}

export function renderGithub(report: CheckReport, options: RenderOptions): string {
  const shown = new Map<string, number>();
  const lines = report.items.flatMap((item) => {
    if (item.outcome === 'pass') return [];
    const kind = kinds[item.outcome];
    const count = (shown.get(kind) ?? 0) + 1;
    shown.set(kind, count);
    return count > most ? [] : [annotation(item, options)];
  });
  return [...lines, headline(report.decision, options.lang), ''].join('\n');
}
