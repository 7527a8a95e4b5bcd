/** Pictures, video, speech and embeddings: the model that does the work, and the energy of a prompt from it. */
import { problem } from '../../errors.ts';
import type { Model, ModelKind } from '../../catalog/types.ts';
import type { InlineModel, Usage } from '../types.ts';
import { works, type Work } from '../work-types.ts';
import { diffusionOf, type Diffusion } from './diffusion.ts';
import { serverShare, type Estimate } from './estimates.ts';
import { defaultOf, fill, fromScenario, implied, known, type Context } from './fill.ts';
import { findAccelerator, hardwareInputs, placed, resolveServing } from './hardware.ts';
import { findModel, inlineName, sizedInline, sizedModel } from './model.ts';
import type { ResolvedInput } from './types.ts';
import { waitingOf, withoutSolved } from './waiting.ts';

export interface ResolvedWork {
  readonly name: string;
  /** Provider row that most likely hosts it. */
  readonly hosting: string | undefined;
  readonly estimate: Estimate;
}

const kinds = { images: 'image', video: 'video', audio: 'audio', embeddings: 'embedding' } as const satisfies Readonly<
  Record<Work, ModelKind>
>;

const estimatorOf = { images: 'image', video: 'video', audio: 'audio', embeddings: 'embeddings' } as const;

/** The work that a usage states; undefined for text. */
export function workOf(usage: Usage): Work | undefined {
  return works.find((work) => usage[work] !== undefined);
}

/** The model, when it is of the kind that does this work. */
function modelFor(context: Context, usage: Usage, work: Work): Model | InlineModel | undefined {
  const wanted = kinds[work];
  const model = typeof usage.model === 'string' ? findModel(context, usage, usage.model) : usage.model;
  if (!model) return undefined;
  const kind = 'id' in model ? model.kind : (model.modality ?? wanted);
  if (kind === wanted) return model;
  const name = 'id' in model ? model.id : inlineName(model);
  context.problems.push(problem('wrong-kind-of-model', { name, kind, wanted }, placed(context, usage, 'model')));
  return undefined;
}

/** Sizes that nobody published are not guessed here: an embedding is priced by its size alone. */
function activeSize(context: Context, usage: Usage, model: Model | InlineModel): ResolvedInput | undefined {
  const sized = 'id' in model ? sizedModel(context, usage, model) : sizedInline(context, usage, model);
  return sized?.inputs.find(({ id }) => id === 'active_parameters');
}

function embeddingsOf(context: Context, usage: Usage, model: Model | InlineModel): Diffusion | undefined {
  const size = activeSize(context, usage, model);
  if (!size || !usage.embeddings) return undefined;
  const { tokens } = usage.embeddings;
  return {
    mechanisms: ['embeddings', 'server-energy'],
    inputs: [size, fromScenario('embedding_tokens', 'token/request', 'embeddings.tokens', tokens, usage.path)],
  };
}

function speechOf({ catalog }: Context, usage: Usage, model: Model | InlineModel): Diffusion | undefined {
  if (!usage.audio) return undefined;
  const { seconds, speed, direction } = usage.audio;
  const isSpoken = direction === undefined ? 'id' in model && model.spoken === true : direction === 'out';
  const published = 'id' in model ? model.real_time_factor : undefined;
  const substitute =
    published && 'id' in model
      ? ({ figure: published, key: `model:${model.id}.real_time_factor`, status: 'catalogue' } as const)
      : defaultOf(catalog, isSpoken ? 'text_to_speech_factor' : 'speech_to_text_factor');
  return {
    mechanisms: ['speech', 'server-energy'],
    inputs: [
      fromScenario('audio_seconds', 's/request', 'audio.seconds', seconds, usage.path),
      fill('real_time_factor', 'audio.speed', speed, usage.path, substitute),
    ],
  };
}

/** A picture written token by token is priced as text: METHOD, images. */
function writtenImages(context: Context, usage: Usage, model: Model): ResolvedWork | undefined {
  const sized = sizedModel(context, usage, model);
  const serving = resolveServing(context, usage);
  if (!sized || !serving) return undefined;
  const { catalog } = context;
  const { images = {}, tokens = {} } = usage;
  const { count } = images;
  const waiting = waitingOf(context, usage);
  const profile = catalog.profile('image-prompt');
  const prompt = profile
    ? {
        figure: profile.input,
        key: 'profile:image-prompt.input',
        status: 'default' as const,
        note: 'profile "image-prompt"',
      }
    : defaultOf(catalog, 'cached_tokens');
  const mechanisms = ['text', 'image-tokens', 'accelerator-count', ...serving.mechanisms, ...waiting.mechanisms];
  const side = (id: 'image_width' | 'image_height', name: 'width' | 'height') =>
    fill(id, `images.${name}`, images[name], usage.path, defaultOf(catalog, id));
  return {
    name: sized.name,
    hosting: sized.hosting,
    estimate: {
      estimator: 'image',
      tier: 2,
      mechanisms,
      inputs: withoutSolved(
        [
          ...sized.inputs,
          fill('input_tokens', 'tokens.input', tokens.input, usage.path, prompt),
          fill(
            'reasoning_tokens',
            'tokens.reasoning',
            tokens.reasoning,
            usage.path,
            defaultOf(catalog, 'reasoning_tokens'),
          ),
          fill(
            'cached_tokens',
            'tokens.cached_input',
            tokens.cached_input,
            usage.path,
            defaultOf(catalog, 'cached_tokens'),
          ),
          known(count)
            ? fromScenario('image_count', '1/request', 'images.count', count, usage.path)
            : implied('image_count', 1, '1/request'),
          side('image_width', 'width'),
          side('image_height', 'height'),
          fill('tokens_per_image', 'images.tokens', images.tokens, usage.path, defaultOf(catalog, 'tokens_per_image')),
          ...serving.inputs,
          ...waiting.inputs,
        ],
        mechanisms,
      ),
    },
  };
}

function partsOf(context: Context, usage: Usage, model: Model | InlineModel, work: Work): Diffusion | undefined {
  switch (work) {
    case 'images':
      return diffusionOf(context, usage, model, 'image');
    case 'video':
      return diffusionOf(context, usage, model, 'video');
    case 'audio':
      return speechOf(context, usage, model);
    case 'embeddings':
      return embeddingsOf(context, usage, model);
    default:
      return work satisfies never;
  }
}

/**
 * The energy of a prompt from the model and its work: METHOD, images, video, audio, embeddings.
 * Undefined, with a problem noted, when the model cannot do it; undefined without one when no model is named.
 */
export function resolveWork(context: Context, usage: Usage, work: Work): ResolvedWork | undefined {
  const model = modelFor(context, usage, work);
  if (!model) return undefined;
  const isWritten = 'id' in model && (model.architecture === 'dense' || model.architecture === 'moe');
  if (work === 'images' && isWritten) return writtenImages(context, usage, model);
  const accelerator = findAccelerator(context, usage, 'serving.accelerator', usage.serving?.accelerator);
  const parts = partsOf(context, usage, model, work);
  if (!accelerator || !parts) return undefined;
  const waiting = waitingOf(context, usage);
  const mechanisms = [...parts.mechanisms, ...waiting.mechanisms];
  return {
    name: 'id' in model ? model.id : inlineName(model),
    hosting: 'id' in model ? model.hosting : undefined,
    estimate: {
      estimator: estimatorOf[work],
      tier: 2,
      mechanisms,
      inputs: withoutSolved(
        [
          ...parts.inputs,
          ...hardwareInputs(context, accelerator, 'serving.accelerator'),
          serverShare(context, usage),
          ...waiting.inputs,
        ],
        mechanisms,
      ),
    },
  };
}
