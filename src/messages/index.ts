/** The words of one language. */
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Messages } from './en.ts';

export type { Messages } from './en.ts';

export const languages = ['en', 'fr'] as const;
export type Lang = (typeof languages)[number];

let french: Messages | undefined;

/** The French ones are half of all words, and made when they are asked for; those of `report` and `usage` are loaded then. */
const catalogues: Readonly<Record<Lang, () => Messages>> = { en: () => en, fr: () => (french ??= fr()) };

export function messages(lang: Lang): Messages {
  return catalogues[lang]();
}
