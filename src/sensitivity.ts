/** How far each input alone moves the greenhouse gases of a scenario: the bars of a tornado. */
import type { LedgerEntry } from './assessment.ts';
import { keyedLedgerOf } from './assess-ledger.ts';
import { respondUsage } from './engine/baseline.ts';
import { sumUsages } from './engine/criteria.ts';
import { propagation, swingsOf } from './engine/propagate.ts';
import { InternalError } from './errors.ts';
import { hasPeriodTotal, type PreparedScenario } from './prepare.ts';

export interface Sensitivity {
  readonly entry: LedgerEntry;
  /** kgCO2e over the period with this input at its low and at its high, every other at its central value. */
  readonly atLow: number;
  readonly atHigh: number;
}

/** Every input that moves the total, the widest swing first. Empty where the total is unknown or exact. */
export function sensitivityOf({ resolved }: PreparedScenario): Sensitivity[] {
  const { ghg } = sumUsages(
    resolved.usages.map((usage) => ({
      id: usage.id,
      criteria: hasPeriodTotal(usage) ? respondUsage(usage.parts, propagation).criteria : null,
    })),
    propagation,
  );
  if (!ghg.total) return [];
  const entries = new Map(keyedLedgerOf(resolved, null));
  const width = ({ atLow, atHigh }: Sensitivity): number => Math.abs(atHigh - atLow);
  return swingsOf(ghg.total)
    .map(({ key, atLow, atHigh }): Sensitivity => {
      const entry = entries.get(key);
      if (!entry) throw new InternalError(`"${key}" moves the total and is not in the ledger`);
      return { entry, atLow, atHigh };
    })
    .toSorted((left, right) => width(right) - width(left));
}
