/** Opens what the greenhouse gases of a scenario are about the same as: kilometres of a truck, hours of video. */
import type { Equivalent } from '../assessment.ts';
import { printValue } from '../units.ts';
import type { Builder } from './builder.ts';

/** Adds an equivalent, its factor and the greenhouse gases; false when these are unknown. */
export function addEquivalent(
  builder: Builder,
  { id, label, unit, amount, factor, factorUnit, source, year }: Equivalent,
): boolean {
  const name = `factor.${id}`;
  // It comes before what it reads, and is known: without greenhouse gases an assessment has no equivalent.
  const ghg = amount.central * factor;
  builder.put({
    id: `equivalent.${id}`,
    kind: 'quantity',
    meaning: label,
    unit,
    value: amount.central,
    range: amount,
    source,
    year,
    formula: `ghg / ${name}`,
    substituted: `${printValue(ghg, 'kgCO2e/period')} / (${printValue(factor, factorUnit)})`,
    reads: ['ghg', name],
  });
  const meaning = `greenhouse gases of one ${unit}: ${label}`;
  builder.put({ id: name, kind: 'input', meaning, unit: factorUnit, value: factor, status: 'catalogue', source, year });
  return builder.criterion('ghg') !== null;
}
