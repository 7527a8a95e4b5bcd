/** Which estimates a practice can change: a measured figure says nothing of tokens or of weights. */
import type { Estimator, PracticeId } from '../../assessment.ts';

/** Pictures, video, speech, embeddings: their place and their tries can be changed, their answers have a size or a length and no tokens. */
const works = ['image', 'video', 'audio', 'embeddings'] as const satisfies readonly Estimator[];

const reach: Readonly<Record<PracticeId | 'division', readonly Estimator[]>> = {
  location: ['measured', 'text', ...works, 'fleet', 'task'],
  iterations: ['measured', 'text', ...works, 'task'],
  /** Tokens of text; size, steps and length of the rest. */
  output: ['text', 'image', 'video', 'audio'],
  model: ['text'],
  /** The model practice without a name. */
  division: ['measured', 'text', ...works, 'task'],
};

export function reaches(practice: PracticeId | 'division', estimator: Estimator): boolean {
  return reach[practice].includes(estimator);
}
