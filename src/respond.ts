/** A whole scenario as responses of an uncertainty, so that two of them can be compared on common draws. */
import type { Criterion } from './assessment.ts';
import { respondUsage, type UsageResponses } from './engine/baseline.ts';
import { sumUsages, type CriteriaResponses } from './engine/criteria.ts';
import { product } from './engine/signed.ts';
import type { Response, Uncertainty } from './engine/uncertainty.ts';
import type { ResolvedInput, ResolvedPart } from './scenario/resolve/types.ts';
import type { Basis } from './verdict/budget/types.ts';

export interface EvaluableUsage {
  readonly id: string;
  readonly parts: readonly ResolvedPart[];
  /** Whether it has a total over the period. */
  readonly counted: boolean;
  readonly requestsKnown: boolean;
}

/** What figures follow from. */
export interface Evaluable {
  readonly usages: readonly EvaluableUsage[];
  /** Functional units over the period, where they are given. */
  readonly volume: ResolvedInput | null;
  readonly carbonPrice: ResolvedInput;
}

export interface Responses {
  /** Of the whole scenario, or of one usage; undefined is unknown. */
  figure(usage: string | null, criterion: Criterion, basis: Basis): Response | undefined;
}

/**
 * Which inputs of two scenarios are one unknown: figures of the catalogue by their key, whatever their value then and
 * now; values that a scenario gives when usage, field and value are the same. Two ranges that differ are two unknowns:
 * nobody says how the one follows from the other, and the comparison is wider for it, never narrower.
 */
export function withCommonKeys(usage: string, inputs: readonly ResolvedInput[]): ResolvedInput[] {
  return inputs.map((input) => {
    if (input.status !== 'given-range') return input;
    const { low, central, high } = input.range;
    const owner = input.key === '' || input.key.startsWith('usages[') ? usage : '*';
    const value = [low, central, high].map((each) => each.toPrecision(12)).join();
    return { ...input, key: `given:${owner}.${input.field}:${value}` };
  });
}

export function respondScenario({ usages, volume, carbonPrice }: Evaluable, uncertainty: Uncertainty): Responses {
  const answered = new Map<string, UsageResponses>();
  for (const { id, parts } of usages) {
    const keyed = parts.map(({ mechanisms, inputs }) => ({ mechanisms, inputs: withCommonKeys(id, inputs) }));
    answered.set(id, respondUsage(keyed, uncertainty));
  }
  let whole: CriteriaResponses | undefined;
  const all = (): CriteriaResponses =>
    (whole ??= sumUsages(
      usages.map(({ id, counted }) => ({ id, criteria: counted ? (answered.get(id)?.criteria ?? null) : null })),
      uncertainty,
    ));
  const units = (): Response | undefined => {
    const [given] = volume ? withCommonKeys('*', [volume]) : [];
    if (given) return uncertainty.single(given);
    if (usages.some(({ requestsKnown }) => !requestsKnown)) return undefined;
    return uncertainty.sum([...answered.values()].map(({ requests }) => requests));
  };
  const criteriaOf = (usage: string | null): CriteriaResponses | undefined => {
    if (usage === null) return all();
    return usages.some(({ id, counted }) => id === usage && counted) ? answered.get(usage)?.criteria : undefined;
  };
  const [price = carbonPrice] = withCommonKeys('*', [carbonPrice]);
  return {
    figure: (usage, criterion, basis) => {
      const own = criteriaOf(usage);
      const ghg = own?.ghg.total;
      const total =
        criterion === 'climate_cost'
          ? ghg && product(uncertainty, ghg, uncertainty.single(price))
          : own?.[criterion].total;
      if (!total || basis === 'period') return total;
      const per = units();
      return per && uncertainty.ratio(total, per);
    },
  };
}
