/** Value against impact: the blocks of a scenario, the footprints of its usages, and the verdict of each and of all. */
import type { DataQuality, Grade, PracticeId, ValueVersusImpact, Verdict } from '../assessment.ts';
import type { Catalog } from '../catalog/index.ts';
import { supportOf } from '../engine/baseline.ts';
import { draws } from '../engine/draws.ts';
import type { Column } from '../engine/evaluate.ts';
import { quantilePair } from '../engine/quantile.ts';
import type { Uncertainty } from '../engine/uncertainty.ts';
import type { Scenario } from '../scenario/types.ts';
import type { ResolvedScenario, ResolvedUsage } from '../scenario/resolve/types.ts';
import type { ResolvedValue, ResolvedValues } from '../scenario/resolve/value.ts';
import type { Range } from '../units.ts';
import { addColumns, zip, type Axes, type Figures } from '../verdict/axes.ts';
import { verdictQuality } from '../verdict/evidence.ts';
import { judge, type Judgement, type UnknownFields } from '../verdict/judge.ts';
import { costOfTokens, type Cost } from './cost.ts';
import { figuresOf, statedCost, wholeFigures, type Making, type Worth } from './figures.ts';
import { footprintOf, type UsageFootprint } from './footprint.ts';
import { pathOf, pathsOf } from './paths.ts';
import type { TokenPrices } from './prices.ts';
import { answersOf } from './questions.ts';
import { weighRules, type WeighRules } from './rules.ts';

export interface WeighOptions {
  readonly catalog: Catalog;
  readonly samples: number;
  readonly seed: number;
  /** Without them a cost that is left to the price of the tokens is unknown. */
  readonly prices: TokenPrices | undefined;
  /** Of the practices. */
  readonly order: readonly PracticeId[];
  /** Whether a usage has a total over the period. */
  readonly counted: (usage: ResolvedUsage) => boolean;
  /** Grade of the footprint of the scenario, and of each usage. */
  readonly quality: { readonly scenario: DataQuality; readonly usages: readonly DataQuality[] };
}

/** Draws times usages: as many as are held at once elsewhere. */
const mostRows = 1_000_000;
const fewestSamples = 200;

interface Weighing {
  readonly making: Making;
  readonly rules: WeighRules;
  readonly values: ResolvedValues | null;
  readonly budget: Scenario['budget'];
  readonly paths: ReadonlyMap<string, string>;
  readonly questions: ValueVersusImpact['questions'];
  readonly currency: string;
}

/** What a verdict is told with, beside its figures. */
interface Subject {
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

/** Signed, unlike the interval of a footprint. */
function intervalOf(column: Column): Range {
  const central = column[0] ?? Number.NaN;
  if (column.length === 1) return { low: central, central, high: central };
  const [low, high] = quantilePair(column.subarray(1));
  return { low: Math.min(low, central), central, high: Math.max(high, central) };
}

const orNull = (column: Column | null | undefined): Range | null => (column ? intervalOf(column) : null);

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

function environmentOf(figures: Figures, axes: Axes, { blocks, usages }: Subject): Verdict['environment'] {
  const withRebound =
    figures.footprint && zip(figures.footprint, figures.rebound, (footprint, more) => footprint * (1 + more));
  const bounds = new Set(usages.map(({ bound }) => bound));
  const items = blocks.flatMap(({ avoided }) => avoided);
  return {
    net: orNull(axes.today.environment),
    netAfter: orNull(axes.after?.environment),
    footprint: orNull(figures.footprint),
    footprintBound: bounds.has('mixed') || bounds.size > 2 ? 'mixed' : ([...bounds].find((bound) => bound) ?? null),
    footprintAfter: orNull(figures.after),
    rebound: intervalOf(figures.rebound),
    avoided: orNull(axes.avoided),
    items: items.map(({ name, unit, factor, evidence }, index) => {
      const own = figures.avoided[index];
      return {
        name,
        unit,
        factor: factor.range,
        factorSource: factor.source,
        evidence,
        amount: orNull(own?.amount),
        avoided: orNull(axes.items[index]),
        balance:
          withRebound && own && (own.factor[0] ?? 0) > 0
            ? intervalOf(zip(withRebound, own.factor, (ghg, each) => (each === 0 ? 0 : ghg / each)))
            : null,
      };
    }),
  };
}

function economicOf(figures: Figures, axes: Axes, { cost }: Subject, currency: string): Verdict['economic'] {
  const { economic } = figures;
  if (!economic) return null;
  const source = cost?.source ?? {
    kind: economic.cost ? ('stated' as const) : ('unknown' as const),
    providers: [],
    list: null,
    listed: null,
    listedCurrency: null,
  };
  return {
    currency,
    net: orNull(axes.today.economic),
    netAfter: orNull(axes.after?.economic),
    benefit: orNull(axes.benefit),
    time: economic.time && {
      minutes: intervalOf(economic.time.minutes),
      hourlyCost: intervalOf(economic.time.hourlyCost),
    },
    cost: orNull(economic.cost),
    costSource: { ...source, listed: orNull(source.listed) },
    climateCost: orNull(axes.today.climateCost),
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

function verdictOf(figures: Figures, subject: Subject, weighing: Weighing): Verdict {
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

/** Value inputs by the place of the file that gives them. */
function valuePaths(blocks: readonly ResolvedValue[]): [string, string][] {
  return blocks.flatMap(({ avoided, alternatives, economic, social, rebound }) =>
    [
      ...avoided.flatMap(({ amount, factor }) => [amount.input, factor]),
      ...alternatives.flatMap(({ ghg }) => (ghg ? [ghg.input] : [])),
      ...(economic
        ? [economic.benefit, economic.cost].flatMap((each) => (each && each !== 'unknown' ? [each.input] : []))
        : []),
      ...(economic?.time ? [economic.time.minutes, economic.time.hourlyCost] : []),
      ...(social ? [social.score] : []),
      ...(rebound ? [rebound] : []),
    ].map(({ key, field }): [string, string] => [key, field]),
  );
}

/** Weighs a scenario; draws are those of a baseline of the same seed. */
export function weigh(scenario: Scenario, resolved: ResolvedScenario, options: WeighOptions): ValueVersusImpact {
  const { catalog, seed, prices, order, counted, quality } = options;
  const parts = resolved.usages.reduce((count, usage) => count + usage.parts.length, 0);
  const samples = Math.max(fewestSamples, Math.min(options.samples, Math.floor(mostRows / Math.max(1, parts))));
  const uncertainty: Uncertainty = draws({ samples, seed, supportOf });
  const usages = resolved.usages.map((usage) => footprintOf(usage, { order, uncertainty, counted: counted(usage) }));
  // A training run is no result.
  const asked = usages.filter(({ usage }) => usage.estimator !== 'training');
  const allResults = addColumns(asked.map(({ results }) => results));
  const units = resolved.volume ? uncertainty.single(resolved.volume).column : allResults;
  const { values } = resolved;
  const making: Making = { uncertainty, units, carbonPrice: values?.carbonPrice ?? resolved.carbonPrice };
  const currency = values?.currency ?? resolved.currency;
  const blocks = values ? [...(values.whole ? [values.whole] : []), ...values.usages.values()] : [];
  const rates = blocks.map(({ economic }) => economic?.rate ?? null);
  const costOf = (value: ResolvedValue | null, of: readonly UsageFootprint[]): Cost | null =>
    value?.economic
      ? (statedCost(value.economic, making) ?? costOfTokens(of, { prices, uncertainty, currency, rates }))
      : null;
  const answers = answersOf(scenario, catalog);
  const rules = weighRules(catalog);
  const weighing: Weighing = {
    making,
    rules,
    values,
    budget: scenario.budget,
    paths: new Map([...pathsOf(resolved), ...valuePaths(blocks)]),
    questions: { answered: answers.filter(({ state }) => state === 'answered').length, all: answers.length },
    currency,
  };
  const ownOf = ({ usage }: UsageFootprint): ResolvedValue | null => values?.usages.get(usage.id) ?? null;
  const each = asked.map((usage) => {
    const value = ownOf(usage);
    const worth: Worth = { value, usages: [usage], results: usage.results, cost: costOf(value, [usage]) };
    return { usage, value, worth, figures: figuresOf(worth, usages.filter((other) => other !== usage), making) }; // prettier-ignore
  });
  // A usage with economics of its own pays for itself.
  const others = usages.filter((usage) => !ownOf(usage)?.economic);
  const top = values?.whole ?? null;
  const topWorth: Worth = { value: top, usages, results: units, cost: costOf(top, others) };
  const whole = wholeFigures(figuresOf(topWorth, [], making), each);
  const scored = each.toSorted(
    (left, right) =>
      (left.value?.social?.score.range.central ?? Number.POSITIVE_INFINITY) -
      (right.value?.social?.score.range.central ?? Number.POSITIVE_INFINITY),
  )[0];
  const social = top?.social ?? scored?.value?.social ?? null;
  const hasOwn = (values?.usages.size ?? 0) > 0;
  return {
    whole: verdictOf(
      whole,
      {
        value: top,
        blocks,
        usages,
        cost: hasOwn && topWorth.cost === null ? null : topWorth.cost,
        grade: quality.scenario.grade,
        because: social?.because ?? null,
        socialUsage: top?.social || !scored?.value?.social ? null : scored.usage.usage.id,
        path: 'value',
        isWhole: true,
      },
      weighing,
    ),
    usages: hasOwn
      ? each.map(({ usage, value, worth, figures }, index) => ({
          id: usage.usage.id,
          verdict: verdictOf(
            figures,
            {
              value,
              blocks: value ? [value] : [],
              usages: [usage],
              cost: worth.cost,
              grade: quality.usages[index]?.grade ?? null,
              because: value?.social?.because ?? null,
              socialUsage: null,
              path: `usages.${usage.usage.id}.value`,
              isWhole: false,
            },
            weighing,
          ),
        }))
      : [],
    samples,
    seed,
    scale: rules.scale,
    questions: weighing.questions,
  };
}
