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
import {
  at,
  centralOf,
  collect,
  isAssumedInput,
  isUncertain,
  type Response,
  type UncertainInput,
  type Uncertainty,
} from './uncertainty.ts';

function respond(
  plan: Plan,
  inputs: readonly UncertainInput[],
  wanted: readonly string[],
): ReadonlyMap<string, Response> {
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
  if (response.column.length === 1) return { low: central, central, high: central };
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
  if (response.column.length === 1) return new Map();
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
  if (column.length === 1) return [];
  return keys
    .map((key, index): Swing => ({ key, atLow: at(column, 1 + 2 * index), atHigh: at(column, 2 + 2 * index) }))
    .filter(({ atLow, atHigh }) => atLow !== at(column, 0) || atHigh !== at(column, 0));
}

/** Adds responses that answer to different keys. An input shared by two of them moves both. */
function sumOfMoves(responses: readonly Response[]): Response {
  let total = 0;
  const moved = new Map<string, { low: number; high: number }>();
  for (const response of responses) {
    const central = centralOf(response);
    total += central;
    if (response.column.length === 1) continue;
    for (const [index, key] of response.keys.entries()) {
      const low = at(response.column, 1 + 2 * index) - central;
      const high = at(response.column, 2 + 2 * index) - central;
      if (low === 0 && high === 0) continue;
      const known = moved.get(key);
      if (known) {
        known.low += low;
        known.high += high;
      } else moved.set(key, { low, high });
    }
  }
  const column = new Float64Array(1 + 2 * moved.size).fill(total);
  for (const [index, { low, high }] of [...moved.values()].entries()) {
    column[1 + 2 * index] = total + low;
    column[2 + 2 * index] = total + high;
  }
  return { keys: [...moved.keys()], column, assumed: responses.some(({ assumed }) => assumed) };
}

/** Those that answer to the same keys, as phases of a usage do, add row by row. */
function sum(responses: readonly Response[]): Response | undefined {
  const [first, ...others] = responses;
  if (!first || others.length === 0) return first;
  if (!others.every(({ keys }) => keys === first.keys)) return sumOfMoves(responses);
  const rows = Math.max(...responses.map(({ column }) => column.length));
  const column = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1)
    column[row] = responses.reduce((total, each) => total + at(each.column, row), 0);
  return { keys: first.keys, column, assumed: responses.some(({ assumed }) => assumed) };
}

/** Two responses row by row over the keys of both: those of the left, then what the right adds. */
function align(left: Response, right: Response) {
  const assumed = left.assumed || right.assumed;
  if (left.keys === right.keys && left.column.length === right.column.length) {
    return { keys: left.keys, left: left.column, right: right.column, assumed };
  }
  const place = right.keys.length > 1 ? new Map(left.keys.map((key, index) => [key, index])) : undefined;
  const placeOf = (key: string): number => (place ? (place.get(key) ?? -1) : left.keys.indexOf(key));
  const keys = [...left.keys];
  const target = right.keys.map((key) => {
    const own = placeOf(key);
    return own < 0 ? keys.push(key) - 1 : own;
  });
  const rows = 1 + 2 * keys.length;
  const wide = new Float64Array(rows).fill(centralOf(left));
  if (left.column.length > 1) wide.set(left.column);
  const other = new Float64Array(rows).fill(centralOf(right));
  if (right.column.length > 1) {
    for (const [own, index] of target.entries()) {
      other[1 + 2 * index] = at(right.column, 1 + 2 * own);
      other[2 + 2 * index] = at(right.column, 2 + 2 * own);
    }
  }
  return { keys, left: wide, right: other, assumed };
}

/** Where only a bound of the divisor is 0, that bound tells nothing and the centre stands. */
function ratio(above: Response, below: Response): Response | undefined {
  const divisor = centralOf(below);
  if (divisor === 0) return undefined;
  if (below.column.length === 1) {
    const column = above.column.map((value) => value / divisor);
    return { keys: above.keys, column, assumed: above.assumed || below.assumed };
  }
  const { keys, left, right, assumed } = align(above, below);
  const central = centralOf(above) / divisor;
  const column = left.map((value, row) => (right[row] === 0 ? central : value / (right[row] ?? Number.NaN)));
  return { keys, column, assumed };
}

const combine: Uncertainty['combine'] = (one, two, run) => {
  const { keys, left, right, assumed } = align(one, two);
  const column = new Float64Array(left.length);
  run(left, right, column);
  return { keys, column, assumed };
};

function single(input: UncertainInput): Response {
  const { low, central, high } = input.range;
  const assumed = isAssumedInput(input);
  return isUncertain(input)
    ? { keys: [input.key], column: Float64Array.of(central, low, high), assumed }
    : { keys: [], column: Float64Array.of(central), assumed };
}

export const propagation: Uncertainty = { respond, single, sum, ratio, combine, interval, widthShares };
