/** Rows before they are ranked: pieces of scenarios gathered under a name, with their figures. */
import type { Criterion, DataQuality, Grade, Grouping, Impact, VerdictCode, ValueVersusImpact } from '../assessment.ts';
import { jointBound } from '../engine/criteria.ts';
import { centralOf, type Response, type Uncertainty } from '../engine/uncertainty.ts';
import type { Range } from '../units.ts';
import { gradeScenario, type GradedUsage, type QualityRules } from '../verdict/quality.ts';
import { unitIn, type EntryFacts, type Evaluation, type Found } from './entry.ts';
import type { Slice } from './slices.ts';
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
  /** Whether responses are kept for differences. */
  readonly differs: boolean;
}

/** Pieces under one name, with where each comes from. */
export interface Member {
  readonly slice: Slice;
  readonly facts: EntryFacts;
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
    scenarios: distinct(members.map(({ facts }) => facts.name)),
    files: distinct(members.map(({ facts }) => facts.file)),
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
  { facts: first, evaluation: { engine, volume } }: Member,
  differs: boolean,
): DraftFigure | undefined {
  const founds = members.flatMap(({ slice }) => slice.find(criterion) ?? []);
  if (founds.length === 0) return undefined;
  const units = distinct(members.map(({ facts }) => unitIn(facts, criterion)));
  const { total, bound, missing } = sumOf(founds, engine);
  // Money of two currencies is no sum.
  if (!total || units.length > 1)
    return { unit: units.join('+'), total: null, perUnit: null, bound: null, missing, response: undefined };
  const isOne = members.every(({ facts }) => facts === first);
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

export function draftOf(
  name: string | null,
  members: readonly Member[],
  { by, criteria, rules, differs }: DraftOptions,
  judged: { readonly quality?: DataQuality | undefined; readonly verdict?: ValueVersusImpact['whole'] | undefined },
): Draft {
  const [first] = members;
  const graded = members.flatMap((member) => member.graded ?? []);
  const volume = first?.evaluation.volume;
  const isOne = members.every(({ facts }) => facts === first?.facts);
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
