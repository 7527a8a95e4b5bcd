/** The order of a range and the hard bounds of its field. */
import type { Range } from '../../units.ts';
import type { Field } from './fields.ts';
import type { Findings } from '../findings.ts';
import { meantInstead } from './magnitude.ts';
import type { Path } from '../text/place.ts';

function boundOf({ minimum, maximum, above }: Field): string {
  const lowest =
    minimum === undefined
      ? ''
      : above
        ? `above ${minimum}`
        : minimum === 0 && maximum === undefined
          ? '0 or more'
          : `at least ${minimum}`;
  const most = maximum === undefined ? '' : `at most ${maximum}`;
  return [lowest, most].filter(Boolean).join(' and ');
}

/** The least amount of anything that is there at all: what divides by it stays a number. */
const least = 1e-30;

/** Order and bounds; true when the range can be used. */
export function isSound({ low, central, high }: Range, field: Field, path: Path, findings: Findings): boolean {
  if (![low, central, high].every((each) => Number.isFinite(each))) {
    findings.report('not-finite', { field: field.name, found: 'beyond the largest number' }, path);
    return false;
  }
  if (low > central || central > high) {
    const found = [...new Set([low, central, high])].join(' ... ');
    findings.report('range-order', { field: field.name, found }, path);
    return false;
  }
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY, ceiling, above = false } = field;
  const report = (outside: number, bound: string, why: string): false => {
    const found = field.unit === '1' ? String(outside) : `${outside} ${field.unit}`;
    findings.report('out-of-bounds', { field: field.name, found, bound, why }, path);
    return false;
  };
  const outside = low < minimum || (above && low <= minimum) ? low : high > maximum ? high : undefined;
  if (outside !== undefined) return report(outside, boundOf(field), field.why);
  const tiny = [low, central, high].find((each) => each > 0 && each < least);
  if (tiny !== undefined) return report(tiny, `at least ${least}, or 0`, 'no such size is meant');
  if (ceiling === undefined || high <= ceiling) return true;
  const meant = meantInstead(high, field);
  const why = meant === undefined ? 'no such size is meant' : `no such size is meant: ${meant}?`;
  return report(high, `at most ${ceiling < 1e6 ? ceiling : ceiling.toExponential().replace('+', '')}`, why);
}
