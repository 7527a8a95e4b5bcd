/** Parts of the result that stand beside the impacts: one piece of work, machines, training. */
import * as z from 'zod/mini';
import { phases, workUnits } from '../assessment.ts';

/** @param range shape of a central value with its interval. */
const scope = z.enum(['2', '3.1', '3.2']);

export function workSchemas<Range extends z.ZodMiniType>(range: Range) {
  const nullable = z.nullable(range);
  const year = { energy: nullable, ghg: nullable, water: nullable };
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
    scopes: z.partialRecord(z.enum(phases), scope),
    sci: z.strictObject({ score: nullable, unit: z.literal('kgCO2e/unit') }),
    projection: z.strictObject({
      grid_trend: nullable,
      units: z.strictObject({ energy: z.literal('kWh'), ghg: z.literal('kgCO2e'), water: z.literal('L') }),
      years: z.array(z.strictObject({ year: z.int(), ...year })),
      total: z.strictObject(year),
    }),
  };
}
