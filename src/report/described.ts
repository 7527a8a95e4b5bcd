/** Descriptions in the published schemas. */
import * as z from 'zod/mini';

/** A schema of its own with a description: several keys share one schema, each with other words. */
export function described<Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema {
  const own = z.clone(schema);
  z.globalRegistry.add(own, { description });
  return own;
}
