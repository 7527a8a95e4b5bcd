/** Budgets from today's values: the high end of the interval, rounded up, so that they hold today. Pure. */
import type { Assessment } from './assessment.ts';
import { scaleFor } from './report/scales.ts';

export interface SuggestedLimit {
  /** Key of the config. */
  readonly key: 'ghg' | 'ghg_per_unit';
  /** Ready to write: `2.4 tCO2e/year`. */
  readonly limit: string;
}

export interface Suggestion {
  readonly file: string;
  readonly assessment: Assessment;
  /** None where greenhouse gases are unknown. */
  readonly limits: readonly SuggestedLimit[];
  /** A smaller increase is not worth a red build: two percent of today. */
  readonly floor: string | null;
  /** Whether a part is unknown, so that the limit cannot be settled. */
  readonly partly: boolean;
}

/** Two digits, upwards: 2 317 is 2 400. */
function upwards(value: number): number {
  if (value === 0) return 0;
  const power = 10 ** (Math.floor(Math.log10(value)) - 1);
  const rounded = Math.ceil(value / power - 1e-9) * power;
  return Number(rounded.toPrecision(2)) < value
    ? Number((rounded + power).toPrecision(3))
    : Number(rounded.toPrecision(2));
}

function written(value: number, unit: string, time: string): string {
  const { factor, unit: best } = scaleFor(value, unit);
  return `${upwards(value * factor)} ${best}${time}`;
}

export function suggest(file: string, assessment: Assessment): Suggestion {
  const { ghg } = assessment.baseline.impacts;
  const { period } = assessment.scenario;
  const time = period === 'once' ? '' : `/${period}`;
  const limits: SuggestedLimit[] = [];
  if (ghg.total) limits.push({ key: 'ghg', limit: written(ghg.total.high, ghg.unit, time) });
  if (ghg.perUnit && assessment.scenario.volume)
    limits.push({ key: 'ghg_per_unit', limit: written(ghg.perUnit.high, ghg.unit, '') });
  return {
    file,
    assessment,
    limits,
    floor: ghg.total ? written(ghg.total.central * 0.02, ghg.unit, time) : null,
    partly: ghg.bound === 'lower' || ghg.bound === 'mixed',
  };
}
