/** Usages that come from a table. */

/** What a scenario whose usages stand in a table goes without, each row by itself being too little and all too many. */
export const tableOmissions = ['practices', 'verdict', 'cross-checks', 'methods', 'draws', 'rows'] as const;
export type TableOmission = (typeof tableOmissions)[number];

/** The table that the usages come from; rows that differ in plain numbers alone are one combination. */
export interface TableSummary {
  /** Path from the folder of the scenario. */
  readonly file: string;
  readonly rows: number;
  readonly combinations: number;
}
