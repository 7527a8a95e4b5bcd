/** How far estimates lie from what was measured or published. */

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
};

/** The larger of a ratio and its inverse: 2 is twice or half. */
export const factorOf = (ratio: number): number => Math.max(ratio, 1 / ratio);

/** Nine of ten ratios lie within this factor. */
export const factor90 = (ratios: readonly number[]): number => {
  const factors = ratios.map(factorOf).toSorted((left, right) => left - right);
  return factors[Math.ceil(0.9 * factors.length) - 1] ?? Number.NaN;
};

/** Median of |ratio - 1|. */
export const medianError = (ratios: readonly number[]): number => median(ratios.map((ratio) => Math.abs(ratio - 1)));

export const percent = (share: number): string => `${Math.round(100 * share)} %`;
