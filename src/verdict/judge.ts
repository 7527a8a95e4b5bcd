/** The verdict of a use: the rules at the central values, how many draws agree, and what would settle it. */
import {
  verdictCodes,
  type BreakEven,
  type Grade,
  type Verdict,
  type VerdictCode,
  type VerdictReason,
} from '../assessment.ts';
import type { Column } from '../engine/evaluate.ts';
import { axesOf, type Axes, type Figures } from './axes.ts';
import { breakEvens, type Names } from './break-even.ts';
import { decideRow, isWithin, rowsOf, type Limits } from './decide-rows.ts';
import { gradeOf, valueLevel, type GradeLimits } from './grade.ts';

/** Fields that would have to be given where something is unknown, the one that weighs most first. */
export interface UnknownFields {
  readonly footprint: string;
  readonly avoided: string;
  readonly benefit: string;
  readonly cost: string;
  readonly alternatives: string;
  readonly results: string;
  /** Where value itself would be stated. */
  readonly value: string;
}

export interface JudgeOptions {
  readonly limits: Limits;
  readonly scale: GradeLimits;
  /** Share of the draws from which a verdict holds. */
  readonly agreement: number;
  /** Positive axes from which value is high. */
  readonly highValue: number;
  readonly names: Names;
  readonly fields: UnknownFields;
  /** Share of what makes a column vary that each key carries. */
  readonly widthShares: (column: Column) => ReadonlyMap<string, number>;
}

export interface Judgement {
  readonly code: VerdictCode;
  readonly central: VerdictCode;
  readonly agreement: number | null;
  readonly rule: number;
  readonly reason: VerdictReason;
  /** Key of an input, or the field to give. */
  readonly settle:
    { readonly key: string; readonly share: number } | { readonly field: string; readonly share: null } | null;
  readonly axes: Axes;
  readonly within: boolean | null;
  readonly withinAfter: boolean | null;
  readonly breakEvens: readonly BreakEven[];
  readonly grade: Grade | null;
  readonly value: Verdict['value'];
}

const central = (column: Column | null | undefined): number | null => column?.[0] ?? null;

const isStated = ({ avoided, economic, social }: Figures): boolean =>
  avoided.length > 0 || economic !== undefined || social !== undefined;

/** Without a stated value only the question whether an AI is needed at all can be decided. */
function decided(figures: Figures, axes: Axes, limits: Limits, row: number) {
  const decision = decideRow(figures, axes, limits, row);
  return isStated(figures) || decision?.rule === 1 ? decision : null;
}

/** What is not known and stands in the way. */
function missingField(figures: Figures, axes: Axes, { fields, limits }: JudgeOptions): string {
  if (!isStated(figures)) return fields.value;
  if (!figures.footprint) return fields.footprint;
  if (!axes.avoided) return fields.avoided;
  if (figures.economic && !axes.benefit) return fields.benefit;
  if (figures.economic && !figures.economic.cost) return fields.cost;
  if (isWithin(figures, limits, 0, false) === null) return fields.results;
  if (figures.alternatives.some(({ ghg }) => ghg === null)) return fields.alternatives;
  return fields.footprint;
}

/** Judges. Rows of the figures are the central values, then the draws. */
export function judge(figures: Figures, options: JudgeOptions): Judgement {
  const { limits, scale, highValue, names } = options;
  const axes = axesOf(figures);
  const now = decided(figures, axes, limits, 0);
  const grams = central(figures.perResult);
  const environment = central(axes.today.environment);
  const economic = central(axes.today.economic);
  const isKnown = environment !== null && (!figures.economic || economic !== null);
  const rest = {
    axes,
    within: isWithin(figures, limits, 0, false),
    withinAfter: figures.after === undefined ? null : isWithin(figures, limits, 0, true),
    breakEvens: now && isStated(figures) ? breakEvens(figures, limits, names) : [],
    grade: grams === null ? null : gradeOf(grams * 1000, scale),
    value:
      isKnown && isStated(figures)
        ? valueLevel({ environment, economic, social: central(figures.social) }, highValue)
        : null,
  };
  if (!now) {
    const reason = isStated(figures) ? 'input-unknown' : 'value-not-stated';
    const field = missingField(figures, axes, options);
    const settle = { field, share: null } as const;
    return { code: 'undetermined', central: 'undetermined', agreement: null, rule: 6, reason, settle, ...rest };
  }
  const rows = rowsOf(figures, axes);
  const order = new Float64Array(rows);
  let same = 0;
  for (let row = 0; row < rows; row += 1) {
    const code = decided(figures, axes, limits, row)?.code ?? 'undetermined';
    if (row > 0 && code === now.code) same += 1;
    order[row] = -verdictCodes.indexOf(code);
  }
  const agreement = rows === 1 ? 1 : same / (rows - 1);
  const base = { central: now.code, agreement, ...rest };
  if (agreement >= options.agreement)
    return { ...base, code: now.code, rule: now.rule, reason: now.reason, settle: null };
  const shares = [...options.widthShares(order)].toSorted(([, left], [, right]) => right - left);
  // A number of the method is nothing that a scenario could give.
  const heaviest = shares.find(([key, share]) => share > 0 && !key.startsWith('method.')) ?? shares[0];
  return {
    ...base,
    code: 'undetermined',
    rule: 6,
    reason: 'draws-disagree',
    settle: heaviest ? { key: heaviest[0], share: heaviest[1] } : null,
  };
}
