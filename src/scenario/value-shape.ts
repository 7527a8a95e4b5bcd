/** The shape of `value` and `budget`; a quantity is the same as everywhere in a scenario. */
import * as z from 'zod/mini';
import { evidences } from '../assessment.ts';

const optional = z.optional;
const text = z.string();
const optionalText = optional(text);

export function valueShapes<Quantity extends z.ZodMiniType>(quantity: Quantity) {
  const optionalQuantity = optional(quantity);
  const alternative = z.strictObject({
    name: text,
    meets_need: z.enum(['fully', 'partly', 'not']),
    ghg: optionalQuantity,
  });
  const avoided = z.strictObject({
    name: text,
    amount: quantity,
    unit: optionalText,
    factor: quantity,
    evidence: z.enum(evidences),
  });
  const economic = z.strictObject({
    benefit: optionalQuantity,
    minutes_saved: optionalQuantity,
    hourly_cost: optionalQuantity,
    cost: optionalQuantity,
    rate: optionalText,
  });
  const social = z.strictObject({ score: quantity, because: text });
  const value = z.strictObject({
    need: optionalText,
    alternatives: optional(z.array(alternative)),
    avoided: optional(z.array(avoided)),
    economic: optional(economic),
    social: optional(social),
    rebound: optionalQuantity,
    carbon_price: optionalQuantity,
    answers: optional(z.record(text, z.union([text, z.boolean(), z.number()]))),
  });
  return { value, alternative, avoided, economic, social };
}

export const budgetShape = <Quantity extends z.ZodMiniType>(quantity: Quantity) => {
  const optionalQuantity = optional(quantity);
  return z.strictObject({ ghg: optionalQuantity, ghg_per_unit: optionalQuantity, water: optionalQuantity });
};
