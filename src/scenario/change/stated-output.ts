/** The practice of a smaller output, as a scenario states it. */
import type { OutputPractice } from '../types.ts';
import { fromScenario, type Context } from '../resolve/fill.ts';
import { inputOf, type Found, type Today } from './today.ts';
import { changesNothing, isSame, none, rest, scale } from './range-change.ts';

export function output(_: Context, today: Today, stated: OutputPractice, owner: string): Found {
  const { tokens, by, share } = stated;
  if (!tokens && !by) return smallerWork(today, stated, owner);
  const own = inputOf(today, 'output_tokens');
  if (!own || today.estimator !== 'text') return none('out-of-reach', 'not-of-this-estimate');
  const from = own.range;
  if (tokens) {
    if (isSame(from, tokens.range)) return { status: 'already-so', from, to: from };
    const input = fromScenario('output_tokens', 'token/request', 'output.tokens', tokens, owner);
    return { status: 'applies', inputs: [input], share, from, to: tokens.range };
  }
  const left = rest(by?.range ?? own.range);
  if (left.low === 1) return { status: 'already-so', from, to: from };
  const factor = fromScenario('output_factor', '1', 'output.by', { range: left }, owner);
  return { status: 'applies', factor, share, from, to: scale(from, left) };
}

/** Fields of a picture, a video or a sound, with the inputs that each of them may be. */
const workInputs = [
  { key: 'width', ids: ['image_width'] },
  { key: 'height', ids: ['image_height'] },
  { key: 'steps', ids: ['diffusion_steps'] },
  { key: 'seconds', ids: ['video_seconds', 'audio_seconds'] },
] as const;

/** A smaller picture, fewer steps, a shorter video or sound. */
function smallerWork(today: Today, stated: OutputPractice, owner: string): Found {
  const changes = workInputs.flatMap(({ key, ids }) => {
    const given = stated[key];
    if (!given) return [];
    const own = ids.map((id) => inputOf(today, id)).find((input) => input !== undefined);
    return [{ key, given, own }];
  });
  const inputs = changes.flatMap(({ key, given, own }) =>
    own ? [fromScenario(own.id, own.unit, `output.${key}`, given, owner)] : [],
  );
  // A field that the usage does not have would change nothing in silence.
  if (inputs.length < changes.length) return none('out-of-reach', 'not-of-this-estimate');
  const words = (value: (change: (typeof changes)[number]) => number | undefined): string =>
    changes.map((change) => `${change.key} ${value(change) ?? '?'}`).join(', ');
  const from = words(({ own }) => own?.range.central);
  const to = words(({ given }) => given.range.central);
  if (changesNothing(today, inputs)) return { status: 'already-so', from, to };
  return { status: 'applies', inputs, share: stated.share, from, to };
}
