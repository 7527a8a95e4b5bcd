/** Holds a figure against a limit, on its interval. Pure. */
import { grades, type Impact, type Period } from '../../assessment.ts';
import type { Range } from '../../units.ts';
import type {
  Basis,
  ChangeLimit,
  Compared,
  FigureFacts,
  Found,
  ImpactLimit,
  Judge,
  Limit,
  Reason,
  ScenarioFacts,
  Status,
  UsageFacts,
} from './types.ts';

export interface Judgement {
  readonly status: Status;
  readonly reason: Reason | null;
  readonly found: Found;
}

/** Periods of a year: what a figure of the scenario is multiplied by to be one of a year. */
const perYear: Readonly<Record<Exclude<Period, 'once'>, number>> = { year: 1, month: 12, week: 365 / 7, day: 365 };

/** Last bits of sums and of the twelve digits of a lock never decide. */
const noise = 1e-9;

const exceeds = (value: number, limit: number): boolean => value > limit + Math.abs(limit) * noise;

/** Whether a limit over time counts the way this scenario does. */
export function speaksOf({ time }: Pick<ImpactLimit, 'time'>, period: Period): boolean {
  return time === null || (time === 'once') === (period === 'once');
}

export function scaled({ low, central, high }: Range, factor: number): Range {
  return { low: low * factor, central: central * factor, high: high * factor };
}

/** A figure of the period in the time of the limit. */
export function inTimeOf({ time }: Pick<ImpactLimit, 'time'>, period: Period, range: Range): Range {
  return time === 'year' && period !== 'once' ? scaled(range, perYear[period]) : range;
}

/** A range against a limit: within when all of it fits, over when none does. */
export function judgeRange(range: Range, limit: number, judge: Judge): Status {
  if (judge !== 'range') return exceeds(range[judge], limit) ? 'over' : 'within';
  if (!exceeds(range.high, limit)) return 'within';
  return exceeds(range.low, limit) ? 'over' : 'inconclusive';
}

/** A figure that leaves a part out can only be over; one that overstates can only be within. */
function withBound(
  status: Status,
  bound: Impact['bound'],
): { readonly status: Status; readonly reason: Reason | null } {
  if (status === 'inconclusive') return { status, reason: 'straddles' };
  if (status === 'within' && (bound === 'lower' || bound === 'mixed'))
    return { status: 'inconclusive', reason: 'part-unknown' };
  if (status === 'over' && (bound === 'upper' || bound === 'mixed'))
    return { status: 'inconclusive', reason: 'overstated' };
  return { status, reason: null };
}

const unknown = (reason: Reason): Judgement => ({ status: 'inconclusive', reason, found: { kind: 'nothing' } });

const valueOf = (figure: FigureFacts | undefined, basis: Basis): Range | null =>
  (basis === 'unit' ? figure?.perUnit : figure?.total) ?? null;

function judgeImpact(limit: ImpactLimit, figure: FigureFacts | undefined, period: Period, judge: Judge): Judgement {
  const value = valueOf(figure, limit.basis);
  if (!figure || !value) return unknown('no-figure');
  if (figure.unit !== limit.unit) return unknown('other-currency');
  const range = inTimeOf(limit, period, value);
  return {
    ...withBound(judgeRange(range, limit.value, judge), figure.bound),
    found: { kind: 'range', value: range, unit: figure.unit, bound: figure.bound },
  };
}

/** Both the factor and the floor must be passed. */
function judgeChange(
  limit: ChangeLimit,
  figure: FigureFacts | undefined,
  period: Period,
  compared: Compared | null,
  judge: Judge,
): Judgement {
  if (!figure || !valueOf(figure, limit.basis)) return unknown('no-figure');
  if (figure.unit !== limit.unit) return unknown('other-currency');
  // Nothing of the scenario can have changed where the lock does not know it.
  if (!compared) return { status: 'within', reason: null, found: { kind: 'word', value: 'new' } };
  const difference = inTimeOf(limit, period, compared.difference);
  const parts = [judgeRange(compared.scenario, limit.factor, judge), judgeRange(difference, limit.floor, judge)];
  const status = parts.includes('within') ? 'within' : parts.includes('inconclusive') ? 'inconclusive' : 'over';
  return {
    status,
    reason: status === 'inconclusive' ? 'straddles' : null,
    found: { kind: 'factor', value: compared.scenario, difference, unit: figure.unit },
  };
}

/** Whether the first grade is below the second; grades run from A, the best. */
export const isBelow = (grade: string, least: string): boolean =>
  grades.findIndex((each) => each === grade) > grades.findIndex((each) => each === least);

/**
 * Judges one limit of a scenario, or of one of its usages.
 * @param compared the figure of the limit against the lock; null where the lock has none.
 */
export function judgeLimit(
  limit: Limit,
  {
    facts,
    usage,
    compared,
  }: { readonly facts: ScenarioFacts; readonly usage: UsageFacts | null; readonly compared: Compared | null },
  judge: Judge,
): Judgement {
  const owner = usage ?? facts;
  switch (limit.kind) {
    case 'impact':
      return judgeImpact(limit, owner.impacts[limit.criterion], facts.period, judge);
    case 'change':
      return judgeChange(limit, owner.impacts[limit.criterion], facts.period, compared, judge);
    case 'assumed_width': {
      const { assumedWidth } = facts;
      if (assumedWidth === null) return unknown('not-weighed');
      const status = exceeds(assumedWidth, limit.share) ? 'over' : 'within';
      return { status, reason: null, found: { kind: 'share', value: assumedWidth } };
    }
    case 'data_quality': {
      const { grade } = owner;
      if (grade === null) return unknown('no-figure');
      const status = isBelow(grade, limit.grade) ? 'over' : 'within';
      return { status, reason: null, found: { kind: 'word', value: grade } };
    }
    case 'verdict': {
      const { verdict } = facts;
      if (!verdict) return unknown('no-value');
      const found: Found = { kind: 'word', value: verdict.code };
      if (limit.codes.includes(verdict.code)) return { status: 'within', reason: null, found };
      return verdict.code === 'undetermined'
        ? { status: 'inconclusive', reason: 'abstains', found }
        : { status: 'over', reason: null, found };
    }
    default:
      return limit satisfies never;
  }
}
