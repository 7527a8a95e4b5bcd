/** Every format that is recognised by the names of its fields. */
import type { Reader } from '../types.ts';
import { claudeCode, langfuse, litellm } from './gateways.ts';
import { anthropicUsage, openaiUsage } from './providers.ts';
import { otelTable, otlp } from './telemetry.ts';

/** In the order in which they are tried. */
export const readers: readonly Reader[] = [openaiUsage, anthropicUsage, otlp, otelTable, litellm, langfuse, claudeCode];

/** The reader of a format whose records have these fields at the top. */
export function recognise(fields: ReadonlySet<string>): Reader | undefined {
  return readers.find(({ recognised }) => recognised.some((all) => all.every((name) => fields.has(name))));
}
