/**
 * Stratified draws (McKay, Beckman and Conover 1979): as many parts of equal probability as draws, one draw in the middle of
 * each, in an order of its own for each key. Intervals settle with fewer draws than with independent ones, and one table of
 * quantiles serves all keys.
 */
import { integersAt, reserve, rows, startWork } from './rows.ts';
import { seedOf } from './seeded.ts';

/** The draws of a key: which part each lies in, from 0. */
export function orderOf(key: string, seed: number, samples: number): Uint32Array {
  startWork();
  const place = reserve(4 * samples);
  rows().shuffled(place, samples, seedOf(key, seed));
  return integersAt(place, samples).slice();
}
