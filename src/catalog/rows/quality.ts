/** Rows of quality.yaml: the conventions by which data are graded. */
import * as z from 'zod/mini';
import type { QualityRule } from '../types.ts';
import { parseUnit } from '../../units.ts';
import { RowError, text, year, type SourceLookup } from './figure.ts';

const grade = z.enum(['A', 'B', 'C', 'D', 'E']);

export const qualityRow = z.strictObject({
  id: text,
  unit: z.optional(text),
  limits: z.optional(z.strictObject({ A: z.number(), B: z.number(), C: z.number(), D: z.number() })),
  grades: z.optional(z.record(text, grade)),
  value: z.optional(z.number().check(z.positive())),
  year,
  source: text,
  meaning: text,
});

/** Errors  unknown source or unit; not exactly one of limits, grades and value; limits that do not grow. */
export function compileQuality(row: z.infer<typeof qualityRow>, sources: SourceLookup): QualityRule {
  const { id, unit, limits, grades, value, source, meaning } = row;
  if (!sources(source)) throw new RowError(`unknown source "${source}"`, ['source']);
  if ([limits, grades, value].filter((each) => each !== undefined).length !== 1)
    throw new RowError('a rule holds exactly one of limits, grades and value');
  if (grades === undefined && unit === undefined) throw new RowError('limits and values need a unit');
  if (unit !== undefined && !parseUnit(unit)) throw new RowError(`unknown unit "${unit}"`, ['unit']);
  if (limits && !(0 < limits.A && limits.A < limits.B && limits.B < limits.C && limits.C < limits.D))
    throw new RowError('limits grow from A to D', ['limits']);
  return {
    id,
    ...(unit === undefined ? {} : { unit }),
    ...(limits === undefined ? {} : { limits }),
    ...(grades === undefined ? {} : { grades }),
    ...(value === undefined ? {} : { value }),
    year: row.year,
    source,
    meaning,
  };
}
