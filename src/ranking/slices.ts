/** A scenario cut into what is ranked: itself, its usages, their places, their phases. */
import { phases, unphased, type Criterion, type Grouping, type Phase, type UnknownReason } from '../assessment.ts';
import { respondUsage } from '../engine/baseline.ts';
import { phaseOutputs, type CriteriaResponses } from '../engine/criteria.ts';
import { climateCost } from '../engine/impacts.ts';
import type { EvaluatedUsage } from '../evaluate-scenario.ts';
import { foundIn, type Evaluation, type Found } from './entry.ts';

/** One piece, and the row that it belongs to. */
export interface Slice {
  /** Name of the row; null for what has no model, no place, no tag. */
  readonly row: string | null;
  /** Index of the usage; null for the whole scenario. */
  readonly usage: number | null;
  /** Null where the piece has no such criterion at all: that is no lack. */
  readonly find: (criterion: Criterion) => (Found & { readonly missing: readonly string[] }) | null;
}

const unknown = (id: string) => ({ total: undefined, bound: null, missing: [id] });

/** The criteria of a usage, or of one of its places. */
function pieceOf(
  { resolved: { id }, counted }: EvaluatedUsage,
  criteria: CriteriaResponses,
  evaluation: Evaluation,
): Slice['find'] {
  return (criterion) => {
    const found = counted ? foundIn(criteria, criterion, evaluation) : unknown(id);
    return found.total ? found : unknown(id);
  };
}

function byPlace(usage: EvaluatedUsage, index: number, evaluation: Evaluation): Slice[] {
  const { parts } = usage.resolved;
  const places = [...new Set(parts.map(({ place }) => place ?? null))];
  // What rows of a table add up to is not known by place: several stand as one.
  const isAddedUp = usage.rows !== undefined;
  if (places.length <= 1 || isAddedUp)
    return [
      {
        row: places.flatMap((place) => place ?? []).join(' + ') || null,
        usage: index,
        find: pieceOf(usage, usage.responses.criteria, evaluation),
      },
    ];
  return places.map((place) => {
    const here = parts.filter((part) => (part.place ?? null) === place);
    const { criteria } = respondUsage(here, evaluation.engine);
    return { row: place, usage: index, find: pieceOf(usage, criteria, evaluation) };
  });
}

/** Phases that a criterion has. */
const phasesOf = (criterion: Criterion): readonly string[] =>
  Object.keys(phaseOutputs[criterion === 'climate_cost' ? 'ghg' : criterion]);

/** Why a share of training that is asked for is unknown. */
const notShared: ReadonlySet<string> = new Set<UnknownReason>(['training-not-published', 'training-not-shared']);

function inPhase(phase: Phase, usage: EvaluatedUsage, evaluation: Evaluation): Slice['find'] {
  const { resolved, responses, counted } = usage;
  return (criterion) => {
    if (!phasesOf(criterion).includes(phase) || resolved.estimator === 'spend') return null;
    const own = responses.criteria[criterion === 'climate_cost' ? 'ghg' : criterion];
    const total = counted ? own.phases.get(phase) : undefined;
    if (!total) {
      // A run has its training and nothing else; a use has a share of training where the scenario counts one.
      const isRun = resolved.estimator === 'training';
      const isAsked = resolved.reasons.some((reason) => notShared.has(reason));
      return (phase === 'training' ? isRun || isAsked : !isRun) ? unknown(resolved.id) : null;
    }
    const { engine, carbonPrice } = evaluation;
    const cost = criterion === 'climate_cost' ? climateCost(total, { carbonPrice, uncertainty: engine }) : total;
    return { total: cost, bound: null, missing: [] };
  };
}

function byPhase(usage: EvaluatedUsage, index: number, evaluation: Evaluation): Slice[] {
  if (usage.resolved.estimator === 'spend')
    return [{ row: unphased, usage: index, find: pieceOf(usage, usage.responses.criteria, evaluation) }];
  return phases.map((phase) => ({ row: phase, usage: index, find: inPhase(phase, usage, evaluation) }));
}

/** @param name of the scenario as a row. */
export function slicesOf(by: Grouping, name: string, evaluation: Evaluation): Slice[] {
  const { usages, whole } = evaluation;
  const each = (rowsOf: (usage: EvaluatedUsage) => readonly (string | null)[]): Slice[] =>
    usages.flatMap((usage, index) =>
      rowsOf(usage).map((row) => ({ row, usage: index, find: pieceOf(usage, usage.responses.criteria, evaluation) })),
    );
  switch (by) {
    case 'scenario':
      return [{ row: name, usage: null, find: (criterion) => foundIn(whole, criterion, evaluation) }];
    case 'usage':
      return each(({ resolved }) => [resolved.id]);
    case 'model':
      return each(({ resolved: { facts } }) => [facts.model ?? null]);
    case 'tag':
      return each(({ resolved: { tags } }) => (tags.length === 0 ? [null] : tags));
    case 'region':
      return usages.flatMap((usage, index) => byPlace(usage, index, evaluation));
    case 'phase':
      return usages.flatMap((usage, index) => byPhase(usage, index, evaluation));
    default:
      return by satisfies never;
  }
}
