/** A saved result against the same scenario computed again: which figures moved, and what of their making changed. */
import { criteria, type ChangeCause } from '../assessment.ts';
import type { Range } from '../units.ts';
import type { SavedImpact, SavedResult } from './saved-result.ts';

export interface Change {
  readonly cause: ChangeCause;
  readonly saved: string;
  readonly now: string;
}

export interface FigureMove {
  /** Null for the whole scenario. */
  readonly usage: string | null;
  readonly criterion: string;
  readonly unit: string;
  /** Null is unknown, or not there. */
  readonly saved: Range | null;
  readonly now: Range | null;
  /** Central value now over the saved one, less 1; null where one is unknown or the saved one is 0. */
  readonly change: number | null;
}

export interface Comparison {
  readonly name: string;
  /** Every value of the saved result still holds; what made it may have changed all the same. */
  readonly equal: boolean;
  readonly changed: readonly Change[];
  readonly figures: readonly FigureMove[];
  /** Paths of further values that differ. */
  readonly others: readonly string[];
}

const optionsOf = ({ uncertainty }: SavedResult): string =>
  uncertainty ? `${uncertainty.method}, samples ${uncertainty.samples}, seed ${uncertainty.seed ?? 'none'}` : '';

function changesOf(saved: SavedResult, now: SavedResult): Change[] {
  const pairs: readonly (readonly [ChangeCause, string, string])[] = [
    ['input', saved.scenario.sha256, now.scenario.sha256],
    ['data', saved.tool.data_version, now.tool.data_version],
    ['method', saved.tool.method, now.tool.method],
    ['version', saved.tool.version, now.tool.version],
    // A result from before there were options says nothing of them.
    ['options', optionsOf(saved) || optionsOf(now), optionsOf(now)],
  ];
  return pairs.flatMap(([cause, before, after]) => (before === after ? [] : [{ cause, saved: before, now: after }]));
}

const isSame = (left: Range | null, right: Range | null): boolean =>
  left === right ||
  (left !== null &&
    right !== null &&
    left.low === right.low &&
    left.central === right.central &&
    left.high === right.high);

function movesOf(
  usage: string | null,
  saved: Readonly<Partial<Record<string, SavedImpact>>>,
  now: Readonly<Partial<Record<string, SavedImpact>>>,
): FigureMove[] {
  return criteria.flatMap((criterion): FigureMove[] => {
    const [before, after] = [saved[criterion], now[criterion]];
    const [from, to] = [before?.total ?? null, after?.total ?? null];
    const unit = after?.unit ?? before?.unit ?? '';
    if (isSame(from, to) && (before?.unit ?? unit) === unit) return [];
    const change = from && to && from.central !== 0 ? to.central / from.central - 1 : null;
    return [{ usage, criterion, unit, saved: from, now: to, change }];
  });
}

/** Told by `changed` and `figures`, or words that change no value. */
const told = /^(?:tool|warnings|uncertainty|scenario\.(?:name|sha256)|.*impacts\.[a-z_]+\.total)(?:[.[]|$)/;

/** Paths of the saved value whose value is another now. What a newer version adds is no difference. */
function differences(saved: unknown, now: unknown, path: string): string[] {
  if (told.test(path)) return [];
  if (typeof saved !== 'object' || saved === null) return saved === now ? [] : [path];
  if (typeof now !== 'object' || now === null || Array.isArray(saved) !== Array.isArray(now)) return [path];
  const inside = now as Readonly<Record<string, unknown>>;
  const here = Array.isArray(saved)
    ? (key: string) => `${path}[${key}]`
    : (key: string) => (path === '' ? key : `${path}.${key}`);
  const longer = Array.isArray(now) && Array.isArray(saved) && now.length > saved.length ? [path] : [];
  return [...longer, ...Object.entries(saved).flatMap(([key, each]) => differences(each, inside[key], here(key)))];
}

/** Compares figure by figure. Both as in JSON, so that the last bits of a double do not count. */
export function compareResults(saved: SavedResult, now: SavedResult): Comparison {
  const ids = new Set([...saved.baseline.usages, ...now.baseline.usages].map(({ id }) => id));
  const of = (result: SavedResult, id: string) => result.baseline.usages.find((usage) => usage.id === id)?.impacts;
  const figures = [
    ...movesOf(null, saved.baseline.impacts, now.baseline.impacts),
    ...[...ids].flatMap((id) => movesOf(id, of(saved, id) ?? {}, of(now, id) ?? {})),
  ];
  const others = differences(saved, now, '');
  return {
    name: now.scenario.name,
    equal: figures.length === 0 && others.length === 0,
    changed: changesOf(saved, now),
    figures,
    others,
  };
}
