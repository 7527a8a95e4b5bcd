/**
 * Random numbers that depend on a name and a seed alone, the same on every platform. Orders of draws come from the same generator in
 * draws.as.ts, where they are made many times as fast; test/tape.test.ts holds the two together.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** FNV-1a over the code units of a text: a seed that depends on nothing but the text. */
export function seedOf(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash | 0;
}

/** Numbers in [0, 1), one a call. */
export function uniformOf(name: string, seed: number): () => number {
  const generator = xoroshiro128plus(seedOf(name, seed));
  return () => (generator.next() >>> 0) / 4_294_967_296;
}

/** Shuffles in place (Fisher and Yates). */
export function shuffle(values: Float64Array | Uint32Array, uniform: () => number): void {
  for (let last = values.length - 1; last > 0; last -= 1) {
    const other = Math.floor(uniform() * (last + 1));
    const value = values[last] ?? Number.NaN;
    values[last] = values[other] ?? Number.NaN;
    values[other] = value;
  }
}
