/**
 * Data quality: five criteria, each with its grade and its reason, and the grade that follows. Pure: the rules are
 * conventions and come in from src/data/quality.yaml.
 */
import {
  grades,
  type DataQuality,
  type Estimator,
  type Grade,
  type QualityCode,
  type QualityReason,
} from '../assessment.ts';
import { gradeOf, type GradeLimits } from './grade.ts';

export const placeKinds = ['own-figure', 'region', 'subdivision', 'country', 'aggregate', 'world', 'host'] as const;
/** What the electricity of a usage stands for; `host` is a place that nobody named. */
export type PlaceKind = (typeof placeKinds)[number];

export const confidences = ['primary', 'secondary', 'derived', 'from-memory'] as const;
export type Confidence = (typeof confidences)[number];

export interface QualityRules {
  readonly tier: Readonly<Record<Exclude<Estimator, 'none'>, Grade>>;
  readonly geography: Readonly<Record<PlaceKind, Grade>>;
  readonly confidence: Readonly<Record<Confidence | 'given', Grade>>;
  /** Years. */
  readonly age: GradeLimits;
  /** Factor. */
  readonly assumed: GradeLimits;
  /** Factor from which a figure matters. */
  readonly heavy: number;
  /** Grades above the worst criterion. */
  readonly leeway: number;
  /** Share of the greenhouse gases. */
  readonly heavyUsage: number;
}

/** A figure that the scenario did not give. */
export interface FigureEvidence {
  /** Factor by which it alone spreads the greenhouse gases, up and down: 1 or more. */
  readonly spread: number;
  /** Whether the greenhouse gases are proportional to it, however exact it is. */
  readonly scales: boolean;
  /** Years before the date of the data; null where it has no year. */
  readonly age: number | null;
  readonly source: string;
  readonly year: number | null;
  readonly confidence: Confidence;
}

/** What the greenhouse gases of a usage rest on. */
export interface UsageEvidence {
  readonly estimator: Exclude<Estimator, 'none'>;
  /** Of each place whose electricity is counted; none where only money is known. */
  readonly places: readonly PlaceKind[];
  readonly figures: readonly FigureEvidence[];
  /** Factor by which the assumed inputs together spread the result; null when nothing is assumed. */
  readonly assumedSpread: number | null;
}

const rank = (grade: Grade): number => grades.indexOf(grade);
const gradeAt = (place: number): Grade => grades[place] ?? 'E';

/** Worst first; of equals the first. */
function byBadness(reasons: readonly QualityReason[]): readonly QualityReason[] {
  const badness = ({ grade }: QualityReason): number => (grade === null ? grades.length : rank(grade));
  return reasons.toSorted((left, right) => badness(right) - badness(left));
}

function ageReason(figures: readonly FigureEvidence[], { age }: QualityRules): QualityReason {
  const dated = figures.filter((each) => each.age !== null);
  if (dated.length === 0) return { criterion: 'age', grade: 'A', code: 'nothing-dated' };
  const oldest = dated.reduce((worst, each) => ((each.age ?? 0) > (worst.age ?? 0) ? each : worst));
  const years = Math.max(0, oldest.age ?? 0);
  return { criterion: 'age', grade: gradeOf(years, age), code: 'years-old', value: years, ...origin(oldest) };
}

function confidenceReason(figures: readonly FigureEvidence[], { confidence }: QualityRules): QualityReason {
  const [first, ...others] = figures;
  if (!first) return { criterion: 'confidence', grade: confidence.given, code: 'given' };
  const badness = (each: FigureEvidence): number => rank(confidence[each.confidence]);
  // Of equally uncertain figures the one that weighs most.
  const worst = others.reduce((known, each) => {
    const more = badness(each) - badness(known);
    return more > 0 || (more === 0 && each.spread > known.spread) ? each : known;
  }, first);
  return {
    criterion: 'confidence',
    grade: confidence[worst.confidence],
    code: worst.confidence,
    ...origin(worst),
  };
}

const origin = ({ source, year }: FigureEvidence) => ({ source, ...(year === null ? {} : { year }) });

function assumedReason(spread: number | null, { assumed }: QualityRules): QualityReason {
  if (spread === null) return { criterion: 'assumed', grade: 'A', code: 'nothing-assumed' };
  const grade = gradeOf(spread, assumed);
  const value = Number.isFinite(spread) ? { value: spread } : {};
  return { criterion: 'assumed', grade, code: 'spread-by-assumed', ...value };
}

function placeReason(places: readonly PlaceKind[], { geography }: QualityRules): QualityReason[] {
  const [worst] = places.toSorted((left, right) => rank(geography[right]) - rank(geography[left]));
  return worst === undefined ? [] : [{ criterion: 'geography', grade: geography[worst], code: worst }];
}

const nothing = (code: QualityCode): DataQuality => ({
  grade: null,
  reasons: [{ criterion: 'coverage', grade: null, code }],
});

/**
 * Grade of a usage: the second worst of its criteria, never better than its way to estimate, never more than the
 * leeway better than the worst criterion. Null evidence is no figure, and no grade.
 */
export function gradeUsage(evidence: UsageEvidence | null, rules: QualityRules): DataQuality {
  if (!evidence) return nothing('nothing-estimated');
  const heavy = evidence.figures.filter(({ spread, scales }) => scales || spread >= rules.heavy);
  const tier = rules.tier[evidence.estimator];
  const reasons: readonly QualityReason[] = [
    { criterion: 'tier', grade: tier, code: evidence.estimator },
    ageReason(heavy, rules),
    ...placeReason(evidence.places, rules),
    confidenceReason(heavy, rules),
    assumedReason(evidence.assumedSpread, rules),
  ];
  const [worst = 0, second = 0] = reasons.map(({ grade }) => rank(grade ?? 'E')).toSorted((a, b) => b - a);
  return { grade: gradeAt(Math.max(second, worst - rules.leeway, rank(tier))), reasons };
}

export interface GradedUsage {
  readonly id: string;
  /** Over the period; null when unknown. */
  readonly ghg: number | null;
  readonly quality: DataQuality;
}

/** Grade of a scenario: that of its one usage, else the mean weighted by greenhouse gases; E when a usage has none. */
export function gradeScenario(usages: readonly GradedUsage[], rules: QualityRules): DataQuality {
  const [only] = usages;
  if (only && usages.length === 1) return only.quality;
  const known = usages.flatMap(({ id, ghg, quality }) =>
    ghg === null || quality.grade === null ? [] : [{ id, ghg, grade: quality.grade, reasons: quality.reasons }],
  );
  if (known.length === 0) {
    const reason = { criterion: 'coverage', grade: null, code: 'usages-unknown', value: usages.length } as const;
    return { grade: null, reasons: [reason] };
  }
  const sum = known.reduce((total, { ghg }) => total + ghg, 0);
  const shareOf = (ghg: number): number => (sum > 0 ? ghg / sum : 1 / known.length);
  // The shares add up to 1 but for the last bits, which must not decide a half.
  const mean = known.reduce((total, { ghg, grade }) => total + shareOf(ghg) * rank(grade), 0);
  const grade = gradeAt(Math.round(Number(mean.toPrecision(12))));
  const unknown = usages.length - known.length;
  const named = known
    .filter(({ ghg }) => shareOf(ghg) >= rules.heavyUsage)
    .flatMap(({ id, reasons }) => reasons.map((reason): QualityReason => ({ ...reason, usage: id })));
  const worst = byBadness(named).filter(
    ({ criterion }, place, all) => all.findIndex((each) => each.criterion === criterion) === place,
  );
  const coverage: readonly QualityReason[] =
    unknown > 0 ? [{ criterion: 'coverage', grade: 'E', code: 'usages-unknown', value: unknown }] : [];
  return {
    grade: unknown > 0 ? 'E' : grade,
    reasons: [...coverage, { criterion: 'coverage', grade, code: 'mean-of-usages' }, ...worst],
  };
}
