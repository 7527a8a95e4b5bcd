/** Options that another one beats: no more impact, no more cost, no less value, and better by one of them. Pure. */
import type { Axis, Worth } from './types.ts';

/** One option, of a functional unit; null is not stated. */
export interface Option {
  readonly impact: number | null;
  readonly worth: Worth | null;
}

/** Last digits of sums. */
const noise = 1e-9;

type Outcome = 'better' | 'same' | 'worse' | 'unknown' | 'unstated';

/** Of a figure that is better when it is smaller. */
function compare(mine: number | null | undefined, theirs: number | null | undefined): Outcome {
  if (mine === null || mine === undefined || theirs === null || theirs === undefined)
    return (mine ?? null) === (theirs ?? null) ? 'unstated' : 'unknown';
  if (Math.abs(mine - theirs) <= noise * Math.max(Math.abs(mine), Math.abs(theirs))) return 'same';
  return mine < theirs ? 'better' : 'worse';
}

const negative = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : -value;

function outcomes(mine: Worth | null, theirs: Worth | null): Readonly<Record<Axis, readonly Outcome[]>> {
  const isOneMoney = mine?.currency === theirs?.currency;
  const money = (outcome: Outcome): Outcome => (isOneMoney || outcome === 'unstated' ? outcome : 'unknown');
  return {
    cost: [money(compare(mine?.cost, theirs?.cost))],
    value: [
      money(compare(negative(mine?.benefit), negative(theirs?.benefit))),
      compare(negative(mine?.avoided), negative(theirs?.avoided)),
      compare(negative(mine?.social), negative(theirs?.social)),
    ],
  };
}

/** What only one of the two states cannot be compared, and impact alone makes nobody the better option. */
export function dominates(mine: Option, theirs: Option): boolean {
  const impact = compare(mine.impact, theirs.impact);
  const { cost, value } = outcomes(mine.worth, theirs.worth);
  const stated = [...cost, ...value].filter((outcome) => outcome !== 'unstated');
  const all = [impact, ...stated];
  if (stated.length === 0 || all.some((outcome) => outcome === 'worse' || outcome === 'unknown')) return false;
  return impact !== 'unstated' && all.includes('better');
}

/** Axes that two options at least can be compared by. */
export function comparedAxes(options: readonly Option[]): Axis[] {
  const count = (has: (worth: Worth) => boolean): number =>
    options.filter(({ worth, impact }) => impact !== null && worth !== null && has(worth)).length;
  return [
    ...(count(({ cost }) => cost !== null) > 1 ? (['cost'] as const) : []),
    ...(count(({ benefit, avoided, social }) => benefit !== null || avoided !== null || social !== null) > 1
      ? (['value'] as const)
      : []),
  ];
}

/** For each option the index of the first that dominates it and that none dominates; null of the efficient ones. */
export function dominatorsOf(options: readonly Option[]): (number | null)[] {
  const isEfficient = options.map((option) => !options.some((other) => other !== option && dominates(other, option)));
  return options.map((option, place) => {
    if (isEfficient[place]) return null;
    const found = options.findIndex((other, at) => isEfficient[at] && dominates(other, option));
    // What dominates is transitive but where something is not stated.
    return found >= 0 ? found : options.findIndex((other) => other !== option && dominates(other, option));
  });
}
