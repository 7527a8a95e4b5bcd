/** Values of the right dimension and a suspect size: what would they be if a prefix had slipped? */
import type { Range } from '../../units.ts';
import type { Field } from './fields.ts';

/** Six digits are enough to recognise a number. */
function digits(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function withUnit(value: number, unit: string): string {
  return unit === '1' ? digits(value) : `${digits(value)} ${unit}`;
}

/** "did you mean 287 gCO2e/kWh, which is 0.287 kgCO2e/kWh", when a prefix that slipped explains the size. */
export function meantInstead(suspect: number, { unit, plausible }: Field): string | undefined {
  const { low: least = 0, high: most = Number.POSITIVE_INFINITY, slips = [] } = plausible ?? {};
  const isAbove = suspect > most;
  const slip = slips.find(({ by }) => suspect / by >= least && suspect / by <= most && by > 1 === isAbove);
  if (!slip) return undefined;
  const meant = withUnit(suspect / slip.by, unit);
  return slip.unit === undefined
    ? `did you mean ${meant}`
    : `did you mean ${withUnit(suspect, slip.unit)}, which is ${meant}`;
}

/**
 * The words of a warning, or undefined when the size is plausible.
 * Example grid.intensity 287 -> "287 kgCO2e/kWh is above any grid (at most about 1.5): did you mean 287 gCO2e/kWh, which is 0.287?"
 */
export function magnitudeWarning({ low, high }: Range, field: Field): string | undefined {
  const { name, unit, plausible } = field;
  if (!plausible) return undefined;
  const least = plausible.low ?? 0;
  const most = plausible.high ?? Number.POSITIVE_INFINITY;
  const isAbove = high > most;
  // Zero is a claim of its own (a grid without emissions), not a slip.
  const suspect = isAbove ? high : low > 0 && low < least ? low : undefined;
  if (suspect === undefined) return undefined;
  const limit = isAbove ? `at most about ${digits(most)}` : `at least about ${digits(least)}`;
  const start = `"${name}": ${withUnit(suspect, unit)} is ${isAbove ? 'above' : 'below'} ${plausible.than} (${limit})`;
  return `${start}: ${meantInstead(suspect, field) ?? 'is it right'}?`;
}
