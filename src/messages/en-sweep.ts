/** Sweeps, in English. */
export const sweepEn = {
  columns: {
    energy: 'energy',
    ghg: 'greenhouse gases',
    water: 'water',
    adpe: 'ADPe',
    primary_energy: 'primary energy',
    ghg_per_unit: 'greenhouse gases per unit',
  },
  counts: (computed: string, kept: string, shown: string) =>
    computed === kept
      ? `the best ${shown} of ${computed} combinations, central values`
      : `the best ${shown} of the ${kept} that keep the constraints, of ${computed} combinations, central values`,
  withoutTraining: 'without the share of training, which hangs on the model and the tokens: `assess` counts it',
  nothing: 'no combination keeps the constraints',
};

export type SweepWords = typeof sweepEn;
