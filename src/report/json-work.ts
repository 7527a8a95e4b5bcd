/** What stands beside the impacts, as JSON: one piece of work, machines, training. */
import { scopesOf } from './scopes.ts';
import type { Assessment, UsageResult, YearFigures } from '../assessment.ts';
import type { Range } from '../units.ts';
import { roundRange } from './round.ts';
import type { JsonResult, JsonUsage } from './result-schema.ts';

const orNull = (range: Range | null): Range | null => (range === null ? null : roundRange(range));

export function workOf(usage: UsageResult): Pick<JsonUsage, 'per_work' | 'busy' | 'scopes'> {
  const { perWork, busy } = usage;
  const scopes = scopesOf(usage);
  return {
    ...(Object.keys(scopes).length > 0 ? { scopes } : {}),
    ...(perWork
      ? {
          per_work: {
            unit: perWork.unit,
            energy: orNull(perWork.energy),
            energy_unit: 'kWh' as const,
            ghg: orNull(perWork.ghg),
            ghg_unit: 'kgCO2e' as const,
          },
        }
      : {}),
    ...(busy ? { busy: { accelerator: busy.accelerator, count: roundRange(busy.count) } } : {}),
  };
}

export function trainingOf({ training }: Assessment): Pick<JsonResult, 'training'> {
  if (!training) return {};
  const { mode, ghg, useOverTraining } = training;
  return {
    training: { mode, ghg: orNull(ghg), ghg_unit: 'kgCO2e', use_over_training: orNull(useOverTraining) },
  };
}

const figures = ({ energy, ghg, water }: YearFigures) => ({
  energy: orNull(energy),
  ghg: orNull(ghg),
  water: orNull(water),
});

/** The score of the scenario and the years of its horizon. */
export function aheadOf({ sci, projection }: Assessment): Pick<JsonResult, 'sci' | 'projection'> {
  return {
    ...(sci === undefined ? {} : { sci: { score: orNull(sci), unit: 'kgCO2e/unit' } }),
    ...(projection
      ? {
          projection: {
            grid_trend: orNull(projection.gridTrend),
            units: { energy: 'kWh', ghg: 'kgCO2e', water: 'L' },
            years: projection.years.map(({ year, ...rest }) => ({ year, ...figures(rest) })),
            total: figures(projection.total),
          },
        }
      : {}),
  };
}
