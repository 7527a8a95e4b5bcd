/**
 * Intervals by propagation of error.
 *
 * Every uncertain input is moved to its low and to its high, one at a time, and the relative moves of the result are
 * added in quadrature (IPCC 2006 Guidelines, volume 1, chapter 3, approach 1). Exact for products of log-normal inputs;
 * deterministic; costs two evaluations an input, so it serves scenarios with too many usages for draws.
 *
 * Rows: central, then each key at its low and at its high: rows 1 + 2k and 2 + 2k.
 */
import type { Range } from '../units.ts';
import { evaluate, scratch, type Column, type Plan } from './evaluate.ts';
import { propagatedSigned } from './signed.ts';
import {
  at,
  centralOf,
  collect,
  isAssumedInput,
  isUncertain,
  type Answers,
  type Response,
  type UncertainInput,
  type Uncertainty,
} from './uncertainty.ts';

/** The columns of the inputs, each of the uncertain ones moved in two rows of its own; and which key moves which rows. */
export function movedColumns(
  plan: Plan,
  inputs: readonly UncertainInput[],
): { readonly keys: readonly string[]; readonly columns: Column[] } {
  const keys: string[] = [];
  const moved = inputs.map((input) => {
    if (!isUncertain(input)) return -1;
    const known = keys.indexOf(input.key);
    return known >= 0 ? known : keys.push(input.key) - 1;
  });
  const rows = 1 + 2 * keys.length;
  const columns = inputs.map((input, place): Column => {
    const index = moved[place] ?? -1;
    if (index < 0) {
      if (input.column) return input.column;
      const single = scratch(plan, place, 1);
      single[0] = input.range.central;
      return single;
    }
    const column = scratch(plan, place, rows).fill(input.range.central);
    column[1 + 2 * index] = input.range.low;
    column[2 + 2 * index] = input.range.high;
    return column;
  });
  return { keys, columns };
}

function respond(plan: Plan, inputs: readonly UncertainInput[], wanted: readonly string[]): Answers {
  const { keys, columns } = movedColumns(plan, inputs);
  evaluate(plan, columns);
  return collect(plan, columns, inputs, wanted, keys);
}

/** Moves of a result for each key, as logarithms: the larger upward and the larger downward. Absolute from 0. */
function moves({ column }: Response, visit: (up: number, down: number) => void): void {
  const central = column[0] ?? Number.NaN;
  for (let row = 1; row < column.length; row += 2) {
    const one = column[row] ?? Number.NaN;
    const other = column[row + 1] ?? Number.NaN;
    if (one === central && other === central) visit(0, 0);
    else if (central === 0) visit(Math.max(one, other), 0);
    else {
      const low = Math.log(one / central);
      const high = Math.log(other / central);
      visit(Math.max(0, low, high), Math.min(0, low, high));
    }
  }
}

/** From 0 upward the moves are absolute: 0 has no ratio. */
function interval(response: Response): Range {
  const central = centralOf(response);
  let up = 0;
  let down = 0;
  moves(response, (above, below) => {
    up += above ** 2;
    down += below ** 2;
  });
  if (central === 0) return { low: 0, central, high: Math.sqrt(up) };
  return { low: central * Math.exp(-Math.sqrt(down)), central, high: central * Math.exp(Math.sqrt(up)) };
}

/** Beyond a factor of a million, wider is no longer heavier: an input that can bring a result to 0 weighs this much. */
const widestMove = Math.log(1e6);

function widthShares(response: Response): ReadonlyMap<string, number> {
  const squares: number[] = [];
  moves(response, (up, down) => squares.push((up - Math.max(down, -widestMove)) ** 2));
  const sum = squares.reduce((total, square) => total + square, 0);
  return new Map(sum === 0 ? [] : response.keys.map((key, index) => [key, (squares[index] ?? 0) / sum]));
}

/** A result with one key alone at its low, and at its high. */
export interface Swing {
  readonly key: string;
  readonly atLow: number;
  readonly atHigh: number;
}

/** Every key that moves the result, in no order. */
export function swingsOf({ keys, column }: Response): Swing[] {
  return keys
    .map((key, index): Swing => ({ key, atLow: at(column, 1 + 2 * index), atHigh: at(column, 2 + 2 * index) }))
    .filter(({ atLow, atHigh }) => atLow !== at(column, 0) || atHigh !== at(column, 0));
}

/**
 * Adds responses that answer to different keys. An input shared by two of them moves both.
 * Counted loops here and in `sum`: an iterator allocates at every step, and these run for each key of ten thousand usages.
 */
function sumOfMoves(responses: readonly Response[]): Response {
  let total = 0;
  const moved = new Map<string, { low: number; high: number }>();
  for (const response of responses) {
    const { keys, column } = response;
    const central = centralOf(response);
    total += central;
    if (column.length === 1) continue;
    for (let index = 0; index < keys.length; index += 1) {
      const low = at(column, 1 + 2 * index) - central;
      const high = at(column, 2 + 2 * index) - central;
      if (low === 0 && high === 0) continue;
      const key = keys[index] ?? '';
      const known = moved.get(key);
      if (known) {
        known.low += low;
        known.high += high;
      } else moved.set(key, { low, high });
    }
  }
  const column = new Float64Array(1 + 2 * moved.size).fill(total);
  const keys: string[] = [];
  moved.forEach(({ low, high }, key) => {
    column[1 + 2 * keys.length] = total + low;
    column[2 + 2 * keys.length] = total + high;
    keys.push(key);
  });
  return { keys, column, assumed: responses.some(({ assumed }) => assumed) };
}

/** Those that answer to the same keys, as phases of a usage do, add row by row. */
function sum(responses: readonly Response[]): Response | undefined {
  const [first, ...others] = responses;
  if (!first || others.length === 0) return first;
  if (!others.every(({ keys }) => keys === first.keys)) return sumOfMoves(responses);
  const column = new Float64Array(Math.max(...responses.map((each) => each.column.length)));
  for (const each of responses)
    for (let row = 0; row < column.length; row += 1) column[row] = (column[row] ?? 0) + at(each.column, row);
  return { keys: first.keys, column, assumed: responses.some(({ assumed }) => assumed) };
}

/** Responses row by row over the keys of all: those of the first, then what the others add. */
function align(responses: readonly Response[]) {
  const [first, ...others] = responses;
  const assumed = responses.some((each) => each.assumed);
  const keys = first?.keys ?? [];
  if (others.every((each) => each.keys === keys && each.column.length === first?.column.length))
    return { keys, columns: responses.map(({ column }) => column), assumed };
  const places = new Map(keys.map((key, index) => [key, index]));
  for (const { keys: own, column } of others)
    if (column.length > 1) for (const key of own) if (!places.has(key)) places.set(key, places.size);
  const columns = responses.map((response) => {
    const wide = new Float64Array(1 + 2 * places.size).fill(centralOf(response));
    if (response.column.length === 1) return wide;
    for (const [own, key] of response.keys.entries()) {
      const place = places.get(key) ?? 0;
      wide[1 + 2 * place] = at(response.column, 1 + 2 * own);
      wide[2 + 2 * place] = at(response.column, 2 + 2 * own);
    }
    return wide;
  });
  return { keys: [...places.keys()], columns, assumed };
}

/** Where only a bound of the divisor is 0, that bound tells nothing and the centre stands. */
function ratio(above: Response, below: Response): Response | undefined {
  const divisor = centralOf(below);
  if (divisor === 0) return undefined;
  if (below.column.length === 1) {
    const column = above.column.map((value) => value / divisor);
    return { keys: above.keys, column, assumed: above.assumed || below.assumed };
  }
  const {
    keys,
    columns: [over, under],
    assumed,
  } = align([above, below]);
  const central = centralOf(above) / divisor;
  const column = (over ?? above.column).map((value, row) => {
    const each = under?.[row] ?? Number.NaN;
    return each === 0 ? central : value / each;
  });
  return { keys, column, assumed };
}

const combine: Uncertainty['combine'] = (operator, left, right) => {
  const {
    keys,
    columns: [one, other],
    assumed,
  } = align([left, right]);
  const column = (one ?? left.column).map((value, row) => {
    const each = other?.[row] ?? Number.NaN;
    return operator === '-' ? value - each : value * each;
  });
  return { keys, column, assumed };
};

const apply: Uncertainty['apply'] = (kernel, operands) => {
  const { keys, columns, assumed } = align(operands);
  const column = new Float64Array(columns[0]?.length ?? 1);
  kernel.run(columns, column);
  return { keys, column, assumed };
};

function single(input: UncertainInput): Response {
  const { low, central, high } = input.range;
  const assumed = isAssumedInput(input);
  return isUncertain(input)
    ? { keys: [input.key], column: Float64Array.of(central, low, high), assumed }
    : { keys: [], column: Float64Array.of(central), assumed };
}

export const propagation: Uncertainty = {
  respond,
  single,
  sum,
  ratio,
  combine,
  apply,
  interval,
  signedInterval: propagatedSigned,
  widthShares,
};
