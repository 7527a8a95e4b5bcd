/** What every way to an interval offers: evaluate with uncertain inputs, do arithmetic on results, read the interval. */
import { isAssumed, type Status } from '../assessment.ts';
import type { Range } from '../units.ts';
import type { Column, Kernel, Plan } from './evaluate.ts';

/** A value with its bounds. Inputs with one key are one unknown: they move together. */
export interface UncertainInput {
  readonly id: string;
  readonly key: string;
  readonly range: Range;
  /** Where it comes from; numbers of the method have none. */
  readonly status?: Status;
  /** The value as a column, kept where many usages share an exact value. */
  readonly column?: Column;
}

/** A result at central values (row 0) and at other values of its inputs (the further rows); one row when it is exact. */
export interface Response {
  /** Which key moves which rows, where the rows are moves of one key each; empty where they are draws. */
  readonly keys: readonly string[];
  /** Of draws, computed when it is read. */
  readonly column: Column;
  /** Row 0, where it is known before the others. */
  readonly central?: number;
  /** Whether a value that the scenario did not give went into it. */
  readonly assumed: boolean;
}

/** Results of a plan by their name; undefined is one that nothing gives. */
export interface Answers {
  get(id: string): Response | undefined;
}

export interface Uncertainty {
  /** Evaluates a plan, inputs in its order, for the wanted names. */
  respond(plan: Plan, inputs: readonly UncertainInput[], wanted: readonly string[]): Answers;
  /** An input on its own. */
  single(input: UncertainInput): Response;
  /** Undefined of none. */
  sum(responses: readonly Response[]): Response | undefined;
  /** Row by row. Undefined per nothing. */
  ratio(above: Response, below: Response): Response | undefined;
  /** Row by row. */
  combine(operator: '-' | '*', left: Response, right: Response): Response;
  /** A formula of the method over results, in the order of its needs. */
  apply(kernel: Kernel, operands: readonly Response[]): Response;
  /** The 5-95 % interval of a result that is never negative, around its value at central inputs. Draws compute its ends when one is read. */
  interval(response: Response): Range;
  /** The same of a result of any sign. */
  signedInterval(response: Response): Range;
  /** Share of the width that each key carries; they add up to 1. Empty where there is no width. */
  widthShares(response: Response): ReadonlyMap<string, number>;
}

export const isUncertain = (input: UncertainInput): boolean => input.range.low < input.range.high;

export const at = (column: Column, row: number): number => column[column.length === 1 ? 0 : row] ?? Number.NaN;

export function centralOf(response: Response): number {
  return response.central ?? at(response.column, 0);
}

export function isAssumedInput({ status }: UncertainInput): boolean {
  return status !== undefined && isAssumed(status);
}

const reaches = new WeakMap<Plan, Map<string, ReadonlySet<number>>>();

/** Places of everything that an assumed input reaches: found once for each plan and each set of assumed inputs. */
export function reachOfAssumptions(plan: Plan, inputs: readonly UncertainInput[]): ReadonlySet<number> {
  let known = reaches.get(plan);
  if (!known) reaches.set(plan, (known = new Map()));
  let signature = '';
  // Methods, not loops: an iterator allocates at every step, here at each input of each usage.
  inputs.forEach((input) => (signature += isAssumedInput(input) ? '1' : '0'));
  const found = known.get(signature);
  if (found) return found;
  const reached = new Set<number>();
  known.set(signature, reached);
  inputs.forEach((input, place) => {
    if (isAssumedInput(input)) reached.add(place);
  });
  plan.steps.forEach(({ operands, out }) => {
    if (operands.some((place) => reached.has(place))) reached.add(out);
  });
  return reached;
}

interface Wanted {
  readonly ids: readonly string[];
  readonly places: readonly { readonly id: string; readonly place: number }[];
}

const wantedOf = new WeakMap<Plan, Wanted>();

/** The wanted names that a plan gives, with their places: found once, as a plan is asked for the same names again and again. */
function placesOf(plan: Plan, ids: readonly string[]): Wanted['places'] {
  const known = wantedOf.get(plan);
  if (known?.ids === ids) return known.places;
  const places = ids.flatMap((id) => {
    const place = plan.places.get(id);
    return place === undefined ? [] : [{ id, place }];
  });
  wantedOf.set(plan, { ids, places });
  return places;
}

/** The wanted columns of an evaluated plan, copied: the plan writes its columns again at the next evaluation. */
export function collect(
  plan: Plan,
  columns: readonly Column[],
  inputs: readonly UncertainInput[],
  wanted: readonly string[],
  keys: readonly string[],
): Answers {
  const assumed = reachOfAssumptions(plan, inputs);
  const places = placesOf(plan, wanted);
  let length = 0;
  for (const { place } of places) length += columns[place]?.length ?? 0;
  // In one piece of memory: ten thousand usages have some hundred thousand columns.
  const memory = new Float64Array(length);
  let start = 0;
  const found = new Map<string, Response>();
  for (const { id, place } of places) {
    const column = columns[place];
    if (!column) continue;
    memory.set(column, start);
    found.set(id, { keys, column: memory.subarray(start, (start += column.length)), assumed: assumed.has(place) });
  }
  return found;
}
