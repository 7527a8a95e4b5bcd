/** Latin hypercube sampling (McKay, Beckman and Conover 1979): each axis is cut into as many strata as draws, each used once. */
import { shuffle, uniformOf } from './seeded.ts';

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
    const uniform = uniformOf(name, seed);
    const draws = Float64Array.from({ length: count }, (_, stratum) => (stratum + uniform()) / count);
    shuffle(draws, uniform);
    return draws;
  });
}
