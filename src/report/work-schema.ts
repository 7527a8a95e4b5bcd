/** Parts of the result that stand beside the impacts: one piece of work, machines, training. */
import * as z from 'zod/mini';
import { workUnits } from '../assessment.ts';

/** @param range shape of a central value with its interval. */
export function workSchemas<Range extends z.ZodMiniType>(range: Range) {
  const nullable = z.nullable(range);
  return {
    perWork: z.strictObject({
      unit: z.enum(workUnits),
      energy: nullable,
      energy_unit: z.literal('kWh'),
      ghg: nullable,
      ghg_unit: z.literal('kgCO2e'),
    }),
    busy: z.strictObject({ accelerator: z.string(), count: range }),
    training: z.strictObject({
      mode: z.enum(['include', 'exclude', 'runs']),
      ghg: nullable,
      ghg_unit: z.literal('kgCO2e'),
      use_over_training: nullable,
    }),
  };
}
