/** The formats of a check by name; each is loaded when it is asked for. */
import type { CheckReport } from '../../check-types.ts';
import type { RenderOptions } from '../index.ts';

type Renderer = (report: CheckReport, options: RenderOptions) => string;

export const checkFormats = {
  text: async (): Promise<Renderer> => (await import('./text.ts')).renderCheckText,
  line: async (): Promise<Renderer> => (await import('./text.ts')).renderCheckLine,
  markdown: async (): Promise<Renderer> => (await import('./markdown.ts')).renderCheckMarkdown,
  json: async (): Promise<Renderer> => (await import('./json.ts')).renderCheckJson,
  csv: async (): Promise<Renderer> => (await import('./csv.ts')).renderCheckCsv,
  junit: async (): Promise<Renderer> => (await import('./junit.ts')).renderJunit,
  sarif: async (): Promise<Renderer> => (await import('./sarif.ts')).renderSarif,
  github: async (): Promise<Renderer> => (await import('./github.ts')).renderGithub,
  'code-quality': async (): Promise<Renderer> => (await import('./code-quality.ts')).renderCodeQuality,
} as const;

export type CheckFormat = keyof typeof checkFormats;

/** Longest first: `gl-code-quality-report.json` is no plain JSON. */
const endings: readonly (readonly [RegExp, CheckFormat])[] = [
  [/code-?quality[^/\\]*\.json$/i, 'code-quality'],
  [/\.sarif(?:\.json)?$/i, 'sarif'],
  [/\.json$/i, 'json'],
  [/\.xml$/i, 'junit'],
  [/\.md$/i, 'markdown'],
  [/\.csv$/i, 'csv'],
  [/\.txt$/i, 'text'],
];

export const checkExtensions = '.md, .xml (JUnit), .sarif, .json, code-quality.json (GitLab), .csv and .txt';

export function checkFormatOfFile(file: string): CheckFormat | undefined {
  return endings.find(([ending]) => ending.test(file))?.[1];
}
