/**
 * Stratified draws (McKay, Beckman and Conover 1979): as many parts of equal probability as draws, one draw in the middle of
 * each, in an order of its own for each key. Intervals settle with fewer draws than with independent ones, and one table of
 * quantiles serves all keys.
 */
import type { Column } from './evaluate.ts';
import { normalQuantile } from './normal-quantile.ts';
import { shuffle, uniformOf } from './seeded.ts';

/** The middle of each part: in (0, 1), rising. */
export function uniformStrata(samples: number): Column {
  return Float64Array.from({ length: samples }, (_, index) => (index + 0.5) / samples);
}

/** The standard normal quantile of each of them. */
export function normalStrata(samples: number): Column {
  const strata = new Float64Array(samples);
  // The two halves mirror each other to the last bit.
  for (let index = 0; index < samples >> 1; index += 1) {
    const quantile = normalQuantile((index + 0.5) / samples);
    strata[index] = quantile;
    strata[samples - 1 - index] = -quantile;
  }
  return strata;
}

/** The draws of a key: which part each lies in, from 0. */
export function orderOf(key: string, seed: number, samples: number): Uint32Array {
  const order = new Uint32Array(samples).map((_, index) => index);
  shuffle(order, uniformOf(key, seed));
  return order;
}
