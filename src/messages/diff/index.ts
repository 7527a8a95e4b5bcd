/** The words of a diff in one language. */
import type { Lang } from '../index.ts';
import { en } from './en.ts';
import type { DiffWords } from './en.ts';
import { fr } from './fr.ts';

export type { DiffWords } from './en.ts';

export function diffWords(lang: Lang): DiffWords {
  return lang === 'fr' ? fr : en;
}
