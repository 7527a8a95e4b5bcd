/**
 * Intervals by draws (IPCC 2006 Guidelines, volume 1, chapter 3, approach 2; METHOD, uncertainty).
 *
 * An input is read as its 5th, 50th and 95th percentile: log-normal in two pieces when positive, triangular in two
 * pieces when bounded, fixed when exact. Each key has its own generator, seeded by its name and the seed: an input that
 * two usages, two scenarios or a baseline and its practices share is drawn once, and adding a usage moves no other draw.
 *
 * Rows: central, then the draws.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Range } from '../units.ts';
import { evaluate, scratch, type Column, type Plan } from './evaluate.ts';
import type { Spread } from './method.ts';
import { quantilePair } from './quantile.ts';
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

/** How an input is spread, and where it ends. */
export interface Support {
  readonly spread: Spread;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface DrawOptions {
  readonly samples: number;
  readonly seed: number;
  /** Of an input of the method; positive when it says nothing. */
  readonly supportOf: (id: string) => Support;
}

/** 95th percentile of the standard normal distribution. */
const z95 = 1.6448536269514722;
/** In a half triangle, the distance from the centre at which nine tenths of the half lie, per its whole length. */
const halfTriangle95 = 1 - Math.sqrt(0.1);

/** FNV-1a over the code units of a text: a seed that depends on nothing but the text. */
export function seedOf(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash | 0;
}

/** Standard draws of one key: uniform in (0, 1), or normal by Box and Muller. */
function standardDraws(key: string, spread: Spread, { samples, seed }: DrawOptions): Column {
  const generator = xoroshiro128plus(seedOf(key, seed));
  const uniform = (): number => ((generator.next() >>> 0) + 0.5) / 4_294_967_296;
  const draws = new Float64Array(samples);
  if (spread === 'bounded') {
    for (let index = 0; index < samples; index += 1) draws[index] = uniform();
    return draws;
  }
  for (let index = 0; index < samples; index += 2) {
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    const angle = 2 * Math.PI * uniform();
    draws[index] = radius * Math.cos(angle);
    if (index + 1 < samples) draws[index + 1] = radius * Math.sin(angle);
  }
  return draws;
}

/** Positive and unbounded: the logarithm is normal, with one width below the centre and another above. */
function positive({ low, central, high }: Range, z: Column, out: Column): void {
  // A side that reaches 0, or starts there, has no logarithm: it is normal, cut at 0.
  const up = central > 0 ? Math.log(high / central) / z95 : (high - central) / z95;
  const down = low > 0 ? Math.log(central / low) / z95 : (central - low) / z95;
  for (let index = 0; index < z.length; index += 1) {
    const each = z[index] ?? Number.NaN;
    if (each >= 0) out[index + 1] = central > 0 ? central * Math.exp(each * up) : each * up;
    else out[index + 1] = low > 0 ? central * Math.exp(each * down) : Math.max(0, central + each * down);
  }
}

/** Bounded: a half triangle on each side of the centre, cut where the quantity ends. */
function bounded({ low, central, high }: Range, uniform: Column, out: Column, { minimum, maximum }: Support): void {
  const down = (central - low) / halfTriangle95;
  const up = (high - central) / halfTriangle95;
  const least = minimum ?? Number.NEGATIVE_INFINITY;
  const most = maximum ?? Number.POSITIVE_INFINITY;
  for (let index = 0; index < uniform.length; index += 1) {
    const each = uniform[index] ?? Number.NaN;
    const value =
      each < 0.5 ? central - down * (1 - Math.sqrt(2 * each)) : central + up * (1 - Math.sqrt(2 * (1 - each)));
    out[index + 1] = Math.min(most, Math.max(least, value));
  }
}

/** Adds a column to another of as many rows or more. Loops stay in small functions of their own: V8 compiles them early. */
function addTo(column: Column, added: Column): void {
  if (added.length === 1) {
    const value = added[0] ?? Number.NaN;
    for (let row = 0; row < column.length; row += 1) column[row] = (column[row] ?? Number.NaN) + value;
  } else
    for (let row = 0; row < column.length; row += 1)
      column[row] = (column[row] ?? Number.NaN) + (added[row] ?? Number.NaN);
}

/** Each value by one more than as many smaller ones as there are. */
function ranksOf(values: Column): Column {
  const sorted = values.slice().sort();
  const ranks = new Float64Array(values.length);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? Number.NaN;
    let below = 0;
    let above = sorted.length;
    while (below < above) {
      const middle = (below + above) >>> 1;
      if ((sorted[middle] ?? Number.NaN) < value) below = middle + 1;
      else above = middle;
    }
    ranks[index] = below;
  }
  return ranks;
}

/** Squared correlation of two columns of equal length; 0 when one does not vary. */
function squaredCorrelation(left: Column, right: Column): number {
  const count = left.length;
  let leftSum = 0;
  let rightSum = 0;
  for (let index = 0; index < count; index += 1) {
    leftSum += left[index] ?? Number.NaN;
    rightSum += right[index] ?? Number.NaN;
  }
  const leftMean = leftSum / count;
  const rightMean = rightSum / count;
  let product = 0;
  let leftSquare = 0;
  let rightSquare = 0;
  for (let index = 0; index < count; index += 1) {
    const one = (left[index] ?? Number.NaN) - leftMean;
    const other = (right[index] ?? Number.NaN) - rightMean;
    product += one * other;
    leftSquare += one * one;
    rightSquare += other * other;
  }
  return leftSquare > 0 && rightSquare > 0 ? product ** 2 / (leftSquare * rightSquare) : 0;
}

export function draws(options: DrawOptions): Uncertainty {
  const { samples, supportOf } = options;
  const standards = new Map<string, Column>();
  const filled = new Map<string, { readonly id: string; readonly range: Range; readonly column: Column }[]>();
  const intervals = new WeakMap<Column, Range>();
  const support = (input: UncertainInput): Support => supportOf(input.id);

  function standardOf(input: UncertainInput): Column {
    const known = standards.get(input.key);
    if (known) return known;
    const fresh = standardDraws(input.key, support(input).spread, options);
    standards.set(input.key, fresh);
    return fresh;
  }

  /** The draws of an input: made once for all usages that share it with its range. */
  function fill(input: UncertainInput): Column {
    const { low, central, high } = input.range;
    const own = support(input);
    const standard = standardOf(input);
    const made = filled.get(input.key) ?? [];
    const known = made.find(
      ({ id, range }) => id === input.id && range.low === low && range.central === central && range.high === high,
    );
    if (known) return known.column;
    const column = new Float64Array(samples + 1);
    column[0] = central;
    if (own.spread === 'bounded') bounded(input.range, standard, column, own);
    else positive(input.range, standard, column);
    filled.set(input.key, [...made, { id: input.id, range: input.range, column }]);
    return column;
  }

  function respond(
    plan: Plan,
    inputs: readonly UncertainInput[],
    wanted: readonly string[],
  ): ReadonlyMap<string, Response> {
    const columns = inputs.map((input, place): Column => {
      if (isUncertain(input) && plan.reads.has(input.id)) return fill(input);
      if (input.column) return input.column;
      const column = scratch(plan, place, 1);
      column[0] = input.range.central;
      return column;
    });
    evaluate(plan, columns);
    return collect(plan, columns, inputs, wanted, []);
  }

  function sum(responses: readonly Response[]): Response | undefined {
    const [first, ...others] = responses;
    if (!first || others.length === 0) return first;
    const column = new Float64Array(Math.max(...responses.map((each) => each.column.length)));
    for (const each of responses) addTo(column, each.column);
    return { keys: [], column, assumed: responses.some(({ assumed }) => assumed) };
  }

  function ratio(above: Response, below: Response): Response | undefined {
    if (centralOf(below) === 0) return undefined;
    const central = centralOf(above) / centralOf(below);
    const column = new Float64Array(Math.max(above.column.length, below.column.length));
    for (let row = 0; row < column.length; row += 1) {
      const divisor = at(below.column, row);
      // A draw of nothing tells nothing per unit: the centre stands.
      column[row] = divisor === 0 ? central : at(above.column, row) / divisor;
    }
    return { keys: [], column, assumed: above.assumed || below.assumed };
  }

  function interval({ column }: Response): Range {
    const known = intervals.get(column);
    if (known) return known;
    const central = column[0] ?? Number.NaN;
    if (column.length === 1) return { low: central, central, high: central };
    const [low, high] = quantilePair(column.subarray(1), 0.05, 0.95);
    const found = { low: Math.min(low, central), central, high: Math.max(high, central) };
    intervals.set(column, found);
    return found;
  }

  /** Squared correlation of the standard draws of each key with the ranks of the result, normalised to add up to 1. */
  function widthShares({ column }: Response): ReadonlyMap<string, number> {
    if (column.length === 1) return new Map();
    const ranks = ranksOf(column.subarray(1));
    const squares = [...standards].map(([key, standard]): [string, number] => {
      const square = squaredCorrelation(standard, ranks);
      // Below the noise of an input that has no part in the result.
      return [key, square * samples < 9 ? 0 : square];
    });
    const total = squares.reduce((all, [, square]) => all + square, 0);
    return new Map(total === 0 ? [] : squares.map(([key, square]) => [key, square / total]));
  }

  return {
    respond,
    sum,
    ratio,
    interval,
    widthShares,
    combine: (left, right, run) => {
      const column = new Float64Array(Math.max(left.column.length, right.column.length));
      run(left.column, right.column, column);
      return { keys: [], column, assumed: left.assumed || right.assumed };
    },
    single: (input) => ({
      keys: [],
      column: isUncertain(input) ? fill(input) : Float64Array.of(input.range.central),
      assumed: isAssumedInput(input),
    }),
  };
}
