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
import { lostBy } from './exact-sum.ts';
import { Expander, keyOf, NotAProduct, zip, type Exponents, type Limit, type Terms } from './products.ts';
import { movedColumns } from './propagate.ts';
import { at, collect, isUncertain, type Uncertainty } from './uncertainty.ts';

interface Expanded {
  readonly keys: readonly string[];
  readonly targets: ReadonlyMap<string, Terms>;
  readonly limits: readonly Limit[];
}

/** The inputs of a plan as columns: at their central values, and at all others that make the interval. */
export type ColumnsOf = typeof movedColumns;

function expand(part: Part, slots: ReadonlyMap<string, number>, count: number, columnsOf: ColumnsOf): Expanded {
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
  return { keys, targets: new Map(targets), limits: expander.limits };
}

/** A part with its inputs that vary, and where in a row each stands. */
export interface PartSlots<Of extends Part = Part> {
  readonly part: Of;
  readonly slots: ReadonlyMap<string, number>;
}

/** What must be added up of the rows of a usage. */
export interface Shape {
  /** Products whose sums are needed. */
  readonly products: readonly Exponents[];
  /** Of these also the largest is needed. */
  readonly limited: readonly Exponents[];
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

function shapeOfPart({ part, slots }: PartSlots, count: number): Shape | Fixed {
  const { plan } = planOfPart(part);
  let ofPlan = known.get(plan);
  if (!ofPlan) known.set(plan, (ofPlan = new Map()));
  const signature = `${count}:${[...slots].join(';')}`;
  let shape = ofPlan.get(signature);
  if (!shape) ofPlan.set(signature, (shape = findShape(part, slots, count)));
  return shape;
}

function findShape(part: Part, slots: ReadonlyMap<string, number>, count: number): Shape | Fixed {
  try {
    const { targets, limits } = expand(part, slots, count, movedColumns);
    const of = (all: readonly Terms[]): Exponents[] => [
      ...new Map(all.flatMap((terms) => [...terms].map(([key, { exponents }]) => [key, exponents]))).values(),
    ];
    return { products: of([...targets.values()]), limited: of(limits.map(({ terms }) => terms)) };
  } catch (error) {
    if (error instanceof NotAProduct) return { fixed: error.slots };
    throw error;
  }
}

/** What rows add up to, wherever they were added. */
export interface RowSums {
  sum(exponents: Exponents): number;
  largest(exponents: Exponents): number;
}

/** Sums over the rows that were added so far; their number does not change what is held. */
export class Moments implements RowSums {
  readonly #factors: readonly (readonly { readonly slot: number; readonly up: boolean }[])[];
  readonly #sums: Float64Array;
  /** What the sums lost to rounding: Neumaier. */
  readonly #lost: Float64Array;
  readonly #largest: Float64Array;
  readonly #places: ReadonlyMap<string, number>;
  #rows = 0;

  constructor({ products, limited }: Shape) {
    const all = new Map([...products, ...limited].map((exponents) => [keyOf(exponents), exponents]));
    this.#places = new Map([...all.keys()].map((key, place) => [key, place]));
    this.#factors = [...all.values()].map((exponents) =>
      exponents.flatMap((power, slot) => Array.from({ length: Math.abs(power) }, () => ({ slot, up: power > 0 }))),
    );
    this.#sums = new Float64Array(all.size);
    this.#lost = new Float64Array(all.size);
    this.#largest = new Float64Array(all.size);
  }

  get rows(): number {
    return this.#rows;
  }

  add(numbers: Column): void {
    this.#rows += 1;
    const [sums, lost, largest] = [this.#sums, this.#lost, this.#largest];
    for (let place = 0; place < sums.length; place += 1) {
      let product = 1;
      for (const { slot, up } of this.#factors[place] ?? []) {
        const value = numbers[slot] ?? Number.NaN;
        product = up ? product * value : product / value;
      }
      const before = sums[place] ?? 0;
      lost[place] = (lost[place] ?? 0) + lostBy(before, product);
      sums[place] = before + product;
      if (product > (largest[place] ?? 0)) largest[place] = product;
    }
  }

  sum(exponents: Exponents): number {
    const place = this.#places.get(keyOf(exponents)) ?? -1;
    return (this.#sums[place] ?? Number.NaN) + (this.#lost[place] ?? Number.NaN);
  }

  largest(exponents: Exponents): number {
    return this.#largest[this.#places.get(keyOf(exponents)) ?? -1] ?? Number.NaN;
  }
}

function total(terms: Terms, of: (exponents: Exponents) => number): Column {
  let sum: Column = Float64Array.of(0);
  for (const { exponents, coefficient } of terms.values()) {
    const factor = of(exponents);
    sum = zip(sum, coefficient, (known, value) => known + value * factor);
  }
  return sum;
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
function copied({ keys, targets, limits }: Expanded): Expanded {
  const copy = (terms: Terms): Terms =>
    new Map(
      [...terms].map(([key, { exponents, coefficient }]) => [key, { exponents, coefficient: coefficient.slice() }]),
    );
  return {
    keys,
    targets: new Map([...targets].map(([id, terms]) => [id, copy(terms)])),
    limits: limits.map(({ terms, limit }) => ({ terms: copy(terms), limit: limit.slice() })),
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
    if (!own) kept.set(found, (own = copied(expand(found.part, found.slots, count, columnsOf))));
    return own;
  };
  return (rows) => ({
    ...uncertainty,
    respond(plan, inputs, wanted) {
      const found = parts.find(({ part }) => planOfPart(part).inputs === inputs);
      if (!found) throw new InternalError('a part that was never added up');
      const { keys, targets, limits } = expanded(found);
      if (limits.some((limit) => passes(limit, rows))) onLimit();
      const columns: Column[] = [];
      for (const [id, terms] of targets) {
        const column = total(terms, (exponents) => rows.sum(exponents));
        if (!column.every((value) => Number.isFinite(value))) throw new InternalError(`${id} is not finite`);
        columns[plan.places.get(id) ?? 0] = column;
      }
      return collect(plan, columns, inputs, wanted, keys);
    },
  });
}
