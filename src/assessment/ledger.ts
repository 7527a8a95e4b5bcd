/** The values that went into a calculation, and where each comes from. */
import type { Range } from '../units.ts';

/**
 * Where the value of an input comes from: the scenario; the catalogue, about something that the scenario names; a
 * default; a default although the scenario says that somebody looked; the method itself.
 */
export const statuses = ['given', 'given-range', 'catalogue', 'default', 'unknown', 'method'] as const;
export type Status = (typeof statuses)[number];

/** Whether a value was put in for the user. */
export const isAssumed = (status: Status): boolean => status === 'default' || status === 'unknown';

/** One value that went into the calculation. */
export interface LedgerEntry {
  /** Where the scenario gives it, or would give it: `usages.draft.serving.batch`. */
  readonly path: string;
  /** Name of the quantity in the method. */
  readonly input: string;
  readonly value: Range;
  readonly unit: string;
  readonly status: Status;
  /** Source id, or `scenario`. */
  readonly source: string;
  readonly year: number | null;
  readonly note?: string;
  /** How many usages share it; 0 for a number of the method. */
  readonly usages: number;
  /** Share of the width of the GHG interval of the scenario that this input carries, 0 to 1; null when unknown. */
  readonly widthShare: number | null;
}
