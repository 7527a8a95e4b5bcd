/** Reading the ledger of inputs: what is assumed, and how much of the width it carries. */
import { isAssumed as isAssumedStatus, type LedgerEntry } from '../assessment.ts';

export function isGiven({ status }: LedgerEntry): boolean {
  return status === 'given' || status === 'given-range';
}

/**
 * A value put where the scenario could have given one: it carries `*` and is counted as assumed. What the catalogue
 * knows of a thing that the scenario names, and the numbers of the method, are listed and not counted.
 */
export function isAssumed({ status }: LedgerEntry): boolean {
  return isAssumedStatus(status);
}

/** Whether there is a width at all, and shares of it. */
export function isWeighed(ledger: readonly LedgerEntry[]): boolean {
  return ledger.some(({ widthShare }) => widthShare !== null && widthShare > 0);
}

const isExact = ({ value }: LedgerEntry): boolean => value.low === value.high;

/**
 * Share of the width of the GHG interval that rests on assumed inputs, 0 to 1. An exact value has no width to weigh.
 * Null when nothing was weighed, or when the share of any other assumed input is not known: a partial sum would flatter.
 */
export function assumedWidth(ledger: readonly LedgerEntry[]): number | null {
  if (!isWeighed(ledger)) return null;
  let sum = 0;
  for (const entry of ledger.filter(isAssumed)) {
    if (entry.widthShare !== null) sum += entry.widthShare;
    else if (!isExact(entry)) return null;
  }
  return sum;
}

/** Source ids often end in their year: it is not said twice. */
export function withYear(source: string, year: number | null): string {
  return year === null || source.includes(String(year)) ? source : `${source} ${year}`;
}

/** Heaviest first; of equal weight what is assumed, then what has a range, then the order of the ledger. */
export function byWeight(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const rank = (entry: LedgerEntry): number => (isAssumed(entry) ? 0 : isExact(entry) ? 2 : 1);
  return [...entries].sort(
    (left, right) => (right.widthShare ?? -1) - (left.widthShare ?? -1) || rank(left) - rank(right),
  );
}

/** Below this share of the width, measuring an input would not be seen in the interval. */
const worthMeasuring = 0.05;

/** The input of a scenario whose measure would narrow the interval of the greenhouse gases most. */
export interface MostTelling {
  readonly entry: LedgerEntry;
  /**
   * Part of the width that goes when the input is known, 0 to 1. Widths are factors, high over low, on a logarithmic
   * scale, on which the squares of the parts add up: the width falls to the root of what the other inputs carry.
   */
  readonly narrows: number;
}

/** Null when no share is known, or none is worth a measure. Defaults of the catalogue are nobody's to measure. */
export function mostTelling(ledger: readonly LedgerEntry[]): MostTelling | null {
  const [entry] = byWeight(ledger.filter((each) => isAssumed(each) && !each.path.startsWith('catalog.')));
  if (!entry || entry.widthShare === null || entry.widthShare < worthMeasuring) return null;
  return { entry, narrows: 1 - Math.sqrt(Math.max(0, 1 - entry.widthShare)) };
}

/** Names of entries for people: the path, with the name of the input where several inputs follow from one field. */
export function namesOf(ledger: readonly LedgerEntry[]): (entry: LedgerEntry) => string {
  const inputs = new Map<string, Set<string>>();
  for (const { path, input } of ledger) inputs.set(path, (inputs.get(path) ?? new Set()).add(input));
  return ({ path, input }) => ((inputs.get(path)?.size ?? 0) > 1 ? `${path} (${input})` : path);
}
