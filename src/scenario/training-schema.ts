/** The shape of `training:`: in, out, or a list of runs. */
import * as z from 'zod/mini';

const optional = z.optional;
const text = z.string();

/** @param parts shapes of a value and of the electricity and places of a usage, the same everywhere. */
export function trainingShapes<
  Quantity extends z.ZodMiniType,
  Region extends z.ZodMiniType,
  Grid extends z.ZodMiniType,
>({ quantity, region, grid }: { readonly quantity: Quantity; readonly region: Region; readonly grid: Grid }) {
  const run = z.strictObject({
    id: text,
    description: optional(text),
    model: optional(text),
    accelerator: optional(text),
    count: optional(quantity),
    hours: optional(quantity),
    gpu_hours: optional(quantity),
    runs: optional(quantity),
    power: optional(quantity),
    host: optional(quantity),
    pue: optional(quantity),
    region: optional(region),
    grid: optional(grid),
    energy: optional(quantity),
    ghg: optional(quantity),
    water: optional(quantity),
    tokens: optional(quantity),
    parameters: optional(quantity),
    method: optional(z.enum(['full', 'lora'])),
    share: optional(quantity),
    serves: optional(quantity),
    development: optional(quantity),
  });
  const training = z.union([z.enum(['include', 'exclude']), z.array(run).check(z.minLength(1))]);
  return { run, training };
}
