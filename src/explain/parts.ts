/** The usages of a scenario at their places, each with its trace; and which of them a reader wants opened. */
import { hasPeriodTotal } from '../prepare.ts';
import { trace, type Trace } from '../engine/trace.ts';
import type { ResolvedInput, ResolvedPart, ResolvedUsage } from '../scenario/resolve/types.ts';
import type { Split } from './explanation.ts';
import { outputsOf } from './names.ts';

/** A usage at one place, or one part of it. */
export interface TracedPart {
  readonly usage: ResolvedUsage;
  /** Counts from 1. */
  readonly place: number;
  readonly split: Split;
  /** Part of the requests of the usage; null of what is not requests. */
  readonly share: number | null;
  readonly trace: Trace<ResolvedInput>;
}

/** Storage and network have a part of their own at each place. */
const isData = ({ mechanisms }: ResolvedPart): boolean => mechanisms.includes('data');

const shareOf = (part: ResolvedPart): number | null =>
  isData(part) ? null : (part.inputs.find(({ id }) => id === 'location_share')?.range.central ?? null);

/** @param changed after practices, of which each splits a usage into what it reaches and what it does not. */
export function tracedParts(usages: readonly ResolvedUsage[], changed: boolean): readonly TracedPart[] {
  return usages.flatMap((usage) => {
    const split = changed || usage.parts.some(isData) ? 'part' : 'place';
    return usage.parts.map((part, index) => ({
      usage,
      place: index + 1,
      split,
      share: shareOf(part),
      trace: trace<ResolvedInput>(part),
    }));
  });
}

function ghgOf({ usage, trace: { value } }: TracedPart): number {
  if (!hasPeriodTotal(usage)) return 0;
  return outputsOf('ghg').reduce((sum, [, quantity]) => sum + (value(quantity) ?? 0), 0);
}

/** The part with the most greenhouse gases, of the usage that has the most; the first of equals. */
export function largest(parts: readonly TracedPart[]): TracedPart | undefined {
  const sums = new Map<string, number>();
  for (const part of parts) sums.set(part.usage.id, (sums.get(part.usage.id) ?? 0) + ghgOf(part));
  const [id] = [...sums].reduce((best, each) => (each[1] > best[1] ? each : best), ['', -1] as [string, number]);
  const own = parts.filter(({ usage }) => usage.id === id);
  return own.reduce<TracedPart | undefined>(
    (best, part) => (best && ghgOf(best) >= ghgOf(part) ? best : part),
    undefined,
  );
}
