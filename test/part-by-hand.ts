/** Parts of a usage made by hand for tests of the engine: mechanisms, and inputs in the units that src/method declares. */
import type { UncertainInput } from '../src/engine/uncertainty.ts';
import type { Range } from '../src/units.ts';

export const exact = (value: number): Range => ({ low: value, central: value, high: value });

/** An input of its own name as key. */
export const inputOf = (id: string, value: number | Range, more: Partial<UncertainInput> = {}): UncertainInput => ({
  id, key: id, range: typeof value === 'number' ? exact(value) : value, ...more,
}); // prettier-ignore

export const partOf = (mechanisms: readonly string[], values: Readonly<Record<string, number | Range>>) => ({
  mechanisms,
  inputs: Object.entries(values).map(([id, value]) => inputOf(id, value)),
});

/** 20 prompts (10 requests of 2 prompts) of 0.001 kWh, idle 50 %, PUE 2: 0.003 kWh each at the meter, 0.06 kWh in all. */
export const measured = {
  reported_energy: 0.001, idle: 0.5, pue: 2, requests: 10, location_share: 1, iterations: 2, calls: 1,
} as const; // prettier-ignore
