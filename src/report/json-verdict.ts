/** The verdict in the published JSON contract. */
import type { DataQuality, ValueVersusImpact, Verdict } from '../assessment.ts';
import type { Range } from '../units.ts';
import type { JsonUsage, JsonVerdict } from './result-schema.ts';
import { round, roundRange } from './round.ts';

const orNull = (range: Range | null): Range | null => (range === null ? null : roundRange(range));
const numberOrNull = (value: number | null): number | null => (value === null ? null : round(value));

type Quality = (quality: DataQuality) => JsonUsage['data_quality'];

function one(verdict: Verdict, quality: Quality): Omit<JsonVerdict['usages'][number], 'id'> {
  const { environment, economic, social, budget, settle } = verdict;
  return {
    code: verdict.code,
    central: verdict.central,
    agreement: numberOrNull(verdict.agreement),
    decided_by: { ...verdict.decidedBy },
    settle: settle && { path: settle.path, share: numberOrNull(settle.share), others: settle.others },
    need: verdict.need,
    axes: {
      environment: {
        unit: 'kgCO2e',
        net: orNull(environment.net),
        net_after: orNull(environment.netAfter),
        footprint: orNull(environment.footprint),
        footprint_bound: environment.footprintBound,
        footprint_after: orNull(environment.footprintAfter),
        rebound: roundRange(environment.rebound),
        avoided: orNull(environment.avoided),
        items: environment.items.map((item) => ({
          name: item.name,
          unit: item.unit,
          amount: orNull(item.amount),
          factor: roundRange(item.factor),
          factor_source: item.factorSource,
          evidence: item.evidence,
          avoided: orNull(item.avoided),
          balance: orNull(item.balance),
        })),
      },
      economic: economic && {
        currency: economic.currency,
        net: orNull(economic.net),
        net_after: orNull(economic.netAfter),
        benefit: orNull(economic.benefit),
        time: economic.time && {
          minutes: roundRange(economic.time.minutes),
          hourly_cost: roundRange(economic.time.hourlyCost),
        },
        cost: orNull(economic.cost),
        cost_source: {
          kind: economic.costSource.kind,
          providers: [...economic.costSource.providers],
          list: economic.costSource.list,
          listed: orNull(economic.costSource.listed),
          listed_currency: economic.costSource.listedCurrency,
        },
        climate_cost: orNull(economic.climateCost),
      },
      social: social && { score: roundRange(social.score), because: social.because, usage: social.usage },
    },
    alternatives: verdict.alternatives.map(({ name, meetsNeed, ghg }) => ({
      name,
      meets_need: meetsNeed,
      ghg: orNull(ghg),
    })),
    budget: budget && { ghg: numberOrNull(budget.ghg), ghg_per_unit: numberOrNull(budget.ghgPerUnit) },
    within: verdict.within,
    within_after: verdict.withinAfter,
    break_evens: verdict.breakEvens.map(({ quantity, item, value, today, unit, flipsTo }) => ({
      quantity,
      item,
      value: round(value),
      today: round(today),
      unit,
      flips_to: flipsTo,
    })),
    grade: {
      impact: verdict.impact.grade,
      per_result: orNull(verdict.impact.perResult),
      value: verdict.value,
    },
    data_quality: quality(verdict.dataQuality),
  };
}

export function verdictJson({ whole, usages, ...rest }: ValueVersusImpact, quality: Quality): JsonVerdict {
  return {
    ...one(whole, quality),
    usages: usages.map(({ id, verdict }) => ({ id, ...one(verdict, quality) })),
    samples: rest.samples,
    seed: rest.seed,
    scale: { ...rest.scale },
    questions: { ...rest.questions },
  };
}
