/** The good practices of a scenario: what each changes, alone and together, and who earned what. */
import {
  criteria,
  type BurdenShift,
  type Criterion,
  type LedgerEntry,
  type PracticeId,
  type PracticeItem,
  type Practices,
  type UsagePractice,
} from './assessment.ts';
import { usedInputs, type UsageResponses } from './engine/baseline.ts';
import type { CriteriaResponses } from './engine/criteria.ts';
import { impactsOf, type ImpactOptions } from './engine/impacts.ts';
import { centralOf } from './engine/uncertainty.ts';
import { combine, same } from './practices/combine.ts';
import type { ResolvedInput, ResolvedPractice, ResolvedUsage } from './scenario/resolve/types.ts';
import type { Range } from './units.ts';

interface Evaluated {
  readonly resolved: ResolvedUsage;
  readonly responses: UsageResponses;
  /** Whether it has a total over the period. */
  readonly counted: boolean;
}

interface Whole {
  readonly whole: CriteriaResponses;
  /** Of the path. */
  readonly order: readonly PracticeId[];
}

const computed = criteria.filter((each): each is keyof CriteriaResponses => each !== 'climate_cost');

/** Null when greenhouse gases are unknown, or when no practice is stated or suggested. */
export function practicesOf(
  usages: readonly Evaluated[],
  { whole, order }: Whole,
  options: ImpactOptions,
): Practices | null {
  const stated = order.filter((id) =>
    usages.some(({ resolved }) => resolved.practices.some(({ practice }) => practice === id)),
  );
  // Of nothing there is no part.
  if (!whole.ghg.total || centralOf(whole.ghg.total) === 0 || stated.length === 0) return null;
  const isPlayer = (id: PracticeId): boolean =>
    usages.some(
      ({ resolved, counted }) =>
        counted && resolved.practices.some((each) => each.practice === id && each.status === 'applies'),
    );
  const players = stated.filter(isPlayer);
  const { practices: effects, all } = combine(
    usages.map(({ resolved, responses, counted }) => ({
      id: resolved.id,
      parts: resolved.parts,
      changes: resolved.practices.filter(({ status }) => status === 'applies'),
      criteria: counted ? responses.criteria : null,
    })),
    players,
    options.uncertainty,
  );
  let before = (): CriteriaResponses => whole;
  const items = stated.map((id): PracticeItem => {
    const own = usages.flatMap(({ resolved, counted }) =>
      resolved.practices
        .filter(({ practice }) => practice === id)
        .map((each) => usagePractice(resolved, counted ? each : uncounted(each))),
    );
    const applied = own.filter(({ status }) => status === 'applies');
    const suggested = (applied.length > 0 ? applied : own).every((each) => each.suggested);
    const effect = effects.find(({ practice }) => practice === id);
    if (!effect)
      return {
        id,
        suggested,
        usages: own,
        alone: null,
        path: null,
        aloneGhg: null,
        pathGhg: null,
        rising: [],
        worseIn: [],
        aloneFactor: {},
        stepFactor: null,
        shares: {},
      };
    const previous = before;
    before = effect.path;
    return {
      id,
      suggested,
      usages: own,
      aloneGhg: factorOf('ghg', effect.alone, whole, options),
      pathGhg: effect.pathGhg,
      rising: effect.rising.flatMap((name) => {
        const factor = factorOf(name, effect.alone, whole, options);
        return factor ? [{ criterion: name, factor }] : [];
      }),
      worseIn: effect.worseIn,
      // Computed when a report asks: the table needs greenhouse gases and what rises, and of the path its centre.
      get alone() {
        return impactsOf(effect.alone, options);
      },
      get aloneFactor() {
        return factors(effect.alone, whole, options);
      },
      get path() {
        return impactsOf(effect.path(), options);
      },
      get stepFactor() {
        return factorOf('ghg', effect.path(), previous(), options);
      },
      shares: effect.shares,
    };
  });
  const afterOver = factors(all, whole, options);
  return {
    items,
    all: impactsOf(all, options),
    dividedBy: factors(whole, all, options),
    burdenShifts: [
      ...items.flatMap(({ id, aloneGhg, rising }) =>
        isFall(aloneGhg) ? rising.map((each) => ({ practice: id, ...each })) : [],
      ),
      ...(players.length > 1 && isFall(afterOver.ghg) ? rises(afterOver) : []),
    ],
  };
}

/** After over before of one criterion, on common unknowns; null where it is unknown. */
function factorOf(
  name: keyof CriteriaResponses,
  after: CriteriaResponses,
  before: CriteriaResponses,
  { uncertainty: { ratio, interval } }: ImpactOptions,
): Range | null {
  const [above, below] = [after[name].total, before[name].total];
  const found = above && below && ratio(above, below);
  return found ? interval(found) : null;
}

/** The same of each criterion that is known. */
function factors(
  after: CriteriaResponses,
  before: CriteriaResponses,
  options: ImpactOptions,
): Partial<Record<Criterion, Range>> {
  return Object.fromEntries(
    computed.flatMap((name) => {
      const factor = factorOf(name, after, before, options);
      return factor ? [[name, factor]] : [];
    }),
  );
}

const isFall = (factor: Range | null | undefined): boolean => (factor?.central ?? 1) < 1 - same;

/** Criteria that rise with all practices together. */
function rises(factor: Readonly<Partial<Record<Criterion, Range>>>): BurdenShift[] {
  return computed.flatMap((criterion) => {
    const own = factor[criterion];
    return own && own.central > 1 + same ? [{ practice: 'all' as const, criterion, factor: own }] : [];
  });
}

/** A practice that applies changes nothing of a usage that is in no total. */
function uncounted(practice: ResolvedPractice): ResolvedPractice {
  return practice.status === 'applies' ? { ...practice, status: 'out-of-reach', reason: 'not-in-the-total' } : practice;
}

function usagePractice({ id, parts }: ResolvedUsage, practice: ResolvedPractice): UsagePractice {
  const { status, suggested, reason, named = null, from, to, share, retry, quality, inputs, factor } = practice;
  const [part] = parts;
  const names = part ? usedInputs(part) : new Set<string>();
  const put = inputs.filter((input) => names.has(input.id) && input.key !== '');
  return {
    usage: id,
    status,
    suggested,
    reason,
    named,
    from,
    to,
    share,
    retry,
    quality,
    inputs: [...put, ...(factor ? [factor] : [])].map((input) => entry(id, practice, input)),
  };
}

/** Where the scenario states an input of a practice, or would: the block of the practice, and the field where it has one. */
function pathOf(usage: string, { owner, practice }: ResolvedPractice, { field }: ResolvedInput): string {
  if (field.startsWith('catalog.')) return field;
  const block = owner.replace(/^usages\[\d+\]/, `usages.${usage}`);
  return field.startsWith(`${practice}.`) ? `${block}.${field}` : `${block}.${practice}`;
}

function entry(usage: string, practice: ResolvedPractice, input: ResolvedInput): LedgerEntry {
  const { id, range, unit, status, source, year, note } = input;
  return {
    path: pathOf(usage, practice, input),
    input: id,
    value: range,
    unit,
    status,
    source,
    year,
    usages: 1,
    widthShare: null,
    ...(note === undefined ? {} : { note }),
  };
}
