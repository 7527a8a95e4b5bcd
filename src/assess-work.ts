/** Figures of a usage beside its impacts: for one picture, second or minute, and how many machines it keeps busy. */
import type { BusyMachines, PerWork, WorkUnit } from './assessment.ts';
import type { UsageResponses, WorkTotal } from './engine/baseline.ts';
import { centralOf, type Uncertainty } from './engine/uncertainty.ts';
import type { ResolvedUsage } from './scenario/resolve/types.ts';
import { scaled } from './units.ts';

/** What one of each quantity of work is called, and how many of the quantity make it. */
const units: Readonly<Record<WorkTotal, { readonly unit: WorkUnit; readonly size: number }>> = {
  images_total: { unit: 'image', size: 1 },
  video_seconds_total: { unit: 'video-second', size: 1 },
  audio_minutes_total: { unit: 'audio-minute', size: 1 },
  embedded_tokens_total: { unit: 'million-tokens', size: 1e6 },
};

/** Energy and greenhouse gases of one piece of work, use alone; absent where work is counted in requests. */
export function perWorkOf(
  { criteria, work }: UsageResponses,
  { interval, ratio, sum }: Uncertainty,
): PerWork | undefined {
  if (!work) return undefined;
  const { unit, size } = units[work.of];
  const { energy, ghg } = criteria;
  const used = (phases: typeof energy.phases) =>
    sum([...phases].flatMap(([phase, response]) => (phase === 'training' ? [] : [response])));
  const each = (phases: typeof energy.phases) => {
    const total = used(phases);
    const one = total && ratio(total, work.total);
    return one ? scaled(interval(one), size) : null;
  };
  return { unit, energy: each(energy.phases), ghg: each(ghg.phases) };
}

/** Machines that would work all the time for this usage; absent where nothing says how long a request takes them. */
export function busyOf(
  resolved: ResolvedUsage,
  { busy }: UsageResponses,
  { interval }: Uncertainty,
): BusyMachines | undefined {
  if (!busy || !resolved.requestsKnown || centralOf(busy) === 0) return undefined;
  const hardware = resolved.parts[0]?.inputs.find(({ id }) => id === 'accelerator_power');
  return { accelerator: hardware?.note ?? '', count: interval(busy) };
}
