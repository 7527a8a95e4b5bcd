/** How good the data behind a figure are, and why. */

/** Of the data behind a figure, best first. */
export const grades = ['A', 'B', 'C', 'D', 'E'] as const;
export type Grade = (typeof grades)[number];

/** What a grade looks at; `coverage` says what has no figure, or how the grades of usages come together. */
export const qualityCriteria = [
  'tier', 'age', 'geography', 'confidence', 'assumed', 'coverage',
  // of a verdict
  'footprint', 'evidence', 'questions',
] as const; // prettier-ignore
export type QualityCriterion = (typeof qualityCriteria)[number];

/** Why a criterion has its grade. */
export const qualityCodes = [
  // tier
  'measured', 'text', 'image', 'video', 'audio', 'embeddings', 'fleet', 'task', 'spend', 'training',
  // age
  'years-old', 'nothing-dated',
  // geography
  'own-figure', 'region', 'subdivision', 'country', 'aggregate', 'world', 'host',
  // confidence
  'given', 'primary', 'secondary', 'derived', 'from-memory',
  // assumed
  'spread-by-assumed', 'nothing-assumed',
  // coverage
  'nothing-estimated', 'usages-unknown', 'mean-of-usages',
  // footprint, evidence and questions of a verdict
  'of-the-footprint', 'avoided-measured', 'avoided-estimated', 'avoided-claimed', 'questions-open',
] as const; // prettier-ignore
export type QualityCode = (typeof qualityCodes)[number];

export interface QualityReason {
  readonly criterion: QualityCriterion;
  /** Null where nothing is there to grade. */
  readonly grade: Grade | null;
  readonly code: QualityCode;
  /** Years for `years-old`, a factor for `spread-by-assumed` (absent where it reaches 0), usages for `usages-unknown`. */
  readonly value?: number;
  /** Source of the figure that decided, and its year. */
  readonly source?: string;
  readonly year?: number;
  /** Usage that decided, in a scenario of several. */
  readonly usage?: string;
}

/** Null is no grade: nothing is estimated. Never without a reason. */
export interface DataQuality {
  readonly grade: Grade | null;
  readonly reasons: readonly QualityReason[];
}
