/** Latin hypercube sampling (McKay, Beckman and Conover 1979): each axis is cut into as many strata as draws, each used once. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { seedOf } from './draws.ts';

/**
 * Shape   one column a name, `count` values in [0, 1), one in each stratum; columns hang on their name and the seed alone.
 */
export function uniformDraws({
  count,
  names,
  seed,
}: {
  readonly count: number;
  readonly names: readonly string[];
  readonly seed: number;
}): readonly Float64Array[] {
  return names.map((name) => {
    const generator = xoroshiro128plus(seedOf(name, seed));
    const uniform = (): number => (generator.next() >>> 0) / 4_294_967_296;
    const draws = Float64Array.from({ length: count }, (_, stratum) => (stratum + uniform()) / count);
    // Fisher and Yates.
    for (let last = count - 1; last > 0; last -= 1) {
      const other = Math.floor(uniform() * (last + 1));
      const [one = 0, two = 0] = [draws[last], draws[other]];
      draws[last] = two;
      draws[other] = one;
    }
    return draws;
  });
}
