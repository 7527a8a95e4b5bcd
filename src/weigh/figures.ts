/** From what a scenario states of a value to the figures that the rules read, for one usage or for the whole. */
import type { Column } from '../engine/evaluate.ts';
import type { Uncertainty } from '../engine/uncertainty.ts';
import type { ResolvedInput } from '../scenario/resolve/types.ts';
import type { ResolvedAmount, ResolvedEconomic, ResolvedValue } from '../scenario/resolve/value-types.ts';
import { addColumns, zip, type EconomicFigures, type Figures } from '../verdict/axes.ts';
import type { Cost } from './cost.ts';
import type { UsageFootprint } from './footprint.ts';

/** What figures of a block are made with. */
export interface Making {
  readonly uncertainty: Uncertainty;
  /** Functional units over the period; null is unknown. */
  readonly units: Column | null;
  readonly carbonPrice: ResolvedInput;
}

/** A block with the usages that it speaks of, and what they cost. */
export interface Worth {
  readonly value: ResolvedValue | null;
  readonly usages: readonly UsageFootprint[];
  /** Kept results of these usages. */
  readonly results: Column | null;
  readonly cost: Cost | null;
}

const zero = Float64Array.of(0);
const times = (left: number, right: number): number => left * right;

function columnOf({ input, basis }: ResolvedAmount, { uncertainty, units }: Making): Column | null {
  const { column } = uncertainty.single(input);
  return basis === 'period' ? column : units && zip(column, units, times);
}

function economicOf(economic: ResolvedEconomic, cost: Cost | null, making: Making): EconomicFigures {
  const { benefit, time } = economic;
  const single = (input: ResolvedInput): Column => making.uncertainty.single(input).column;
  return {
    benefit: benefit === null ? zero : benefit === 'unknown' ? null : columnOf(benefit, making),
    time: time && { minutes: single(time.minutes), hourlyCost: single(time.hourlyCost) },
    cost: cost?.today ?? null,
    costAfter: cost?.after ?? null,
    perResult: {
      benefit: benefit !== null && benefit !== 'unknown' && benefit.basis === 'unit',
      cost:
        cost?.source.kind === 'token-price' ||
        (economic.cost !== null && economic.cost !== 'unknown' && economic.cost.basis === 'unit'),
    },
  };
}

/** A stated cost as a `Cost`; null where the scenario leaves it to the price of the tokens. */
export function statedCost({ cost }: ResolvedEconomic, making: Making): Cost | null {
  if (cost === null) return null;
  const column = cost === 'unknown' ? null : columnOf(cost, making);
  const kind = column === null ? 'unknown' : 'stated';
  return {
    today: column,
    after: column,
    source: { kind, providers: [], list: null, listed: null, listedCurrency: null },
  };
}

/** Column or null of each: unknown as soon as one is. */
const sum = (columns: readonly (Column | null)[]): Column | null => addColumns(columns);

function ratio(above: Column | null, below: Column | null): Column | null {
  if (!above || !below || (below[0] ?? 0) === 0) return null;
  const central = (above[0] ?? 0) / (below[0] ?? 1);
  // A draw of nothing tells nothing per unit: the centre stands.
  return zip(above, below, (left, right) => (right === 0 ? central : left / right));
}

const afterOf = ({ after, today }: UsageFootprint): Column | null => (after === undefined ? today : after);

/** Of one block alone. `rest` are the other usages of the scenario, which one budget holds together. */
export function figuresOf(worth: Worth, rest: readonly UsageFootprint[], making: Making): Figures {
  const { value, usages, results, cost } = worth;
  const { uncertainty, units, carbonPrice } = making;
  const footprint = sum(usages.map(({ today }) => today));
  const isChanged = usages.some(({ after }) => after !== undefined);
  const after = isChanged ? sum(usages.map(afterOf)) : undefined;
  const [only] = usages;
  const alone = usages.length === 1 ? only : undefined;
  return {
    footprint,
    after,
    results,
    perResult: ratio(footprint, results) ?? alone?.perResult ?? null,
    perResultAfter: ratio(after ?? footprint, results) ?? alone?.perResultAfter ?? null,
    others: sum(rest.map(({ today }) => today)),
    othersAfter: sum(rest.map(afterOf)),
    units,
    rebound: value?.rebound ? uncertainty.single(value.rebound).column : zero,
    avoided: (value?.avoided ?? []).map(({ amount, factor }) => ({
      amount: columnOf(amount, making),
      factor: uncertainty.single(factor).column,
      perResult: amount.basis === 'unit',
    })),
    economic: value?.economic ? economicOf(value.economic, cost, making) : undefined,
    carbonPrice: uncertainty.single(carbonPrice).column,
    social: value?.social ? uncertainty.single(value.social.score).column : undefined,
    alternatives: (value?.alternatives ?? [])
      .filter(({ meetsNeed }) => meetsNeed === 'fully')
      .map(({ ghg }) => ({ ghg: ghg && columnOf(ghg, making), perResult: ghg?.basis === 'unit' })),
  };
}

/** Benefit of a block with the value of its time, so that blocks can be added. */
function wholeBenefit({ economic, results }: Figures): Column | null {
  if (!economic) return zero;
  const { benefit, time } = economic;
  if (!time) return benefit;
  const perResult = zip(time.minutes, time.hourlyCost, (minutes, hourly) => (minutes / 60) * hourly);
  return sum([benefit, results && zip(results, perResult, times)]);
}

/** Extra use over all usages, weighted by what each emits; the rebound of the top where none has its own. */
function wholeRebound(top: Figures, parts: readonly { figures: Figures; hasOwn: boolean }[]): Column {
  if (!parts.some(({ hasOwn }) => hasOwn)) return top.rebound;
  const extra = sum(
    parts.map(({ figures, hasOwn }) => {
      const own = hasOwn ? figures.rebound : top.rebound;
      return figures.footprint && zip(figures.footprint, own, times);
    }),
  );
  return (extra && ratio(extra, top.footprint)) ?? zero;
}

/**
 * The whole: what the top states, and on top of it what each usage states. Avoided emissions and money add up; people do
 * not: where the top gives no score, the lowest of the usages stands for all.
 */
export function wholeFigures(
  top: Figures,
  parts: readonly { readonly figures: Figures; readonly value: ResolvedValue | null }[],
): Figures {
  const own = parts.filter(({ value }) => value !== null);
  if (own.length === 0) return top;
  const stated = own.flatMap(({ figures }) => (figures.economic ? [figures] : []));
  const scores = own.flatMap(({ figures }) => (figures.social ? [figures.social] : []));
  const lowest = (columns: readonly Column[]): Column | undefined => {
    const [first, ...others] = columns;
    return first && others.reduce((least, each) => zip(least, each, Math.min), first);
  };
  const economic: EconomicFigures | undefined =
    top.economic || stated.length > 0
      ? {
          benefit: sum([top.economic ? top.economic.benefit : zero, ...stated.map(wholeBenefit)]),
          time: top.economic?.time ?? null,
          cost: sum([
            ...(top.economic ? [top.economic.cost] : []),
            ...stated.map((each) => each.economic?.cost ?? null),
          ]),
          costAfter: sum([
            ...(top.economic ? [top.economic.costAfter] : []),
            ...stated.map((each) => each.economic?.costAfter ?? null),
          ]),
          perResult: { benefit: false, cost: false },
        }
      : undefined;
  return {
    ...top,
    avoided: [...top.avoided, ...own.flatMap(({ figures }) => figures.avoided)],
    rebound: wholeRebound(
      top,
      parts.map(({ figures, value }) => ({ figures, hasOwn: (value?.rebound ?? null) !== null })),
    ),
    economic,
    social: top.social ?? lowest(scores),
  };
}
