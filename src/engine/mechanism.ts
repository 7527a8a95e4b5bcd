/** One mechanism of the method over columns that are known already: results of usages, amounts of the scenario. */
import { kernelsOf } from './compiled.ts';
import { evaluate, orderKernels, planOf, type Column, type Plan } from './evaluate.ts';

const plans = new Map<string, Plan>();

function planFor(mechanism: string, names: readonly string[]): Plan {
  const signature = [mechanism, ...names].join();
  const known = plans.get(signature);
  if (known) return known;
  const plan = planOf(orderKernels(kernelsOf, [mechanism], new Set(names)), names);
  plans.set(signature, plan);
  return plan;
}

/**
 * Every quantity of a mechanism that its inputs allow, row by row; one that lacks an input is absent: unknown, never 0.
 * Errors  InternalError when a result is not finite.
 */
export function evaluateMechanism(
  mechanism: string,
  inputs: Readonly<Record<string, Column | null>>,
): (name: string) => Column | null {
  const known = Object.entries(inputs).filter((entry): entry is [string, Column] => entry[1] !== null);
  const plan = planFor(mechanism, known.map(([name]) => name)); // prettier-ignore
  const columns = known.map(([, column]) => column);
  evaluate(plan, columns);
  return (name) => {
    const place = plan.places.get(name);
    // The plan writes its columns again at the next evaluation.
    return (place === undefined ? undefined : columns[place])?.slice() ?? null;
  };
}
