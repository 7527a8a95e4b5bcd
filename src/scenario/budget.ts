/** `budget:` of the file -> limits in kgCO2e and litres. */
import type { Calendar } from './value/calendar.ts';
import { limitReader } from './value/counted.ts';
import type { Findings } from './findings.ts';
import { isMap, readerOf, readQuantity } from './value/quantity.ts';
import type { Reader } from './value/quantity-text.ts';
import type { Budget } from './value-types.ts';
import { spanOf, withoutAbsent } from './usage-parts.ts';

/** A limit is one number. */
function limit(raw: unknown, reader: Reader, key: string, findings: Findings): number | undefined {
  const path = ['budget', key];
  const reading = readQuantity(raw, reader, path, findings);
  if (reading === undefined) return undefined;
  const { name, example } = reader.field;
  const refuse = (found: string, reason: string): undefined => {
    findings.report('bad-quantity', { field: name, found, reason, example }, path);
    return undefined;
  };
  if (reading === 'unknown') return refuse('unknown', 'leave the line out where no limit is set');
  const { low, high, central } = reading.range;
  return low < high ? refuse(spanOf(reading.range), 'a limit is one number, not a range') : central;
}

/**
 * Reads the budget.
 * Errors  reported to `findings`: those of its values; a limit that is a range; a limit per unit without a functional unit.
 */
export function readBudget(
  raw: unknown,
  { calendar, hasUnit, findings }: { calendar: Calendar; hasUnit: boolean; findings: Findings },
): Budget | undefined {
  if (!isMap(raw)) return undefined;
  if (Object.hasOwn(raw, 'ghg_per_unit') && !hasUnit) {
    const example = '"functional_unit: { name: sheet }", which "ghg_per_unit" limits';
    findings.report('missing-key', { owner: 'the scenario', key: 'functional_unit', example }, [
      'budget',
      'ghg_per_unit',
    ]);
  }
  return withoutAbsent({
    ghg: limit(raw['ghg'], limitReader(calendar, 'budget.ghg'), 'ghg', findings),
    ghgPerUnit: limit(raw['ghg_per_unit'], readerOf('budget.ghg_per_unit'), 'ghg_per_unit', findings),
    water: limit(raw['water'], limitReader(calendar, 'budget.water'), 'water', findings),
  });
}
