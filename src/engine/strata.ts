/**
 * Stratified draws (McKay, Beckman and Conover 1979): as many parts of equal probability as draws, one draw in the middle of
 * each, in an order of its own for each key. Intervals settle with fewer draws than with independent ones, and one table of
 * quantiles serves all keys.
 */
import { InternalError } from '../errors.ts';
import { dropKept, keep, rows, startWork, type OrderBytes, type Place } from './rows.ts';

/** Orders and tables of quantiles, in the memory of the rows. They hang on these numbers alone, and are kept for the next work. */
export interface Strata {
  readonly samples: number;
  /** Middles of the parts, in (0, 1). */
  readonly uniform: Place;
  /** The standard normal quantile of each. */
  readonly normal: Place;
  /** Of a number in an order. */
  readonly orderBytes: OrderBytes;
  /** By seed (`seedOf` a key): which part each draw lies in, from 0. */
  readonly orders: ReadonlyMap<number, Place>;
}

/** Errors  InternalError where the order was not asked for. */
export function orderIn({ orders }: Strata, seed: number): Place {
  const place = orders.get(seed);
  if (place === undefined) throw new InternalError(`no order of the seed ${seed}`);
  return place;
}

/** Beyond, orders of earlier work are dropped; one work has as many as it needs. */
const mostBytes = 64 * 1024 * 1024;

let known: (Strata & { readonly orders: Map<number, Place> }) | undefined;

/** For so many draws, with the orders of these seeds at least. Starts new work. */
export function strataOf(samples: number, seeds: Iterable<number>): Strata {
  const wanted = new Set(seeds);
  const missing = [...wanted].filter((seed) => !known?.orders.has(seed)).length;
  if (
    !known ||
    known.samples !== samples ||
    (missing > 0 && known.orderBytes * samples * (known.orders.size + missing) > mostBytes)
  ) {
    dropKept();
    const orderBytes = samples <= 65_536 ? 2 : 4;
    known = { samples, uniform: keep(8 * samples), normal: keep(8 * samples), orderBytes, orders: new Map() };
    rows().uniformStrata(known.uniform, samples);
    rows().normalStrata(known.normal, samples);
  }
  const { orders, orderBytes } = known;
  for (const seed of wanted) {
    if (orders.has(seed)) continue;
    const place = keep(orderBytes * samples);
    rows().shuffled(place, orderBytes, samples, seed);
    orders.set(seed, place);
  }
  startWork();
  return known;
}
