/** How many draws may stand behind an interval. */

/** The 5th of a hundred is the least that 5 % can be told from: fewer draws give an interval that is none. */
export const fewestDraws = 100;
export const mostDraws = 100_000;

/** 0 is none: errors are propagated. */
export const isDrawCount = (samples: number): boolean =>
  samples === 0 || (Number.isInteger(samples) && samples >= fewestDraws && samples <= mostDraws);
