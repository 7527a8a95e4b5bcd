/** Rows before they are ranked: pieces of scenarios gathered under a name, with their figures. */
import type { Criterion, DataQuality, Grade, Grouping, Impact, VerdictCode, ValueVersusImpact } from '../assessment.ts';
import { jointBound } from '../engine/baseline.ts';
import { centralOf, type Response, type Uncertainty } from '../engine/uncertainty.ts';
import type { Range } from '../units.ts';
import { gradeScenario, type GradedUsage, type QualityRules } from '../verdict/quality.ts';
import { unitIn, type Entry, type Evaluation, type Found } from './entry.ts';
import { slicesOf, type Slice } from './slices.ts';
import type { RowNames, Worth } from './types.ts';

export interface DraftFigure {
  readonly unit: string;
  readonly total: Range | null;
  readonly perUnit: Range | null;
  readonly bound: Impact['bound'];
  readonly missing: readonly string[];
  /** For differences; undefined is unknown. */
  readonly response: Response | undefined;
}

export interface Draft {
  readonly name: string | null;
  readonly holds: RowNames;
  readonly grade: Grade | null;
  readonly verdict: VerdictCode | null;
  readonly worth: Worth | null;
  /** Functional units of the one scenario that it is of; null where it is of several, or they are unknown. */
  readonly units: number | null;
  readonly figures: ReadonlyMap<Criterion, DraftFigure>;
}

export interface DraftOptions {
  readonly by: Grouping;
  /** What is ranked: a phase that it does not have is no row. */
  readonly criterion: Criterion;
  readonly criteria: readonly Criterion[];
  readonly rules: QualityRules;
  /** Of sums over several scenarios, and of differences. */
  readonly together: Uncertainty;
  /** Whether responses are kept for differences. */
  readonly differs: boolean;
}

/** A scenario with its name as a row. */
export interface NamedEntry {
  readonly entry: Entry;
  readonly label: string;
}

export const isPooled = (by: Grouping): boolean => by !== 'scenario' && by !== 'usage';

/** Pieces under one name, with where each comes from. */
interface Member {
  readonly slice: Slice;
  readonly entry: Entry;
  readonly evaluation: Evaluation;
  readonly graded: GradedUsage | null;
}

const distinct = (names: readonly (string | null | undefined)[]): string[] => [
  ...new Set(names.filter((name): name is string => typeof name === 'string' && name !== '')),
];

/** The usages that a row holds something of. */
const usagesOf = ({ slice, evaluation }: Member) =>
  slice.usage === null ? evaluation.usages : evaluation.usages.slice(slice.usage, slice.usage + 1);

function namesIn(members: readonly Member[], by: Grouping): RowNames {
  const resolved = members.flatMap((member) => usagesOf(member).map((usage) => usage.resolved));
  return {
    scenarios: distinct(members.map(({ entry }) => entry.name)),
    files: distinct(members.map(({ entry }) => entry.file)),
    usages: distinct(resolved.map(({ id }) => id)),
    models: distinct(resolved.map(({ facts }) => facts.model)),
    regions:
      by === 'region'
        ? distinct(members.map(({ slice }) => slice.row))
        : distinct(resolved.flatMap(({ parts }) => parts.map(({ place }) => place))),
    tags: distinct(resolved.flatMap(({ tags }) => tags)),
  };
}

function sumOf(founds: readonly (Found & { readonly missing: readonly string[] })[], { sum }: Uncertainty) {
  const [only] = founds;
  if (only && founds.length === 1) return only;
  const known = founds.filter(({ total }) => total !== undefined);
  const missing = distinct(founds.flatMap((found) => found.missing));
  return {
    total: sum(known.flatMap(({ total }) => total ?? [])),
    bound: known.length === 0 ? null : jointBound(new Set(known.map(({ bound }) => bound)), missing.length > 0),
    missing,
  };
}

/** Undefined where the row has no such criterion. */
function figureOf(
  members: readonly Member[],
  criterion: Criterion,
  { entry: first, evaluation: { engine, volume } }: Member,
  differs: boolean,
): DraftFigure | undefined {
  const founds = members.flatMap(({ slice }) => slice.find(criterion) ?? []);
  if (founds.length === 0) return undefined;
  const units = distinct(members.map(({ entry }) => unitIn(entry, criterion)));
  const { total, bound, missing } = sumOf(founds, engine);
  // Money of two currencies is no sum.
  if (!total || units.length > 1)
    return { unit: units.join('+'), total: null, perUnit: null, bound: null, missing, response: undefined };
  const isOne = members.every(({ entry }) => entry === first);
  const perUnit = isOne && volume ? engine.ratio(total, volume) : undefined;
  return {
    unit: units[0] ?? '',
    total: engine.interval(total),
    perUnit: perUnit ? engine.interval(perUnit) : null,
    bound,
    missing,
    response: differs ? total : undefined,
  };
}

function worthOf(verdict: ValueVersusImpact['whole'] | undefined): Worth | null {
  if (!verdict) return null;
  const { economic, environment, social } = verdict;
  return {
    currency: economic?.currency ?? null,
    cost: economic?.cost?.central ?? null,
    benefit: economic?.benefit?.central ?? null,
    avoided: environment.items.length === 0 ? null : (environment.avoided?.central ?? null),
    social: social?.score.central ?? null,
  };
}

function draftOf(
  name: string | null,
  members: readonly Member[],
  { by, criteria, rules, differs }: DraftOptions,
  judged: { readonly quality?: DataQuality | undefined; readonly verdict?: ValueVersusImpact['whole'] | undefined },
): Draft {
  const [first] = members;
  const graded = members.flatMap((member) => member.graded ?? []);
  const volume = first?.evaluation.volume;
  const isOne = members.every(({ entry }) => entry === first?.entry);
  return {
    name,
    holds: namesIn(members, by),
    grade: judged.quality ? judged.quality.grade : graded.length > 0 ? gradeScenario(graded, rules).grade : null,
    verdict: judged.verdict?.code ?? null,
    worth: worthOf(judged.verdict),
    units: volume && isOne ? centralOf(volume) : null,
    figures: new Map(
      criteria.flatMap((criterion) => {
        const figure = first && figureOf(members, criterion, first, differs);
        return figure ? [[criterion, figure] as const] : [];
      }),
    ),
  };
}

/** Sum of all scenarios, at central values; null where nothing is known, or where it would be of two currencies. */
export interface WholeFigure {
  readonly central: number | null;
  readonly bound: Impact['bound'];
}
export type Whole = ReadonlyMap<Criterion, WholeFigure>;

/** The sum grows with each scenario, so that none is held for it. */
class Sums {
  readonly #money: string;
  readonly #central = new Map<Criterion, number>();
  readonly #bounds = new Map<Criterion, Set<Impact['bound']>>();
  readonly #partial = new Set<Criterion>();
  #isOneMoney = true;

  constructor(money: string) {
    this.#money = money;
  }

  add(criteria: readonly Criterion[], own: Evaluation, entry: Entry): void {
    const [scenario] = slicesOf('scenario', entry.name, own);
    this.#isOneMoney &&= entry.currency === this.#money;
    for (const criterion of criteria) {
      const { total, bound = null } = scenario?.find(criterion) ?? {};
      if (!total) {
        this.#partial.add(criterion);
        continue;
      }
      this.#central.set(criterion, (this.#central.get(criterion) ?? 0) + centralOf(total));
      this.#bounds.set(criterion, (this.#bounds.get(criterion) ?? new Set()).add(bound));
    }
  }

  whole(criteria: readonly Criterion[]): Whole {
    return new Map(
      criteria.map((criterion) => {
        const isSum = criterion !== 'climate_cost' || this.#isOneMoney;
        const central = isSum ? (this.#central.get(criterion) ?? null) : null;
        const bounds = this.#bounds.get(criterion) ?? new Set();
        return [
          criterion,
          { central, bound: central === null ? null : jointBound(bounds, this.#partial.has(criterion)) },
        ];
      }),
    );
  }
}

/** One row a scenario, or a usage: its figures are those of `assess`, to the last bit. */
function separate({ entry, label }: NamedEntry, own: Evaluation, isAlone: boolean, options: DraftOptions): Draft[] {
  const { by, differs, together } = options;
  const quality = entry.quality(own);
  const verdict = entry.verdict();
  // Differences are of draws in common, which are others than those of a scenario by itself.
  const common = differs && !isAlone ? slicesOf(by, label, entry.common(together)) : [];
  return slicesOf(by, label, own).map((slice, index) => {
    const { usage } = slice;
    const id = usage === null ? null : (own.usages[usage]?.resolved.id ?? null);
    const name = id === null || isAlone ? slice.row : `${label}: ${id}`;
    const draft = draftOf(name, [{ slice, entry, evaluation: own, graded: null }], options, {
      quality: usage === null ? quality.scenario : quality.usages[usage],
      verdict: id === null ? verdict?.whole : verdict?.usages.find((each) => each.id === id)?.verdict,
    });
    const shared = common[index];
    if (!shared) return draft;
    const figures = [...draft.figures].map(
      ([criterion, figure]) => [criterion, { ...figure, response: shared.find(criterion)?.total }] as const,
    );
    return { ...draft, figures: new Map(figures) };
  });
}

/** The rows of a section, and the sum of its scenarios. */
export function draftsOf(
  named: readonly NamedEntry[],
  options: DraftOptions,
  onDone: () => void,
): { readonly drafts: readonly Draft[]; readonly whole: Whole; readonly isOverlapping: boolean } {
  const { by, criterion, together } = options;
  const isAlone = named.length === 1;
  const sums = new Sums(named[0]?.entry.currency ?? '');
  const drafts: Draft[] = [];
  const pools = new Map<string | null, Member[]>();
  let isOverlapping = false;
  for (const each of named) {
    const { entry, label } = each;
    const own = entry.own();
    sums.add(options.criteria, own, entry);
    if (!isPooled(by)) drafts.push(...separate(each, own, isAlone, options));
    else {
      const evaluation = isAlone ? own : entry.common(together);
      const graded = by === 'model' || by === 'tag' ? entry.quality(own).usages : [];
      for (const slice of slicesOf(by, label, evaluation)) {
        const usage = slice.usage === null ? undefined : evaluation.usages[slice.usage];
        const quality = slice.usage === null ? undefined : graded[slice.usage];
        const ghg = usage?.counted ? usage.responses.criteria.ghg.total : undefined;
        const member: Member = {
          slice,
          entry,
          evaluation,
          graded: usage && quality ? { id: usage.resolved.id, ghg: ghg ? centralOf(ghg) : null, quality } : null,
        };
        const pool = pools.get(slice.row);
        if (pool) pool.push(member);
        else pools.set(slice.row, [member]);
      }
      isOverlapping ||= by === 'tag' && own.usages.some(({ resolved }) => resolved.tags.length > 1);
    }
    onDone();
  }
  for (const [name, members] of pools) drafts.push(draftOf(name, members, options, {}));
  return {
    drafts: drafts.filter(({ figures }) => figures.has(criterion)),
    whole: sums.whole(options.criteria),
    isOverlapping,
  };
}
