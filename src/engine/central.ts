/** Central values alone, for the many combinations of which only the centre is wanted. One row, no interval. */
import type { Range } from '../units.ts';
import { evaluate, scratch, type Column } from './evaluate.ts';
import { at, centralOf, isAssumedInput, type Response, type Uncertainty } from './uncertainty.ts';

function zip(left: Response, right: Response, combine: (left: number, right: number) => number): Response {
  const column = Float64Array.of(combine(centralOf(left), centralOf(right)));
  return { keys: [], column, assumed: left.assumed || right.assumed };
}

function pointOf({ column }: Response): Range {
  const value = at(column, 0);
  return { low: value, central: value, high: value };
}

export const central: Uncertainty = {
  respond(plan, inputs, wanted) {
    const columns = inputs.map((input, place): Column => {
      if (input.column) return input.column;
      const column = scratch(plan, place, 1);
      column[0] = input.range.central;
      return column;
    });
    evaluate(plan, columns);
    const responses = new Map<string, Response>();
    for (const id of wanted) {
      const column = columns[plan.places.get(id) ?? -1];
      // What rests on assumptions is said with the intervals; here only the value is wanted.
      if (column) responses.set(id, { keys: [], column: column.slice(), assumed: false });
    }
    return responses;
  },
  single: (input) => ({ keys: [], column: Float64Array.of(input.range.central), assumed: isAssumedInput(input) }),
  sum([first, ...others]) {
    return first && others.reduce((total, each) => zip(total, each, (left, right) => left + right), first);
  },
  ratio: (above, below) => (centralOf(below) === 0 ? undefined : zip(above, below, (left, right) => left / right)),
  combine: (operator, left, right) => zip(left, right, (one, other) => (operator === '-' ? one - other : one * other)),
  apply(kernel, operands) {
    const column = new Float64Array(1);
    kernel.run(
      operands.map((each) => each.column),
      column,
    );
    return { keys: [], column, assumed: operands.some(({ assumed }) => assumed) };
  },
  interval: pointOf,
  signedInterval: pointOf,
  widthShares: () => new Map(),
};
