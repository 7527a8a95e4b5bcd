/** A figure as a table writes it, and as the catalogue holds it. */
import * as z from 'zod/mini';
import type { Confidence, Figure, Source } from '../types.ts';
import type { Column } from './columns.ts';

/** Why a row is refused. The caller knows which table and which row it is. */
export class RowError extends Error {
  override readonly name = 'RowError';
  /** Where in the row, when that is known. */
  readonly inside: readonly (string | number)[];

  constructor(reason: string, inside: readonly (string | number)[] = []) {
    super(reason);
    this.inside = inside;
  }
}

export type SourceLookup = (id: string) => Source | undefined;

export const confidences = ['primary', 'secondary', 'derived', 'from-memory'] as const satisfies readonly Confidence[];
export const text = z.string().check(z.minLength(1));
export const year = z.int().check(z.minimum(1900), z.maximum(2100));

const provenance = {
  year,
  source: text,
  confidence: z.optional(z.enum(confidences)),
  note: z.optional(text),
  /** What the publisher counted, when it is not what the column counts. */
  scope: z.optional(text),
};

const shape = { value: z.number(), low: z.optional(z.number()), high: z.optional(z.number()), ...provenance };

/** `{ value, low?, high?, year, source, confidence?, note?, scope? }` */
export const figure = z.strictObject(shape);

/** As `figure`, or a range whose value is its middle. */
export const figureOrRange = z.strictObject({ ...shape, value: z.optional(z.number()) });

/** A figure with further columns that are kept beside it, such as a variant or an assumption. */
export const figureWith = <Extra extends Record<string, z.core.$ZodType>>(extra: Extra) =>
  z.strictObject({ ...shape, ...extra });

export interface RawFigure {
  readonly value?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly year: number;
  readonly source: string;
  readonly confidence?: Confidence | undefined;
  readonly note?: string | undefined;
}

/** Six significant digits: products of published figures carry no more. */
export const round = (value: number): number => Number(value.toPrecision(6));

/**
 * A figure with its unit, its bounds checked.
 * Errors  unknown source; low > value or value > high; outside the physical bounds of the column.
 */
export function compileFigure(raw: RawFigure, column: Column, sources: SourceLookup): Figure {
  const source = sources(raw.source);
  if (!source) throw new RowError(`unknown source "${raw.source}"`);
  const value = raw.value ?? middle(raw);
  const low = raw.low ?? value;
  const high = raw.high ?? value;
  if (!(low <= value && value <= high))
    throw new RowError(`low ${low} <= value ${value} <= high ${high} does not hold`);
  for (const each of [low, high]) checkBounds(each, column);
  return {
    low,
    value,
    high,
    unit: column.unit,
    source: raw.source,
    year: raw.year,
    confidence: raw.confidence ?? source.confidence,
    ...(raw.note === undefined ? {} : { note: raw.note }),
  };
}

function middle(raw: RawFigure): number {
  if (raw.low === undefined || raw.high === undefined) throw new RowError('a figure needs a value, or low and high');
  return round((raw.low + raw.high) / 2);
}

function checkBounds(value: number, { unit, min, max }: Column): void {
  const found = unit === '1' ? String(value) : `${value} ${unit}`;
  if (min !== undefined && value < min) throw new RowError(`${found} is below ${min}`);
  if (max !== undefined && value > max) throw new RowError(`${found} is above ${max}`);
}

/**
 * A list of published figures: the first is the value, low and high span the list.
 * `years` keeps only the entries of the last so many years for the span.
 */
export function compileList(
  list: readonly RawFigure[],
  column: Column,
  sources: SourceLookup,
  years: number = Number.POSITIVE_INFINITY,
): Figure {
  const all = list.map((each) => compileFigure(each, column, sources));
  const first = all[0];
  if (!first) throw new RowError('an empty list of figures');
  const newest = Math.max(...all.map((each) => each.year));
  const recent = all.filter((each) => each === first || each.year > newest - years);
  return {
    ...first,
    low: Math.min(...recent.map((each) => each.low)),
    high: Math.max(...recent.map((each) => each.high)),
  };
}
