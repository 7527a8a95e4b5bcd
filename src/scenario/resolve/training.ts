/** Runs of one's own: each is a line beside the usages, with the training phase alone. */
import { InternalError } from '../../errors.ts';
import type { Provider } from '../../catalog/types.ts';
import type { TrainingRun } from '../training-types.ts';
import type { Usage } from '../types.ts';
import { fromScenario, implied, type Context } from './fill.ts';
import { resolveLocations, type ResolvedLocation } from './location.ts';
import type { ResolvedInput, ResolvedPart, ResolvedUsage } from './types.ts';
import { workOf } from './training-work.ts';

/** A usage with its volume, that a training may serve. */
export interface Served {
  readonly usage: Usage;
  readonly mechanisms: readonly string[];
  readonly inputs: readonly ResolvedInput[];
  /** Whether its requests are known. */
  readonly known: boolean;
}

/** The electricity of a training has names of its own, so that moving the use does not move it. */
const renamed: Readonly<Record<string, string>> = {
  grid_ghg: 'training_grid_ghg',
  grid_water: 'training_grid_water',
  grid_adpe: 'training_grid_adpe',
  grid_primary_energy: 'training_grid_primary_energy',
  pue: 'training_pue',
  wue: 'training_wue',
};

/** Grid and building of a place as those of a training, its share left out. */
export function trainingPlace({ inputs }: ResolvedLocation): readonly ResolvedInput[] {
  return inputs.flatMap((input) => {
    const id = renamed[input.id];
    return id === undefined ? [] : [{ ...input, id }];
  });
}

function genericHost(context: Context): Provider {
  const host = context.catalog.provider('generic');
  if (!host) throw new InternalError('src/data/providers.yaml has no row "generic"');
  return host;
}

/** A run as the owner of its place. */
function asUsage({ id, path, locations, pue, unknown }: TrainingRun): Usage {
  return { id, path, locations, unknown, ...(pue ? { pue } : {}) };
}

/** Whether anything of the run depends on the electricity of its place. */
const needsPlace = (run: TrainingRun): boolean => run.energy !== undefined || run.ghg === undefined;

/** The rule by which the period carries the run: its runs, or the requests that it serves in its life. */
function partsOf(context: Context, run: TrainingRun, served: readonly Served[]): readonly ResolvedPart[] {
  const { mechanisms, inputs } = workOf(context, run);
  const places = needsPlace(run) ? resolveLocations(context, asUsage(run), genericHost(context)) : [];
  const shares = places.length === 0 ? [undefined] : places;
  const development = run.development
    ? fromScenario('development', '1', 'development', run.development, run.path)
    : implied('development', 1, '1');
  const of = (place: ResolvedLocation | undefined) => ({
    where: place ? { place: place.name } : {},
    mechanisms: [...mechanisms, 'training-totals'],
    inputs: [...inputs, ...(place ? trainingPlace(place) : []), development],
    weight: place?.inputs.find(({ id }) => id === 'location_share')?.range.central ?? 1,
  });
  const { serves } = run;
  if (!serves) {
    const part = run.share
      ? fromScenario('training_part', '1', 'share', run.share, run.path)
      : implied('training_part', 1, '1');
    return shares.map(of).map((each) => ({
      ...each.where,
      mechanisms: ['training-by-runs', ...each.mechanisms],
      inputs: [
        ...each.inputs,
        part,
        run.runs
          ? fromScenario('training_runs', '1/period', 'runs', run.runs, run.path)
          : implied('training_runs', 1, '1/period'),
        implied('place_share', each.weight, '1'),
      ],
    }));
  }
  return served.flatMap((usage) =>
    usage.known
      ? shares.map(of).map((each) => ({
          ...each.where,
          mechanisms: ['training-by-requests', ...each.mechanisms, ...usage.mechanisms, 'totals'],
          inputs: [
            ...each.inputs,
            ...usage.inputs,
            implied('location_share', each.weight, '1'),
            fromScenario('lifetime_requests', 'request', 'serves', serves, run.path),
          ],
        }))
      : [],
  );
}

/** Each run as a line of its own. */
export function resolveRuns(
  context: Context,
  runs: readonly TrainingRun[],
  served: readonly Served[],
): ResolvedUsage[] {
  return runs.map((run) => {
    const isGiven = run.energy !== undefined || run.ghg !== undefined;
    return {
      id: run.id,
      path: run.path,
      description: run.description ?? null,
      tags: [],
      facts: { place: '', placeAssumed: false, ...(run.model === undefined ? {} : { model: run.model }) },
      estimator: 'training',
      tier: isGiven ? 1 : 2,
      requestsKnown: false,
      perRequest: false,
      parts: partsOf(context, run, served),
      crossChecks: [],
      reasons: [],
      practices: [],
    };
  });
}
