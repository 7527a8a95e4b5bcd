/** A plan against what was logged: each model, and all, over the days of the log, with what both share moving together. */
import type { Period } from '../assessment.ts';
import { respondUsage, type UsageResponses } from '../engine/baseline.ts';
import { centralOf, type Response, type Uncertainty } from '../engine/uncertainty.ts';
import { InputError, problem } from '../errors.ts';
import { hasPeriodTotal, type PreparedScenario } from '../prepare.ts';
import type { Range } from '../units.ts';
import { daysOf } from '../usage-log/read-record.ts';

export interface PlanSide {
  readonly requests: number | null;
  /** kWh */
  readonly energy: Range | null;
  /** kgCO2e */
  readonly ghg: Range | null;
}

export interface PlanRow {
  /** Id of the catalogue, or the name that the plan has for it; null for all of them. */
  readonly model: string | null;
  /** Null where it stands in the log alone. */
  readonly planned: PlanSide | null;
  /** Null where it stands in the plan alone. */
  readonly actual: PlanSide | null;
  /** Greenhouse gases, actual over planned; null where one of them is unknown or nothing. */
  readonly ratio: Range | null;
}

export interface AgainstPlan {
  readonly file: string;
  readonly period: Period;
  /** Days of the log, its first and its last among them; null for a plan of a job done once. */
  readonly days: number | null;
  /**
   * Rows of the log that are in no actual figure: unmapped, or refused. They may be of any model (a deployment has a name of its
   * own), so that every actual figure is at least what it says; and of other days, so that the ratio may be off either way.
   */
  readonly leftOut: number;
  /** Models, the most actual gases first, then all. */
  readonly rows: readonly PlanRow[];
}

export interface LoggedModel {
  readonly model: string;
  readonly responses: UsageResponses;
  readonly requests: number | null;
}

const daysIn = { year: 365, month: 365 / 12, week: 7, day: 1 } as const;

/** Days from one to another in UTC, both counted. */
function daysBetween(first: string, last: string): number {
  const number = (day: string): number => {
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
    return daysOf(year, month, date);
  };
  return number(last) - number(first) + 1;
}

interface Side {
  readonly ghg: Response[];
  readonly energy: Response[];
  requests: number | null;
}

/**
 * @param days first and last day of the log; null where it has no times.
 * Errors  InputError for a plan over time where the log has no times.
 */
export function againstPlan(
  { file, read, resolved }: PreparedScenario,
  logged: readonly LoggedModel[],
  {
    engine,
    days,
    leftOut,
  }: {
    readonly engine: Uncertainty;
    readonly days: { readonly first: string; readonly last: string } | null;
    readonly leftOut: number;
  },
): AgainstPlan {
  const { period } = read.scenario;
  if (period !== 'once' && !days) throw new InputError([problem('plan-needs-times', { file, period })]);
  const length = period === 'once' || !days ? null : daysBetween(days.first, days.last);
  const factor = period === 'once' || length === null ? 1 : length / daysIn[period];
  const exact: Response = { keys: [], column: Float64Array.of(factor), assumed: false };
  const sides = new Map<string, { planned: Side | null; actual: Side | null }>();
  const sideOf = (model: string, which: 'planned' | 'actual'): Side => {
    const both = sides.get(model) ?? { planned: null, actual: null };
    sides.set(model, both);
    return (both[which] ??= { ghg: [], energy: [], requests: 0 });
  };
  const add = (
    side: Side,
    { criteria }: UsageResponses,
    requests: number | null,
    by: (each: Response) => Response,
  ): void => {
    for (const criterion of ['ghg', 'energy'] as const) {
      const { total } = criteria[criterion];
      if (total) side[criterion].push(by(total));
    }
    side.requests = side.requests === null || requests === null ? null : side.requests + requests;
  };
  for (const usage of resolved.usages) {
    if (usage.estimator === 'training' || !hasPeriodTotal(usage)) continue;
    const responses = respondUsage(usage.parts, engine);
    const requests = usage.requestsKnown ? centralOf(responses.requests) * factor : null;
    add(sideOf(usage.facts.model ?? usage.id, 'planned'), responses, requests, (each) =>
      engine.combine('*', each, exact),
    );
  }
  for (const { model, responses, requests } of logged)
    add(sideOf(model, 'actual'), responses, requests, (each) => each);
  const summed = (side: Side | null) => ({
    ghg: side && engine.sum(side.ghg),
    energy: side && engine.sum(side.energy),
  });
  const shown = (side: Side | null): PlanSide | null => {
    if (!side) return null;
    const { ghg, energy } = summed(side);
    return {
      requests: side.requests,
      ghg: ghg ? engine.interval(ghg) : null,
      energy: energy ? engine.interval(energy) : null,
    };
  };
  const rowOf = (model: string | null, planned: Side | null, actual: Side | null): PlanRow => {
    const [plan, real] = [summed(planned).ghg, summed(actual).ghg];
    const ratio = plan && real && centralOf(plan) > 0 ? engine.ratio(real, plan) : undefined;
    return { model, planned: shown(planned), actual: shown(actual), ratio: ratio ? engine.interval(ratio) : null };
  };
  const whole = (which: 'planned' | 'actual'): Side | null => {
    const all = [...sides.values()].flatMap((both) => both[which] ?? []);
    if (all.length === 0) return null;
    return {
      ghg: all.flatMap(({ ghg }) => ghg),
      energy: all.flatMap(({ energy }) => energy),
      requests: all.some(({ requests }) => requests === null)
        ? null
        : all.reduce((sum, { requests }) => sum + (requests ?? 0), 0),
    };
  };
  const rows = [...sides].map(([model, { planned, actual }]) => rowOf(model, planned, actual));
  const gases = ({ actual, planned }: PlanRow): number =>
    actual?.ghg?.central ?? -1 / (1 + (planned?.ghg?.central ?? 0));
  return {
    file,
    period,
    days: length,
    leftOut,
    rows: [
      ...rows.toSorted((left, right) => gases(right) - gases(left)),
      rowOf(null, whole('planned'), whole('actual')),
    ],
  };
}
