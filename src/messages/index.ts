/** The words of one language. */
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Messages } from './en.ts';

export type { Messages } from './en.ts';

export const languages = ['en', 'fr'] as const;
export type Lang = (typeof languages)[number];

const catalogues: Readonly<Record<Lang, Messages>> = { en, fr };

export function messages(lang: Lang): Messages {
  return catalogues[lang];
}
