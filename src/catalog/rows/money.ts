/** Rows of carbon-prices.yaml and equivalences.yaml. */
import * as z from 'zod/mini';
import type { CarbonPrice, Equivalence } from '../types.ts';
import { columns } from './columns.ts';
import { compileFigure, confidences, figure, RowError, text, year, type SourceLookup } from './figure.ts';

const amount = z.number().check(z.minimum(0));

export const priceRow = z.strictObject({
  id: text,
  name: text,
  kind: z.enum(['social', 'guidance', 'market', 'tax', 'shadow']),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  /** Year of the money, such as `EUR 2023`, or `nominal`. */
  price_base: text,
  values: z
    .array(
      z.strictObject({
        for_year: year,
        value: amount,
        low: z.optional(amount),
        high: z.optional(amount),
        source: text,
        confidence: z.optional(z.enum(confidences)),
      }),
    )
    .check(z.minLength(1)),
  /** Two other series whose values are low and high. */
  range: z.optional(z.tuple([text, text])),
  note: z.optional(text),
});

export interface PriceContext {
  readonly sources: SourceLookup;
  /** Year of the catalogue. */
  readonly year: number;
  readonly price: (id: string) => CarbonPrice | undefined;
}

/** The value for the year of the catalogue, else the newest before it, else the first after it; nothing is interpolated. */
export function compilePrice(row: z.infer<typeof priceRow>, context: PriceContext): CarbonPrice {
  const sorted = row.values.toSorted((left, right) => left.for_year - right.for_year);
  const chosen = sorted.findLast((each) => each.for_year <= context.year) ?? sorted[0];
  if (!chosen) throw new RowError('no value');
  const { for_year, ...raw } = chosen;
  const ends = row.range?.map((id) => {
    const found = context.price(id);
    if (!found) throw new RowError(`unknown series "${id}" in range`);
    return found.price.value;
  });
  const figures = ends ? { ...raw, low: Math.min(...ends), high: Math.max(...ends) } : raw;
  const base = row.price_base === 'nominal' ? '' : `, ${row.price_base}`;
  const note = `for ${for_year}${base}${row.note === undefined ? '' : `; ${row.note}`}`;
  const price = compileFigure(
    { ...figures, year: for_year, note },
    { unit: `${row.currency}/tCO2e`, min: 0, max: 10_000 },
    context.sources,
  );
  return { id: row.id, name: row.name, kind: row.kind, price };
}

const optional = z.optional(figure);

export const equivalenceRow = z.strictObject({
  id: text,
  label: text,
  label_fr: text,
  unit: text,
  ghg: optional,
  energy: optional,
  water: optional,
  adpe: optional,
  primary_energy: optional,
  alternatives: z.optional(
    z.array(
      z.strictObject({
        ghg: z.optional(z.number()),
        energy: z.optional(z.number()),
        year,
        source: text,
        note: z.optional(text),
      }),
    ),
  ),
  note: z.optional(text),
});

const criteria = ['ghg', 'energy', 'water', 'adpe', 'primary_energy'] as const;

export function compileEquivalence(row: z.infer<typeof equivalenceRow>, sources: SourceLookup): Equivalence {
  const figures = criteria.flatMap((name) => {
    const raw = row[name];
    return raw ? [[name, compileFigure(raw, columns.equivalences[name], sources)] as const] : [];
  });
  if (figures.length === 0) throw new RowError('no figure');
  return {
    id: row.id,
    label: row.label,
    label_fr: row.label_fr,
    unit: row.unit,
    ...Object.fromEntries(figures),
    ...(row.note === undefined ? {} : { note: row.note }),
  };
}
