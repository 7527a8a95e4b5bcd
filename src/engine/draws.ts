/**
 * Intervals by draws (IPCC 2006 Guidelines, volume 1, chapter 3, approach 2; METHOD, uncertainty).
 *
 * An input is read as its 5th, 50th and 95th percentile: log-normal in two pieces when positive, triangular in two
 * pieces when bounded, fixed when exact. Each key has its own order of draws, from its name and the seed: an input that
 * two usages, two scenarios or a baseline and its practices share is drawn once, and adding a usage moves no other draw.
 *
 * Results are written on a tape, and computed together when one is read.
 * Rows: central, then the draws.
 */
import type { Range } from '../units.ts';
import type { Column, Kernel, Plan } from './evaluate.ts';
import type { Spread } from './method.ts';
import type { Entry } from './maker.ts';
import type { Quantiles } from './quantile.ts';
import { squaredRankCorrelations } from './rank-correlation.ts';
import { seedOf } from './seeded.ts';
import { boundedShape, positiveShape } from './shape.ts';
import { Tape } from './tape.ts';
import {
  isAssumedInput,
  isUncertain,
  reachOfAssumptions,
  type Answers,
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

/** A result on the tape of its draws: the rows are computed when they are read. */
class Drawn implements Response {
  readonly keys: readonly string[] = [];
  readonly #tape: Tape;
  readonly #entry: Entry;
  readonly assumed: boolean;

  constructor(tape: Tape, entry: Entry, assumed: boolean) {
    this.#tape = tape;
    this.#entry = entry;
    this.assumed = assumed;
  }

  get central(): number {
    return this.#tape.central(this.#entry);
  }

  get column(): Column {
    return this.#tape.rows(this.#entry);
  }

  /** Undefined where it stands on another tape. */
  entryOn(tape: Tape): Entry | undefined {
    return tape === this.#tape ? this.#entry : undefined;
  }
}

export function draws({ samples, seed, supportOf }: DrawOptions): Uncertainty {
  const tape = new Tape(samples + 1);
  const seeds = new Map<string, number>();
  const drawn = new Map<string, { readonly id: string; readonly range: Range; readonly entry: Entry }[]>();
  const intervals = new Map<Entry, Range>();

  function seedFor(key: string): number {
    const own = seeds.get(key) ?? seedOf(key, seed);
    seeds.set(key, own);
    return own;
  }

  /** An input: one entry for all usages that share it with its range. */
  function entryOf(input: UncertainInput): Entry {
    const { id, key, range } = input;
    if (!isUncertain(input)) return tape.number(range.central);
    const made = drawn.get(key) ?? [];
    const known = made.find(
      (each) =>
        each.id === id &&
        each.range.low === range.low &&
        each.range.central === range.central &&
        each.range.high === range.high,
    );
    if (known) return known.entry;
    const support = supportOf(id);
    const shape = support.spread === 'bounded' ? boundedShape(range, support) : positiveShape(range);
    const entry = tape.draw({ shape, seed: seedFor(key) });
    drawn.set(key, [...made, { id, range, entry }]);
    return entry;
  }

  const entryOfResponse = (response: Response): Entry =>
    (response instanceof Drawn ? response.entryOn(tape) : undefined) ?? tape.column(response.column);

  const answer = (entry: Entry, of: readonly Response[]): Response =>
    new Drawn(
      tape,
      entry,
      of.some(({ assumed }) => assumed),
    );

  /** Written when it is asked for: of a practice alone nobody reads every criterion. */
  function respond(plan: Plan, inputs: readonly UncertainInput[]): Answers {
    const entries: Entry[] = [];
    const entryAt = (place: number): Entry => {
      const known = entries[place];
      if (known !== undefined) return known;
      const input = inputs[place];
      const step = plan.steps[place - inputs.length];
      const entry = input ? entryOf(input) : step ? formula(step.kernel, step.operands.map(entryAt)) : Number.NaN;
      entries[place] = entry;
      return entry;
    };
    const assumed = reachOfAssumptions(plan, inputs);
    return {
      get(id) {
        const place = plan.places.get(id);
        return place === undefined ? undefined : new Drawn(tape, entryAt(place), assumed.has(place));
      },
    };
  }

  const formula = ({ mechanism, id, postfix }: Kernel, operands: readonly Entry[]): Entry =>
    tape.formula(postfix, operands, `${mechanism}.${id}`);

  /** Intervals that have been asked for, as they are to be filled in. */
  const pending: (() => void)[] = [];

  /** All are computed together. */
  function settle(): void {
    for (const fill of pending.splice(0)) fill();
  }

  /** Of any sign: the ends are computed when one of all that have been asked for is read. */
  function interval(response: Response): Range {
    const entry = entryOfResponse(response);
    const known = intervals.get(entry);
    if (known) return known;
    const central = tape.central(entry);
    if (tape.isExact(entry)) return { low: central, central, high: central };
    const { of, times } = tape.multiple(entry);
    tape.announce(of);
    const computed = (): Quantiles => {
      const [low, high] = tape.quantiles(of);
      return [Math.min(low * times, central), Math.max(high * times, central)];
    };
    let ends: Quantiles | undefined;
    const settled = (): Quantiles => {
      if (!ends) settle();
      // Once more: where another one failed, this one was not reached.
      return (ends ??= computed());
    };
    const found: Range = {
      get low() {
        return settled()[0];
      },
      central,
      get high() {
        return settled()[1];
      },
    };
    pending.push(() => void (ends = computed()));
    intervals.set(entry, found);
    return found;
  }

  /** Squared rank correlation of the draws of each key with the result, normalised to add up to 1. */
  function widthShares(response: Response): ReadonlyMap<string, number> {
    const entry = entryOfResponse(response);
    if (tape.isExact(entry)) return new Map();
    const squares = squaredRankCorrelations(tape.read(tape.multiple(entry).of).subarray(1), seeds);
    settle();
    // Below the noise of an input that has no part in the result.
    const heard = [...squares].map(([key, square]): [string, number] => [key, square * samples < 9 ? 0 : square]);
    const total = heard.reduce((all, [, square]) => all + square, 0);
    return new Map(total === 0 ? [] : heard.map(([key, square]) => [key, square / total]));
  }

  return {
    respond,
    single: (input) => new Drawn(tape, entryOf(input), isAssumedInput(input)),
    sum(responses) {
      const [first, ...others] = responses;
      if (!first || others.length === 0) return first;
      const entry = others.reduce((sum, each) => tape.apply('+', sum, entryOfResponse(each)), entryOfResponse(first));
      return answer(entry, responses);
    },
    ratio(above, below) {
      const [over, under] = [entryOfResponse(above), entryOfResponse(below)];
      if (tape.central(under) === 0) return undefined;
      const quotient = tape.apply('/', over, under);
      if (tape.isExact(under)) return answer(quotient, [above, below]);
      // A draw of nothing tells nothing per unit: the centre stands. A divisor is never negative.
      const known = tape.apply('>', under, tape.number(0));
      return answer(tape.apply('choose', known, quotient, tape.number(tape.central(quotient))), [above, below]);
    },
    combine: (operator, left, right) =>
      answer(tape.apply(operator, entryOfResponse(left), entryOfResponse(right)), [left, right]),
    apply: (kernel, operands) => answer(formula(kernel, operands.map(entryOfResponse)), operands),
    interval,
    signedInterval: interval,
    widthShares,
  };
}
