/** The formats of a ranking by name; each is loaded when it is asked for. */
import type { Ranking } from '../../ranking/types.ts';
import { formatByExtension } from '../extensions.ts';
import type { RenderOptions } from '../index.ts';

type Renderer = (ranking: Ranking, options: RenderOptions) => string;

export const compareFormats = {
  table: async (): Promise<Renderer> => (await import('./table.ts')).renderTable,
  line: async (): Promise<Renderer> => (await import('./line.ts')).renderLine,
  json: async (): Promise<Renderer> => (await import('./json.ts')).renderJson,
  jsonl: async (): Promise<Renderer> => (await import('./json.ts')).renderJsonLines,
  csv: async (): Promise<Renderer> => (await import('./csv.ts')).renderCsv,
  markdown: async (): Promise<Renderer> => (await import('./markdown.ts')).renderMarkdown,
} as const;

export type CompareFormat = keyof typeof compareFormats;

/** Whether a format gives every criterion, or only the one that is ranked. */
export const hasEveryCriterion: Readonly<Record<CompareFormat, boolean>> = {
  table: false,
  line: false,
  markdown: false,
  json: true,
  jsonl: true,
  csv: true,
};

export const compareExtensions = '.json, .jsonl, .csv, .md and .txt';

export const compareFormatOfFile = formatByExtension<CompareFormat>({
  json: 'json',
  jsonl: 'jsonl',
  csv: 'csv',
  md: 'markdown',
  txt: 'table',
});
