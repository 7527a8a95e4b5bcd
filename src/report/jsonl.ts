/** Results one to a line: `ai-footprint/result/1` each, for tools that read streams. */
import type { Assessment } from '../assessment.ts';
import { toJson } from './json.ts';
import { escapeInQuotes } from './safe.ts';

export function renderJsonLines(assessments: readonly Assessment[]): string {
  return assessments.map((each) => `${escapeInQuotes(JSON.stringify(toJson(each)))}\n`).join('');
}
