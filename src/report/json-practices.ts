/** The good practices in the published JSON contract. */
import type { Impact, Impacts, LedgerEntry, PracticeItem, Practices, Setting } from '../assessment.ts';
import type { Range } from '../units.ts';
import type { JsonImpact, JsonImpacts, JsonInput, JsonPractices } from './result-schema.ts';
import { round, roundRange } from './round.ts';

/** How the rest of the contract writes its parts. */
interface Parts {
  readonly impact: (each: Impact) => JsonImpact;
  readonly impacts: (all: Impacts) => JsonImpacts;
  readonly input: (entry: LedgerEntry) => JsonInput;
}

const orNull = (range: Range | null | undefined): Range | null => (range ? roundRange(range) : null);

const setting = (value: Setting | null): string | Range | null =>
  value === null || typeof value === 'string' ? value : roundRange(value);

function each<Value, Written>(
  values: Readonly<Partial<Record<string, Value>>>,
  write: (value: Value) => Written,
): Record<string, Written> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, write(value)] as const])),
  );
}

/** The one setting of all usages that the practice changes; null where they differ. */
function common({ usages }: PracticeItem, key: 'from' | 'to'): Setting | null {
  const applied = usages.filter(({ status }) => status === 'applies');
  const texts = new Set(applied.map((usage) => JSON.stringify(usage[key])));
  return texts.size === 1 ? (applied[0]?.[key] ?? null) : null;
}

function item(practice: PracticeItem, { impact, input }: Parts): JsonPractices['items'][number] {
  const { id, suggested, usages, alone, path, shares, aloneFactor, stepFactor } = practice;
  return {
    id,
    suggested,
    from: setting(common(practice, 'from')),
    to: setting(common(practice, 'to')),
    usages: usages.map((usage) => ({
      usage: usage.usage,
      status: usage.status,
      suggested: usage.suggested,
      reason: usage.reason,
      named: usage.named,
      from: setting(usage.from),
      to: setting(usage.to),
      share: round(usage.share),
      retry: round(usage.retry),
      quality: orNull(usage.quality),
      inputs: usage.inputs.map(input),
    })),
    alone: alone && impact(alone.ghg),
    path: path && impact(path.ghg),
    share: shares.ghg === undefined ? null : round(shares.ghg),
    shares: each(shares, round),
    alone_factors: each(aloneFactor, roundRange),
    step_factor: orNull(stepFactor),
  };
}

/** How much usage may grow before what the practices save is used up. */
export function reboundOf({ dividedBy: { ghg } }: Practices): Range | null {
  return ghg ? { low: ghg.low - 1, central: ghg.central - 1, high: ghg.high - 1 } : null;
}

export function practicesJson(practices: Practices, parts: Parts): JsonPractices {
  const { items, all, dividedBy, burdenShifts } = practices;
  return {
    items: items.map((each) => item(each, parts)),
    all: {
      impacts: parts.impacts(all),
      divided_by: orNull(dividedBy.ghg),
      divided_by_criterion: each(dividedBy, roundRange),
      rebound: orNull(reboundOf(practices)),
    },
    burden_shifts: burdenShifts.map(({ practice, criterion, factor }) => ({
      practice,
      criterion,
      factor: roundRange(factor),
    })),
  };
}
