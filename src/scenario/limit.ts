/** A limit of a figure as somebody writes it on the command line: `20 m3`, `10 kg`, `5 %`. */
import { parseUnit, sameDimensions } from '../units.ts';

export const comparisons = {
  '<': (value: number, limit: number) => value < limit,
  '<=': (value: number, limit: number) => value <= limit,
  '>': (value: number, limit: number) => value > limit,
  '>=': (value: number, limit: number) => value >= limit,
} as const;
export type Comparison = keyof typeof comparisons;

export interface Limit {
  /** In the unit of the figure. */
  readonly value: number;
  /** The unit of the figure that the written one measures; the first where none is written. */
  readonly unit: string;
  readonly hasUnit: boolean;
}

/** `kg` of greenhouse gases are kgCO2e, as in the files. */
const spellingsOf = (unit: string): readonly string[] =>
  unit.includes('CO2e') ? [unit, unit.replace('CO2e', '')] : [unit];

/**
 * Reads a number with or without its unit.
 * @param units those that the figure may have; more than one where rows differ, as currencies do.
 * Returns null when it is no number, or a number of something else.
 * Example readLimit('20 m3', ['L']) -> { value: 20000, unit: 'L', hasUnit: true }
 */
export function readLimit(written: string, units: readonly string[]): Limit | null {
  const [, number = '', unit = ''] = /^(\d[\d.]*(?:e[+-]?\d+)?)\s*(\S*)$/.exec(written.trim()) ?? [];
  const value = number === '' ? Number.NaN : Number(number);
  const [first = '1'] = units;
  if (!Number.isFinite(value)) return null;
  if (unit === '') return { value, unit: first, hasUnit: false };
  const given = parseUnit(unit);
  for (const own of units) {
    for (const spelling of spellingsOf(own)) {
      const wanted = parseUnit(spelling);
      if (given && wanted && sameDimensions(wanted, given))
        return { value: (value * given.scale) / wanted.scale, unit: own, hasUnit: true };
    }
  }
  return null;
}
