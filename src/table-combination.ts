/** Rows that are added up as one usage: its numbers that vary, and how. */
import { shapeOf, type PartSlots } from './engine/moments.ts';
import { Moments } from './engine/row-moments.ts';
import { InternalError } from './errors.ts';
import type { ResolvedPart, ResolvedUsage } from './scenario/resolve/types.ts';
import type { NumberColumn } from './scenario/table/number-column.ts';
import type { Usage } from './scenario/types.ts';

/** One combination of cells, plain numbers apart. */
export interface Combination {
  readonly usage: Usage;
  readonly resolved: ResolvedUsage;
  readonly parts: readonly PartSlots<ResolvedPart>[];
  readonly moments: Moments;
  readonly label: string;
  /** What the numbers of a row must keep among themselves; undefined where they need not. */
  readonly tokens: TokenLimits | undefined;
}

/** What all rows of a column of numbers hold. */
export class Numbers {
  count = 0;
  sum = 0;
  low = Number.POSITIVE_INFINITY;
  high = Number.NEGATIVE_INFINITY;
  /** Those of a suspect size. */
  suspects = 0;

  add(value: number): void {
    this.count += 1;
    this.sum += value;
    if (value < this.low) this.low = value;
    if (value > this.high) this.high = value;
  }
}

/** A column that was asked for. Its place in the list is its slot among the numbers of a row. */
export interface Column {
  /** Its place in the columns of the scenario. */
  readonly at: number;
  readonly field: string;
  readonly number: NumberColumn | undefined;
  /** Its cells that tell combinations apart. */
  readonly seen: Set<string>;
  readonly numbers: Numbers;
}

/** Cached tokens are a part of those that are sent: what the one that does not vary leaves to the other. */
export interface TokenLimits {
  readonly leastInput: number;
  readonly mostCached: number;
}

/** In a conversation the cache may hold more than the message. */
export function tokenLimits(
  { tokens = {}, turns, agent, context_tokens: context }: Usage,
  varies: { readonly input: boolean; readonly cached: boolean },
): TokenLimits | undefined {
  if (turns !== undefined || agent !== undefined || context !== undefined) return undefined;
  const { input, cached_input: cached } = tokens;
  return {
    leastInput: !varies.cached && cached !== undefined && cached !== 'unknown' ? cached.range.high : Number.NaN,
    mostCached: !varies.input && input !== undefined && input !== 'unknown' ? input.range.low : Number.NaN,
  };
}

/** Inputs of a part that the numbers of a row give, with the slot of each. */
export function slotsOf(
  part: ResolvedPart,
  { path }: Pick<Usage, 'path'>,
  fields: readonly string[],
  varies: (slot: number) => boolean,
): ReadonlyMap<string, number> {
  return new Map(
    fields.flatMap((field, slot): [string, number][] =>
      varies(slot) ? part.inputs.filter(({ key }) => key === `${path}.${field}`).map(({ id }) => [id, slot]) : [],
    ),
  );
}

/**
 * A combination that starts with a row.
 * @param values numbers of the row by slot; NaN where a cell holds none.
 * @param fixed  slots of numbers that are known to be the same in all its rows; given back with those that were found.
 */
export function beginCombination(
  { usage, resolved }: Pick<Combination, 'usage' | 'resolved'>,
  columns: readonly Column[],
  { values, fixed }: { readonly values: Float64Array; readonly fixed: readonly number[] },
): Omit<Combination, 'label' | 'tokens'> & { readonly fixed: readonly number[] } {
  const fields = columns.map(({ field }) => field);
  const known = new Set(fixed);
  for (;;) {
    const varies = (slot: number): boolean => !Number.isNaN(values[slot]) && !known.has(slot);
    const parts = resolved.parts.map((part) => ({ part, slots: slotsOf(part, usage, fields, varies) }));
    const shape = shapeOf(parts, columns.length);
    // A product that divides by nothing is none.
    const blamed =
      'fixed' in shape
        ? shape.fixed
        : columns.flatMap(({ number }, slot) =>
            number?.mayBeZero && shape.products.some((powers) => (powers[slot] ?? 0) < 0) ? [slot] : [],
          );
    if (!('fixed' in shape) && blamed.length === 0) {
      const slots = [...known].toSorted((left, right) => left - right);
      return { usage, resolved, parts, moments: new Moments(shape), fixed: slots };
    }
    const before = known.size;
    for (const slot of blamed) known.add(slot);
    if (known.size === before) throw new InternalError('a formula blames a number that is fixed');
  }
}
