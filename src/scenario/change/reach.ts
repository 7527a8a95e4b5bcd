/** Which estimates a practice can change: a measured figure says nothing of tokens or of weights. */
import type { Estimator, PracticeId } from '../../assessment.ts';

const reach: Readonly<Record<PracticeId | 'division', readonly Estimator[]>> = {
  location: ['measured', 'text', 'fleet', 'task'],
  iterations: ['measured', 'text', 'task'],
  output: ['text'],
  model: ['text'],
  /** The model practice without a name. */
  division: ['measured', 'text', 'task'],
};

export function reaches(practice: PracticeId | 'division', estimator: Estimator): boolean {
  return reach[practice].includes(estimator);
}
