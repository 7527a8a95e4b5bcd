/** Requests of a row, and the tokens that were sent with them, as SQL. */
import { numeral } from './dialect.ts';

/** Tokens read anew and from the cache. @param input @param cached SQL of numbers, 0 where they are unknown. */
export const sentSql = (input: string, cached: string): string => `(${input} + ${cached})`;

/** As logged; where the log does not count them, one for each typical prompt of the tokens that were sent. */
export function requestsSql(logged: string, sent: string, typicalInput: number): string {
  const typical = numeral(typicalInput);
  return `COALESCE(${logged}, CASE WHEN ${sent} > ${typical} THEN ${sent} / ${typical} ELSE 1.0 END)`;
}
