/** The words of the footprint of a log, by language. */
import type { Lang } from '../index.ts';
import { usageEn, type UsageWords } from './en.ts';
import { usageFr } from './fr.ts';

export type { UsageWords } from './en.ts';

const catalogues: Readonly<Record<Lang, UsageWords>> = { en: usageEn, fr: usageFr };

export const usageWords = (lang: Lang): UsageWords => catalogues[lang];
