/** The values at which the verdict of the central values becomes another: by bisection, on the function that decides. */
import type { BreakEven, BreakEvenQuantity, VerdictCode } from '../assessment.ts';
import type { Column } from '../engine/evaluate.ts';
import { zip, type Figures } from './axes.ts';
import { codeOf, type Limits } from './decide-rows.ts';

const exactly = (value: number): Column => Float64Array.of(value);
const first = (column: Column): number => column[0] ?? Number.NaN;

/** Of what is unknown, or not there, the same. */
const firstOf = <Own extends Column | null | undefined>(column: Own): Own =>
  (column ? exactly(first(column)) : column) as Own;

/** The central values alone. */
function centralFigures(figures: Figures): Figures {
  const { after, economic, social } = figures;
  return {
    footprint: firstOf(figures.footprint),
    after: firstOf(after),
    results: firstOf(figures.results),
    perResult: firstOf(figures.perResult),
    perResultAfter: firstOf(figures.perResultAfter),
    others: firstOf(figures.others),
    othersAfter: firstOf(figures.othersAfter),
    units: firstOf(figures.units),
    rebound: firstOf(figures.rebound),
    avoided: figures.avoided.map((each) => ({
      ...each,
      amount: firstOf(each.amount),
      factor: firstOf(each.factor),
    })),
    economic: economic && {
      ...economic,
      benefit: firstOf(economic.benefit),
      cost: firstOf(economic.cost),
      costAfter: firstOf(economic.costAfter),
      time: economic.time && {
        minutes: firstOf(economic.time.minutes),
        hourlyCost: firstOf(economic.time.hourlyCost),
      },
    },
    carbonPrice: firstOf(figures.carbonPrice),
    social: firstOf(social),
    alternatives: figures.alternatives.map((each) => ({ ...each, ghg: firstOf(each.ghg) })),
  };
}

/** One quantity that may be another than it is today. */
interface Lever {
  readonly quantity: BreakEvenQuantity;
  readonly item: string | null;
  readonly unit: string;
  readonly today: number;
  readonly least: number;
  readonly most: number;
  /** Where the search upward starts when today is 0. */
  readonly step: number;
  readonly put: (value: number) => Figures;
}

export interface Names {
  readonly currency: string;
  /** Name and unit of each avoided item. */
  readonly avoided: readonly { readonly name: string; readonly unit: string }[];
  /** Whether the price of carbon and the volume are levers of this use. */
  readonly isWhole: boolean;
}

/** Times today at which a search ends: further away a break-even says nothing to anybody. */
const farther = 1e3;
/** A rebound of 2 000 %, and 10 000 a tonne. */
const mostRebound = 20;
const mostCarbonPrice = 10;

function scaleResults(figures: Figures, factor: number, isWhole: boolean): Figures {
  const times = <Own extends Column | null | undefined>(column: Own): Own =>
    (column ? column.map((value) => value * factor) : column) as Own;
  const { economic } = figures;
  return {
    ...figures,
    footprint: times(figures.footprint),
    after: times(figures.after),
    results: times(figures.results),
    units: isWhole ? times(figures.units) : figures.units,
    avoided: figures.avoided.map((each) => (each.perResult ? { ...each, amount: times(each.amount) } : each)),
    alternatives: figures.alternatives.map((each) => (each.perResult ? { ...each, ghg: times(each.ghg) } : each)),
    economic: economic && {
      ...economic,
      ...(economic.perResult.benefit ? { benefit: times(economic.benefit) } : {}),
      ...(economic.perResult.cost ? { cost: times(economic.cost), costAfter: times(economic.costAfter) } : {}),
    },
  };
}

function leversOf(figures: Figures, { currency, avoided, isWhole }: Names): Lever[] {
  const { economic, footprint, after, results } = figures;
  const levers: Lever[] = [];
  const add = (lever: Pick<Lever, 'quantity' | 'unit' | 'today' | 'put'> & Partial<Lever>): void =>
    void levers.push({ item: null, least: 0, most: Math.max(1, lever.today) * farther, step: 1e-3, ...lever });
  const time = economic?.time;
  if (economic && time) {
    add({
      quantity: 'minutes',
      unit: 'min',
      today: first(time.minutes),
      put: (value) => ({ ...figures, economic: { ...economic, time: { ...time, minutes: exactly(value) } } }),
    });
  }
  for (const [index, item] of figures.avoided.entries()) {
    const { name = '', unit = '' } = avoided[index] ?? {};
    if (!item.amount) continue;
    const change = (value: number): Figures['avoided'] =>
      figures.avoided.map((each, place) => (place === index ? { ...each, amount: exactly(value) } : each));
    add({
      quantity: 'avoided',
      item: name,
      unit,
      today: first(item.amount),
      put: (value) => ({ ...figures, avoided: change(value) }),
    });
  }
  if (economic?.benefit && first(economic.benefit) > 0) {
    add({
      quantity: 'benefit',
      unit: currency,
      today: first(economic.benefit),
      put: (value) => ({ ...figures, economic: { ...economic, benefit: exactly(value) } }),
    });
  }
  if (economic && isWhole) {
    add({
      quantity: 'carbon-price',
      unit: `${currency}/kgCO2e`,
      today: first(figures.carbonPrice),
      most: Math.max(mostCarbonPrice, first(figures.carbonPrice)),
      put: (value) => ({ ...figures, carbonPrice: exactly(value) }),
    });
  }
  add({
    quantity: 'rebound',
    unit: '1',
    today: first(figures.rebound),
    most: Math.max(mostRebound, first(figures.rebound)),
    put: (value) => ({ ...figures, rebound: exactly(value) }),
  });
  if (results && first(results) > 0) {
    const today = first(results);
    add({
      quantity: 'volume',
      unit: '1',
      today,
      // Of no result there is no impact and no value of one: that is not a smaller use.
      least: today / farther,
      put: (value) => scaleResults(figures, value / today, isWhole),
    });
  }
  if (footprint && after) {
    const between = (strength: number) => zip(footprint, after, (from, to) => from + strength * (to - from));
    add({
      quantity: 'practices',
      unit: '1',
      today: 1,
      most: 1,
      put: (strength) => ({ ...figures, after: between(strength) }),
    });
  }
  return levers;
}

/** Halves until both ends agree to the last digits that a report prints. */
function bisect(same: number, other: number, isSame: (value: number) => boolean): { same: number; other: number } {
  let [inside, outside] = [same, other];
  for (let turn = 0; turn < 200; turn += 1) {
    const middle = (inside + outside) / 2;
    if (Math.abs(outside - inside) <= 1e-14 * Math.abs(middle)) break;
    if (isSame(middle)) inside = middle;
    else outside = middle;
  }
  return { same: inside, other: outside };
}

/** The first value above today with another verdict, by doubling. */
function above({ today, step, most }: Lever, isSame: (value: number) => boolean) {
  let inside = today;
  let outside = Math.max(today * 1.25, today + step);
  while (outside < most) {
    if (!isSame(outside)) return { inside, outside };
    inside = outside;
    outside *= 1.25;
  }
  return isSame(most) ? undefined : { inside, outside: most };
}

function solve(lever: Lever, now: VerdictCode, limits: Limits): BreakEven[] {
  const { quantity, item, unit, today, least, put } = lever;
  const codeAt = (value: number): VerdictCode | null => codeOf(put(value), limits);
  const isSame = (value: number): boolean => codeAt(value) === now;
  const found: BreakEven[] = [];
  const add = (ends: { inside: number; outside: number } | undefined): void => {
    if (!ends) return;
    const { same, other } = bisect(ends.inside, ends.outside, isSame);
    // A little further: where two verdicts meet there may be a third, thinner than anybody can aim at.
    const further = Math.min(lever.most, Math.max(least, other + 0.01 * (other - today)));
    const flipsTo = codeAt(further);
    if (flipsTo) found.push({ quantity, item, value: (same + other) / 2, today, unit, flipsTo });
  };
  add(isSame(least) ? undefined : { inside: today, outside: least });
  add(today < lever.most ? above(lever, isSame) : undefined);
  return found;
}

/**
 * Break-evens of the central verdict, each quantity moved alone, the others as they are.
 * Units   those of the levers: min, the unit of the item, money, money per kgCO2e, parts, results.
 */
export function breakEvens(figures: Figures, limits: Limits, names: Names): BreakEven[] {
  const central = centralFigures(figures);
  const now = codeOf(central, limits);
  return now === null ? [] : leversOf(central, names).flatMap((lever) => solve(lever, now, limits));
}
