/** Which scenarios and usages a budget or a waiver speaks of; one that speaks of nothing is an error. */
import { nearestNames } from './catalog/nearest.ts';
import { InputError, problem, type Problem } from './errors.ts';
import type { Config } from './project/read-config.ts';
import { speaksOf } from './verdict/budget/judge.ts';
import type { Budget, ScenarioFacts, UsageFacts, Waiver } from './verdict/budget/types.ts';
import type { LockUse, Subject } from './check-types.ts';

/** `*` stands for any text, also none. */
function isMatch(pattern: string, text: string): boolean {
  if (!pattern.includes('*')) return pattern === text;
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(text);
}

export const matchesAny = (patterns: readonly string[], ...texts: readonly string[]): boolean =>
  patterns.some((pattern) => texts.some((text) => isMatch(pattern, text)));

export function selects(
  { scenarios }: { readonly scenarios: readonly string[] },
  { file, name }: ScenarioFacts,
): boolean {
  return scenarios.length === 0 || matchesAny(scenarios, file, name);
}

export const byId = (left: UsageFacts, right: UsageFacts): number =>
  left.id < right.id ? -1 : left.id > right.id ? 1 : 0;

/** The whole scenario, or the usages that a budget selects, by their ids. */
export function ownersOf({ usages }: Budget, facts: ScenarioFacts): readonly (UsageFacts | null)[] {
  if (usages.length === 0) return [null];
  return facts.usages.filter(({ id }) => matchesAny(usages, id)).toSorted(byId);
}

export const isTimed = ({ limit }: Budget, { period }: ScenarioFacts): boolean =>
  limit.kind !== 'impact' && limit.kind !== 'change' ? true : speaksOf(limit, period);

/** Names of a selector that are nowhere. */
function checkNames(owner: Budget | Waiver, subjects: readonly Subject[]): Problem[] {
  const { scenarios, usages, place } = owner;
  const report = (what: string, patterns: readonly string[], known: readonly string[]): Problem[] =>
    patterns
      .filter((pattern) => !known.some((each) => isMatch(pattern, each)))
      .map((name) => problem('selects-nothing', { what, name, nearest: nearestNames(name, known), known }, { place }));
  const selected = subjects.filter(({ facts }) => selects(owner, facts));
  return [
    ...report(
      'scenario',
      scenarios,
      subjects.flatMap(({ facts }) => [facts.file, facts.name]),
    ),
    ...report('usage', usages, [...new Set(selected.flatMap(({ facts }) => facts.usages.map(({ id }) => id)))]),
  ];
}

/** Errors  InputError: a budget that selects nothing, counts as no scenario does, or needs a lock that is not there. */
export function checkConfig(
  { budgets, waivers }: Config,
  subjects: readonly Subject[],
  lock: LockUse,
  partial: boolean,
): void {
  const problems: Problem[] = [];
  for (const budget of budgets) {
    if (budget.level === 'off') continue;
    if (budget.limit.kind === 'change' && lock.state === 'absent') {
      const needed = `the budget "${budget.id}" on a change`;
      problems.push(problem('lock-missing', { file: lock.file, needed }, { place: budget.place }));
    }
    if (partial) continue;
    problems.push(...checkNames(budget, subjects));
    const periods = subjects.filter(({ facts }) => selects(budget, facts)).map(({ facts }) => facts);
    if (periods.length > 0 && !periods.some((facts) => isTimed(budget, facts))) {
      const { written, place } = budget;
      problems.push(problem('judges-nothing', { written, periods: periods.map(({ period }) => period) }, { place }));
    }
  }
  if (!partial) for (const waiver of waivers) problems.push(...checkNames(waiver, subjects));
  if (problems.length > 0) throw new InputError(problems);
}
