/** What stands on the totals of a scenario: the years of its horizon, and its SCI score. */
import type { Projection } from './assessment.ts';
import type { UsageResponses } from './engine/baseline.ts';
import type { CriteriaResponses } from './engine/criteria.ts';
import { kernelsOf } from './engine/compiled.ts';
import { project } from './engine/projection.ts';
import type { Response, UncertainInput, Uncertainty } from './engine/uncertainty.ts';
import { InternalError } from './errors.ts';
import type { ResolvedUsage } from './scenario/resolve/types.ts';
import type { Given, Scenario } from './scenario/types.ts';
import type { Range } from './units.ts';

const none: Range = { low: 0, central: 0, high: 0 };

const inputOf = (id: string, key: string, given: Given | undefined): UncertainInput => ({
  id,
  key,
  range: given?.range ?? none,
  status: 'given',
});

interface Line {
  readonly resolved: ResolvedUsage;
  readonly responses: UsageResponses;
}

/** Undefined without a horizon. */
export function projectionOf(
  scenario: Scenario,
  lines: readonly Line[],
  uncertainty: Uncertainty,
): Projection | undefined {
  const { horizon, growth, gridTrend, usages } = scenario;
  if (horizon === undefined) return undefined;
  const growing = lines.map(({ resolved, responses }) => {
    const own = usages.find(({ id }) => id === resolved.id)?.growth;
    // A run of one's own is as often as it says, whatever the use.
    const given = resolved.estimator === 'training' ? undefined : own === undefined || own === 'unknown' ? growth : own;
    const key = own === undefined || own === 'unknown' ? 'scenario.growth' : `${resolved.path}.growth`;
    return { criteria: responses.criteria, growth: inputOf('growth', given ? key : '', given) };
  });
  const trend = inputOf('grid_trend', 'scenario.grid_trend', gridTrend);
  const years = project(growing, { horizon, gridTrend: trend }, uncertainty);
  const { interval, sum } = uncertainty;
  const figure = (response: Response | undefined): Range | null => (response ? interval(response) : null);
  const all = (name: 'energy' | 'ghg' | 'water'): Range | null =>
    figure(sum(years.flatMap((each) => (each[name] ? [each[name]] : []))));
  return {
    gridTrend: gridTrend?.range ?? null,
    years: years.map(({ year, energy, ghg, water }) => ({
      year,
      energy: figure(energy),
      ghg: figure(ghg),
      water: figure(water),
    })),
    total: { energy: all('energy'), ghg: all('ghg'), water: all('water') },
  };
}

/** Software Carbon Intensity of a functional unit, kgCO2e; null where a part of it is unknown. */
export function sciOf({ ghg }: CriteriaResponses, volume: Response | null, uncertainty: Uncertainty): Range | null {
  const kernel = kernelsOf('sci').find(({ id }) => id === 'sci_score');
  if (!kernel) throw new InternalError('src/method/sci.yaml gives no sci_score');
  const operation = ghg.phases.get('operation');
  const embodied = ghg.phases.get('embodied');
  if (!volume || !operation || !embodied || ghg.bound !== null || volume.column.some((each) => each === 0)) return null;
  const use = uncertainty.sum([operation, embodied]);
  if (!use) return null;
  const score = uncertainty.apply(
    kernel,
    kernel.needs.map((name) => (name === 'volume' ? volume : use)),
  );
  return uncertainty.interval(score);
}
