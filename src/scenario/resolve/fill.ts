/** Fills an input of the method: what the scenario gives, else a figure of the catalogue, marked as such. */
import type { Method, PracticeId, Status, Warning } from '../../assessment.ts';
import type { Catalog } from '../../catalog/index.ts';
import type { Figure } from '../../catalog/types.ts';
import { InternalError, type Place, type Problem } from '../../errors.ts';
import type { Value } from '../types.ts';
import type { ResolvedInput } from './types.ts';

/** What resolving a scenario needs, and where it puts what it finds wrong. */
export interface Context {
  readonly catalog: Catalog;
  readonly problems: Problem[];
  readonly warnings: Warning[];
  /** Whether usages may share values that are written once. */
  readonly hasDefaults: boolean;
  /** What estimates a text usage; ai-footprint when absent. */
  readonly method?: Method;
  /** Whether a text usage is resolved for both methods. */
  readonly both?: boolean;
  /** Which practices are resolved; none when absent. */
  readonly practices?: readonly PracticeId[];
  /** Whether the catalogue suggests those that the scenario does not state. */
  readonly suggest?: boolean;
  /** Which places and models a usage could have: those that may be suggested, or all of the catalogue. None when absent. */
  readonly options?: 'allowed' | 'all';
  /** Place of a dotted path such as `usages[0].model`, or of its nearest parent. */
  readonly locate: (path: string) => Place | undefined;
}

/** A figure that takes the place of a value that the scenario does not give. */
export interface Substitute {
  readonly figure: Figure;
  /** Identity of the unknown: `zone:FRA.ghg`, `default.batch`. */
  readonly key: string;
  /** `catalogue` for a fact about something that the scenario names, `default` for an assumption. */
  readonly status: 'catalogue' | 'default';
  readonly note?: string;
}

export function fromScenario(
  id: string,
  unit: string,
  field: string,
  given: Exclude<Value, 'unknown'>,
  owner: string,
): ResolvedInput {
  const { low, high } = given.range;
  return {
    id,
    key: `${owner}.${field}`,
    range: given.range,
    unit,
    status: low < high ? 'given-range' : 'given',
    source: 'scenario',
    year: null,
    field,
    ...(given.source === undefined ? {} : { note: given.source }),
  };
}

/**
 * Inputs that stand for a figure of the catalogue: usages that share it share them, so that ten thousand usages have those of a few models
 * and places. Frozen, because results show them.
 */
const standIns = new WeakMap<Figure, ResolvedInput[]>();

export function fromCatalogue(id: string, field: string, substitute: Substitute, looked = false): ResolvedInput {
  const { figure, key, note = figure.note } = substitute;
  // "unknown" in the scenario: somebody looked and found nothing, which is worth more than silence.
  const status: Status = looked && substitute.status === 'default' ? 'unknown' : substitute.status;
  let known = standIns.get(figure);
  if (!known) standIns.set(figure, (known = []));
  const found = known.find(
    (input) =>
      input.id === id && input.key === key && input.field === field && input.status === status && input.note === note,
  );
  if (found) return found;
  const made: ResolvedInput = Object.freeze({
    id,
    key,
    range: Object.freeze({ low: figure.low, central: figure.value, high: figure.high }),
    unit: figure.unit,
    status,
    source: figure.source,
    year: figure.year,
    confidence: figure.confidence,
    field,
    ...(note === undefined ? {} : { note }),
  });
  known.push(made);
  return made;
}

/** An exact number that is part of how a field is read, such as a share of 1. No input of anybody: it has no key. */
export function implied(id: string, value: number, unit: string): ResolvedInput {
  const range = { low: value, central: value, high: value };
  return { id, key: '', range, unit, status: 'given', source: 'scenario', year: null, field: '' };
}

/** The scenario's value when it gives one, else the substitute. */
export function fill(
  id: string,
  field: string,
  value: Value | undefined,
  owner: string,
  substitute: Substitute,
): ResolvedInput {
  if (value !== undefined && value !== 'unknown') return fromScenario(id, substitute.figure.unit, field, value, owner);
  return fromCatalogue(id, field, substitute, value === 'unknown');
}

/** A default that a scenario cannot set: a row of its own in `--catalog FILE` can. */
export function standard(catalog: Catalog, id: string, row = id): ResolvedInput {
  return fromCatalogue(id, `catalog.defaults.${row}`, defaultOf(catalog, row));
}

/** The default of the catalogue for an input. */
export function defaultOf(catalog: Catalog, id: string): Substitute {
  const row = catalog.default(id);
  if (!row) throw new InternalError(`src/data/defaults.yaml has no row "${id}"`);
  return { figure: row.figure, key: `default.${id}`, status: 'default' };
}

/** The default of the catalogue for a field that is a name. */
export function choiceOf(catalog: Catalog, id: string): string {
  const row = catalog.choice(id);
  if (!row) throw new InternalError(`src/data/defaults.yaml has no choice "${id}"`);
  return row.choice;
}

/** Whether the scenario gives a value, and not the word unknown. */
export const known = (value: Value | undefined): value is Exclude<Value, 'unknown'> =>
  value !== undefined && value !== 'unknown';
