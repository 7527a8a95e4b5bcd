/** The environment and the money of a verdict, as intervals. */
import type { Verdict } from '../assessment.ts';
import type { Column } from '../engine/evaluate.ts';
import { quantilePair } from '../engine/quantile.ts';
import type { Range } from '../units.ts';
import { zip, type Axes, type Figures } from '../verdict/axes.ts';
import type { Subject } from './verdict.ts';

/** Signed, unlike the interval of a footprint. */
export function intervalOf(column: Column): Range {
  const central = column[0] ?? Number.NaN;
  if (column.length === 1) return { low: central, central, high: central };
  const [low, high] = quantilePair(column.subarray(1));
  return { low: Math.min(low, central), central, high: Math.max(high, central) };
}

export const orNull = (column: Column | null | undefined): Range | null => (column ? intervalOf(column) : null);

export function environmentOf(figures: Figures, axes: Axes, { blocks, usages }: Subject): Verdict['environment'] {
  const withRebound =
    figures.footprint && zip(figures.footprint, figures.rebound, (footprint, more) => footprint * (1 + more));
  const bounds = new Set(usages.map(({ bound }) => bound));
  const items = blocks.flatMap(({ avoided }) => avoided);
  return {
    net: orNull(axes.today.environment),
    netAfter: orNull(axes.after?.environment),
    footprint: orNull(figures.footprint),
    footprintBound: bounds.has('mixed') || bounds.size > 2 ? 'mixed' : ([...bounds].find((bound) => bound) ?? null),
    footprintAfter: orNull(figures.after),
    rebound: intervalOf(figures.rebound),
    avoided: orNull(axes.avoided),
    items: items.map(({ name, unit, factor, evidence }, index) => {
      const own = figures.avoided[index];
      return {
        name,
        unit,
        factor: factor.range,
        factorSource: factor.source,
        evidence,
        amount: orNull(own?.amount),
        avoided: orNull(axes.items[index]),
        balance:
          withRebound && own && (own.factor[0] ?? 0) > 0
            ? intervalOf(zip(withRebound, own.factor, (ghg, each) => (each === 0 ? 0 : ghg / each)))
            : null,
      };
    }),
  };
}

export function economicOf(figures: Figures, axes: Axes, { cost }: Subject, currency: string): Verdict['economic'] {
  const { economic } = figures;
  if (!economic) return null;
  const source = cost?.source ?? {
    kind: economic.cost ? ('stated' as const) : ('unknown' as const),
    providers: [],
    list: null,
    listed: null,
    listedCurrency: null,
  };
  return {
    currency,
    net: orNull(axes.today.economic),
    netAfter: orNull(axes.after?.economic),
    benefit: orNull(axes.benefit),
    time: economic.time && {
      minutes: intervalOf(economic.time.minutes),
      hourlyCost: intervalOf(economic.time.hourlyCost),
    },
    cost: orNull(economic.cost),
    costSource: { ...source, listed: orNull(source.listed) },
    climateCost: orNull(axes.today.climateCost),
  };
}
