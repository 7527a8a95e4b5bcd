/** The shape of `value` and `budget`; a quantity is the same as everywhere in a scenario. */
import * as z from 'zod/mini';
import { evidences } from '../assessment.ts';

const optional = z.optional;
const text = z.string();

export function valueShapes<Quantity extends z.ZodMiniType>(quantity: Quantity) {
  const alternative = z.strictObject({
    name: text,
    meets_need: z.enum(['fully', 'partly', 'not']),
    ghg: optional(quantity),
  });
  const avoided = z.strictObject({
    name: text,
    amount: quantity,
    unit: optional(text),
    factor: quantity,
    evidence: z.enum(evidences),
  });
  const economic = z.strictObject({
    benefit: optional(quantity),
    minutes_saved: optional(quantity),
    hourly_cost: optional(quantity),
    cost: optional(quantity),
    rate: optional(text),
  });
  const social = z.strictObject({ score: quantity, because: text });
  const value = z.strictObject({
    need: optional(text),
    alternatives: optional(z.array(alternative)),
    avoided: optional(z.array(avoided)),
    economic: optional(economic),
    social: optional(social),
    rebound: optional(quantity),
    carbon_price: optional(quantity),
    answers: optional(z.record(text, z.union([text, z.boolean(), z.number()]))),
  });
  return { value, alternative, avoided, economic, social };
}

export const budgetShape = <Quantity extends z.ZodMiniType>(quantity: Quantity) =>
  z.strictObject({ ghg: optional(quantity), ghg_per_unit: optional(quantity), water: optional(quantity) });
