/** Evaluates chosen mechanisms over columns of values: one row for one answer, ten thousand for ten thousand draws. */
import { InternalError } from '../errors.ts';

/** Values of one name over the rows; length 1 when it is the same in every row. */
export type Column = Float64Array;

/** A checked formula compiled to a loop. Generated into compiled.ts from src/method. */
export interface Kernel {
  readonly id: string;
  readonly mechanism: string;
  readonly unit: string;
  readonly needs: readonly string[];
  readonly run: (columns: readonly Column[], out: Column) => void;
  /** The same formula in postfix order (postfix.ts): operand n is the n-th of the needs. */
  readonly postfix: string;
}

/**
 * The kernels of the chosen mechanisms (`kernelsOf` of compiled.ts) that can be computed from what is available, in an order in which each
 * finds its needs. A quantity whose needs are not available is left out: unknown, never 0.
 * When two mechanisms give one quantity, the first named wins. With `targets`, only what they need.
 */
export function orderKernels(
  kernelsOf: (mechanism: string) => readonly Kernel[],
  mechanisms: readonly string[],
  available: ReadonlySet<string>,
  targets?: Iterable<string>,
): Kernel[] {
  const candidates = new Map<string, Kernel>();
  for (const mechanism of mechanisms) {
    // A method, not a loop: an iterator allocates at every step, here for each mechanism of each usage.
    kernelsOf(mechanism).forEach((kernel) => {
      if (!candidates.has(kernel.id)) candidates.set(kernel.id, kernel);
    });
  }
  const reachable = new Map<string, boolean>();
  const canReach = (name: string): boolean => {
    // A value from outside goes before a formula: it is what the user gave.
    if (available.has(name)) return true;
    const known = reachable.get(name);
    if (known !== undefined) return known;
    reachable.set(name, false);
    const can = candidates.get(name)?.needs.every(canReach) ?? false;
    reachable.set(name, can);
    return can;
  };
  const ordered = new Set<Kernel>();
  const take = (name: string): void => {
    const kernel = candidates.get(name);
    if (available.has(name) || !kernel || ordered.has(kernel)) return;
    kernel.needs.forEach(take);
    ordered.add(kernel);
  };
  for (const name of targets ?? candidates.keys()) if (canReach(name)) take(name);
  return [...ordered];
}

/** One kernel with the places of its operands and of its result. */
interface Step {
  readonly kernel: Kernel;
  readonly operands: readonly number[];
  readonly out: number;
  /** The columns of the operands, written again at each evaluation. */
  readonly values: Column[];
}

/** Kernels bound to places, so that evaluating them looks nothing up. */
export interface Plan {
  readonly steps: readonly Step[];
  /** Place of each name; inputs come first, in their order. */
  readonly places: ReadonlyMap<string, number>;
  /** Names that some step reads. */
  readonly reads: ReadonlySet<string>;
  /** Columns that are written again at each evaluation, by their length, then by place. */
  readonly columns: Map<number, Column[]>;
}

/** Binds ordered kernels to the inputs that they are given, which come in this order. */
export function planOf(kernels: readonly Kernel[], inputs: readonly string[]): Plan {
  const places = new Map(inputs.map((id, place) => [id, place]));
  // The place of a result is the number of names before it: a name that is given twice would take one of them.
  if (places.size < inputs.length) {
    const twice = inputs.find((id, place) => inputs.indexOf(id) < place);
    throw new InternalError(`"${twice}" has two values`);
  }
  const steps = kernels.map((kernel): Step => {
    const operands = kernel.needs.map((name) => {
      const place = places.get(name);
      if (place === undefined) throw new InternalError(`${kernel.mechanism}.${kernel.id}: "${name}" has no value`);
      return place;
    });
    const out = places.size;
    places.set(kernel.id, out);
    return { kernel, operands, out, values: [] };
  });
  return { steps, places, reads: new Set(kernels.flatMap(({ needs }) => needs)), columns: new Map() };
}

/** A column of the plan to write into: kept between evaluations, so that ten thousand usages allocate as one. */
export function scratch(plan: Plan, place: number, rows: number): Column {
  let kept = plan.columns.get(rows);
  if (!kept) plan.columns.set(rows, (kept = []));
  return (kept[place] ??= new Float64Array(rows));
}

/** The first row that holds no number; -1 when all do. Apart, so that V8 compiles the loop early and once. */
function rowWithoutNumber(column: Column): number {
  for (let row = 0; row < column.length; row += 1) if (!Number.isFinite(column[row])) return row;
  return -1;
}

/**
 * Runs the steps of a plan. `columns` holds the inputs by place, and receives every result; a result is valid until the
 * plan is evaluated again, so what is kept must be copied.
 * Errors  InternalError when a result is not finite: inputs are checked before, so that is a bug of ours.
 */
export function evaluate(plan: Plan, columns: Column[]): void {
  for (const { kernel, operands, out, values } of plan.steps) {
    let rows = 1;
    for (let each = 0; each < operands.length; each += 1) {
      const column = columns[operands[each] ?? -1];
      if (!column) throw new InternalError(`${kernel.mechanism}.${kernel.id}: an operand has no value`);
      if (column.length > rows) rows = column.length;
      values[each] = column;
    }
    const result = scratch(plan, out, rows);
    kernel.run(values, result);
    const fault = rowWithoutNumber(result);
    if (fault >= 0) throw new InternalError(`${kernel.mechanism}.${kernel.id} gave ${result[fault]}`);
    columns[out] = result;
  }
}
