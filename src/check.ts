/** All budgets of a project against all of its scenarios: what is found, what comes of it, and the one decision. Pure. */
import { unmoved } from './compare.ts';
import { factsOfLocked } from './project/entry.ts';
import type { LockedScenario } from './project/lock-types.ts';
import type { Config } from './project/read-config.ts';
import { decide, inOrder } from './verdict/budget/settle.ts';
import type { Compared, Item, ScenarioFacts, Trend } from './verdict/budget/types.ts';
import { judgeItem } from './check-item.ts';
import { checkConfig, isTimed, ownersOf, selects } from './check-selection.ts';
import type { CheckOptions, CheckReport, LockUse, ScenarioLine, Subject } from './check-types.ts';

function trendOf(subject: Subject, lock: LockUse, compared: Compared | null): Trend | null {
  if (lock.state === 'absent') return null;
  if (!subject.locked || !subject.comparison) return 'new';
  return compared?.trend ?? null;
}

function lineOf(subject: Subject, lock: LockUse): ScenarioLine {
  const { facts, comparison, locked, making } = subject;
  const compared = comparison?.figure(null, 'ghg', 'period') ?? null;
  const differs = (key: 'data' | 'method'): readonly [string, string] | null => {
    if (!locked) return null;
    const [before, now] = [locked.making[key], making[key]];
    if (before !== now) return [before, now];
    if (key === 'data' || locked.making.method_digest === making.method_digest) return null;
    // The equations changed without a new name.
    return [`${before} ${locked.making.method_digest.slice(0, 8)}`, `${now} ${making.method_digest.slice(0, 8)}`];
  };
  return {
    file: facts.file,
    name: facts.name,
    period: facts.period,
    ghg: facts.impacts.ghg ?? null,
    before: compared?.before ?? null,
    compared,
    trend: trendOf(subject, lock, compared),
    changes: comparison?.changes() ?? [],
    data: comparison?.data() ?? [],
    versions: { data: differs('data'), method: differs('method') },
  };
}

/**
 * Judges a project.
 * Errors  InputError, located in the config, when a budget or a waiver speaks of nothing, or needs a lock that is missing.
 */
export function checkProject(
  config: Config,
  subjects: readonly Subject[],
  { tool, lock, ...options }: CheckOptions & { readonly tool: CheckReport['tool']; readonly lock: LockUse },
): CheckReport {
  const { today, judge, partial } = options;
  checkConfig(config, subjects, lock, partial);
  const items: Item[] = [];
  for (const subject of subjects) {
    const { facts, comparison } = subject;
    for (const budget of config.budgets) {
      if (budget.level === 'off' || !selects(budget, facts) || !isTimed(budget, facts)) continue;
      const { limit } = budget;
      for (const usage of ownersOf(budget, facts)) {
        const compared =
          limit.kind === 'impact' || limit.kind === 'change'
            ? (comparison?.figure(usage?.id ?? null, limit.criterion, limit.basis) ?? null)
            : null;
        items.push(judgeItem({ subject, budget, usage, compared, judge }, config, today));
      }
    }
  }
  const ordered = inOrder(items);
  const used = new Set(items.flatMap(({ waiver }) => (waiver ? [waiver.waiver] : [])));
  return {
    tool,
    config: config.file,
    today,
    judge,
    decision: decide(ordered, options),
    items: ordered,
    scenarios: subjects.map((subject) => lineOf(subject, lock)),
    lock,
    idle: partial ? [] : config.waivers.filter((waiver) => !used.has(waiver)),
  };
}

/** A subject against a lock that was just written from it. */
export function renewed(subject: Subject, entry: LockedScenario): Subject {
  return { ...subject, locked: entry, comparison: unmoved(factsOfLocked(subject.facts.file, entry)) };
}

/** Whether the scenario itself made any of its totals larger. */
export function isWorse({ facts, comparison }: Subject): boolean {
  return (Object.keys(facts.impacts) as (keyof ScenarioFacts['impacts'])[]).some(
    (criterion) => comparison?.figure(null, criterion, 'period')?.trend === 'worse',
  );
}
