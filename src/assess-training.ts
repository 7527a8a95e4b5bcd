/** Training beside use: how much of it the period carries, by which rule, and how many times more the use is. */
import type { TrainingSummary } from './assessment.ts';
import type { CriteriaResponses } from './engine/criteria.ts';
import type { Uncertainty } from './engine/uncertainty.ts';
import type { Training } from './scenario/training-types.ts';

export function trainingOf(
  { mode }: Training,
  { ghg }: CriteriaResponses,
  { interval, ratio, sum }: Uncertainty,
): TrainingSummary {
  const training = ghg.phases.get('training');
  const use = sum([...ghg.phases].flatMap(([phase, response]) => (phase === 'training' ? [] : [response])));
  const times = training && use ? ratio(use, training) : undefined;
  return {
    mode,
    ghg: training ? interval(training) : null,
    useOverTraining: times ? interval(times) : null,
  };
}
