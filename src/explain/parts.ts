/** The usages of a scenario at their places, each with its trace; and which of them a reader wants opened. */
import { hasPeriodTotal } from '../prepare.ts';
import { trace, type Trace } from '../engine/trace.ts';
import type { ResolvedInput, ResolvedUsage } from '../scenario/resolve/types.ts';
import { outputsOf } from './names.ts';

/** A usage at one place. */
export interface TracedPart {
  readonly usage: ResolvedUsage;
  /** Counts from 1. */
  readonly place: number;
  readonly trace: Trace<ResolvedInput>;
}

export function tracedParts(usages: readonly ResolvedUsage[]): readonly TracedPart[] {
  return usages.flatMap((usage) =>
    usage.parts.map((part, index) => ({ usage, place: index + 1, trace: trace<ResolvedInput>(part) })),
  );
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
