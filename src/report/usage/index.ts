/** The formats of the footprint of a log by name; each is loaded when it is asked for. */
import type { Metered } from '../../metered/types.ts';
import { formatByExtension } from '../extensions.ts';
import type { RenderOptions } from '../index.ts';

export interface UsageRenderOptions extends RenderOptions {
  /** Groups of the table; all where it is left out. */
  readonly top?: number;
}

type Renderer = (metered: Metered, options: UsageRenderOptions) => string;

export const usageFormats = {
  table: async (): Promise<Renderer> => (await import('./table.ts')).renderTable,
  line: async (): Promise<Renderer> => (await import('./line.ts')).renderLine,
  json: async (): Promise<Renderer> => (await import('./json.ts')).renderJson,
  csv: async (): Promise<Renderer> => (await import('./csv.ts')).renderCsv,
  markdown: async (): Promise<Renderer> => (await import('./markdown.ts')).renderMarkdown,
} as const;

export type UsageFormat = keyof typeof usageFormats;

export const usageExtensions = '.json, .csv, .md and .txt';

export const usageFormatOfFile = formatByExtension<UsageFormat>({
  json: 'json',
  csv: 'csv',
  md: 'markdown',
  txt: 'table',
});
