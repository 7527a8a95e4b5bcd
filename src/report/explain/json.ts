/** A derivation as JSON, `ai-footprint/explanation/1`, and the schema that it keeps. */
import * as z from 'zod/mini';
import { periods, statuses, unknownReasons } from '../../assessment.ts';
import type { Explanation } from '../../explain/explanation.ts';
import { jsonText } from '../json-text.ts';
import { escapeInQuotes } from '../safe.ts';

const text = z.string();
const { nullable } = z;
const range = z.strictObject({ low: z.number(), central: z.number(), high: z.number() });

const node = z.strictObject({
  id: text,
  kind: z.enum(['result', 'quantity', 'constant', 'input']),
  meaning: text,
  unit: text,
  value: nullable(z.number()),
  range: nullable(range),
  formula: nullable(text),
  substituted: nullable(text),
  conversions: z.array(z.strictObject({ from: text, to: text, factor: z.number() })),
  terms: z.array(
    z.strictObject({
      usage: text,
      place: nullable(z.int()),
      split: z.enum(['place', 'part']),
      value: nullable(z.number()),
    }),
  ),
  mechanism: nullable(text),
  status: nullable(z.enum([...statuses, 'implied'])),
  path: nullable(text),
  at: nullable(text),
  source: text,
  year: nullable(z.int()),
  note: nullable(text),
  reads: z.array(text),
});

/** Keys are never renamed or removed. */
export const explanationSchema = z.strictObject({
  schema: z.literal('ai-footprint/explanation/1'),
  scenario: z.strictObject({ name: text, file: text, period: z.enum(periods), functional_unit: text }),
  quantity: text,
  usage: nullable(text),
  place: nullable(
    z.strictObject({ number: z.int(), count: z.int(), split: z.enum(['place', 'part']), share: nullable(z.number()) }),
  ),
  root: nullable(text),
  unknown: nullable(
    z.strictObject({ reasons: z.array(z.enum(unknownReasons)), missing: z.array(text), given_by: z.array(text) }),
  ),
  nodes: z.array(node),
  sources: z.array(z.strictObject({ id: text, title: text, url: text, year: z.int(), place: nullable(text) })),
});

export type ExplanationJson = z.infer<typeof explanationSchema>;

export function renderExplanationJson(explanation: Explanation): string {
  const { scenario, unknown, nodes, sources, quantity, usage, place, root } = explanation;
  const { functionalUnit, ...named } = scenario;
  const json = {
    schema: 'ai-footprint/explanation/1',
    scenario: { ...named, functional_unit: functionalUnit },
    quantity,
    usage,
    place,
    root,
    unknown: unknown && { reasons: unknown.reasons, missing: unknown.missing, given_by: unknown.givenBy },
    nodes,
    sources,
  };
  return `${escapeInQuotes(jsonText(json))}\n`;
}
