/** The words of `init` in one language; apart from those of `assess`, which starts without them. */
import type { Lang } from '../index.ts';
import { en } from './en.ts';
import type { InitWords } from './en.ts';
import { fr } from './fr.ts';

export type { InitWords } from './en.ts';

export function initWords(lang: Lang): InitWords {
  return lang === 'fr' ? fr : en;
}
