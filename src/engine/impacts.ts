/** From responses to figures with their intervals, and the greenhouse gases in money. */
import { criterionUnit, type Impact, type Impacts, type Phase } from '../assessment.ts';
import { InternalError } from '../errors.ts';
import { kernelsOf } from './compiled.ts';
import { phasesOf, type Computed, type CriteriaResponses } from './criteria.ts';
import { orderKernels } from './evaluate.ts';
import type { Response, UncertainInput, Uncertainty } from './uncertainty.ts';

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

const [costKernel] = orderKernels(kernelsOf, ['climate-cost'], new Set(['carbon_price', 'ghg_total']));

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
