/** Parts of a usage and changes of them, made by hand for tests of the practices. */
import type { PracticeId } from '../src/assessment.ts';
import { respondUsage } from '../src/engine/baseline.ts';
import { propagation } from '../src/engine/propagate.ts';
import { centralOf } from '../src/engine/uncertainty.ts';
import type { Change } from '../src/practices/change.ts';

export const range = (central: number) => ({ low: central, central, high: central });

/** 10 requests of 0.001 kWh on a server, idle 50 %, PUE 2, 0.5 kg/kWh: 0.015 kg over the period. */
export function part(values: Readonly<Record<string, number>> = {}) {
  const all = {
    reported_energy: 0.001, idle: 0.5, pue: 2, grid_ghg: 0.5, grid_water: 1, wue: 0, requests: 10, location_share: 1,
    iterations: 1, calls: 1, output_tokens: 100, ...values,
  }; // prettier-ignore
  return {
    mechanisms: ['reported-server', 'facility', 'operation', 'totals'],
    inputs: Object.entries(all).map(([id, value]) => ({ id, key: id, range: range(value) })),
  };
}
export const input = (id: string, value: number) => ({ id, key: id, range: range(value) });
export const change = (practice: PracticeId, more: Partial<Change> = {}): Change => ({
  practice, share: 1, retry: 0, inputs: [], factor: null, ...more,
}); // prettier-ignore

export const ghgOf = (parts: Parameters<typeof respondUsage>[0]): number => {
  const { total } = respondUsage(parts, propagation).criteria.ghg;
  return total ? centralOf(total) : Number.NaN;
};
