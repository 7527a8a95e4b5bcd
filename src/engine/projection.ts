/** Years ahead: the impacts of each, use grown and grid changed as the scenario says. */
import { InternalError } from '../errors.ts';
import type { CriteriaResponses } from './criteria.ts';
import { kernelsOf } from './compiled.ts';
import type { Response, UncertainInput, Uncertainty } from './uncertainty.ts';

/** A usage with its growth; a line that does not grow, such as a training run, has 0. */
export interface Growing {
  readonly criteria: CriteriaResponses;
  readonly growth: UncertainInput;
}

export interface YearResponses {
  readonly year: number;
  readonly energy: Response | undefined;
  readonly ghg: Response | undefined;
  readonly water: Response | undefined;
}

function kernelOf(id: 'growth_factor' | 'grid_factor') {
  const kernel = kernelsOf('growth').find((each) => each.id === id);
  if (!kernel) throw new InternalError(`src/method/growth.yaml gives no ${id}`);
  return kernel;
}

/** An amount times the factor of a year. */
function inYear(
  amount: Response,
  id: 'growth_factor' | 'grid_factor',
  input: UncertainInput,
  year: number,
  uncertainty: Uncertainty,
): Response {
  const kernel = kernelOf(id);
  const number = uncertainty.single({ id: 'year_number', key: '', range: { low: year, central: year, high: year } });
  const yearly = uncertainty.single(input);
  const factor = uncertainty.apply(
    kernel,
    kernel.needs.map((name) => (name === 'year_number' ? number : yearly)),
  );
  return uncertainty.combine('*', amount, factor);
}

/** Each year of the horizon; the first is the scenario as it is. */
export function project(
  lines: readonly Growing[],
  { horizon, gridTrend }: { readonly horizon: number; readonly gridTrend: UncertainInput },
  uncertainty: Uncertainty,
): YearResponses[] {
  return Array.from({ length: horizon }, (_, index) => {
    const year = index + 1;
    const grown = (amount: Response | undefined, growth: UncertainInput): Response[] =>
      amount ? [inYear(amount, 'growth_factor', growth, year, uncertainty)] : [];
    const total = (criterion: 'energy' | 'water') =>
      uncertainty.sum(lines.flatMap(({ criteria, growth }) => grown(criteria[criterion].total, growth)));
    // The grid changes the electricity alone; hardware and training are made elsewhere.
    const ghg = lines.flatMap(({ criteria, growth }) =>
      criteria.ghg.phases.size === 0
        ? grown(criteria.ghg.total, growth)
        : [...criteria.ghg.phases].flatMap(([phase, response]) =>
            grown(response, growth).map((each) =>
              phase === 'operation' ? inYear(each, 'grid_factor', gridTrend, year, uncertainty) : each,
            ),
          ),
    );
    return { year, energy: total('energy'), ghg: uncertainty.sum(ghg), water: total('water') };
  });
}
