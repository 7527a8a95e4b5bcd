/** One section of a ranking: shares of its whole, differences against the baseline, order, what dominates what. Pure. */
import type { AssessOptions } from '../assess.ts';
import { verdictCodes, type Criterion, type Grouping, type Sorting } from '../assessment.ts';
import { difference } from '../engine/signed.ts';
import type { Uncertainty } from '../engine/uncertainty.ts';
import { InputError, problem } from '../errors.ts';
import type { Condition } from '../scenario/condition.ts';
import { conditioned, type AskedFigure, type AskedText } from './ask.ts';
import type { Draft } from './draft.ts';
import { isPooled, type NamedScenario } from './gather.ts';
import type { Whole } from './whole.ts';
import { unitIn } from './entry.ts';
import { comparedAxes, dominatorsOf, type Option } from './pareto.ts';
import type { PerUnitRefusal, RankedFigure, RankedRow, Section, Worth } from './types.ts';

export interface RankOptions extends Pick<AssessOptions, 'catalog' | 'hash' | 'samples' | 'seed'> {
  readonly by: Grouping;
  readonly criterion: Criterion;
  readonly sort: Sorting;
  readonly reverse: boolean;
  readonly where?: string | undefined;
  readonly top?: number | undefined;
  /** Name of a row, of its scenario, or its file. */
  readonly baseline?: string | undefined;
  /** Whether rows have every criterion, or only what is ranked and asked for. */
  readonly every: boolean;
}

/** The part of the whole that a few rows are held against: Pareto's. */
const most = 0.8;

/** A row with what it is ranked by. */
interface Candidate {
  readonly draft: Draft;
  readonly figures: Readonly<Partial<Record<Criterion, RankedFigure>>>;
  readonly dominatedBy: string | null;
  readonly isBaseline: boolean;
}

export const refuse = (reason: string): never => {
  throw new InputError([problem('bad-option', { reason })]);
};

export function refusalOf(named: readonly NamedScenario[], by: Grouping): PerUnitRefusal | null {
  const units = [...new Set(named.map(({ gathered }) => gathered.facts.functionalUnit))];
  if (isPooled(by) && named.length > 1) return { reason: 'several-scenarios', units };
  return units.length > 1 ? { reason: 'mixed-units', units } : null;
}

const withoutEnding = (file: string): string => file.replace(/^.*[\\/]/, '').replace(/\.[a-z]+$/i, '');

/** The row that a name means; `undefined` where none does. Errors  InputError where several do. */
function rowNamed(drafts: readonly Draft[], name: string): Draft | undefined {
  const only = (names: (draft: Draft) => readonly (string | null)[]): Draft | undefined => {
    const found = drafts.filter((draft) => names(draft).includes(name));
    if (found.length > 1) {
      const all = found.map((draft) => `"${draft.name ?? ''}"`).join(', ');
      return refuse(`"--baseline ${name}" names several rows: ${all}; say which`);
    }
    return found[0];
  };
  return (
    only((draft) => [draft.name]) ??
    // `gpt-4o` is openai/gpt-4o, `eastus2` is azure/eastus2.
    only((draft) => [draft.name?.split('/').at(-1) ?? null]) ??
    only(({ holds }) => holds.scenarios) ??
    only(({ holds }) => holds.files) ??
    only(({ holds }) => holds.files.map(withoutEnding))
  );
}

const perUnitOf = (worth: Worth | null, units: number | null): Worth | null => {
  if (!worth || units === null || units === 0) return null;
  const each = (value: number | null): number | null => (value === null ? null : value / units);
  return { ...worth, cost: each(worth.cost), benefit: each(worth.benefit), avoided: each(worth.avoided) };
};

interface Ranked {
  readonly drafts: readonly Draft[];
  readonly whole: Whole;
  readonly baseline: Draft | undefined;
  readonly refusal: PerUnitRefusal | null;
  readonly options: RankOptions;
  readonly together: Uncertainty;
}

function figuresOf(draft: Draft, { whole, baseline, refusal, together }: Ranked): Candidate['figures'] {
  const entries = [...draft.figures].map(([criterion, figure]): [Criterion, RankedFigure] => {
    const { unit, total, perUnit, bound, missing, response } = figure;
    const sum = whole.get(criterion)?.central ?? null;
    const base = baseline?.figures.get(criterion)?.response;
    const ratio = response && base ? together.ratio(response, base) : undefined;
    return [
      criterion,
      {
        unit,
        total,
        perUnit: refusal ? null : perUnit,
        bound,
        missing,
        share: total && sum !== null && sum > 0 ? total.central / sum : null,
        difference: response && base ? together.signedInterval(difference(together, response, base)) : null,
        ratio: ratio ? together.interval(ratio) : null,
      },
    ];
  });
  return Object.fromEntries(entries);
}

/** Which options are dominated: scenarios of one functional unit, each per unit. */
function optionsOf({ drafts, refusal, options }: Ranked): Pick<Section, 'axes'> & { by: (number | null)[] } {
  const none = { axes: [], by: drafts.map(() => null) };
  if (options.by !== 'scenario' || refusal) return none;
  const found = drafts.map(({ figures, worth, units }): Option => ({
    impact: figures.get(options.criterion)?.perUnit?.central ?? null,
    worth: perUnitOf(worth, units),
  }));
  const axes = comparedAxes(found);
  return axes.length === 0 ? none : { axes, by: dominatorsOf(found) };
}

/** What a row is sorted by, small first; null is unknown, and last in either direction. */
function sortKey({ draft, figures }: Candidate, { sort, criterion }: RankOptions): number | string | null {
  const figure = figures[criterion];
  switch (sort) {
    case 'total':
      return figure?.total ? -figure.total.central : null;
    case 'per_unit':
      return figure?.perUnit ? -figure.perUnit.central : null;
    case 'change':
      return figure?.ratio ? -figure.ratio.central : null;
    case 'name':
      return draft.name;
    case 'grade':
      return draft.grade;
    case 'verdict':
      return draft.verdict === null ? null : verdictCodes.indexOf(draft.verdict);
    default:
      return sort satisfies never;
  }
}

function sorted(candidates: readonly Candidate[], options: RankOptions): Candidate[] {
  const direction = options.reverse ? -1 : 1;
  const keyed = candidates.map((candidate) => ({ candidate, key: sortKey(candidate, options) }));
  keyed.sort(({ key: left }, { key: right }) => {
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    return left === right ? 0 : left < right ? -direction : direction;
  });
  return keyed.map(({ candidate }) => candidate);
}

function concentrationOf(drafts: readonly Draft[], criterion: Criterion): Section['concentration'] {
  const parts = drafts
    .flatMap(({ figures }) => figures.get(criterion)?.total?.central ?? [])
    .toSorted((left, right) => right - left);
  const sum = parts.reduce((total, part) => total + part, 0);
  // Of two rows the table says as much.
  if (drafts.length < 3 || !(sum > 0)) return null;
  let part = 0;
  let rows = 0;
  // Sums of doubles miss the part by their last bits.
  while (rows < parts.length && part < most * sum * (1 - 1e-12)) part += parts[rows++] ?? 0;
  return { rows, of: drafts.length, share: Math.min(1, part / sum) };
}

export function sectionOf(
  named: readonly NamedScenario[],
  {
    condition,
    isOverlapping,
    ...ranked
  }: Omit<Ranked, 'baseline' | 'refusal'> & {
    readonly condition: Condition<AskedFigure, AskedText> | null;
    readonly isOverlapping: boolean;
  },
): Section {
  const { drafts, options } = ranked;
  const { by, criterion, top } = options;
  const facts = named[0]?.gathered.facts;
  const refusal = refusalOf(named, by);
  const baseline = options.baseline === undefined ? undefined : rowNamed(drafts, options.baseline);
  const all: Ranked = { ...ranked, baseline, refusal };
  const { axes, by: dominators } = optionsOf(all);
  const candidates = drafts.map((draft, place): Candidate => {
    const dominator = dominators[place] ?? null;
    return {
      draft,
      figures: figuresOf(draft, all),
      dominatedBy: dominator === null ? null : (drafts[dominator]?.name ?? null),
      isBaseline: draft === baseline,
    };
  });
  const kept = sorted(candidates, options).filter(
    ({ draft, figures }) => !condition || condition.holds(conditioned(draft, figures, { criterion })),
  );
  const shown = kept.slice(0, top ?? kept.length);
  const shares = kept.slice(shown.length).map(({ figures }) => figures[criterion]?.share ?? null);
  const known = shares.filter((share) => share !== null);
  return {
    period: facts?.period ?? 'year',
    unit: facts ? unitIn(facts, criterion) : '',
    functionalUnit: refusal ? null : (facts?.functionalUnit ?? null),
    perUnitRefusal: refusal,
    whole: Object.fromEntries(ranked.whole),
    rows: shown.map(({ draft, ...rest }, place): RankedRow => ({
      rank: place + 1,
      name: draft.name,
      holds: draft.holds,
      grade: draft.grade,
      verdict: draft.verdict,
      worth: draft.worth,
      ...rest,
    })),
    all: drafts.length,
    kept: kept.length,
    restShare: known.length === 0 ? null : known.reduce((sum, share) => sum + share, 0),
    concentration: isOverlapping ? null : concentrationOf(drafts, criterion),
    isOverlapping,
    axes,
    baseline: baseline ? { name: baseline.name } : null,
  };
}
