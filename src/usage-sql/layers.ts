/** Named subqueries of the query of a log, and the names of their columns. */

export interface Layer {
  readonly name: string;
  readonly sql: string;
}

/** Columns of the layers: `af_c0` is the first count as it is written. */
export const column = (prefix: string, place: number): string => `af_${prefix}${place}`;
export const columns = (prefix: string, of: readonly unknown[]): string[] =>
  of.map((_, place) => column(prefix, place));

export const select = (what: readonly string[], rest: string): string =>
  `  SELECT\n    ${what.join(',\n    ')}\n  ${rest}`;
