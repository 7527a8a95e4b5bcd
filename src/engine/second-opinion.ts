/**
 * A text usage by two methods, and what makes them differ. The method of this project is turned into the other one
 * change at a time, each evaluated at central values: the factors of the changes multiply to the ratio of the two.
 */
import type { Difference, DifferenceStep } from '../assessment.ts';
import { InternalError } from '../errors.ts';
import { kernelsOf, mechanisms as declarations } from './compiled.ts';
import { evaluate, orderKernels, planOf, type Column } from './evaluate.ts';
import type { Range } from '../units.ts';

/** A usage at one place; only the ranges of its inputs are read. */
export interface ComparedPart {
  readonly mechanisms: readonly string[];
  readonly inputs: readonly { readonly id: string; readonly range: Range }[];
}

export interface Compared {
  /** The method of this project. */
  readonly own: readonly ComparedPart[];
  readonly other: readonly ComparedPart[];
  /** Figures of the accelerator that the other method takes for granted. */
  readonly reference: ComparedPart['inputs'];
}

/** What a method says of one kept result at central values. */
export interface Answer {
  /** Facility energy, kWh. */
  readonly energy: number;
  /** Operation and hardware, kgCO2e. */
  readonly ghg: number;
}

export interface Comparison {
  readonly own: Answer;
  readonly other: Answer;
  /** With the size of the model at its low, and at its high. */
  readonly otherLow: Answer;
  readonly otherHigh: Answer;
  /** Energy of the other over the own. */
  readonly ratio: number;
  readonly steps: readonly DifferenceStep[];
}

/** Values that take the place of inputs and of formulas. */
type Changes = Readonly<Record<string, number>>;

const targets = ['energy_total', 'ghg_operation_total', 'ghg_embodied_total', 'located_requests'] as const;
const sizes: ReadonlySet<string> = new Set(['total_parameters', 'active_parameters']);

type ValueOf = (input: ComparedPart['inputs'][number]) => number;
const central: ValueOf = ({ range }) => range.central;

/** Every value of a part by name: constants of its mechanisms and what they compute, wanted names only. */
function valuesOf(
  { mechanisms, inputs }: ComparedPart,
  wanted: readonly string[],
  valueOf: ValueOf,
  changes: Changes,
): ReadonlyMap<string, number> {
  const given = new Map<string, number>();
  for (const input of inputs) given.set(input.id, valueOf(input));
  for (const { id, constants } of declarations) {
    if (!mechanisms.includes(id)) continue;
    for (const [name, { value }] of Object.entries(constants)) given.set(name, value);
  }
  for (const [name, value] of Object.entries(changes)) given.set(name, value);
  const ids = [...given.keys()];
  const plan = planOf(orderKernels(kernelsOf, mechanisms, new Set(ids), wanted), ids);
  const columns: Column[] = [...given.values()].map((value) => Float64Array.of(value));
  evaluate(plan, columns);
  return new Map(
    wanted.map((name) => {
      const place = plan.places.get(name);
      const value = place === undefined ? undefined : columns[place]?.[0];
      if (value === undefined) throw new InternalError(`second opinion: nothing gives "${name}"`);
      return [name, value];
    }),
  );
}

function answer(parts: readonly ComparedPart[], changes: Changes = {}, valueOf: ValueOf = central): Answer {
  const sum = { energy: 0, ghg: 0, requests: 0 };
  for (const part of parts) {
    // One kept result, however many there are.
    const values = valuesOf(part, targets, valueOf, { requests: 1, ...changes });
    const value = (name: (typeof targets)[number]): number => values.get(name) ?? Number.NaN;
    sum.energy += value('energy_total');
    sum.ghg += value('ghg_operation_total') + value('ghg_embodied_total');
    sum.requests += value('located_requests');
  }
  return { energy: sum.energy / sum.requests, ghg: sum.ghg / sum.requests };
}

interface Change {
  readonly cause: Difference;
  readonly from: number | null;
  readonly to: number | null;
  readonly changes: Changes;
}

/** What turns the method of this project into the other, formula apart. */
function changesOf({ own, other, reference }: Compared): readonly Change[] {
  const [mine] = own;
  const [theirs] = other;
  if (!mine || !theirs) throw new InternalError('second opinion: a usage without a place');
  const there = valuesOf(theirs, named.there, central, {});
  const here = valuesOf(mine, named.here, central, {});
  const value = (values: ReadonlyMap<string, number>, name: string): number => values.get(name) ?? Number.NaN;
  const power = reference.find(({ id }) => id === 'accelerator_power')?.range.central ?? Number.NaN;
  // Their server in watts for each accelerator, as the share of its power that ours is stated in.
  const host = (value(there, 'server_power') * 1000) / value(there, 'accelerators_per_server') / power;
  const bits = value(there, 'bits');
  // The number of accelerators follows from the precision, unless the scenario gives it.
  const count = value(valuesOf(mine, ['accelerators'], central, { bits }), 'accelerators');
  const hardware = Object.fromEntries(
    reference.filter(({ id }) => hardwareFigures.has(id)).map(({ id, range }) => [id, range.central]),
  );
  const one = (cause: Difference, name: string, to: number, more: Changes = {}): Change => ({
    cause,
    from: value(here, name),
    to,
    changes: { [name]: to, ...more },
  });
  return [
    one('batch', 'batch', value(there, 'batch')),
    one('input-tokens', 'input_tokens', 0, { cached_tokens: 0 }),
    one('bits', 'bits', bits),
    { ...one('accelerators', 'accelerators', value(there, 'accelerators'), hardware), from: count },
    one('idle', 'idle', 0),
    one('host', 'host', host),
    one('parallel-samples', 'parallel_samples', 1),
  ];
}

/** What the changes read of either method. */
const named = {
  here: ['accelerators', 'batch', 'bits', 'input_tokens', 'idle', 'host', 'parallel_samples'],
  there: ['accelerators', 'batch', 'bits', 'server_power', 'accelerators_per_server'],
} as const;

const hardwareFigures: ReadonlySet<string> = new Set([
  'accelerator_power',
  'accelerator_flops',
  'accelerator_bandwidth',
]);

/**
 * Compares the two methods for one kept result.
 * Steps   one change after the other, in the order of `differences`; those that change nothing are left out; `formula` is
 *         what remains. Their factors multiply to `ratio`.
 * Undefined when the own method finds no energy: nothing is written and nothing is read.
 * Errors  InternalError when a part does not give an energy: a text usage always does.
 */
export function compareMethods(compared: Compared): Comparison | undefined {
  const own = answer(compared.own);
  if (own.energy === 0) return undefined;
  const other = answer(compared.other);
  const bound = (side: 'low' | 'high'): Answer =>
    answer(compared.other, {}, ({ id, range }) => (sizes.has(id) ? range[side] : range.central));
  const steps: DifferenceStep[] = [];
  let changes: Changes = {};
  let before = own.energy;
  for (const { cause, from, to, changes: more } of changesOf(compared)) {
    changes = { ...changes, ...more };
    const after = answer(compared.own, changes).energy;
    if (after !== before) steps.push({ cause, from, to, factor: after / before });
    before = after;
    // A usage that writes nothing costs nothing there: the product is 0 already.
    if (before === 0) break;
  }
  if (before > 0) steps.push({ cause: 'formula', from: null, to: null, factor: other.energy / before });
  return { own, other, otherLow: bound('low'), otherHigh: bound('high'), ratio: other.energy / own.energy, steps };
}
