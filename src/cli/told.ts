/** What the rooms say in English, as a reader of another language is told it (docs/decisions/0019). */
import type { Problem } from '../errors.ts';
import type { Lang } from '../messages/index.ts';

/** French is loaded where it is asked for: a run in English never reads it. */
export async function problemsIn(lang: Lang): Promise<(problem: Problem) => Problem> {
  return lang === 'fr' ? (await import('../messages/problems/french.ts')).problemInFrench : (problem) => problem;
}
