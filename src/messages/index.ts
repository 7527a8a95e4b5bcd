/** The words of one language. */
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Messages } from './en.ts';

export type { Messages } from './en.ts';

export const languages = ['en', 'fr'] as const;
export type Lang = (typeof languages)[number];

let french: Messages | undefined;

/** The French ones are made when they are asked for: they are half of all words. */
export function messages(lang: Lang): Messages {
  return lang === 'fr' ? (french ??= fr()) : en;
}
