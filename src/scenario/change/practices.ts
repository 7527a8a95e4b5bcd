/** The practices of a usage: as its scenario states them, else as the catalogue suggests them. */
import { practiceIds, type PracticeId, type PracticeReason, type PracticeStatus } from '../../assessment.ts';
import type { Range } from '../../units.ts';
import type {
  IterationsPractice,
  Location,
  LocationPractice,
  ModelPractice,
  OutputPractice,
  Practices,
  Usage,
} from '../types.ts';
import { fromScenario, type Context } from '../resolve/fill.ts';
import { resolveLocations } from '../resolve/location.ts';
import { reaches } from './reach.ts';
import { suggestFactor } from './suggest-factor.ts';
import { suggestModel } from './suggest-model.ts';
import { suggestPlace } from './suggest-place.ts';
import { inputOf, modelInputs, placeSetting, placeToday, type Found, type Today } from './today.ts';
import type { ResolvedInput, ResolvedPractice } from '../resolve/types.ts';

const nothing: Omit<ResolvedPractice, 'practice' | 'status' | 'suggested' | 'owner'> = {
  reason: null,
  from: null,
  to: null,
  share: 1,
  retry: 0,
  quality: null,
  inputs: [],
  factor: null,
};

const none = (status: PracticeStatus, reason: PracticeReason): Found => ({ status, reason });

const scale = ({ low, central, high }: Range, by: Range): Range => ({
  low: low * by.low,
  central: central * by.central,
  high: high * by.high,
});

const inverse = ({ low, central, high }: Range): Range => ({ low: 1 / high, central: 1 / central, high: 1 / low });
const rest = ({ low, central, high }: Range): Range => ({ low: 1 - high, central: 1 - central, high: 1 - low });

const isSame = (left: Range, right: Range): boolean =>
  left.low === right.low && left.central === right.central && left.high === right.high;

/** Whether a practice puts in only what is there. */
function changesNothing(today: Today, inputs: readonly ResolvedInput[]): boolean {
  return inputs.every((input) => {
    const own = inputOf(today, input.id);
    return own !== undefined && isSame(own.range, input.range);
  });
}

/** The scenario's place, resolved as if the usage had been there always. Only what the practice determines. */
function placeInputs(context: Context, today: Today, stated: LocationPractice, owner: string) {
  const { region, grid, pue, wue, share } = stated;
  const location: Location = {
    share: 1,
    path: region === undefined ? 'location.grid' : 'location.region',
    ...(region === undefined ? {} : { region }),
    ...(grid === undefined ? {} : { grid }),
  };
  const { usage, host } = today;
  const { pue: _pue, wue: _wue, ...others } = usage;
  const moved: Usage = {
    ...others,
    path: owner,
    locations: [location],
    unknown: [],
    ...(pue ? { pue } : {}),
    ...(wue ? { wue } : {}),
  };
  const [there] = resolveLocations(context, moved, host);
  if (!there) return undefined;
  const own = typeof grid === 'object' ? grid : {};
  const determined: Readonly<Record<string, boolean>> = {
    grid_ghg: region !== undefined || typeof grid === 'string' || own.intensity !== undefined,
    grid_water: region !== undefined || typeof grid === 'string' || own.water !== undefined,
    grid_adpe: region !== undefined || typeof grid === 'string' || own.adpe !== undefined,
    grid_primary_energy: region !== undefined || typeof grid === 'string' || own.primary_energy !== undefined,
    pue: region !== undefined || pue !== undefined,
    wue: region !== undefined || wue !== undefined,
  };
  const inputs = there.inputs.filter(({ id }) => determined[id]);
  return { inputs, name: there.name, share };
}

function location(context: Context, today: Today, stated: LocationPractice, owner: string): Found {
  const there = placeInputs(context, today, stated, owner);
  if (!there) return none('out-of-reach', 'place-unknown');
  const { inputs, name, share } = there;
  const from = placeToday(today);
  const to = placeSetting(name, inputs);
  if (today.locations.length === 1 && changesNothing(today, inputs)) return { status: 'already-so', from, to };
  return { status: 'applies', inputs, share, from, to };
}

function iterations(context: Context, today: Today, stated: IterationsPractice, owner: string): Found {
  const { to, by, divide, share } = stated;
  const own = inputOf(today, 'iterations');
  if (!own) return none('out-of-reach', 'not-of-this-estimate');
  const from = own.range;
  if (to) {
    const input = fromScenario('iterations', '1', 'iterations.to', to, owner);
    if (isSame(from, to.range)) return { status: 'already-so', from, to: to.range };
    return { status: 'applies', inputs: [input], share, from, to: to.range };
  }
  const field = by ? 'iterations.by' : 'iterations.divide';
  const left = by ? rest(by.range) : divide ? inverse(divide.range) : undefined;
  if (!left) return none('out-of-reach', 'not-of-this-estimate');
  // One prompt is the least that gives a result.
  if (from.high <= 1) return { ...none('already-so', 'one-prompt'), from, to: from };
  if (left.central === 1 && left.low === left.high) return { status: 'already-so', from, to: from };
  const scaled = scale(from, left);
  warnOfFloor(context, today, scaled, owner);
  const factor = { ...fromScenario('iterations_factor', '1', field, { range: left }, owner) };
  return { status: 'applies', factor, share, from, to: atLeastOne(scaled) };
}

const atLeastOne = ({ low, central, high }: Range): Range => ({
  low: Math.max(1, low),
  central: Math.max(1, central),
  high: Math.max(1, high),
});

/** Less than one prompt a result is not possible: said, never clamped in silence. */
function warnOfFloor({ warnings, locate }: Context, { usage }: Today, scaled: Range, owner: string): void {
  if (scaled.low >= 1 - 1e-9) return;
  const path = `${owner}.iterations`;
  const line = locate(path)?.line;
  const digits = [scaled.low, scaled.central].map((value) => String(Number(value.toPrecision(3))));
  const text = scaled.central < 1 ? digits[1] : `as few as ${digits[0]}`;
  const message = `practice "iterations" would leave ${text} prompts for a kept result of usage "${usage.id}": 1 is the least, and is taken`;
  warnings.push({ code: 'practice-at-its-end', message, path, ...(line === undefined ? {} : { line }) });
}

function output(_: Context, today: Today, stated: OutputPractice, owner: string): Found {
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

function model(context: Context, today: Today, stated: ModelPractice, owner: string): Found {
  const { use, divide, share, retry, quality } = stated;
  const from = today.model?.name ?? null;
  const said = { share, retry, quality: quality?.range ?? null, from };
  if (divide) {
    const factor = fromScenario('model_divisor', '1', 'model.divide', divide, owner);
    if (divide.range.low === 1 && divide.range.high === 1) return { status: 'already-so', ...said };
    return { status: 'applies', factor, ...said, to: divide.range };
  }
  const other = modelInputs(context, today.usage, use, owner);
  // A problem has been noted.
  if (!other) return none('out-of-reach', 'not-of-the-catalogue');
  const status = changesNothing(today, other.inputs) ? 'already-so' : 'applies';
  return { status, inputs: other.inputs, ...said, to: other.name };
}

/** Why a practice cannot change this usage; undefined when it can. */
function beyond(today: Today, practice: PracticeId | 'division'): Found | undefined {
  if (!reaches(practice, today.estimator)) return none('out-of-reach', 'not-of-this-estimate');
  // A mass of greenhouse gases that was measured holds its place.
  return practice === 'location' && inputOf(today, 'ghg_operation')
    ? none('out-of-reach', 'gases-measured')
    : undefined;
}

function stated(
  context: Context,
  today: Today,
  {
    practices,
    owner,
    practice,
  }: { readonly practices: Practices; readonly owner: string; readonly practice: PracticeId },
): Found | undefined {
  const own = practices[practice];
  if (own === undefined) return undefined;
  if (own === 'none') return { status: 'refused' };
  const isDivision = practice === 'model' && typeof own === 'object' && 'divide' in own;
  const refusal = beyond(today, isDivision ? 'division' : practice);
  if (refusal) return refusal;
  switch (practice) {
    case 'location':
      return location(context, today, own as LocationPractice, owner);
    case 'iterations':
      return iterations(context, today, own as IterationsPractice, owner);
    case 'output':
      return output(context, today, own as OutputPractice, owner);
    case 'model':
      return model(context, today, own as ModelPractice, owner);
    default:
      return practice satisfies never;
  }
}

function suggested(context: Context, today: Today, practice: PracticeId): Found {
  const refusal = beyond(today, practice);
  if (refusal) return refusal;
  switch (practice) {
    case 'location':
      return suggestPlace(context, today);
    case 'model':
      return suggestModel(context, today);
    case 'iterations':
    case 'output':
      return suggestFactor(context, today, practice);
    default:
      return practice satisfies never;
  }
}

/** Those that are stated first, in their order; then the others in the order of the study. */
export function orderOf(practices: Practices | undefined): readonly PracticeId[] {
  const order = practices?.order ?? [];
  return [...order, ...practiceIds.filter((id) => !order.includes(id))];
}

/**
 * The practices of a usage. Its own go before those of the scenario; the catalogue suggests the rest when it is asked to.
 * Errors  noted: a region, zone or model that the catalogue does not hold.
 */
export function resolvePractices(
  context: Context,
  today: Today,
  ofScenario: Practices | undefined,
): readonly ResolvedPractice[] {
  const { practices: wanted = [], suggest = false } = context;
  const { usage } = today;
  return orderOf(ofScenario ?? usage.practices).flatMap((practice): ResolvedPractice[] => {
    if (!wanted.includes(practice)) return [];
    const own = usage.practices?.[practice] === undefined ? undefined : usage.practices;
    const practices = own ?? ofScenario;
    const owner = own ? `${usage.path}.practices` : 'practices';
    const found = practices && stated(context, today, { practices, owner, practice });
    if (found) return [{ ...nothing, ...found, practice, owner, suggested: false }];
    if (!suggest) return [];
    const ofUsage = `${usage.path}.practices`;
    return [{ ...nothing, ...suggested(context, today, practice), practice, owner: ofUsage, suggested: true }];
  });
}
