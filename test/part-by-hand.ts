/** Parts of a usage made by hand for tests of the engine: mechanisms, and inputs in the units that src/method declares. */
import type { Kernel } from '../src/engine/evaluate.ts';
import { at, type Response, type UncertainInput } from '../src/engine/uncertainty.ts';
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

/** 70.6 B in bf16 on H100, 200 tokens in and 400 out, 10 requests. */
export const servedText = {
  total_parameters: 70.6, active_parameters: 70.6, experts: 0, experts_used: 0, declared_cache: 0, recurrent_state: 0,
  mixture: 0, bits: 16, input_tokens: 200, cached_tokens: 0, output_tokens: 400, reasoning_tokens: 0, batch: 64,
  accelerator_flops: 989.5e12, accelerator_bandwidth: 3350, accelerator_power: 700, accelerator_memory: 80, idle: 0.12,
  host: 0.3, parallel_samples: 1, pue: 1.12, occupancy: 0.7, grid_ghg: 0.5, grid_water: 3, wue: 1, requests: 10,
  location_share: 1, iterations: 1, calls: 1,
} as const; // prettier-ignore
export const textChain = ['text', 'accelerator-count', 'facility', 'water', 'operation', 'totals'];

/** Central value, then low and high of each key. */
export const responseOf = (keys: readonly string[], column: readonly number[], assumed = false): Response => ({
  keys, column: Float64Array.from(column), assumed,
}); // prettier-ignore
export const told = ({ keys, column, assumed }: Response) => ({ keys, column: [...column], assumed });
export const kernelOf = (id: string, needs: readonly string[], run: (...values: number[]) => number): Kernel => ({
  id, mechanism: 'm', unit: '1', needs, postfix: '',
  run: (columns, out) => {
    for (let row = 0; row < out.length; row += 1) out[row] = run(...columns.map((column) => at(column, row)));
  },
}); // prettier-ignore

/** A method of these kernels, as `kernelsOf` is of the compiled ones. */
export const among = (kernels: readonly Kernel[]) => (mechanism: string) =>
  kernels.filter((each) => each.mechanism === mechanism);
