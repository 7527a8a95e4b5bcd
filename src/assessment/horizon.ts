/** Use over time: the period of a scenario, the years of its horizon, and training beside use. */
import type { Range } from '../units.ts';

export const periods = ['year', 'month', 'week', 'day', 'once'] as const;
export type Period = (typeof periods)[number];

/** Training beside use. */
export interface TrainingSummary {
  /** Published training counted, left out, or runs of the scenario (and published training of the other models). */
  readonly mode: 'include' | 'exclude' | 'runs';
  /** kgCO2e that the period carries; null when nothing is known of it. */
  readonly ghg: Range | null;
  /** Greenhouse gases of the use per those of the training. */
  readonly useOverTraining: Range | null;
}

/** One year of the horizon, or all of them; kWh, kgCO2e, L. */
export interface YearFigures {
  readonly energy: Range | null;
  readonly ghg: Range | null;
  readonly water: Range | null;
}

/** The years of the horizon: use grows, and the grid changes where the scenario says how. */
export interface Projection {
  readonly gridTrend: Range | null;
  readonly years: readonly (YearFigures & { readonly year: number })[];
  readonly total: YearFigures;
}
