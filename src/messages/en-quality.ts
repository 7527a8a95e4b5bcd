/** Data quality, in English: why a grade is what it is. */
import type { QualityCode, QualityCriterion } from '../assessment.ts';

/** What a reason says; every part is ready to print, and empty where there is none. */
export interface ReasonParts {
  readonly value: string;
  readonly count: number;
  /** Source of the figure that decided, with its year. */
  readonly source: string;
}

const of = (source: string): string => (source === '' ? '' : ` (${source})`);

const says: Record<QualityCode, (a: ReasonParts) => string> = {
  measured: () => 'measured',
  text: () => 'computed from the model',
  image: () => 'computed from the pictures',
  video: () => 'computed from the video',
  audio: () => 'from the length of the audio, unmeasured',
  embeddings: () => 'from the size of the model, unmeasured',
  training: () => 'a training run',
  fleet: () => 'counted fleet',
  task: () => 'average of the task',
  spend: () => 'from money',
  'years-old': (a) => `${a.value} ${a.count === 1 ? 'year' : 'years'} old${of(a.source)}`,
  'nothing-dated': () => 'no figure of others',
  'own-figure': () => 'own grid figure',
  region: () => 'grid of the region',
  subdivision: () => 'grid of the state or province',
  country: () => 'grid of the country',
  aggregate: () => 'grid of several countries',
  world: () => 'grid of the world',
  host: () => 'place assumed from the host',
  given: () => 'given by the scenario',
  primary: (a) => `read at the publisher${of(a.source)}`,
  secondary: (a) => `read in a copy${of(a.source)}`,
  derived: (a) => `computed by us${of(a.source)}`,
  'from-memory': (a) => `unverified${of(a.source)}`,
  'spread-by-assumed': (a) => (a.value === '' ? 'alone they reach 0' : `spread of ${a.value} alone`),
  'nothing-assumed': () => 'nothing',
  'nothing-estimated': () => 'no figure to grade',
  'usages-unknown': (a) => `${a.value} ${a.count === 1 ? 'usage' : 'usages'} without a figure`,
  'mean-of-usages': () => 'mean of the usages by greenhouse gases',
  'of-the-footprint': () => 'the grade above',
  'avoided-measured': () => 'what is avoided was measured',
  'avoided-estimated': () => 'what is avoided is estimated',
  'avoided-claimed': () => 'what is avoided is claimed, not measured',
  'questions-open': (a) => `${a.value} left open`,
};

const criteria: Record<QualityCriterion, string> = {
  tier: 'method',
  age: 'age',
  geography: 'place',
  confidence: 'sources',
  assumed: 'assumed inputs',
  coverage: 'coverage',
  footprint: 'footprint',
  evidence: 'evidence',
  questions: 'questions to ask',
};

export const quality = {
  heading: 'DATA QUALITY',
  /** Never a bare letter: what speaks against it stands behind. */
  header: (grade: string | null, reason: string) =>
    grade === null ? `no data quality grade (${reason})` : `data quality ${grade} (${reason})`,
  reason: (a: { criterion: QualityCriterion; grade: string | null; text: string; usage: string }) =>
    [criteria[a.criterion], ...(a.grade === null ? [] : [a.grade])].join(' ') +
    `: ${a.text}${a.usage === '' ? '' : `, ${a.usage}`}`,
  says,
};
