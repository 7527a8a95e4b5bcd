/** A verdict as a report tells it: the judgement of the rules, with the figures that it was made of. */
import type { Grade, ValueVersusImpact, Verdict } from '../assessment.ts';
import type { Scenario } from '../scenario/types.ts';
import type { ResolvedValue } from '../scenario/resolve/value-types.ts';
import { zip, type Figures } from '../verdict/axes.ts';
import { verdictQuality } from '../verdict/evidence.ts';
import { judge, type Judgement, type UnknownFields } from '../verdict/judge.ts';
import type { Cost } from './cost.ts';
import type { Making } from './figures.ts';
import type { UsageFootprint } from './footprint.ts';
import { pathOf } from './paths.ts';
import type { WeighRules } from './rules.ts';
import { economicOf, environmentOf, intervalOf, orNull } from './verdict-axes.ts';

export interface Weighing {
  readonly making: Making;
  readonly rules: WeighRules;
  readonly budget: Scenario['budget'];
  readonly paths: ReadonlyMap<string, string>;
  readonly questions: ValueVersusImpact['questions'];
  readonly currency: string;
}

/** What a verdict is told with, beside its figures. */
export interface Subject {
  readonly value: ResolvedValue | null;
  /** Blocks whose avoided items stand in the figures, in their order. */
  readonly blocks: readonly ResolvedValue[];
  readonly usages: readonly UsageFootprint[];
  readonly cost: Cost | null;
  readonly grade: Grade | null;
  readonly socialUsage: string | null;
  readonly because: string | null;
  readonly path: string;
  readonly isWhole: boolean;
}

function fieldsOf({ value, usages, path, blocks }: Subject): UnknownFields {
  const unknown = usages.find(({ today }) => today === null)?.usage ?? usages[0]?.usage;
  const id = unknown?.id ?? '';
  const own = value?.path ?? path;
  const alternative = value?.alternatives.find(({ meetsNeed, ghg }) => meetsNeed === 'fully' && ghg === null);
  const economic = blocks.find((block) => block.economic !== null)?.economic?.path ?? `${own}.economic`;
  return {
    footprint: unknown && !unknown.requestsKnown && unknown.perRequest ? `usages.${id}.requests` : `usages.${id}.model`,
    avoided: 'functional_unit.volume',
    benefit: `${economic}.benefit`,
    cost: `${economic}.cost`,
    alternatives: `${alternative?.path ?? own}.ghg`,
    results: `usages.${id}.requests`,
    value: own,
  };
}

function settleOf(
  { settle }: Judgement,
  paths: Weighing['paths'],
  { usages }: Subject,
  { footprint }: UnknownFields,
): Verdict['settle'] {
  if (settle === null) return null;
  const lacking = usages.filter(({ today }) => today === null).length;
  return 'key' in settle
    ? { path: pathOf(paths, settle.key), share: settle.share, others: 0 }
    : { path: settle.field, share: settle.share, others: settle.field === footprint ? Math.max(0, lacking - 1) : 0 };
}

export function verdictOf(figures: Figures, subject: Subject, weighing: Weighing): Verdict {
  const { making, rules, budget, paths, questions, currency } = weighing;
  const { value, blocks } = subject;
  const limits = {
    ghg: budget?.ghg ?? null,
    ghgPerUnit: budget?.ghgPerUnit ?? null,
    perResult: rules.scale.B / 1000,
    lighter: rules.lighter,
  };
  const fields = fieldsOf(subject);
  const judgement = judge(figures, {
    limits,
    scale: rules.scale,
    agreement: rules.agreement,
    highValue: rules.highValue,
    names: { currency, avoided: blocks.flatMap(({ avoided }) => avoided), isWhole: subject.isWhole },
    fields,
    widthShares: (column) => making.uncertainty.widthShares({ keys: [], column, assumed: false }),
  });
  const { axes } = judgement;
  const fully = value?.alternatives.filter(({ meetsNeed }) => meetsNeed === 'fully') ?? [];
  const lightest = fully.toSorted(
    (left, right) =>
      (left.ghg?.input.range.central ?? Number.POSITIVE_INFINITY) -
      (right.ghg?.input.range.central ?? Number.POSITIVE_INFINITY),
  )[0];
  return {
    code: judgement.code,
    central: judgement.central,
    agreement: judgement.agreement,
    decidedBy: {
      rule: judgement.rule,
      reason: judgement.reason,
      named: judgement.reason === 'lighter-alternative' ? (lightest?.name ?? null) : null,
    },
    settle: settleOf(judgement, paths, subject, fields),
    need: value?.need ?? null,
    environment: environmentOf(figures, axes, subject),
    economic: economicOf(figures, axes, subject, currency),
    social:
      figures.social && subject.because !== null
        ? { score: intervalOf(figures.social), because: subject.because, usage: subject.socialUsage }
        : null,
    alternatives: (value?.alternatives ?? []).map(({ name, meetsNeed, ghg }) => ({
      name,
      meetsNeed,
      ghg:
        ghg === null
          ? null
          : orNull(
              ghg.basis === 'period'
                ? making.uncertainty.single(ghg.input).column
                : making.units &&
                    zip(making.uncertainty.single(ghg.input).column, making.units, (each, units) => each * units),
            ),
    })),
    budget:
      limits.ghg === null && limits.ghgPerUnit === null ? null : { ghg: limits.ghg, ghgPerUnit: limits.ghgPerUnit },
    within: judgement.within,
    withinAfter: judgement.withinAfter,
    breakEvens: judgement.breakEvens,
    impact: { grade: judgement.grade, perResult: orNull(figures.perResult) },
    value: judgement.value,
    dataQuality: verdictQuality(
      {
        footprint: subject.grade,
        avoided: blocks.flatMap(({ avoided }) => avoided.map(({ evidence }) => evidence)),
        questions: { open: questions.all - questions.answered, all: questions.all },
      },
      rules,
    ),
  };
}
