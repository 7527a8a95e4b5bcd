/** The words of the report page: in a catalogue of their own, which only the page loads. */
import type { Lang } from '../index.ts';
import { reportEn, type ReportWords } from './en.ts';
import { reportFr } from './fr.ts';

export type { ReportWords } from './en.ts';

const catalogues: Readonly<Record<Lang, ReportWords>> = { en: reportEn, fr: reportFr };

export function reportWords(lang: Lang): ReportWords {
  return catalogues[lang];
}
