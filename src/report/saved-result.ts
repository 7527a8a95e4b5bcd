/**
 * A saved result as `verify` reads it: the part of `ai-footprint/result/1` that it compares. Further keys are let
 * through, and newer ones may be missing: the contract grows, and a result of another version must still be readable.
 */
import * as z from 'zod/mini';

const text = z.string();
const range = z.looseObject({ low: z.number(), central: z.number(), high: z.number() });
const impacts = z.record(text, z.looseObject({ unit: text, total: z.nullable(range) }));

const savedResult = z.looseObject({
  schema: z.literal('ai-footprint/result/1'),
  tool: z.looseObject({ version: text, method: text, data_version: text }),
  scenario: z.looseObject({ name: text, sha256: text }),
  baseline: z.looseObject({ impacts, usages: z.array(z.looseObject({ id: text, impacts })) }),
  uncertainty: z.optional(
    z.looseObject({
      method: text,
      samples: z.int().check(z.minimum(0), z.maximum(1_000_000)),
      seed: z.nullable(z.int()),
    }),
  ),
  practices: z.optional(z.nullable(z.looseObject({ items: z.array(z.looseObject({ id: text })) }))),
});

const savedResults = z.looseObject({
  schema: z.literal('ai-footprint/results/1'),
  results: z.array(savedResult).check(z.minLength(1)),
});

export type SavedResult = z.infer<typeof savedResult>;
export type SavedImpact = SavedResult['baseline']['impacts'][string];

/** What is wrong at a path of the document. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

const known = ['ai-footprint/result/1', 'ai-footprint/results/1'];

/** The results of a document, or all that keeps it from being one. */
export function readSaved(
  value: unknown,
): { readonly results: readonly SavedResult[] } | { readonly faults: readonly Fault[] } {
  const name = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;
  if (typeof name !== 'string') return { faults: [{ path: [], reason: 'it has no "schema"' }] };
  if (!known.includes(name)) {
    return { faults: [{ path: ['schema'], reason: `"${name}" is not one of ${known.join(', ')}` }] };
  }
  const isList = name === 'ai-footprint/results/1';
  const read = isList ? z.safeParse(savedResults, value) : z.safeParse(savedResult, value);
  if (!read.success) return { faults: read.error.issues.map((issue) => faultOf(issue, value)) };
  return { results: 'results' in read.data ? (read.data.results as SavedResult[]) : [read.data as SavedResult] };
}

function faultOf(issue: z.core.$ZodIssue, value: unknown): Fault {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  const wanted = issue.code === 'invalid_type' ? `should be ${issue.expected}` : 'has not the form of a result';
  return { path, reason: `"${path.join('.')}" ${isThere(value, path) ? wanted : 'is missing'}` };
}

function isThere(value: unknown, path: readonly PropertyKey[]): boolean {
  let inside = value;
  for (const key of path) {
    if (typeof inside !== 'object' || inside === null || !Object.hasOwn(inside, key)) return false;
    inside = (inside as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return true;
}
