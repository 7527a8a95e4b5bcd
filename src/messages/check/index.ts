/** The words of a check in one language; apart from those of `assess`, which starts without them. */
import type { Lang } from '../index.ts';
import { en } from './en.ts';
import type { CheckWords } from './en.ts';
import { fr } from './fr.ts';

export type { CheckWords } from './en.ts';

export function checkWords(lang: Lang): CheckWords {
  return lang === 'fr' ? fr : en;
}
