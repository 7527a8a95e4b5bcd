/** Figures that a model of the catalogue carries with their own source: what was measured of it, how it was trained. */
import type { Model } from '../../catalog/types.ts';
import { implied } from './fill.ts';
import type { ResolvedInput } from './types.ts';

/** A block of published figures of a row of models.yaml, checked there for its source and its year. */
export type Facts = Readonly<Record<string, unknown>>;

export const numberOf = (facts: Facts | undefined, name: string): number | undefined => {
  const value = facts?.[name];
  return typeof value === 'number' ? value : undefined;
};

/** Makes inputs of exact figures of such a block. */
export function factInputs(
  model: Model,
  facts: Facts,
  note: string,
): (id: string, unit: string, value: number) => ResolvedInput {
  const source = typeof facts['source'] === 'string' ? facts['source'] : 'from-memory';
  const year = numberOf(facts, 'year') ?? 2026;
  return (id, unit, value) => ({
    ...implied(id, value, unit),
    key: `model:${model.id}.${id}`,
    status: 'catalogue',
    source,
    year,
    field: 'model',
    note,
  });
}
