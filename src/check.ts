/** All budgets of a project against all of its scenarios: what is found, what comes of it, and the one decision. Pure. */
import type { ChangedInput } from './changed-inputs.ts';
import { unmoved, type ChangedData, type Comparison } from './compare.ts';
import { nearestNames } from './catalog/nearest.ts';
import { InputError, problem, type Place, type Problem } from './errors.ts';
import { factsOfLocked } from './project/entry.ts';
import type { LockedMaking, LockedScenario } from './project/lock-types.ts';
import type { Config } from './project/read-config.ts';
import type { Range } from './units.ts';
import { judgeLimit, speaksOf } from './verdict/budget/judge.ts';
import { decide, inOrder, settle, type DecisionOptions, type Locked } from './verdict/budget/settle.ts';
import type {
  Budget, Compared, Decision, FigureFacts, Item, Judge, ScenarioFacts, Trend, UsageFacts, Waiver, WaiverUse,
} from './verdict/budget/types.ts'; // prettier-ignore

/** A scenario to judge. What costs a calculation is asked for when it is needed. */
export interface Subject {
  readonly facts: ScenarioFacts;
  /** What made the figures of today. */
  readonly making: LockedMaking;
  /** As the lock to judge against holds it. */
  readonly locked: LockedScenario | undefined;
  /** Null where the lock holds nothing that can be compared. */
  readonly comparison: Comparison | null;
  /** The facts with some usages left out. */
  without(usages: readonly string[]): ScenarioFacts;
  /** The line of a usage, or of one of its fields; of the whole scenario, its first line. */
  locate(usage: string | null, field?: string): Place | undefined;
}

export const lockStates = ['absent', 'used', 'saved', 'updated'] as const;
export type LockState = (typeof lockStates)[number];

export interface LockUse {
  readonly file: string;
  readonly state: LockState;
  /** Scenarios whose entry was kept because they are worse. */
  readonly kept: readonly string[];
}

/** Greenhouse gases of a scenario, and how they moved since the lock. */
export interface ScenarioLine {
  readonly file: string;
  readonly name: string;
  readonly period: ScenarioFacts['period'];
  readonly ghg: FigureFacts | null;
  readonly before: Range | null;
  readonly compared: Compared | null;
  /** Null where there is no lock. */
  readonly trend: Trend | null;
  readonly changes: readonly ChangedInput[];
  readonly data: readonly ChangedData[];
  /** Versions in the lock and now, where they differ. */
  readonly versions: {
    readonly data: readonly [string, string] | null;
    readonly method: readonly [string, string] | null;
  };
}

export interface CheckReport {
  readonly tool: { readonly version: string; readonly method: string; readonly dataVersion: string };
  readonly config: string;
  readonly today: string;
  readonly judge: Judge;
  readonly decision: Decision;
  /** Failing first. */
  readonly items: readonly Item[];
  readonly scenarios: readonly ScenarioLine[];
  readonly lock: LockUse;
  /** Waivers that excuse nothing. */
  readonly idle: readonly Waiver[];
}

export interface CheckOptions extends DecisionOptions {
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly judge: Judge;
  /** Whether some scenarios of the config were left out, so that a name that is not found means nothing. */
  readonly partial: boolean;
}

/** `*` stands for any text, also none. */
function isMatch(pattern: string, text: string): boolean {
  if (!pattern.includes('*')) return pattern === text;
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(text);
}

const matchesAny = (patterns: readonly string[], ...texts: readonly string[]): boolean =>
  patterns.some((pattern) => texts.some((text) => isMatch(pattern, text)));

function selects({ scenarios }: { readonly scenarios: readonly string[] }, { file, name }: ScenarioFacts): boolean {
  return scenarios.length === 0 || matchesAny(scenarios, file, name);
}

const byId = (left: UsageFacts, right: UsageFacts): number => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0);

/** The whole scenario, or the usages that a budget selects, by their ids. */
function ownersOf({ usages }: Budget, facts: ScenarioFacts): readonly (UsageFacts | null)[] {
  if (usages.length === 0) return [null];
  return facts.usages.filter(({ id }) => matchesAny(usages, id)).toSorted(byId);
}

const isTimed = ({ limit }: Budget, { period }: ScenarioFacts): boolean =>
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
function checkConfig(
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

function judgeItem(judging: Judging, config: Config, today: string): Item {
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
