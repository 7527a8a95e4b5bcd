/** A usage as it is: evaluates it at its places, and adds places and phases up. */
import type { Phase } from '../assessment.ts';
import { kernelsOf, mechanisms as declarations } from './compiled.ts';
import { computed, forEachCriterion, phasesOf, type CriteriaResponses } from './criteria.ts';
import { orderKernels, planOf, type Plan } from './evaluate.ts';
import { constantRange } from './method.ts';
import type { Support } from './draws.ts';
import type { Response, UncertainInput, Uncertainty } from './uncertainty.ts';

/** A usage at one place: the mechanisms that estimate it, best first, and every input they need. */
export interface Part {
  readonly mechanisms: readonly string[];
  readonly inputs: readonly UncertainInput[];
}

/** Seldom published, and said so in the boundary: its absence does not make a total partial. */
const outsideBoundary: ReadonlySet<Phase> = new Set(['training']);

/** What one usage answers over the period. */
export interface UsageResponses {
  readonly requests: Response;
  readonly criteria: CriteriaResponses;
  /** Greenhouse gases of its electricity by contract; undefined where the scenario gives none. */
  readonly market: Response | undefined;
  /** Accelerators that would be busy all the time. */
  readonly busy: Response | undefined;
  /** The work of the period, where it is counted otherwise than in requests. */
  readonly work: { readonly of: WorkTotal; readonly total: Response } | undefined;
}

/** Quantities that count the work of a usage over the period, each in its unit. */
export const workTotals = [
  'images_total',
  'video_seconds_total',
  'audio_minutes_total',
  'embedded_tokens_total',
] as const;
export type WorkTotal = (typeof workTotals)[number];

/** What a usage is evaluated for. */
export const usageTargets: readonly string[] = [
  ...computed.flatMap((criterion) => phasesOf[criterion].map(([, id]) => id)),
  'located_requests',
  'ghg_spend_total',
  'ghg_market_total',
  'busy_accelerators',
  ...workTotals,
];

const plans = new Map<string, Plan>();

/** The plan of a part: shared by all parts of the same mechanisms that give the same inputs. */
function planFor(part: Part, inputs: readonly UncertainInput[]): Plan {
  let signature = part.mechanisms.join();
  inputs.forEach(({ id }) => (signature += `,${id}`));
  const known = plans.get(signature);
  if (known) return known;
  const ids = inputs.map(({ id }) => id);
  const plan = planOf(orderKernels(kernelsOf, part.mechanisms, new Set(ids), usageTargets), ids);
  plans.set(signature, plan);
  return plan;
}

const constants = new Map<string, readonly UncertainInput[]>();

/** The numbers of a mechanism; made when one is asked for, as a run uses few. */
function constantsOf(id: string): readonly UncertainInput[] {
  const known = constants.get(id);
  if (known) return known;
  const own = declarations.find((mechanism) => mechanism.id === id)?.constants ?? {};
  const fresh = Object.entries(own).map(([name, constant]) => ({
    id: name,
    key: `method.${id}.${name}`,
    range: constantRange(constant),
    column: Float64Array.of(constant.value),
  }));
  constants.set(id, fresh);
  return fresh;
}

/** A part bound to its plan. */
export interface PlannedPart {
  readonly plan: Plan;
  /** The inputs of the part and the numbers of its mechanisms, in the order of the plan. */
  readonly inputs: readonly UncertainInput[];
}

const planned = new WeakMap<Part, PlannedPart>();

export function planOfPart(part: Part): PlannedPart {
  const known = planned.get(part);
  if (known) return known;
  const inputs = [...part.inputs, ...part.mechanisms.flatMap(constantsOf)];
  const fresh = { plan: planFor(part, inputs), inputs };
  planned.set(part, fresh);
  return fresh;
}

/** Names of the inputs that reach a result; the others were filled and are not needed. */
export function usedInputs(part: Part): ReadonlySet<string> {
  return planOfPart(part).plan.reads;
}

const nothing: Response = { keys: [], column: Float64Array.of(0), assumed: false };

/** Evaluates a usage at each of its places and adds the places up. */
export function respondUsage(parts: readonly Part[], uncertainty: Uncertainty): UsageResponses {
  const places = parts.map((part) => {
    const { plan, inputs } = planOfPart(part);
    return uncertainty.respond(plan, inputs, usageTargets);
  });
  const total = (id: string): Response | undefined => uncertainty.sum(places.flatMap((place) => place.get(id) ?? []));
  return {
    get market() {
      return total('ghg_market_total');
    },
    get busy() {
      return total('busy_accelerators');
    },
    get work() {
      for (const of of workTotals) {
        const work = total(of);
        if (work) return { of, total: work };
      }
      return undefined;
    },
    requests: total('located_requests') ?? nothing,
    criteria: forEachCriterion((criterion) => {
      const phases = new Map<Phase, Response>();
      let isPartial = false;
      for (const [phase, id] of phasesOf[criterion]) {
        const response = total(id);
        if (response) phases.set(phase, response);
        else if (!outsideBoundary.has(phase)) isPartial = true;
      }
      // A training run has no use whose phases would be missing.
      if (phases.size === 1 && phases.has('training')) isPartial = false;
      const spend = criterion === 'ghg' ? total('ghg_spend_total') : undefined;
      if (spend) return { total: spend, phases, bound: 'upper', missing: [] };
      return {
        total: uncertainty.sum([...phases.values()]),
        phases,
        bound: phases.size > 0 && isPartial ? 'lower' : null,
        missing: [],
      };
    }),
  };
}

/** The results of a usage for one kept result; unknown where there is no request. */
export function perRequest({ requests, criteria: all }: UsageResponses, { ratio }: Uncertainty): CriteriaResponses {
  return forEachCriterion((criterion) => {
    const { phases, total, bound, missing } = all[criterion];
    const each = [...phases].flatMap(([phase, response]): [Phase, Response][] => {
      const one = ratio(response, requests);
      return one ? [[phase, one]] : [];
    });
    return { total: total && ratio(total, requests), phases: new Map(each), bound, missing };
  });
}

const supports = new Map<string, Support>();

/** How an input of the method is spread. Numbers of the method, and measured figures, are positive. */
export function supportOf(id: string): Support {
  const known = supports.get(id);
  if (known) return known;
  // Of several declarations one is as good as another: the build refuses two that differ (method.ts).
  const declared = declarations.find(({ inputs }) => Object.hasOwn(inputs, id))?.inputs[id];
  const { spread = 'positive', minimum, maximum } = declared ?? {};
  const fresh = {
    spread,
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
  supports.set(id, fresh);
  return fresh;
}
