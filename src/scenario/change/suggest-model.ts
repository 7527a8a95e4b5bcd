/** The model that is suggested: the smallest of the same provider that the class of size allows. */
import { problem } from '../../errors.ts';
import type { Catalog } from '../../catalog/index.ts';
import type { Model } from '../../catalog/types.ts';
import type { Context } from '../resolve/fill.ts';
import { modelInputs, type Found, type Today } from './today.ts';

/** Made for one kind of work: not suggested for another. */
const special = /guard|codex|code|devstral|deep-research|vision|pixtral|audio|ocr|math|saba|search|embed|instant|pro\b/;

/** A model released longer before the one of today is of an older generation. */
const yearsBefore = 1;

interface Sized {
  readonly model: Model;
  readonly active: number;
}

function tierOf(catalog: Catalog, active: number): number {
  const tiers = catalog.data.model_tiers;
  const found = tiers.findIndex(({ most }) => active <= most);
  return found < 0 ? tiers.length - 1 : found;
}

const bare = (id: string): string => id.slice(id.indexOf('/') + 1);

/** Letters that two names share at their start. */
function sharedStart(left: string, right: string): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return length;
}

/** Smallest first; among equals the one whose name is nearest to that of today. */
function smallest(sized: readonly Sized[], like: string): Sized | undefined {
  return sized.toSorted(
    (left, right) =>
      left.active - right.active ||
      sharedStart(right.model.id, like) - sharedStart(left.model.id, like) ||
      (left.model.id < right.model.id ? -1 : 1),
  )[0];
}

/** The lowest class that may be suggested: as `keep.tier` says, else one below the class of today. */
function lowestTier(context: Context, { usage }: Today, today: number): number | undefined {
  const { catalog, problems, locate } = context;
  const wanted = usage.keep?.tier;
  if (wanted === undefined) return Math.max(0, today - 1);
  const found = catalog.data.model_tiers.findIndex(({ id }) => id === wanted);
  if (found >= 0) return found;
  const path = `${usage.path}.keep.tier`;
  const nearest = catalog.nearest('model_tiers', wanted);
  const args = { kind: 'class of model size', name: wanted, nearest, table: 'tiers' };
  problems.push(problem('unknown-name', args, { path, place: locate(path) }));
  return undefined;
}

/** `keep.models`, each looked up; undefined where there is no such list. */
function allowedModels(context: Context, { usage }: Today): readonly Model[] | undefined {
  return usage.keep?.models?.flatMap((name, index) => {
    const found = context.catalog.model(name);
    if (found && 'ok' in found) return found.ok;
    const path = `${usage.path}.keep.models[${index}]`;
    const nearest = context.catalog.nearest('models', name);
    const args = { kind: 'model', name, nearest, table: 'models' };
    context.problems.push(problem('unknown-name', args, { path, place: context.locate(path) }));
    return [];
  });
}

/** The models that may come instead of one, or why there are none. */
interface Smaller {
  readonly own: Model;
  readonly models: readonly Sized[];
  /** The lowest class that they may be of. */
  readonly named: string;
}

/** Errors  noted: a model or a class of `keep` that the catalogue does not hold. */
export function smallerModels(context: Context, today: Today): Smaller | 'not-of-the-catalogue' | 'smallest-class' {
  const { usage } = today;
  const { catalog } = context;
  const found = typeof usage.model === 'string' ? catalog.model(usage.model) : undefined;
  const own = found && 'ok' in found ? found.ok : undefined;
  if (!own?.active_parameters) return 'not-of-the-catalogue';
  const active = own.active_parameters.value;
  const total = own.total_parameters?.value ?? Number.POSITIVE_INFINITY;
  const tier = tierOf(catalog, active);
  const allowed = allowedModels(context, today);
  const lowest = lowestTier(context, today, tier);
  if (lowest === undefined) return 'not-of-the-catalogue';
  if (tier === 0 && !allowed) return 'smallest-class';
  const oldest = `${Number(own.released.slice(0, 4)) - yearsBefore}${own.released.slice(4)}`;
  const models = (allowed ?? catalog.provided('models', [own.provider])).flatMap((model): Sized[] => {
    const size = model.active_parameters?.value;
    // A mixture of experts may compute with few weights and read many: smaller is smaller in both.
    const weights = model.total_parameters?.value;
    const isSmaller = size !== undefined && weights !== undefined && size < active && weights <= total;
    if (model.kind !== 'text' || !isSmaller) return [];
    if (allowed) return [{ model, active: size }];
    const fits = tierOf(catalog, size) >= lowest && (!special.test(model.id) || special.test(own.id));
    return fits && model.released >= oldest ? [{ model, active: size }] : [];
  });
  return { own, models, named: catalog.data.model_tiers[lowest]?.id ?? '' };
}

export function suggestModel(context: Context, today: Today): Found {
  const from = today.model?.name ?? null;
  const found = smallerModels(context, today);
  if (found === 'smallest-class') return { status: 'nothing-better', reason: found, from, to: from };
  if (found === 'not-of-the-catalogue') return { status: 'out-of-reach', reason: found, from };
  const { own, models, named } = found;
  const family = models.filter(({ model }) => bare(model.id).startsWith(`${bare(own.id)}-`));
  const best = smallest(family, own.id) ?? smallest(models, own.id);
  const reason = family.length > 0 ? 'smallest-of-family' : 'smallest-of-provider';
  if (!best) return { status: 'nothing-better', reason: 'none-of-class', named, from, to: from };
  const other = modelInputs(context, today.usage, best.model.id, `${today.usage.path}.practices`);
  return { status: 'applies', reason, named, from, to: best.model.id, inputs: other?.inputs ?? [] };
}
