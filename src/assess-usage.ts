/** The result of one usage: its impacts, what other estimates say of it, and how sure it is. */
import type { CrossCheck, DataQuality, UsageResult } from './assessment.ts';
import { busyOf, perWorkOf } from './assess-work.ts';
import { perRequest, respondUsage, type UsageResponses } from './engine/baseline.ts';
import { unknownCriteria } from './engine/criteria.ts';
import { impactsOf, type ImpactOptions } from './engine/impacts.ts';
import { centralOf, type Response, type Uncertainty } from './engine/uncertainty.ts';
import type { EvaluatedUsage } from './evaluate-scenario.ts';
import { bothMethods } from './second-opinion.ts';
import type { ResolvedUsage } from './scenario/resolve/types.ts';

export function usageResult(
  { resolved, responses, counted, rows }: EvaluatedUsage,
  dataQuality: DataQuality,
  options: ImpactOptions,
): UsageResult {
  const unknown = unknownCriteria(resolved.id);
  const perWork = perWorkOf(responses, options.uncertainty);
  const busy = busyOf(resolved, responses, options.uncertainty);
  return {
    id: resolved.id,
    description: resolved.description,
    facts: resolved.facts,
    estimator: resolved.estimator,
    tier: resolved.tier,
    requests: resolved.requestsKnown ? options.uncertainty.interval(responses.requests) : null,
    impacts: impactsOf(counted ? responses.criteria : unknown, options),
    // Computed when a report asks: a table of ten thousand usages asks for none.
    get perRequest() {
      return impactsOf(resolved.perRequest ? perRequest(responses, options.uncertainty) : unknown, options);
    },
    crossChecks: crossChecksOf(resolved, responses, options.uncertainty),
    unknown: resolved.reasons,
    dataQuality,
    ...(rows === undefined ? {} : { rows }),
    ...secondOpinionOf(resolved, options),
    ...(perWork ? { perWork } : {}),
    ...(busy ? { busy } : {}),
  };
}

/** A text usage by both methods, when they were resolved. */
function secondOpinionOf({ opinions }: ResolvedUsage, options: ImpactOptions): Pick<UsageResult, 'secondOpinion'> {
  if (!opinions) return {};
  const { uncertainty } = options;
  const own = impactsOf(perRequest(respondUsage(opinions.own, uncertainty), uncertainty), options);
  const secondOpinion = bothMethods(opinions, own);
  return secondOpinion ? { secondOpinion } : {};
}

/** What the other ways to estimate a usage say of the energy of a request. */
function crossChecksOf(resolved: ResolvedUsage, used: UsageResponses, uncertainty: Uncertainty): CrossCheck[] {
  const { interval, ratio } = uncertainty;
  // Training is shared, not used: it says nothing of how a request was estimated.
  const energyOf = ({ criteria, requests }: UsageResponses): Response | undefined => {
    const used = criteria.energy.phases.get('operation');
    return used && ratio(used, requests);
  };
  const own = energyOf(used);
  // Of nothing there is no ratio.
  if (!own || centralOf(own) === 0) return [];
  return resolved.crossChecks.flatMap(({ estimator, parts }) => {
    const theirs = energyOf(respondUsage(parts, uncertainty));
    if (!theirs) return [];
    return [{ estimator, energyPerRequest: interval(theirs), ratio: centralOf(theirs) / centralOf(own) }];
  });
}
