/** What stands beside the impacts, as JSON: one piece of work, machines, training. */
import type { Assessment, UsageResult } from '../assessment.ts';
import type { Range } from '../units.ts';
import { roundRange } from './round.ts';
import type { JsonResult, JsonUsage } from './result-schema.ts';

const orNull = (range: Range | null): Range | null => (range === null ? null : roundRange(range));

export function workOf({ perWork, busy }: UsageResult): Pick<JsonUsage, 'per_work' | 'busy'> {
  return {
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
