/** Rows of sources.yaml. */
import * as z from 'zod/mini';
import type { Source } from '../types.ts';
import { confidences, text, year } from './figure.ts';

const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

export const sourceRow = z.strictObject({
  id: text,
  title: text,
  // A calculation or a convention of ours points to the file that holds it.
  url: z.string().check(z.regex(/^(https?:\/\/|src\/)/)),
  year,
  confidence: z.enum(confidences),
  review_by: date,
  place: z.optional(text),
  licence: z.optional(text),
  scope: z.optional(text),
  read_at: z.optional(text),
  publisher: z.optional(text),
  site: z.optional(text),
  caution: z.optional(text),
  /** Why a source that no figure names is kept. */
  kept_for: z.optional(text),
});

export function compileSource(row: z.infer<typeof sourceRow>): Source {
  return {
    id: row.id,
    title: row.title,
    url: row.url,
    year: row.year,
    confidence: row.confidence,
    review_by: row.review_by,
    ...(row.place === undefined ? {} : { place: row.place }),
    ...(row.licence === undefined ? {} : { licence: row.licence }),
  };
}
