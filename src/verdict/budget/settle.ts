/** What comes of a judged limit: the ratchet, waivers and levels. Then the end of the whole check. Pure. */
import { inTimeOf, isBelow, judgeRange } from './judge.ts';
import type { Judgement } from './judge.ts';
import {
  outcomes,
  type Budget,
  type Compared,
  type Decision,
  type Item,
  type Judge,
  type Outcome,
  type ScenarioFacts,
  type UsageFacts,
  type WaiverUse,
} from './types.ts';

/** What the lock says of the same scenario; undefined where it does not know it. */
export interface Locked {
  readonly facts: ScenarioFacts;
  /** Whether nothing that the scenario says has changed since. */
  readonly sameScenario: boolean;
}

interface Case {
  readonly budget: Budget;
  readonly judgement: Judgement;
  readonly facts: ScenarioFacts;
  readonly usage: UsageFacts | null;
  readonly compared: Compared | null;
  readonly locked: Locked | undefined;
  readonly waiver: WaiverUse | null;
}

/** Why a limit that is exceeded does not fail: it was exceeded before and is not worse, or nobody here moved it. */
function excuse({ budget, facts, usage, compared, locked }: Case, judge: Judge): 'debt' | 'moved' | undefined {
  const { limit } = budget;
  if (!locked) return undefined;
  const before = usage ? locked.facts.usages.find(({ id }) => id === usage.id) : locked.facts;
  switch (limit.kind) {
    case 'impact': {
      if (!compared) return undefined;
      const was = judgeRange(inTimeOf(limit, facts.period, compared.before), limit.value, judge);
      if (was === 'over') return compared.trend === 'worse' ? undefined : 'debt';
      const own = judgeRange(inTimeOf(limit, facts.period, compared.own), limit.value, judge);
      return own === 'over' ? undefined : 'moved';
    }
    case 'change':
      // What data and method moved is not in the change that is judged.
      return undefined;
    case 'assumed_width': {
      const was = locked.facts.assumedWidth;
      if (was !== null && was > limit.share && (facts.assumedWidth ?? 1) <= was + 1e-9) return 'debt';
      return locked.sameScenario ? 'moved' : undefined;
    }
    case 'data_quality': {
      const was = before?.grade ?? null;
      const now = (usage ?? facts).grade;
      if (was !== null && now !== null && isBelow(was, limit.grade) && !isBelow(now, was)) return 'debt';
      return locked.sameScenario ? 'moved' : undefined;
    }
    case 'verdict':
      if (locked.facts.verdict?.code === facts.verdict?.code) return 'debt';
      return locked.sameScenario ? 'moved' : undefined;
    default:
      return limit satisfies never;
  }
}

/** The outcome of one item. */
export function settle(each: Case, judge: Judge): Outcome {
  const { budget, judgement, waiver } = each;
  switch (judgement.status) {
    case 'within':
      return 'pass';
    case 'inconclusive':
      return 'unsettled';
    case 'over':
      if (waiver?.state === 'active') return 'waived';
      return excuse(each, judge) ?? (budget.level === 'warn' ? 'warn' : 'fail');
    default:
      return judgement.status satisfies never;
  }
}

export interface DecisionOptions {
  /** An item at level error that cannot be settled ends in 4. */
  readonly strict: boolean;
  /** Reports and ends in 0. */
  readonly exitZero: boolean;
}

/** The one function from items to verdict and exit code: every format prints what it returns. */
export function decide(
  items: readonly { readonly outcome: Outcome; readonly budget: Pick<Budget, 'level'> }[],
  { strict, exitZero }: DecisionOptions,
): Decision {
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  let unsettled = false;
  for (const { outcome, budget } of items) {
    counts[outcome] += 1;
    unsettled ||= outcome === 'unsettled' && budget.level === 'error';
  }
  const verdict = counts.fail > 0 ? 'fails' : strict && unsettled ? 'inconclusive' : 'holds';
  const code = verdict === 'fails' ? 1 : verdict === 'inconclusive' ? 4 : 0;
  return { verdict, code: exitZero ? 0 : code, excused: exitZero && code !== 0, counts, judged: items.length };
}

/** Failing first, then by outcome; within one outcome in the order of the files and of the budgets. */
export function inOrder(items: readonly Item[]): readonly Item[] {
  return items.toSorted((left, right) => outcomes.indexOf(left.outcome) - outcomes.indexOf(right.outcome));
}
