/** At which value of one input a figure keeps to a ceiling: the nearest such value to today's, whatever the formula. */

/**
 * `value`: the figure is the ceiling there. `jump`: the figure jumps over the ceiling there, and is below it. `never` and
 * `always`: above it, or within it, everywhere. `no-effect`: the same figure everywhere.
 */
type SolutionKind = 'value' | 'jump' | 'never' | 'always' | 'no-effect';

export interface Solution {
  readonly kind: SolutionKind;
  /** The last value that keeps to the ceiling, on the way from today's; null where there is no such end. */
  readonly value: number | null;
  /** The figure at `nearest`; never above the ceiling where `value` is a number. */
  readonly figure: number;
  /** `value`; else where the figure is lowest when nothing keeps to the ceiling, highest when everything does. */
  readonly nearest: number;
}

const rounds = 200;
/** Values that are looked at on each side of today: close enough to see each jump of what comes in powers of two. */
const looks = 240;
/** On the way to 0, which no step of size comes to: the part of today that is looked at last. */
const smallest = 1e-6;
/** A figure that misses the ceiling by more than this part of it has jumped over it. */
const sameFigure = 1e-6;
/** Sums in another order differ in their last digits. */
const lastDigits = 1e-9;
/** Digits of a value beside a jump: no better is meant by it. */
const jumpDigits = 4;

interface Look {
  readonly value: number;
  readonly figure: number;
}

/** From today to an end, in equal steps of size, to 0 last; values without a figure are left out. */
function looksTo({ today, end, figure }: { today: number; end: number; figure: (value: number) => number }): Look[] {
  const last = end > 0 ? end : today * smallest;
  return Array.from({ length: looks }, (_, at) => {
    const part = (at + 1) / looks;
    if (at === looks - 1) return end;
    return today > 0 ? today * (last / today) ** part : today + (end - today) * part ** 4;
  })
    .map((value) => ({ value, figure: figure(value) }))
    .filter(({ figure: found }) => Number.isFinite(found));
}

/** The first two neighbours of which one keeps to the ceiling and the other does not. */
function turn(path: readonly Look[], ceiling: number) {
  for (const [at, look] of path.entries()) {
    const before = path[at - 1];
    if (before && before.figure <= ceiling !== look.figure <= ceiling) return { at, ends: [before, look] as const };
  }
  return undefined;
}

/** A short number on the side of what keeps to the ceiling, where it does so as well. */
function shortened(kept: Look, a: { missed: number; ceiling: number; figure: (value: number) => number }): Look {
  const step = 10 ** (Math.floor(Math.log10(Math.abs(kept.value) || 1)) - jumpDigits + 1);
  const whole = kept.value < a.missed ? Math.floor(kept.value / step) : Math.ceil(kept.value / step);
  const value = Number((whole * step).toPrecision(jumpDigits));
  const figure = a.figure(value);
  return figure <= a.ceiling ? { value, figure } : kept;
}

/**
 * Shape   any `figure`: it may rise and fall, and jump; NaN where it has no value. What turns twice between two looks is
 *         not seen.
 * Bounds  low <= today <= high, all finite; the value is exact to the last bits that bisection can part, and to four digits
 *         beside a jump. The figure at the value is never above the ceiling.
 * Example solve({ figure: (x) => 2 * x, ceiling: 3, today: 1, low: 0, high: 10 }).value -> 1.5
 */
export function solve({
  figure,
  ceiling,
  today,
  low,
  high,
}: {
  readonly figure: (value: number) => number;
  readonly ceiling: number;
  readonly today: number;
  readonly low: number;
  readonly high: number;
}): Solution {
  const here = [{ value: today, figure: figure(today) }].filter((look) => Number.isFinite(look.figure));
  const down = low < today ? [...here, ...looksTo({ today, end: low, figure })] : here;
  const up = high > today ? [...here, ...looksTo({ today, end: high, figure })] : here;
  const [first] = [turn(down, ceiling), turn(up, ceiling)]
    .filter((each) => each !== undefined)
    .toSorted((left, right) => left.at - right.at);
  if (!first) return withoutTurn([...down, ...up], ceiling, today);
  const [one, other] = first.ends;
  let [kept, missed] = one.figure <= ceiling ? [one, other.value] : [other, one.value];
  for (let round = 0; round < rounds; round += 1) {
    const middle = (kept.value + missed) / 2;
    if (middle === kept.value || middle === missed) break;
    const found = figure(middle);
    if (found <= ceiling) kept = { value: middle, figure: found };
    else missed = middle;
  }
  const isJump = ceiling - kept.figure > sameFigure * Math.abs(ceiling);
  const { value, figure: found } = isJump ? shortened(kept, { missed, ceiling, figure }) : kept;
  return { kind: isJump ? 'jump' : 'value', value, figure: found, nearest: value };
}

function withoutTurn(all: readonly Look[], ceiling: number, today: number): Solution {
  const sorted = all.toSorted((left, right) => left.figure - right.figure);
  const lowest = sorted[0] ?? { value: today, figure: Number.NaN };
  const highest = sorted.at(-1) ?? lowest;
  if (highest.figure - lowest.figure <= lastDigits * Math.abs(highest.figure))
    return { kind: 'no-effect', value: null, figure: lowest.figure, nearest: today };
  const isWithin = highest.figure <= ceiling;
  const { value, figure } = isWithin ? highest : lowest;
  return { kind: isWithin ? 'always' : 'never', value: null, figure, nearest: value };
}
