/**
 * Central values over a grid: some inputs vary along axes, and every combination is evaluated.
 *
 * A quantity is computed once for each combination of the axes that it depends on, and no more: the energy of a prompt once a
 * model, the impact of a place once a place; only what depends on both is computed for all pairs.
 */
import { InternalError } from '../errors.ts';
import { planOfPart, type Part } from './baseline.ts';
import type { Column, Plan } from './evaluate.ts';

/** One axis: as many values of each of its inputs as the axis is long. */
export interface Axis {
  readonly length: number;
  readonly inputs: ReadonlyMap<string, Column>;
}

/** A column and the axes it varies along, as bits: bit 0 is the first axis. Rows in the order of the axes, the last fastest. */
interface Varied {
  readonly axes: number;
  readonly column: Column;
}

function rowsOf(axes: readonly Axis[], mask: number): number {
  return axes.reduce((rows, { length }, at) => ((mask >> at) & 1 ? rows * length : rows), 1);
}

/** The same values over more axes. */
function spread({ axes: from, column }: Varied, axes: readonly Axis[], to: number): Column {
  if (from === to || column.length === 1) return column;
  const out = new Float64Array(rowsOf(axes, to));
  // Step in the source for each step of an axis of the target; 0 where the source does not vary.
  const lengths: number[] = [];
  const steps: number[] = [];
  let step = 1;
  for (let at = axes.length - 1; at >= 0; at -= 1) {
    if (((to >> at) & 1) === 0) continue;
    const { length } = axes[at] ?? { length: 1 };
    const isOwn = ((from >> at) & 1) === 1;
    lengths.push(length);
    steps.push(isOwn ? step : 0);
    if (isOwn) step *= length;
  }
  fill(out, column, lengths, steps, lengths.length - 1, 0, 0);
  return out;
}

/** Writes the rows of one axis and those inside it; gives the next free place. */
function fill(
  out: Column,
  column: Column,
  lengths: readonly number[],
  steps: readonly number[],
  axis: number,
  from: number,
  place: number,
): number {
  const length = lengths[axis] ?? 1;
  const step = steps[axis] ?? 0;
  let next = place;
  if (axis <= 0) {
    for (let at = 0; at < length; at += 1) out[next + at] = column[from + at * step] ?? Number.NaN;
    return next + length;
  }
  for (let at = 0; at < length; at += 1) {
    next = fill(out, column, lengths, steps, axis - 1, from + at * step, next);
  }
  return next;
}

/** The steps of a plan that lead to the wanted names. */
function stepsFor({ steps, places }: Plan, wanted: readonly string[]): Plan['steps'] {
  const read = new Set(wanted.map((name) => places.get(name)));
  const kept = steps.toReversed().filter(({ operands, out }) => {
    if (!read.has(out)) return false;
    for (const place of operands) read.add(place);
    return true;
  });
  return kept.toReversed();
}

/**
 * Evaluates a part over the grid.
 * Shape   one column a wanted name, as long as the product of the axes, the last axis fastest; a name that is unknown is absent.
 * Errors  InternalError when two axes vary one input, or when a result is not finite.
 */
export function evaluateGrid(
  part: Part,
  axes: readonly Axis[],
  wanted: readonly string[],
): ReadonlyMap<string, Column> {
  const { plan, inputs } = planOfPart(part);
  const columns: Varied[] = inputs.map(({ id, range }, place): Varied => {
    // What follows the inputs are numbers of the method, which no axis varies.
    const isInput = place < part.inputs.length;
    const owners = axes.flatMap((axis, at) => (isInput && axis.inputs.has(id) ? [at] : []));
    const [owner] = owners;
    if (owners.length > 1) throw new InternalError(`two axes of a grid vary "${id}"`);
    const column = owner === undefined ? undefined : axes[owner]?.inputs.get(id);
    return owner === undefined || !column
      ? { axes: 0, column: Float64Array.of(range.central) }
      : { axes: 1 << owner, column };
  });
  const needed = stepsFor(plan, wanted);
  for (const { kernel, operands, out } of needed) {
    const read = operands.map((place) => columns[place] ?? { axes: 0, column: Float64Array.of(Number.NaN) });
    const mask = read.reduce((all, each) => all | each.axes, 0);
    const values = read.map((each) => spread(each, axes, mask));
    const result = new Float64Array(rowsOf(axes, mask));
    kernel.run(values, result);
    for (let row = 0; row < result.length; row += 1)
      if (!Number.isFinite(result[row])) throw new InternalError(`${kernel.mechanism}.${kernel.id} is not finite`);
    columns[out] = { axes: mask, column: result };
  }
  const everything = (1 << axes.length) - 1;
  const found = new Map<string, Column>();
  for (const name of wanted) {
    const own = columns[plan.places.get(name) ?? -1];
    if (!own) continue;
    const whole = spread(own, axes, everything);
    found.set(name, whole.length === 1 ? new Float64Array(rowsOf(axes, everything)).fill(whole[0] ?? 0) : whole);
  }
  return found;
}
