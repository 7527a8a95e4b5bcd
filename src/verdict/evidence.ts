/** Data quality of a verdict: of its footprint, of what it claims to avoid, of the questions that nobody answered. */
import { evidences, grades, type DataQuality, type Evidence, type Grade, type QualityReason } from '../assessment.ts';
import { gradeOf, type GradeLimits } from './grade.ts';

export interface VerdictRules {
  readonly evidence: Readonly<Record<Evidence, Grade>>;
  /** Share of the questions that are open. */
  readonly openQuestions: GradeLimits;
  /** Grades above the worst criterion. */
  readonly leeway: number;
}

const rank = (grade: Grade): number => grades.indexOf(grade);

/**
 * The second worst of the criteria, never better than the footprint, never more than the leeway better than the worst.
 * A footprint without a grade leaves the verdict without one.
 */
export function verdictQuality(
  a: {
    readonly footprint: Grade | null;
    readonly avoided: readonly Evidence[];
    readonly questions: { readonly open: number; readonly all: number };
  },
  rules: VerdictRules,
): DataQuality {
  const share = a.questions.all === 0 ? 0 : a.questions.open / a.questions.all;
  const worst = evidences.toReversed().find((each) => a.avoided.includes(each));
  const questions = gradeOf(share, rules.openQuestions);
  const reasons: readonly QualityReason[] = [
    { criterion: 'footprint', grade: a.footprint, code: 'of-the-footprint' },
    ...(worst ? [{ criterion: 'evidence', grade: rules.evidence[worst], code: `avoided-${worst}` } as const] : []),
    { criterion: 'questions', grade: questions, code: 'questions-open', value: a.questions.open },
  ];
  if (a.footprint === null) return { grade: null, reasons };
  const [last = 0, second = 0] = reasons.map(({ grade }) => rank(grade ?? 'E')).toSorted((one, two) => two - one);
  const place = Math.max(second, last - rules.leeway, rank(a.footprint));
  return { grade: grades[place] ?? 'E', reasons };
}
