/** The formats of a diff by name; each is loaded when it is asked for. */
import type { DiffReport } from '../../diff.ts';
import { formatByExtension } from '../extensions.ts';
import type { RenderOptions } from '../index.ts';

type Renderer = (report: DiffReport, options: RenderOptions) => string;

export const diffFormats = {
  text: async (): Promise<Renderer> => (await import('./text.ts')).renderDiffText,
  markdown: async (): Promise<Renderer> => (await import('./markdown.ts')).renderDiffMarkdown,
  json: async (): Promise<Renderer> => (await import('./json.ts')).renderDiffJson,
} as const;

export type DiffFormat = keyof typeof diffFormats;

export const diffExtensions = '.md, .json and .txt';

export const diffFormatOfFile = formatByExtension<DiffFormat>({ md: 'markdown', json: 'json', txt: 'text' });
