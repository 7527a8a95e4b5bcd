/** The formats by name. A format is loaded when it is asked for, so that `--help` and JSON start fast. */
import type { Assessment } from '../assessment.ts';
import type { Lang } from '../messages/index.ts';
import { formatByExtension } from './extensions.ts';

export interface RenderOptions {
  readonly lang: Lang;
  /** Columns of the table, 60 at least. */
  readonly width: number;
  readonly colour: boolean;
  /** Only characters of ASCII for marks (words keep their accents). */
  readonly ascii?: boolean;
}

/** Text of one format, newline at the end. */
export type Renderer = (assessments: readonly Assessment[], options: RenderOptions) => string;

export const formats = {
  table: async (): Promise<Renderer> => {
    const { renderTable } = await import('./table.ts');
    return (assessments, options) => assessments.map((each) => renderTable(each, options)).join('\n');
  },
  line: async (): Promise<Renderer> => {
    const { renderLine } = await import('./line.ts');
    return (assessments, { lang }) => assessments.map((each) => renderLine(each, lang)).join('');
  },
  json: async (): Promise<Renderer> => (await import('./json.ts')).renderJson,
  csrd: async (): Promise<Renderer> => (await import('./csrd.ts')).renderCsrd,
  yaml: async (): Promise<Renderer> => (await import('./yaml.ts')).renderYaml,
  jsonl: async (): Promise<Renderer> => (await import('./jsonl.ts')).renderJsonLines,
  csv: async (): Promise<Renderer> => (await import('./csv.ts')).renderCsv,
  markdown: async (): Promise<Renderer> => (await import('./markdown.ts')).renderMarkdown,
} as const;

export type Format = keyof typeof formats;

/** For messages. */
export const outputExtensions = '.html, .json, .yaml, .jsonl, .csv, .md and .txt';

/** Format of an output file by its extension; undefined when no format writes such files. */
export const formatOfFile = formatByExtension<Format>({
  json: 'json',
  yaml: 'yaml',
  yml: 'yaml',
  txt: 'table',
  jsonl: 'jsonl',
  csv: 'csv',
  md: 'markdown',
});
