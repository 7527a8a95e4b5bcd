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
  const [optionalQuantity, optionalText] = [optional(quantity), optional(text)];
  const run = z.strictObject({
    id: text,
    description: optionalText,
    model: optionalText,
    accelerator: optionalText,
    count: optionalQuantity,
    hours: optionalQuantity,
    gpu_hours: optionalQuantity,
    runs: optionalQuantity,
    power: optionalQuantity,
    host: optionalQuantity,
    pue: optionalQuantity,
    region: optional(region),
    grid: optional(grid),
    energy: optionalQuantity,
    ghg: optionalQuantity,
    water: optionalQuantity,
    tokens: optionalQuantity,
    parameters: optionalQuantity,
    method: optional(z.enum(['full', 'lora'])),
    share: optionalQuantity,
    serves: optionalQuantity,
    development: optionalQuantity,
  });
  const training = z.union([z.enum(['include', 'exclude']), z.array(run).check(z.minLength(1))]);
  return { run, training };
}
