/** The shape of what a usage does besides plain text: pictures, video, speech, embeddings, conversations, agents. */
import * as z from 'zod/mini';

const optional = z.optional;

/** @param quantity the shape of a value, the same for every field. */
export function workShapes<Quantity extends z.ZodMiniType>(quantity: Quantity) {
  return {
    images: z.strictObject({
      count: optional(quantity),
      width: optional(quantity),
      height: optional(quantity),
      steps: optional(quantity),
      tokens: optional(quantity),
    }),
    video: z.strictObject({
      count: optional(quantity),
      seconds: quantity,
      width: optional(quantity),
      height: optional(quantity),
      fps: optional(quantity),
      steps: optional(quantity),
      clip: optional(quantity),
    }),
    audio: z.strictObject({
      seconds: quantity,
      direction: optional(z.enum(['in', 'out'])),
      speed: optional(quantity),
    }),
    embeddings: z.strictObject({ tokens: quantity }),
    data: z.strictObject({
      storage: optional(quantity),
      replicas: optional(quantity),
      vectors: optional(quantity),
      transfer: optional(quantity),
      device: optional(quantity),
    }),
    agent: z.strictObject({
      steps: quantity,
      calls_per_step: optional(quantity),
      tool_tokens: optional(quantity),
      retries: optional(quantity),
    }),
  };
}
