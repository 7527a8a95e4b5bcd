/** One budget against one scenario or usage: what is found, the waiver that excuses it, the line to edit. */
import type { Place } from './errors.ts';
import { factsOfLocked } from './project/entry.ts';
import type { Config } from './project/read-config.ts';
import { judgeLimit } from './verdict/budget/judge.ts';
import { settle, type Locked } from './verdict/budget/settle.ts';
import type { Budget, Compared, Item, Judge, UsageFacts, Waiver, WaiverUse } from './verdict/budget/types.ts';
import { byId, matchesAny, selects } from './check-selection.ts';
import type { Subject } from './check-types.ts';

interface Judging {
  readonly subject: Subject;
  readonly budget: Budget;
  readonly usage: UsageFacts | null;
  readonly compared: Compared | null;
  readonly judge: Judge;
}

/** The waiver that speaks of an item; one that names usages of a whole scenario excuses their part of it. */
function waiverOf(
  { subject, budget, usage, compared, judge }: Judging,
  waivers: readonly Waiver[],
  today: string,
): WaiverUse | null {
  const { facts } = subject;
  const found = waivers.flatMap((waiver): WaiverUse[] => {
    if ((waiver.budget !== budget.id && waiver.budget !== budget.key) || !selects(waiver, facts)) return [];
    const state = today > waiver.expires ? 'expired' : 'active';
    if (waiver.usages.length === 0) return [{ waiver, state }];
    if (usage) return matchesAny(waiver.usages, usage.id) ? [{ waiver, state }] : [];
    const left = facts.usages.filter(({ id }) => matchesAny(waiver.usages, id)).map(({ id }) => id);
    if (left.length === 0) return [];
    if (left.length === facts.usages.length) return [{ waiver, state }];
    const rest = judgeLimit(budget.limit, { facts: subject.without(left), usage: null, compared }, judge);
    return rest.status === 'over' ? [] : [{ waiver, state }];
  });
  return found.find(({ state }) => state === 'active') ?? found[0] ?? null;
}

/** The line to edit: what changed most since the lock, else the usage with the largest part. */
function placeOf({ subject, budget, usage }: Judging): Place | undefined {
  const { limit } = budget;
  const { facts, comparison } = subject;
  const [change] =
    comparison && !comparison.sameScenario
      ? comparison.changes().filter((each) => usage === null || each.usage === usage.id)
      : [];
  if (change) return subject.locate(change.usage, change.field);
  if (usage) return subject.locate(usage.id);
  const named = /^usages\.([^.*]+)\./.exec(facts.measure?.path ?? '')?.[1];
  if (limit.kind === 'assumed_width' || limit.kind === 'data_quality')
    return subject.locate(named ?? facts.usages.toSorted(byId)[0]?.id ?? null);
  const criterion = limit.kind === 'verdict' ? 'ghg' : limit.criterion;
  let heaviest: UsageFacts | undefined;
  const size = (each: UsageFacts | undefined): number => each?.impacts[criterion]?.total?.central ?? -1;
  for (const each of facts.usages.toSorted(byId)) if (!heaviest || size(each) > size(heaviest)) heaviest = each;
  return subject.locate(heaviest?.id ?? null);
}

/** A figure that is over is lowered, not measured. */
const isImpactOver = (status: Item['status'], { limit }: Budget): boolean =>
  status === 'over' && (limit.kind === 'impact' || limit.kind === 'change' || limit.kind === 'verdict');

export function judgeItem(judging: Judging, config: Config, today: string): Item {
  const { subject, budget, usage, compared, judge } = judging;
  const { facts, comparison, locked } = subject;
  const judgement = judgeLimit(budget.limit, { facts, usage, compared }, judge);
  const waiver = judgement.status === 'over' ? waiverOf(judging, config.waivers, today) : null;
  const before: Locked | undefined =
    locked && comparison
      ? { facts: factsOfLocked(facts.file, locked), sameScenario: comparison.sameScenario }
      : undefined;
  const outcome = settle({ budget, judgement, facts, usage, compared, locked: before, waiver }, judge);
  return {
    budget,
    file: facts.file,
    name: facts.name,
    period: facts.period,
    functionalUnit: facts.functionalUnit,
    usage: usage?.id ?? null,
    ...judgement,
    outcome,
    measure: judgement.status !== 'within' && !isImpactOver(judgement.status, budget) ? facts.measure : null,
    waiver,
    compared,
    place: outcome === 'pass' ? undefined : placeOf(judging),
  };
}
