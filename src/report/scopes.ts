/** Scope and category of the GHG Protocol for each phase of a usage, from who runs its machines. */
import type { Assessment, Hosting, Phase, UsageResult } from '../assessment.ts';
import type { Range } from '../units.ts';

/** `2`, or scope 3 with its category: `3.1` purchased services, `3.2` capital goods. */
export type ScopeCode = '2' | '3.1' | '3.2';

/** A service behind an API and rented machines are bought; one's own draw electricity and were bought as goods. */
const codes: Readonly<Record<Hosting, Readonly<Record<Phase, ScopeCode>>>> = {
  service: { operation: '3.1', embodied: '3.1', training: '3.1' },
  cloud: { operation: '3.1', embodied: '3.1', training: '3.1' },
  own: { operation: '2', embodied: '3.2', training: '3.1' },
};

export const hostingOf = ({ facts }: UsageResult): Hosting => facts.hosting ?? 'service';

export interface ScopeLine {
  readonly usage: string;
  /** Null where the phases of a figure are not known: money. */
  readonly phase: Phase | null;
  readonly scope: ScopeCode;
  readonly ghg: Range;
}

/** Every figure of greenhouse gases with its scope; they add up to the total of the scenario. */
export function scopeLines({ baseline: { usages } }: Assessment): ScopeLine[] {
  return usages.flatMap((usage): ScopeLine[] => {
    const { total, phases } = usage.impacts.ghg;
    const known = Object.entries(phases).flatMap(([phase, ghg]) => (ghg ? [[phase as Phase, ghg] as const] : []));
    const of = codes[hostingOf(usage)];
    if (known.length > 0) return known.map(([phase, ghg]) => ({ usage: usage.id, phase, scope: of[phase], ghg }));
    return total ? [{ usage: usage.id, phase: null, scope: '3.1', ghg: total }] : [];
  });
}

/** The scope of each phase that has a figure, for the machine formats. */
export function scopesOf(usage: UsageResult): Readonly<Partial<Record<Phase, ScopeCode>>> {
  const of = codes[hostingOf(usage)];
  const known = Object.entries(usage.impacts.ghg.phases).filter(([, ghg]) => ghg !== null);
  return Object.fromEntries(known.map(([phase]) => [phase, of[phase as Phase]]));
}
