/** The usages of a scenario by both methods, for `assess --methods`. */
import type { Impacts, SecondOpinion } from './assessment.ts';
import { compareMethods } from './engine/second-opinion.ts';
import type { ResolvedOpinions } from './scenario/resolve/types.ts';

/**
 * A text usage by both methods. `own` holds the impacts of one kept result by the method of this project, with their
 * intervals. Undefined when there is no energy to compare.
 */
export function bothMethods(opinions: ResolvedOpinions, own: Impacts): SecondOpinion | undefined {
  const { energy, ghg } = own;
  const compared = compareMethods(opinions);
  if (!compared || !energy.total || !ghg.total) return undefined;
  const { other, otherLow, otherHigh, ratio, steps } = compared;
  return {
    own: { method: 'ai-footprint', energy: energy.total, ghg: ghg.total },
    other: {
      method: 'ecologits',
      energy: { low: otherLow.energy, central: other.energy, high: otherHigh.energy },
      ghg: { low: otherLow.ghg, central: other.ghg, high: otherHigh.ghg },
    },
    ratio,
    steps,
  };
}
