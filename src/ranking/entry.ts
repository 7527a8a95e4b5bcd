/** A scenario that is ranked: evaluated by itself, and on draws that it has in common with the others. */
import { assessPrepared, type AssessOptions } from '../assess.ts';
import { qualityOf, type ScenarioQuality } from '../assess-quality.ts';
import { criterionUnit, type Criterion, type Period, type ValueVersusImpact } from '../assessment.ts';
import { climateCost, type CriteriaResponses } from '../engine/baseline.ts';
import type { Response, UncertainInput, Uncertainty } from '../engine/uncertainty.ts';
import { evaluateScenario, intervalsFor, type EvaluatedScenario } from '../evaluate-scenario.ts';
import type { PreparedScenario } from '../prepare.ts';
import { withCommonKeys } from '../respond.ts';
import type { ResolvedScenario } from '../scenario/resolve/types.ts';

export interface Evaluation extends EvaluatedScenario {
  readonly engine: Uncertainty;
  readonly carbonPrice: UncertainInput;
}

export interface Entry {
  readonly file: string;
  readonly name: string;
  readonly period: Period;
  readonly functionalUnit: string;
  readonly currency: string;
  /** How its own intervals are made. */
  readonly engine: Uncertainty;
  /** As `assess` evaluates it: the same bits. */
  readonly own: () => Evaluation;
  /** With inputs named so that several scenarios can be added up and subtracted. */
  readonly common: (engine: Uncertainty) => Evaluation;
  readonly quality: (own: Evaluation) => ScenarioQuality;
  /** Null where no value is stated. */
  readonly verdict: () => ValueVersusImpact | null;
}

/** Inputs of one key are one unknown, whatever scenario they stand in. */
function withSharedKeys(resolved: ResolvedScenario): ResolvedScenario {
  const [volume = null] = resolved.volume ? withCommonKeys('*', [resolved.volume]) : [];
  return {
    ...resolved,
    volume,
    usages: resolved.usages.map((usage) => ({
      ...usage,
      parts: usage.parts.map((part) => ({ ...part, inputs: withCommonKeys(usage.id, part.inputs) })),
    })),
  };
}

export function entryOf(prepared: PreparedScenario, settings: AssessOptions): Entry {
  const { file, read, resolved } = prepared;
  const { scenario } = read;
  const { catalog } = settings;
  const { engine } = intervalsFor(resolved, settings);
  return {
    file,
    name: scenario.name,
    period: scenario.period,
    functionalUnit: scenario.functionalUnit?.name ?? 'request',
    currency: resolved.currency,
    engine,
    own: () => ({ ...evaluateScenario(resolved, engine), engine, carbonPrice: resolved.carbonPrice }),
    common: (together) => {
      const [carbonPrice = resolved.carbonPrice] = withCommonKeys('*', [resolved.carbonPrice]);
      return { ...evaluateScenario(withSharedKeys(resolved), together), engine: together, carbonPrice };
    },
    quality: ({ usages }) => qualityOf(usages, { catalog, uncertainty: engine }),
    verdict: () => (resolved.values ? assessPrepared(prepared, settings).verdict : null),
  };
}

/** Unit of a criterion in a scenario. */
export const unitIn = ({ currency }: Entry, criterion: Criterion): string =>
  criterion === 'climate_cost' ? currency : criterionUnit[criterion];

/** What a criterion comes to in one thing that is ranked. */
export interface Found {
  /** Undefined is unknown. */
  readonly total: Response | undefined;
  readonly bound: CriteriaResponses['ghg']['bound'];
}

/** A criterion of a usage or of a scenario; climate cost follows from greenhouse gases. */
export function foundIn(
  criteria: CriteriaResponses,
  criterion: Criterion,
  { engine, carbonPrice }: Evaluation,
): Found & { readonly missing: readonly string[] } {
  if (criterion !== 'climate_cost') return criteria[criterion];
  const { total, bound, missing } = criteria.ghg;
  return { total: total && climateCost(total, { carbonPrice, uncertainty: engine }), bound, missing };
}
