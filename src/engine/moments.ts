/**
 * The sum of a usage over many rows that differ in a few exact numbers, without evaluating any row.
 *
 * What the method makes of requests and tokens is a sum of products: each total is coefficients, which hang on the model, the place and
 * the uncertain inputs, times products of the numbers of a row. So rows are added up as those products (a dozen numbers, however
 * many rows), and the coefficients are evaluated once, with every uncertain input at its low and at its high.
 */
import { InternalError } from '../errors.ts';
import { planOfPart, usageTargets, type Part } from './baseline.ts';
import { checkedQuantity } from './checked.ts';
import type { Column, Plan } from './evaluate.ts';
import { Expander, keyOf, NotAProduct, zip, type Exponents, type Limit, type Terms } from './products.ts';
import { movedColumns } from './propagate.ts';
import type { RowSums, Shape } from './row-moments.ts';
import { at, collect, isUncertain, type Uncertainty } from './uncertainty.ts';

interface Expanded {
  readonly keys: readonly string[];
  readonly targets: ReadonlyMap<string, Terms>;
  readonly limits: readonly Limit[];
  /** A guessed number over its central value, row by row. */
  readonly guess: Column | undefined;
}

/** The inputs of a plan as columns: at their central values, and at all others that make the interval. */
export type ColumnsOf = typeof movedColumns;

function expand({ part, slots, guessed }: PartSlots, count: number, columnsOf: ColumnsOf): Expanded {
  const { plan, inputs } = planOfPart(part);
  const { keys, columns } = columnsOf(plan, inputs);
  const expander = new Expander(count);
  const values: (Terms | undefined)[] = inputs.map(({ id }, place) => {
    // What follows the inputs are numbers of the method, which no row gives.
    const slot = place < part.inputs.length ? slots.get(id) : undefined;
    return slot === undefined ? expander.same(columns[place] ?? Float64Array.of(Number.NaN)) : expander.number(slot);
  });
  for (const { kernel, operands, out } of plan.steps) {
    const read = operands.map((place) => values[place]);
    const exact = read.map((terms) => terms && expander.valueOf(terms));
    if (exact.every((column) => column !== undefined)) {
      const result = new Float64Array(Math.max(1, ...exact.map((column) => column.length)));
      kernel.run(exact, result);
      values[out] = expander.same(result);
      continue;
    }
    const { expression } = checkedQuantity(kernel.mechanism, kernel.id);
    values[out] = expander.evaluate(expression, (name) => {
      const terms = read[kernel.needs.indexOf(name)];
      if (!terms) throw new InternalError(`${kernel.mechanism}.${kernel.id}: "${name}" has no value`);
      return terms;
    });
  }
  const targets = usageTargets.flatMap((id): [string, Terms][] => {
    const terms = values[plan.places.get(id) ?? -1];
    return terms ? [[id, terms]] : [];
  });
  const place = part.inputs.findIndex(({ id }) => guessed !== undefined && slots.get(id) === guessed);
  const { range: { central = Number.NaN } = {} } = part.inputs[place] ?? {};
  const guess = columns[place]?.map((value) => value / central);
  return { keys, targets: new Map(targets), limits: expander.limits, guess };
}

/** A part with its inputs that vary, and where in a row each stands. */
export interface PartSlots<Of extends Part = Part> {
  readonly part: Of;
  readonly slots: ReadonlyMap<string, number>;
  /**
   * The slot of a number that the rows do not say, by which their other numbers were divided: where it is moved, so that a row has more
   * requests, each of these has fewer tokens, and the tokens of the row stay.
   */
  readonly guessed?: number;
}

/** The numbers that stand elsewhere than in a product, and must be the same in all rows that are added up. */
export interface Fixed {
  readonly fixed: readonly number[];
}

/**
 * What of the rows decides the totals of these parts.
 * @param count numbers of a row.
 */
export function shapeOf(parts: readonly PartSlots[], count: number): Shape | Fixed {
  const shapes: Shape[] = [];
  for (const part of parts) {
    const shape = shapeOfPart(part, count);
    if ('fixed' in shape) return shape;
    shapes.push(shape);
  }
  const union = (of: keyof Shape): Exponents[] => [
    ...new Map(shapes.flatMap((shape) => shape[of].map((exponents) => [keyOf(exponents), exponents]))).values(),
  ];
  return { products: union('products'), limited: union('limited') };
}

/** It hangs on the formulas alone, which parts share. */
const known = new WeakMap<Plan, Map<string, Shape | Fixed>>();

function shapeOfPart(found: PartSlots, count: number): Shape | Fixed {
  const { part, slots } = found;
  const { plan } = planOfPart(part);
  let ofPlan = known.get(plan);
  if (!ofPlan) known.set(plan, (ofPlan = new Map()));
  const signature = `${count}:${[...slots].join(';')}`;
  let shape = ofPlan.get(signature);
  if (!shape) ofPlan.set(signature, (shape = findShape(found, count)));
  return shape;
}

function findShape(found: PartSlots, count: number): Shape | Fixed {
  try {
    const { targets, limits } = expand(found, count, movedColumns);
    const of = (all: readonly Terms[]): Exponents[] => [
      ...new Map(all.flatMap((terms) => [...terms].map(([key, { exponents }]) => [key, exponents]))).values(),
    ];
    return { products: of([...targets.values()]), limited: of(limits.map(({ terms }) => terms)) };
  } catch (error) {
    if (error instanceof NotAProduct) return { fixed: error.slots };
    throw error;
  }
}

/** @param moved what a product is multiplied by, row by row, where a number of its rows is guessed. */
function total(
  terms: Terms,
  of: (exponents: Exponents) => number,
  moved?: (exponents: Exponents) => Column | undefined,
): Column {
  let sum: Column = Float64Array.of(0);
  for (const { exponents, coefficient } of terms.values()) {
    const factor = of(exponents);
    const move = moved?.(exponents);
    const weighed = move ? zip(coefficient, move, (value, times) => value * times) : coefficient;
    sum = zip(sum, weighed, (known, value) => known + value * factor);
  }
  return sum;
}

/** How products move with a number that is guessed, and divides all others of its rows; undefined where they stay. */
function movesWith({ guess }: Expanded, guessed: number | undefined): (exponents: Exponents) => Column | undefined {
  return (exponents) => {
    if (!guess || guessed === undefined) return undefined;
    const power = exponents.reduce((sum, each, slot) => sum + (slot === guessed ? each : -each), 0);
    return power === 0 ? undefined : guess.map((times) => times ** power);
  };
}

/** Whether some row passes a limit of the formulas, at any move of the uncertain inputs. */
function passes({ terms, limit }: Limit, rows: RowSums): boolean {
  // The largest of a product says nothing of how little a term takes away.
  const adding = new Map(
    [...terms].map(([key, { exponents, coefficient }]) => [
      key,
      { exponents, coefficient: coefficient.map((value) => Math.max(0, value)) },
    ]),
  );
  const most = total(adding, (exponents) => rows.largest(exponents));
  return most.some((value, row) => !(value <= at(limit, row)));
}

/** A plan writes its columns again at the next evaluation. */
function copied({ keys, targets, limits, guess }: Expanded): Expanded {
  const copy = (terms: Terms): Terms =>
    new Map(
      [...terms].map(([key, { exponents, coefficient }]) => [key, { exponents, coefficient: coefficient.slice() }]),
    );
  return {
    keys,
    targets: new Map([...targets].map(([id, terms]) => [id, copy(terms)])),
    limits: limits.map(({ terms, limit }) => ({ terms: copy(terms), limit: limit.slice() })),
    guess,
  };
}

/** Inputs as an uncertainty draws them, each on its own: an input that two usages share is drawn once. */
export const drawnColumns =
  ({ single }: Uncertainty): ColumnsOf =>
  (_, inputs) => ({
    keys: [],
    columns: inputs.map((input) => (isUncertain(input) ? single(input).column : Float64Array.of(input.range.central))),
  });

/** An uncertainty whose `respond` answers for the sum of some rows. */
export type OverRows = (rows: RowSums) => Uncertainty;

/**
 * A usage over all its rows at once. The coefficients are evaluated at the first asking, and kept: rows in many groups cost sums alone.
 * @param options.count numbers of a row.
 * @param options.onLimit when some row passes a limit of the formulas.
 * @param options.columnsOf how the intervals are made; by propagation of error where it is left out.
 */
export function overRows(
  uncertainty: Uncertainty,
  parts: readonly PartSlots[],
  {
    count,
    onLimit,
    columnsOf = movedColumns,
  }: { readonly count: number; readonly onLimit: () => never; readonly columnsOf?: ColumnsOf },
): OverRows {
  const kept = new Map<PartSlots, Expanded>();
  const expanded = (found: PartSlots): Expanded => {
    let own = kept.get(found);
    if (!own) kept.set(found, (own = copied(expand(found, count, columnsOf))));
    return own;
  };
  return (rows) => ({
    ...uncertainty,
    respond(plan, inputs, wanted) {
      const found = parts.find(({ part }) => planOfPart(part).inputs === inputs);
      if (!found) throw new InternalError('a part that was never added up');
      const own = expanded(found);
      const { keys, targets, limits } = own;
      const moved = movesWith(own, found.guessed);
      if (limits.some((limit) => passes(limit, rows))) onLimit();
      const columns: Column[] = [];
      for (const [id, terms] of targets) {
        const column = total(terms, (exponents) => rows.sum(exponents), moved);
        if (!column.every((value) => Number.isFinite(value))) throw new InternalError(`${id} is not finite`);
        columns[plan.places.get(id) ?? 0] = column;
      }
      return collect(plan, columns, inputs, wanted, keys);
    },
  });
}
