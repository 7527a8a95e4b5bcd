/**
 * The text method at central values as one function of its constants, so that they can be fitted: an engine that reads
 * declared equations is too slow for that. test/validation.test.ts holds it against the engine, row by row.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { defaultCatalog } from '../../src/catalog/index.ts';
import { profileOf, type Layers, type Row } from './rows.ts';

/** Constants of src/method/text.yaml that decide of writing; those of prefill rest on input tokens, which are not published. */
export const fitted = [
  'memory_efficiency', 'compute_efficiency', 'step_overhead', 'link_overhead', 'request_overhead', 'busy_power',
  'waiting_power',
] as const; // prettier-ignore
export type Fitted = (typeof fitted)[number];

export type Constants = Readonly<Record<Fitted, number>> & Readonly<Record<string, number>>;

export function constantsOf(root: string): Constants {
  const { constants } = parse(readFileSync(join(root, 'src/method/text.yaml'), 'utf8')) as {
    constants: Record<string, { value: number }>;
  };
  return Object.fromEntries(Object.entries(constants).map(([name, { value }]) => [name, value])) as Constants;
}

interface Machine {
  readonly flops: number;
  /** GB/s. */
  readonly bandwidth: number;
  readonly power: number;
}

export function machineOf(): Machine {
  const row = defaultCatalog().accelerator('h100-sxm5-80');
  if (!row?.flops || !row.bandwidth || !row.power) throw new Error('the catalogue has no H100');
  return { flops: row.flops.value, bandwidth: row.bandwidth.value, power: row.power.value };
}

/** GPU energy of a request, Wh: no idle capacity, no host, PUE 1. */
export function gpuEnergy(row: Row, layers: Layers, constants: Constants, machine: Machine): number {
  const { total, active, bits, accelerators, batch, output } = row;
  const c = (name: string): number => constants[name] ?? Number.NaN;
  const input = defaultCatalog().profile(profileOf(row))?.input.value ?? Number.NaN;
  const activeShare = Math.min(1, active / total);
  const called = layers.experts && layers.experts_used ? layers.experts_used / layers.experts : activeShare;
  const always = Math.max(0, activeShare - called) / Math.max(c('smallest_rest'), 1 - called);
  const weights = ((total * 1e9 * bits) / 8) * (always + (1 - always) * (1 - (1 - called) ** batch));
  const cache = layers.cache ?? c('cache_at_reference') * Math.cbrt(active);
  const read = weights + batch * ((input + output / 2) * cache + (layers.state ?? 0) * c('state_passes'));
  const reading = read / (c('memory_efficiency') * accelerators * machine.bandwidth * 1e9);
  const computing = (2 * active * 1e9 * batch) / (c('compute_efficiency') * accelerators * machine.flops);
  const overhead =
    (c('step_overhead') + c('link_overhead') * Math.log2(accelerators)) * 1e-3 + c('request_overhead') * 1e-6 * batch;
  const busy = c('busy_power') * (reading + computing) + c('waiting_power') * overhead;
  const written = (output * accelerators * machine.power * busy) / batch;
  const efficiency =
    (active < total ? c('prefill_efficiency_mixture') : c('prefill_efficiency_dense')) *
    Math.min(c('precision_gain_limit'), c('reference_bits') / bits);
  const prefill =
    (2 * active * 1e9 * (1 + (c('attention') * input) / Math.cbrt(active))) / (machine.flops * efficiency);
  return (written + input * c('busy_power') * machine.power * prefill) / 3600;
}
