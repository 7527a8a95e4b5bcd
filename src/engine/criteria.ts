/** What is known of each criterion: the phases it comes in, the total, which usages add up to it and whether that is a bound. */
import { criteria, type Criterion, type Impact, type Phase } from '../assessment.ts';
import type { Response, Uncertainty } from './uncertainty.ts';

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
export type Computed = keyof typeof phaseOutputs;

export const computed = criteria.filter((criterion): criterion is Computed => criterion in phaseOutputs);

/** Each phase of a criterion with the quantity that holds it. */
export const phasesOf = Object.fromEntries(
  computed.map((criterion) => [criterion, Object.entries(phaseOutputs[criterion])]),
) as unknown as Readonly<Record<Computed, readonly [Phase, string][]>>;

/** One criterion of a usage, or of several. */
export interface CriterionResponse {
  /** Undefined is unknown. */
  readonly total: Response | undefined;
  readonly phases: ReadonlyMap<Phase, Response>;
  readonly bound: Impact['bound'];
  readonly missing: readonly string[];
}

export type CriteriaResponses = Readonly<Record<Computed, CriterionResponse>>;

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

export function forEachCriterion(make: (criterion: Computed) => CriterionResponse): CriteriaResponses {
  return new LazyCriteria(make);
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
