/** `growth`, `grid_trend` and `horizon` at the top of a scenario. */
import type { Period } from '../assessment.ts';
import type { Findings } from './findings.ts';
import type { Scenario } from './types.ts';
import { readerOf, readQuantity } from './value/quantity.ts';
import { givenOf, withoutAbsent } from './usage-parts.ts';

/** Errors  reported: those of the values; a horizon of another period than the year; growth without a horizon. */
export function readHorizon(
  fields: Readonly<Record<string, unknown>>,
  period: Period,
  findings: Findings,
): Pick<Scenario, 'growth' | 'gridTrend' | 'horizon'> {
  const read = (name: 'growth' | 'grid_trend' | 'horizon') => {
    if (!Object.hasOwn(fields, name)) return undefined;
    const reading = readQuantity(fields[name], readerOf(name), [name], findings);
    if (reading !== 'unknown') return reading && givenOf(reading);
    const { example } = readerOf(name).field;
    const reason = 'leave the line out where it is not known';
    findings.report('bad-quantity', { field: name, found: 'unknown', reason, example }, [name]);
    return undefined;
  };
  const growth = read('growth');
  const gridTrend = read('grid_trend');
  const horizon = read('horizon');
  const first = (['growth', 'grid_trend'] as const).find((name) => Object.hasOwn(fields, name));
  if (first !== undefined && !Object.hasOwn(fields, 'horizon')) {
    const example = '"horizon: 3 years", the years that are looked ahead';
    findings.report('missing-key', { owner: 'the scenario', key: 'horizon', example }, [first]);
  }
  if (horizon && period !== 'year') {
    const reason = `years are counted from a scenario of a year, and this one counts by "${period}"`;
    findings.report(
      'bad-quantity',
      { field: 'horizon', found: String(fields['horizon']), reason, example: '"period: year"' },
      ['horizon'],
    );
  }
  return withoutAbsent({ growth, gridTrend, horizon: horizon && Math.floor(horizon.range.central) });
}
