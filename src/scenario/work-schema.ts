/** The shape of what a usage does besides plain text: pictures, video, speech, embeddings, conversations, agents. */
import * as z from 'zod/mini';

const optional = z.optional;

/** @param quantity the shape of a value, the same for every field. */
export function workShapes<Quantity extends z.ZodMiniType>(quantity: Quantity) {
  const optionalQuantity = optional(quantity);
  return {
    images: z.strictObject({
      count: optionalQuantity,
      width: optionalQuantity,
      height: optionalQuantity,
      steps: optionalQuantity,
      tokens: optionalQuantity,
    }),
    video: z.strictObject({
      count: optionalQuantity,
      seconds: quantity,
      width: optionalQuantity,
      height: optionalQuantity,
      fps: optionalQuantity,
      steps: optionalQuantity,
      clip: optionalQuantity,
    }),
    audio: z.strictObject({
      seconds: quantity,
      direction: optional(z.enum(['in', 'out'])),
      speed: optionalQuantity,
    }),
    embeddings: z.strictObject({ tokens: quantity }),
    data: z.strictObject({
      storage: optionalQuantity,
      replicas: optionalQuantity,
      vectors: optionalQuantity,
      transfer: optionalQuantity,
      device: optionalQuantity,
    }),
    agent: z.strictObject({
      steps: quantity,
      calls_per_step: optionalQuantity,
      tool_tokens: optionalQuantity,
      retries: optionalQuantity,
    }),
  };
}
