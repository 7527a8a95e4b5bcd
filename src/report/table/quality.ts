/** The grade of the data, with what speaks against it: never a bare letter. */
import type { Assessment, QualityReason } from '../../assessment.ts';
import type { Lang, Messages } from '../../messages/index.ts';
import { withYear } from '../ledger.ts';
import { formatInteger, formatRatio } from '../numbers.ts';
import { safe } from '../safe.ts';
import { labelledParts, type Page } from './page.ts';

const shownLines = 3;

/** Worst first; of equal grades in the order in which they are judged. */
export function byBadness(reasons: readonly QualityReason[]): readonly QualityReason[] {
  const badness = ({ grade }: QualityReason): number => (grade ?? 'F').charCodeAt(0);
  return reasons.toSorted((left, right) => badness(right) - badness(left));
}

function sayOf(words: Messages, lang: Lang, { code, value, source, year }: QualityReason): string {
  const print = code === 'spread-by-assumed' ? formatRatio : formatInteger;
  return words.quality.says[code]({
    value: value === undefined ? '' : print(value, lang),
    count: value ?? 0,
    source: source === undefined ? '' : withYear(safe(source), year ?? null),
  });
}

/** A criterion with its grade and why. */
export function reasonText(words: Messages, lang: Lang, reason: QualityReason): string {
  const { criterion, grade, usage } = reason;
  const text = sayOf(words, lang, reason);
  return words.quality.reason({ criterion, grade, text, usage: usage === undefined ? '' : safe(usage) });
}

/** `data quality C (22 of 27 inputs assumed)`; usages without a figure are named first, they decide alone. */
export function graded(words: Messages, lang: Lang, { dataQuality: { grade, reasons } }: Assessment, inputs: string) {
  const unknown = reasons.filter(({ code }) => code === 'usages-unknown').map((reason) => sayOf(words, lang, reason));
  return words.quality.header(grade, [...unknown, inputs].join(', '));
}

/** The criteria, worst first, on three lines at most: what room is lacking for is better than what is shown. */
export function dataQuality(page: Page, { dataQuality: { reasons } }: Assessment): string[] {
  const { words, lang } = page;
  const parts = byBadness(reasons).map((reason) => reasonText(words, lang, reason));
  for (let shown = parts.length; shown > 1; shown -= 1) {
    const lines = labelledParts(page, words.quality.heading, parts.slice(0, shown));
    if (lines.length <= shownLines) return lines;
  }
  return labelledParts(page, words.quality.heading, parts.slice(0, 1));
}
