/** Small arithmetic on intervals. */
import type { Range } from '../units.ts';

export const scaled = ({ low, central, high }: Range, by: number): Range => ({
  low: low * by,
  central: central * by,
  high: high * by,
});
