/** A scenario that is ranked: evaluated by itself, and on draws that it has in common with the others. */
import { assessPrepared, type AssessOptions } from '../assess.ts';
import { qualityOf, type ScenarioQuality } from '../assess-quality.ts';
import { criterionUnit, type Criterion, type Period, type ValueVersusImpact } from '../assessment.ts';
import type { CriteriaResponses } from '../engine/criteria.ts';
import { climateCost } from '../engine/impacts.ts';
import type { Response, UncertainInput, Uncertainty } from '../engine/uncertainty.ts';
import { evaluateScenario, intervalsFor, partsIn, type EvaluatedScenario } from '../evaluate-scenario.ts';
import type { PreparedScenario } from '../prepare.ts';
import { withCommonKeys } from '../respond.ts';
import type { ResolvedScenario } from '../scenario/resolve/types.ts';
import type { ReadTable } from '../table.ts';
import type { TokenPrices } from '../weigh/prices.ts';

export interface Evaluation extends EvaluatedScenario {
  readonly engine: Uncertainty;
  readonly carbonPrice: UncertainInput;
}

/** What is kept of every scenario. */
export interface EntryFacts {
  readonly file: string;
  readonly name: string;
  readonly period: Period;
  readonly functionalUnit: string;
  readonly currency: string;
  /** Usages at their places. */
  readonly parts: number;
  /** How its own intervals are made. */
  readonly intervals: ReturnType<typeof intervalsFor>;
  /** Whether its usages are rows of a table, added up. */
  readonly isTable: boolean;
}

export interface Entry {
  readonly facts: EntryFacts;
  /** Whether a usage of it stands under several tags. */
  readonly hasSeveralTags: boolean;
  /** As `assess` evaluates it: the same bits. */
  readonly own: () => Evaluation;
  /** With inputs named so that several scenarios can be added up and subtracted. */
  readonly common: (engine: Uncertainty) => Evaluation;
  readonly quality: (own: Evaluation) => ScenarioQuality;
  /** Null where no value is stated. @param prices for a cost that the value leaves open. */
  readonly verdict: (prices: TokenPrices | undefined) => ValueVersusImpact | null;
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

type Settings = Pick<AssessOptions, 'catalog' | 'hash' | 'samples' | 'seed'>;

/** Out of `entryOf`, where every entry would hold the whole text of its file for it. */
function verdictOf(prepared: PreparedScenario, settings: Settings): Entry['verdict'] {
  if (!prepared.resolved.values) return () => null;
  return (prices) => assessPrepared(prepared, { ...settings, prices }).verdict;
}

/** An entry keeps what it is computed from, and lets go of the file that was read. */
export function entryOf(prepared: PreparedScenario, settings: Settings, table?: ReadTable): Entry {
  const { file } = prepared;
  const resolved = table
    ? { ...prepared.resolved, usages: table.usages.map((each) => each.resolved) }
    : prepared.resolved;
  const { name, period, functionalUnit } = prepared.read.scenario;
  const { catalog } = settings;
  const parts = partsIn(resolved);
  const intervals = intervalsFor(parts, table ? { samples: 0 } : settings);
  const { engine } = intervals;
  return {
    facts: {
      file,
      name,
      period,
      functionalUnit: functionalUnit?.name ?? 'request',
      currency: resolved.currency,
      parts,
      intervals,
      isTable: table !== undefined,
    },
    hasSeveralTags: resolved.usages.some(({ tags }) => tags.length > 1),
    own: () => ({ ...evaluateScenario(resolved, engine, table?.usages), engine, carbonPrice: resolved.carbonPrice }),
    common: (together) => {
      const [carbonPrice = resolved.carbonPrice] = withCommonKeys('*', [resolved.carbonPrice]);
      return { ...evaluateScenario(withSharedKeys(resolved), together, table?.usages), engine: together, carbonPrice };
    },
    quality: ({ usages }) => qualityOf(usages, { catalog, uncertainty: engine }),
    verdict: verdictOf(prepared, settings),
  };
}

/** Unit of a criterion in a scenario. */
export const unitIn = ({ currency }: EntryFacts, criterion: Criterion): string =>
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
