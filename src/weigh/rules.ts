/** The conventions of src/data/impact-grades.yaml and quality.yaml that a verdict is made by. */
import type { Catalog } from '../catalog/index.ts';
import type { QualityRule } from '../catalog/types.ts';
import { InternalError } from '../errors.ts';
import { evidences, type Evidence, type Grade } from '../assessment.ts';
import type { VerdictRules } from '../verdict/evidence.ts';
import type { GradeLimits } from '../verdict/grade.ts';

export interface WeighRules extends VerdictRules {
  /** gCO2e of a kept result. */
  readonly scale: GradeLimits;
  readonly agreement: number;
  readonly lighter: number;
  readonly highValue: number;
}

/** Errors  InternalError naming the rule that is missing. */
export function weighRules(catalog: Catalog): WeighRules {
  const have = <Value>(value: Value | undefined, what: string): Value => {
    if (value === undefined) throw new InternalError(`src/data: no rule "${what}"`);
    return value;
  };
  const impact = (id: string): QualityRule => have(catalog.impactGrade(id), id);
  const quality = (id: string): QualityRule => have(catalog.quality(id), id);
  const grades = have(quality('evidence').grades, 'evidence');
  const evidence = evidences.map((each) => [each, have(grades[each], each)] as const);
  return {
    scale: have(impact('impact_grade').limits, 'impact_grade'),
    agreement: have(impact('agreement').value, 'agreement'),
    lighter: have(impact('not_needed').value, 'not_needed'),
    highValue: have(impact('high_value').value, 'high_value'),
    evidence: Object.fromEntries(evidence) as Record<Evidence, Grade>,
    openQuestions: have(quality('open_questions').limits, 'open_questions'),
    leeway: have(quality('leeway').value, 'leeway'),
  };
}
