/** The training of a model that others use too: what its maker published of it, and the part that these tokens carry. */
import type { UnknownReason } from '../../assessment.ts';
import type { Accelerator, Figure, Model, Provider } from '../../catalog/types.ts';
import { choiceOf, defaultOf, fromCatalogue, standard, type Context } from './fill.ts';
import { hostOf, resolveLocations } from './location.ts';
import { factInputs, numberOf, type Facts } from './model-facts.ts';
import { trainingPlace } from './training.ts';
import type { ResolvedInput } from './types.ts';
import type { Training } from '../training-types.ts';
import type { Usage } from '../types.ts';

export interface PublishedTraining {
  readonly mechanisms: readonly string[];
  readonly inputs: readonly ResolvedInput[];
  /** Why there is none. */
  readonly reason?: UnknownReason;
}

const none = (reason: UnknownReason): PublishedTraining => ({ mechanisms: [], inputs: [], reason });

/** The accelerator that was trained on; the catalogue knows `H100-80GB` as an H100. */
function acceleratorOf({ catalog }: Context, gpu: unknown): Accelerator | undefined {
  const name = typeof gpu === 'string' ? gpu.toLowerCase() : '';
  const wanted = ['h100', 'a100', 'v100'].find((each) => name.startsWith(each));
  const rows = { h100: 'h100-sxm5-80', a100: 'a100-80-sxm4', v100: 'v100-sxm2-32' } as const;
  return catalog.accelerator(wanted ? rows[wanted as keyof typeof rows] : choiceOf(catalog, 'accelerator'));
}

/** What the maker published, as inputs of the training; undefined when neither energy, gases nor hours are. */
function factsOf(
  context: Context,
  usage: Usage,
  model: Model,
  facts: Facts,
): Omit<PublishedTraining, 'reason'> | undefined {
  const input = factInputs(model, facts, `training of ${model.id}`);
  const energy = numberOf(facts, 'energy_mwh');
  const ghg = numberOf(facts, 'tco2e_location');
  const hours = numberOf(facts, 'gpu_hours');
  // Of a figure that mixes training with use, nobody can say which part is training.
  if (facts['scope'] !== undefined) return undefined;
  if (ghg !== undefined) {
    const known = energy === undefined ? [] : [input('training_energy', 'kWh', energy * 1000)];
    return { mechanisms: [], inputs: [...known, input('training_ghg', 'kgCO2e', ghg * 1000)] };
  }
  const host: Provider = hostOf(context, usage, model.hosting);
  const [place] = resolveLocations(context, { id: usage.id, path: usage.path, locations: [], unknown: [] }, host);
  const electricity = place ? trainingPlace(place).map((input) => ({ ...input, field: 'model' })) : [];
  if (hours === undefined) return undefined;
  const row = acceleratorOf(context, facts['gpu']);
  const figure = (id: string, of: Figure | null | undefined): ResolvedInput[] =>
    of && row
      ? [
          fromCatalogue(id, 'model', {
            figure: of,
            key: `accelerator:${row.id}.${id}`,
            status: 'catalogue',
            note: row.name,
          }),
        ]
      : [];
  return {
    mechanisms: ['training-hours', 'training-energy'],
    inputs: [
      input('training_gpu_hours', 'h', hours),
      ...figure('training_power', row?.power),
      standard(context.catalog, 'training_host'),
      ...electricity,
    ],
  };
}

function modelOf({ catalog }: Context, name: Usage['model']): Model | undefined {
  const found = typeof name === 'string' ? catalog.model(name) : undefined;
  return found && 'ok' in found ? found.ok : undefined;
}

/**
 * The published training of a model, shared by tokens: METHOD, training.
 */
export function publishedTraining(
  context: Context,
  usage: Usage,
  inputs: readonly ResolvedInput[],
  training: Training,
): PublishedTraining {
  if (training.mode === 'exclude') return none('training-excluded');
  const model = modelOf(context, usage.model);
  // A run of the scenario that names the model takes the place of its published training.
  if (model && training.runs.some((run) => modelOf(context, run.model ?? run.id) === model))
    return { mechanisms: [], inputs: [] };
  const facts = model?.training;
  if (!model || !facts) return none('training-not-published');
  const has = (id: string): boolean => inputs.some((input) => input.id === id);
  const counted = factsOf(context, usage, model, facts);
  if (!counted) return none('training-not-published');
  if (!has('output_tokens') || !has('reasoning_tokens')) return none('training-not-shared');
  const { catalog } = context;
  return {
    mechanisms: ['training-by-tokens', ...counted.mechanisms, 'training-totals'],
    inputs: [
      ...counted.inputs,
      standard(catalog, 'development'),
      fromCatalogue('lifetime_tokens', 'catalog.defaults.lifetime_tokens', defaultOf(catalog, 'lifetime_tokens')),
    ],
  };
}
