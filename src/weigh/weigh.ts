/** Value against impact: the blocks of a scenario, the footprints of its usages, and the verdict of each and of all. */
import type { DataQuality, PracticeId, ValueVersusImpact } from '../assessment.ts';
import type { Catalog } from '../catalog/index.ts';
import { supportOf } from '../engine/baseline.ts';
import { draws } from '../engine/draws.ts';
import type { Uncertainty } from '../engine/uncertainty.ts';
import type { Scenario } from '../scenario/types.ts';
import type { ResolvedScenario, ResolvedUsage } from '../scenario/resolve/types.ts';
import type { ResolvedValue } from '../scenario/resolve/value-types.ts';
import { addColumns } from '../verdict/axes.ts';
import { costOfTokens, type Cost } from './cost.ts';
import { figuresOf, statedCost, wholeFigures, type Making, type Worth } from './figures.ts';
import { footprintOf, type UsageFootprint } from './footprint.ts';
import { pathsOf, valuePaths } from './paths.ts';
import type { TokenPrices } from './prices.ts';
import { answersOf } from './questions.ts';
import { weighRules } from './rules.ts';
import { verdictOf, type Weighing } from './verdict.ts';

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
