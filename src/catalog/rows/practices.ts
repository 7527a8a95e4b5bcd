/** Rows of practices.yaml and continents.yaml: what is suggested where a scenario states no practice, and where. */
import * as z from 'zod/mini';
import { practiceIds } from '../../assessment.ts';
import type { Continent, ModelTier, Practice, Zone } from '../types.ts';
import { columns } from './columns.ts';
import { compileFigure, figure, RowError, text, year, type SourceLookup } from './figure.ts';

const provenance = { year, source: text, meaning: text };

export const practiceRow = z.strictObject({
  id: text,
  practice: z.enum(practiceIds),
  modality: z.optional(z.enum(['text', 'image'])),
  effort: z.enum(['low', 'medium', 'high']),
  factor: z.optional(figure),
  afnor: z.optional(text),
  ...provenance,
});

/** Errors  unknown source; a factor outside of 0 to 1. */
export function compilePractice(row: z.infer<typeof practiceRow>, sources: SourceLookup): Practice {
  known(row.source, sources);
  const { id, practice, modality, effort, factor, afnor, source, meaning } = row;
  return {
    id,
    practice,
    effort,
    ...(modality === undefined ? {} : { modality }),
    ...(factor === undefined ? {} : { factor: compileFigure(factor, columns.practices.factor, sources) }),
    ...(afnor === undefined ? {} : { afnor }),
    year: row.year,
    source,
    meaning,
  };
}

export const tierRow = z.strictObject({
  id: text,
  most: z.number().check(z.positive()),
  unit: z.literal('Gparameter'),
  ...provenance,
});

export function compileTier(row: z.infer<typeof tierRow>, sources: SourceLookup): ModelTier {
  known(row.source, sources);
  return row;
}

export const continentRow = z.strictObject({
  id: text,
  name: text,
  year,
  source: text,
  members: z.array(z.string().check(z.regex(/^[A-Z]{3}$/))).check(z.minLength(1)),
});

/** Errors  unknown source; a member that is no zone; a member named twice. */
export function compileContinent(
  row: z.infer<typeof continentRow>,
  { sources, zone }: { readonly sources: SourceLookup; readonly zone: (id: string) => Zone | undefined },
): Continent {
  known(row.source, sources);
  const seen = new Set<string>();
  for (const id of row.members) {
    if (!zone(id)) throw new RowError(`unknown zone "${id}"`, ['members']);
    if (seen.has(id)) throw new RowError(`"${id}" is named twice`, ['members']);
    seen.add(id);
  }
  return row;
}

function known(source: string, sources: SourceLookup): void {
  if (!sources(source)) throw new RowError(`unknown source "${source}"`, ['source']);
}
