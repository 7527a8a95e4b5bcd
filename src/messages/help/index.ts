/** The pages of `help TOPIC` and the first steps, in one language. */
import { exitCodeWords } from '../exit-codes.ts';
import type { Lang } from '../index.ts';
import { en, type HelpWords, type Page } from './en.ts';
import { fr } from './fr.ts';
import type { Topic } from './topics.ts';

export type { Block, HelpWords, Page } from './en.ts';

export function helpWords(lang: Lang): HelpWords {
  return lang === 'fr' ? fr : en;
}

export function pageOf(topic: Topic, lang: Lang): Page {
  const words = helpWords(lang);
  if (topic !== 'exit-codes') return words[topic];
  const { title, intro, zero } = words.exitCodes;
  return { title, blocks: [intro, { rows: Object.entries(exitCodeWords[lang]) }, zero] };
}
