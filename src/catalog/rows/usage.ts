/** Rows of defaults.yaml, profiles.yaml, tasks.yaml and spend.yaml: what is taken when a scenario says little. */
import * as z from 'zod/mini';
import type { CatalogTables, Choice, Default, SpendFactor, TaskAverage, TaskProfile } from '../types.ts';
import { parseUnit, sameDimensions } from '../../units.ts';
import { nearestNames } from '../nearest.ts';
import { columns, type Column } from './columns.ts';
import {
  compileFigure,
  confidences,
  figure,
  figureWith,
  RowError,
  text,
  year,
  type RawFigure,
  type SourceLookup,
} from './figure.ts';

export const defaultRow = z.strictObject({
  id: text,
  unit: text,
  value: z.number(),
  low: z.optional(z.number()),
  high: z.optional(z.number()),
  year,
  source: text,
  confidence: z.optional(z.enum(confidences)),
  meaning: text,
  note: z.optional(text),
});

/**
 * The rows that ship name the defaults; a row of a user gives one of them another value, in its unit or in one that
 * measures the same.
 * Errors  an id that no shipped row has; another dimension; outside of the bounds of that default.
 */
export function compileDefault(
  row: z.infer<typeof defaultRow>,
  sources: SourceLookup,
  shipped: readonly Default[],
): Default {
  const known = shipped.find(({ id }) => id === row.id);
  if (shipped.length > 0 && !known) throw new RowError(unknownId('default', row.id, shipped), ['id']);
  const bounds: Readonly<Partial<Record<string, Column>>> = columns.defaults;
  const column = bounds[row.id] ?? { unit: known?.figure.unit ?? knownUnit(row.unit) };
  return { id: row.id, figure: compileFigure(inUnit(row, column.unit), column, sources), meaning: row.meaning };
}

/** The figure of a row in the unit of its default. */
function inUnit(row: z.infer<typeof defaultRow>, wanted: string): RawFigure {
  if (row.unit === wanted) return row;
  const [from, to] = [parseUnit(knownUnit(row.unit)), parseUnit(wanted)];
  if (!from || !to || !sameDimensions(from, to))
    throw new RowError(`the unit ${row.unit} does not measure what ${wanted} does`, ['unit']);
  const brought = (value: number): number => Number(((value * from.scale) / to.scale).toPrecision(15));
  return {
    ...row,
    value: brought(row.value),
    ...(row.low === undefined ? {} : { low: brought(row.low) }),
    ...(row.high === undefined ? {} : { high: brought(row.high) }),
  };
}

function unknownId(kind: string, id: string, known: readonly { readonly id: string }[]): string {
  const ids = known.map((each) => each.id);
  const near = nearestNames(id, ids);
  const which = near.length === 0 ? `they are ${ids.join(', ')}` : `the nearest are ${near.join(', ')}`;
  return `there is no such ${kind}; ${which}`;
}

export const choiceRow = z.strictObject({ id: text, choice: text, source: text, meaning: text });

interface ChoiceContext {
  readonly sources: SourceLookup;
  readonly shipped: readonly Choice[];
  /** The tables that a choice may name a row of. */
  readonly tables: Pick<CatalogTables, 'accelerators' | 'profiles' | 'spend'>;
}

/** Errors  an id that no shipped row has; a name that its table does not hold; a sector of another currency. */
export function compileChoice(row: z.infer<typeof choiceRow>, { sources, shipped, tables }: ChoiceContext): Choice {
  if (shipped.length > 0 && !shipped.some(({ id }) => id === row.id))
    throw new RowError(unknownId('choice', row.id, shipped), ['id']);
  if (!sources(row.source)) throw new RowError(`unknown source "${row.source}"`, ['source']);
  const wanted = row.choice.trim().toLowerCase();
  const named = (each: { readonly id: string; readonly aliases?: readonly string[] }): boolean =>
    [each.id, ...(each.aliases ?? [])].some((name) => name.toLowerCase() === wanted);
  const currency = /^spend_sector_([a-z]{3})$/.exec(row.id)?.[1]?.toUpperCase();
  const holds =
    row.id === 'accelerator'
      ? tables.accelerators.some(named)
      : row.id === 'task_profile'
        ? tables.profiles.some(named)
        : currency === undefined || tables.spend.some((each) => named(each) && each.ghg.unit.endsWith(`/${currency}`));
  if (!holds) throw new RowError(`the catalogue holds no "${row.choice}" that could be this`, ['choice']);
  return row;
}

export const profileRow = z.strictObject({ id: text, name: text, input: figure, output: figure });

export function compileProfile(row: z.infer<typeof profileRow>, sources: SourceLookup): TaskProfile {
  return {
    id: row.id,
    name: row.name,
    input: compileFigure(row.input, columns.profiles.input, sources),
    output: compileFigure(row.output, columns.profiles.output, sources),
  };
}

export const taskRow = z.strictObject({
  id: text,
  name: text,
  boundary: z.enum(['gpu', 'server', 'facility']),
  energy: figure,
});

export function compileTask(row: z.infer<typeof taskRow>, sources: SourceLookup): TaskAverage {
  return { ...row, energy: compileFigure(row.energy, columns.tasks.energy, sources) };
}

export const spendRow = z.strictObject({
  id: text,
  name: text,
  ghg: figureWith({ unit: z.string().check(z.regex(/^kgCO2e\/[A-Z]{3}$/)) }),
});

export function compileSpend(row: z.infer<typeof spendRow>, sources: SourceLookup): SpendFactor {
  return { ...row, ghg: compileFigure(row.ghg, { unit: knownUnit(row.ghg.unit), min: 0, max: 5 }, sources) };
}

function knownUnit(unit: string): string {
  if (!parseUnit(unit)) throw new RowError(`unknown unit "${unit}"`);
  return unit;
}
