/** Impacts of usages as they are: evaluates each at its places, adds places, phases and usages up. */
import { criteria, criterionUnit, type Criterion, type Impact, type Impacts, type Phase } from '../assessment.ts';
import { InternalError } from '../errors.ts';
import { kernels, mechanisms as declarations } from './compiled.ts';
import { orderKernels, planOf, type Plan } from './evaluate.ts';
import { constantRange } from './method.ts';
import type { Support } from './draws.ts';
import type { Response, UncertainInput, Uncertainty } from './uncertainty.ts';

/** A usage at one place: the mechanisms that estimate it, best first, and every input they need. */
export interface Part {
  readonly mechanisms: readonly string[];
  readonly inputs: readonly UncertainInput[];
}

/** Quantity of the method that holds each phase of each criterion, over the period. */
export const phaseOutputs = {
  energy: { operation: 'energy_total', training: 'energy_training_total' },
  ghg: { operation: 'ghg_operation_total', embodied: 'ghg_embodied_total', training: 'ghg_training_total' },
  water: { operation: 'water_operation_total', training: 'water_training_total' },
  adpe: {
    operation: 'adpe_operation_total',
    embodied: 'adpe_embodied_total',
    training: 'adpe_training_total',
  },
  primary_energy: {
    operation: 'primary_energy_operation_total',
    embodied: 'primary_energy_embodied_total',
    training: 'primary_energy_training_total',
  },
} as const satisfies Readonly<Partial<Record<Criterion, Readonly<Partial<Record<Phase, string>>>>>>;

/** Criteria that come out of usages; climate cost follows from greenhouse gases. */
type Computed = keyof typeof phaseOutputs;

const computed = criteria.filter((criterion): criterion is Computed => criterion in phaseOutputs);

/** Each phase of a criterion with the quantity that holds it. */
const phasesOf = Object.fromEntries(
  computed.map((criterion) => [criterion, Object.entries(phaseOutputs[criterion])]),
) as unknown as Readonly<Record<Computed, readonly [Phase, string][]>>;

/** Seldom published, and said so in the boundary: its absence does not make a total partial. */
const outsideBoundary: ReadonlySet<Phase> = new Set(['training']);

/** One criterion of a usage, or of several. */
interface CriterionResponse {
  /** Undefined is unknown. */
  readonly total: Response | undefined;
  readonly phases: ReadonlyMap<Phase, Response>;
  readonly bound: Impact['bound'];
  readonly missing: readonly string[];
}

export type CriteriaResponses = Readonly<Record<Computed, CriterionResponse>>;

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
  for (const { id } of inputs) signature += `,${id}`;
  const known = plans.get(signature);
  if (known) return known;
  const ids = inputs.map(({ id }) => id);
  const plan = planOf(orderKernels(kernels, part.mechanisms, new Set(ids), usageTargets), ids);
  plans.set(signature, plan);
  return plan;
}

const constantsOf: ReadonlyMap<string, readonly UncertainInput[]> = new Map(
  declarations.map((mechanism) => [
    mechanism.id,
    Object.entries(mechanism.constants).map(([id, constant]) => ({
      id,
      key: `method.${mechanism.id}.${id}`,
      range: constantRange(constant),
      column: Float64Array.of(constant.value),
    })),
  ]),
);

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
  const inputs = [...part.inputs, ...part.mechanisms.flatMap((id) => constantsOf.get(id) ?? [])];
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

/** Every criterion, made when it is first read: of a practice alone a table reads one, and JSON all. */
class LazyCriteria implements CriteriaResponses {
  readonly #make: (criterion: Computed) => CriterionResponse;
  readonly #made: { -readonly [Criterion in Computed]?: CriterionResponse } = {};

  constructor(make: (criterion: Computed) => CriterionResponse) {
    this.#make = make;
  }

  #get(criterion: Computed): CriterionResponse {
    return (this.#made[criterion] ??= this.#make(criterion));
  }

  get energy(): CriterionResponse {
    return this.#get('energy');
  }

  get ghg(): CriterionResponse {
    return this.#get('ghg');
  }

  get water(): CriterionResponse {
    return this.#get('water');
  }

  get adpe(): CriterionResponse {
    return this.#get('adpe');
  }

  get primary_energy(): CriterionResponse {
    return this.#get('primary_energy');
  }
}

function forEachCriterion(make: (criterion: Computed) => CriterionResponse): CriteriaResponses {
  return new LazyCriteria(make);
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

/** Adds usages up. Those of which a criterion is unknown are named, and make the sum a lower bound. */
export function sumUsages(
  usages: readonly { readonly id: string; readonly criteria: CriteriaResponses | null }[],
  { sum }: Uncertainty,
): CriteriaResponses {
  return forEachCriterion((criterion) => {
    const totals: Response[] = [];
    const phases = new Map<Phase, Response[]>();
    const missing: string[] = [];
    const bounds = new Set<Impact['bound']>();
    for (const { id, criteria: own } of usages) {
      const mine = own?.[criterion];
      if (!mine?.total) {
        missing.push(id);
        continue;
      }
      totals.push(mine.total);
      bounds.add(mine.bound);
      for (const [phase, response] of mine.phases) {
        const list = phases.get(phase);
        if (list) list.push(response);
        else phases.set(phase, [response]);
      }
    }
    if (bounds.size === 0) return { total: undefined, phases: new Map(), bound: null, missing };
    return {
      total: sum(totals),
      phases: new Map(
        [...phases].flatMap(([phase, list]): [Phase, Response][] => {
          const all = sum(list);
          return all ? [[phase, all]] : [];
        }),
      ),
      bound: jointBound(bounds, missing.length > 0),
      missing,
    };
  });
}

/** The bound of a sum by those of its parts. @param isPartial whether a part is unknown and not in the sum. */
export function jointBound(bounds: ReadonlySet<Impact['bound']>, isPartial: boolean): Impact['bound'] {
  const isLower = isPartial || bounds.has('lower') || bounds.has('mixed');
  const isUpper = bounds.has('upper') || bounds.has('mixed');
  if (isLower && isUpper) return 'mixed';
  return isLower ? 'lower' : isUpper ? 'upper' : null;
}

/** Nothing is known of this usage. */
export function unknownCriteria(id: string): CriteriaResponses {
  return forEachCriterion(() => ({ total: undefined, phases: new Map(), bound: null, missing: [id] }));
}

export interface ImpactOptions {
  /** Functional units over the period. */
  readonly per: Response | null;
  readonly carbonPrice: UncertainInput;
  readonly currency: string;
  readonly uncertainty: Uncertainty;
}

/** Figures with their intervals, the climate cost among them. */
export function impactsOf(all: CriteriaResponses, options: ImpactOptions): Impacts {
  const { per, currency, uncertainty } = options;
  const { interval, ratio } = uncertainty;
  const figures = (total: Response | undefined): Pick<Impact, 'total' | 'perUnit'> => {
    const perUnit = total && per ? ratio(total, per) : undefined;
    return { total: total ? interval(total) : null, perUnit: perUnit ? interval(perUnit) : null };
  };
  const impact = (criterion: Computed): Impact => {
    const { total, phases, bound, missing } = all[criterion];
    const assumed: (Phase | 'total')[] = total?.assumed ? ['total'] : [];
    const known: Partial<Record<Phase, Impact['total']>> = {};
    for (const [phase] of phasesOf[criterion]) {
      const response = phases.get(phase);
      known[phase] = response ? interval(response) : null;
      if (response?.assumed) assumed.push(phase);
    }
    return { unit: criterionUnit[criterion], ...figures(total), phases: known, missing, bound, assumed };
  };
  const { total, bound, missing } = all.ghg;
  const cost = total && climateCost(total, options);
  return {
    energy: impact('energy'),
    ghg: impact('ghg'),
    water: impact('water'),
    adpe: impact('adpe'),
    primary_energy: impact('primary_energy'),
    climate_cost: {
      unit: currency,
      ...figures(cost),
      phases: {},
      missing,
      bound,
      assumed: cost?.assumed ? ['total'] : [],
    },
  };
}

const [costKernel] = orderKernels(kernels, ['climate-cost'], new Set(['carbon_price', 'ghg_total']));

/** Greenhouse gases valued at a carbon price: METHOD, climate cost. */
export function climateCost(
  ghg: Response,
  { carbonPrice, uncertainty }: Pick<ImpactOptions, 'carbonPrice' | 'uncertainty'>,
): Response {
  if (!costKernel) throw new InternalError('src/method/climate-cost.yaml gives no quantity');
  const price = uncertainty.single(carbonPrice);
  return uncertainty.apply(
    costKernel,
    costKernel.needs.map((name) => (name === 'ghg_total' ? ghg : price)),
  );
}

const supports: ReadonlyMap<string, Support> = new Map(
  declarations.flatMap(({ inputs }) =>
    Object.entries(inputs).map(([id, { spread = 'positive', minimum, maximum }]): [string, Support] => [
      id,
      {
        spread,
        ...(minimum === undefined ? {} : { minimum }),
        ...(maximum === undefined ? {} : { maximum }),
      },
    ]),
  ),
);

/** How an input of the method is spread. Numbers of the method, and measured figures, are positive. */
export function supportOf(id: string): Support {
  return supports.get(id) ?? { spread: 'positive' };
}
