/** Pictures and videos of a diffusion model: its size, its steps, what was measured of it. */
import type { Figure, Model } from '../../catalog/types.ts';
import type { InlineModel, Usage, Value } from '../types.ts';
import { defaultOf, fill, fromCatalogue, fromScenario, implied, known, type Context, type Substitute } from './fill.ts';
import { factInputs, numberOf } from './model-facts.ts';
import type { ResolvedInput } from './types.ts';

export interface Diffusion {
  readonly mechanisms: readonly string[];
  readonly inputs: readonly ResolvedInput[];
}

/** A number of a row of models.yaml that has the provenance of the row. */
function factOf(model: Model, name: string, unit: string, value: number): Substitute {
  const { source = 'from-memory', year = 2026, confidence = 'from-memory' } = model.active_parameters ?? {};
  const figure: Figure = { low: value, value, high: value, unit, source, year, confidence };
  return { figure, key: `model:${model.id}.${name}`, status: 'catalogue', note: model.id };
}

/** The size of a model; a class of sizes, marked, where the maker publishes none. */
function sizeOf(context: Context, usage: Usage, model: Model | InlineModel, kind: 'image' | 'video'): ResolvedInput {
  if (!('id' in model)) {
    const [field, size] = model.active_parameters
      ? (['model.active_parameters', model.active_parameters] as const)
      : (['model.total_parameters', model.total_parameters] as const);
    return fromScenario('active_parameters', 'Gparameter', field, size, usage.path);
  }
  const { active_parameters: active } = model;
  if (!active) {
    const note = `${model.id} does not publish its size`;
    return fromCatalogue('active_parameters', 'model', { ...defaultOf(context.catalog, `${kind}_parameters`), note });
  }
  const isGuess = active.confidence !== 'primary' && active.confidence !== 'secondary';
  return fromCatalogue('active_parameters', 'model', {
    figure: active,
    key: `model:${model.id}.active_parameters`,
    status: isGuess ? 'default' : 'catalogue',
  });
}

/** Energy of one generation as somebody measured it; empty when nobody did, or not with its settings. */
function measurementOf(model: Model, kind: 'image' | 'video'): ResolvedInput[] {
  const { measured, diffusion } = model;
  const energy = numberOf(measured, kind === 'image' ? 'j_per_image' : 'j_per_video');
  const steps = numberOf(measured, 'steps') ?? diffusion?.['steps'];
  const [width, height] = [diffusion?.['width'], diffusion?.['height']];
  if (!measured || energy === undefined || steps === undefined || width === undefined || height === undefined)
    return [];
  const frames = ((diffusion?.['frames'] ?? 1) - 1) / (diffusion?.['frames_per_latent'] ?? 1) + 1;
  const fact = factInputs(model, measured, model.id);
  return [
    fact('measured_energy', 'J', energy),
    fact('measured_steps', '1', steps),
    fact('measured_width', 'px', width),
    fact('measured_height', 'px', height),
    fact('measured_latent_frames', '1', frames),
  ];
}

/** Count, size, steps and passes, from the scenario, else from the model, else from the defaults. */
export function diffusionOf(
  context: Context,
  usage: Usage,
  model: Model | InlineModel,
  kind: 'image' | 'video',
): Diffusion {
  const { catalog } = context;
  const group = kind === 'image' ? 'images' : 'video';
  const own = 'id' in model ? model.diffusion : undefined;
  const values: Readonly<Partial<Record<string, Value>>> = { ...(kind === 'image' ? usage.images : usage.video) };
  const pick = (id: string, name: string, unit: string, row: string, of = name): ResolvedInput => {
    const published = own?.[of];
    const substitute =
      published === undefined || !('id' in model) ? defaultOf(catalog, row) : factOf(model, id, unit, published);
    return fill(id, `${group}.${name}`, values[name], usage.path, substitute);
  };
  const count = values['count'];
  const counted = `${kind}_count`;
  const shared = [
    known(count)
      ? fromScenario(counted, '1/request', `${group}.count`, count, usage.path)
      : implied(counted, 1, '1/request'),
    pick('image_width', 'width', 'px', `${kind}_width`),
    pick('image_height', 'height', 'px', `${kind}_height`),
    pick('diffusion_steps', 'steps', '1', `${kind}_steps`),
    pick('passes_per_step', 'passes', '1', 'passes_per_step', 'passes_per_step'),
    pick('pixels_per_token', 'patch', 'px/token', 'pixels_per_token', 'px_per_token'),
    sizeOf(context, usage, model, kind),
  ];
  const measured = 'id' in model ? measurementOf(model, kind) : [];
  const mechanisms = [...(measured.length > 0 ? ['diffusion-measured'] : []), 'diffusion', 'server-energy'];
  if (kind === 'image') return { mechanisms: ['image-latents', ...mechanisms], inputs: [...shared, ...measured] };
  const video = usage.video;
  const fps = fill('video_fps', 'video.fps', video?.fps, usage.path, defaultOf(catalog, 'video_fps'));
  const frames = own?.['frames'];
  const isFramed = frames !== undefined && 'id' in model && !known(video?.clip);
  const clip = isFramed
    ? fromCatalogue('clip_frames', 'model', factOf(model, 'clip_frames', '1', frames))
    : fill('clip_seconds', 'video.clip', video?.clip, usage.path, defaultOf(catalog, 'clip_seconds'));
  // Packing in time is a fact of a model that is described: one that names no packing has none.
  const packing =
    own && 'id' in model ? factOf(model, 'frames_per_latent', '1', own['frames_per_latent'] ?? 1) : undefined;
  return {
    mechanisms: [...(isFramed ? ['video-clip'] : []), 'video-latents', ...mechanisms],
    inputs: [
      ...shared,
      ...measured,
      ...(video ? [fromScenario('video_seconds', 's', 'video.seconds', video.seconds, usage.path)] : []),
      fps,
      clip,
      fill(
        'frames_per_latent',
        'video.packing',
        undefined,
        usage.path,
        packing ?? defaultOf(catalog, 'frames_per_latent'),
      ),
    ],
  };
}
