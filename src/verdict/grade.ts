/** Where a use stands in the matrix: grade of impact of a kept result by level of value. Conventions come in from the data. */
import type { Grade } from '../assessment.ts';

/** The largest value of each grade; beyond the last it is E. */
export type GradeLimits = Readonly<Record<Exclude<Grade, 'E'>, number>>;

/** Example gradeOf(0.57, { A: 0.1, B: 0.5, C: 2, D: 10 }) -> 'C' */
export function gradeOf(value: number, limits: GradeLimits): Grade {
  return (['A', 'B', 'C', 'D'] as const).find((grade) => value <= limits[grade]) ?? 'E';
}

/** Axes that are stated and known; null is not stated. */
export interface KnownAxes {
  readonly environment: number;
  readonly economic: number | null;
  readonly social: number | null;
}

/** High from so many positive axes on; low with none, or with people or money on the losing side. */
export function valueLevel({ environment, economic, social }: KnownAxes, high: number): 'low' | 'medium' | 'high' {
  const others = [economic ?? 0, social ?? 0];
  const positive = [environment, ...others].filter((axis) => axis > 0).length;
  if (positive === 0 || others.some((axis) => axis < 0)) return 'low';
  return positive >= high ? 'high' : 'medium';
}
