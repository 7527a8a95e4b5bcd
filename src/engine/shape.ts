/** How an input is drawn around its central value. */
import type { Range } from '../units.ts';

/** How an input is spread around its central value. */
export type Shape =
  | {
      /** Positive and unbounded: the logarithm is normal, with one width below the centre and another above. */
      readonly spread: 'positive';
      readonly central: number;
      /** Of one standard deviation: of the logarithm where it is a factor, else in the unit of the input. */
      readonly up: number;
      readonly upIsFactor: boolean;
      readonly down: number;
      readonly downIsFactor: boolean;
    }
  | {
      /** A half triangle on each side of the centre, cut where the quantity ends. */
      readonly spread: 'bounded';
      readonly central: number;
      readonly up: number;
      readonly down: number;
      readonly least: number;
      readonly most: number;
    };

/** 95th percentile of the standard normal distribution. */
const z95 = 1.6448536269514722;
/** In a half triangle, the distance from the centre at which nine tenths of the half lie, per its whole length. */
const halfTriangle95 = 1 - Math.sqrt(0.1);

/** Its 5th, 50th and 95th percentile are those of the range. */
export function positiveShape({ low, central, high }: Range): Shape {
  // A side that reaches 0, or starts there, has no logarithm: it is normal, cut at 0.
  const [upIsFactor, downIsFactor] = [central > 0, low > 0];
  const up = (upIsFactor ? Math.log(high / central) : high - central) / z95;
  const down = (downIsFactor ? Math.log(central / low) : central - low) / z95;
  return { spread: 'positive', central, up, upIsFactor, down, downIsFactor };
}

/** Its 5th, 50th and 95th percentile are those of the range, but for what is cut. */
export function boundedShape(
  { low, central, high }: Range,
  { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY }: { minimum?: number; maximum?: number },
): Shape {
  const up = (high - central) / halfTriangle95;
  const down = (central - low) / halfTriangle95;
  return { spread: 'bounded', central, up, down, least: minimum, most: maximum };
}
