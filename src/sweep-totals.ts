/** The totals of every row of a chunk: each criterion summed over usages, places and phases. */
import type { Part } from './engine/baseline.ts';
import { phaseOutputs } from './engine/criteria.ts';
import { evaluateGrid, type Axis } from './engine/grid.ts';

export type SweptCriterion = keyof typeof phaseOutputs;

const criteria = Object.keys(phaseOutputs) as readonly SweptCriterion[];
const outputsOf = (criterion: SweptCriterion): readonly string[] => [
  ...Object.values(phaseOutputs[criterion]),
  ...(criterion === 'ghg' ? ['ghg_spend_total'] : []),
];
const wanted = criteria.flatMap(outputsOf);

interface Evaluated {
  readonly parts: readonly Part[];
  readonly axes: readonly Axis[];
}

/** Totals of all usages; a criterion that no usage knows is absent. */
export function totalsOf(usages: readonly Evaluated[], rows: number): ReadonlyMap<SweptCriterion, Float64Array> {
  const sums = new Map<SweptCriterion, Float64Array>();
  for (const { parts, axes } of usages) {
    for (const part of parts) {
      const grid = evaluateGrid(part, axes, wanted);
      for (const criterion of criteria) {
        const spend = criterion === 'ghg' && grid.has('ghg_spend_total');
        for (const name of spend ? ['ghg_spend_total'] : Object.values(phaseOutputs[criterion])) {
          const column = grid.get(name);
          if (!column) continue;
          let sum = sums.get(criterion);
          if (!sum) sums.set(criterion, (sum = new Float64Array(rows)));
          for (let row = 0; row < rows; row += 1) sum[row] = (sum[row] ?? 0) + (column[row] ?? 0);
        }
      }
    }
  }
  return sums;
}
