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
  heatMap: {
    title: (what: string, down: string, across: string) => `${what}: ${down} down, ${across} across`,
    step: (sign: string, from: string, to: string) => `${sign} ${from} to ${to}`,
    flat: (value: string) => `the same everywhere: ${value}`,
    left: 'empty: a constraint is not kept',
    tooLarge: (rows: string, columns: string) =>
      `no map: ${rows} x ${columns} values have no room here; \`--output all.csv\` has them all`,
  },
  nothing: 'no combination keeps the constraints',
};

export type SweepWords = typeof sweepEn;
