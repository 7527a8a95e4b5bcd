/** Central values of any quantities of a part, those too that no result reads. */
import { planOfPart, type Part } from './baseline.ts';
import { kernelsOf } from './compiled.ts';
import { evaluate, orderKernels, planOf } from './evaluate.ts';

/**
 * The quantities that the part can compute, with some inputs at other values than their central ones.
 * Shape   one number a wanted name, in the unit of its declaration; a name that is unknown is absent.
 * Errors  InternalError when a result is not finite.
 */
export function centralFigures(
  part: Part,
  wanted: readonly string[],
  given: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const { inputs } = planOfPart(part);
  const ids = inputs.map(({ id }) => id);
  const plan = planOf(orderKernels(kernelsOf, part.mechanisms, new Set(ids), wanted), ids);
  const columns = inputs.map(({ id, range }) => Float64Array.of(given.get(id) ?? range.central));
  evaluate(plan, columns);
  const found = wanted.map((name) => [name, columns[plan.places.get(name) ?? -1]?.[0]] as const);
  return new Map(found.filter((entry): entry is [string, number] => entry[1] !== undefined));
}
