/** Every place and every model that a usage could have: what `advise` compares. */
import type { Context } from '../resolve/fill.ts';
import type { ResolvedOption, ResolvedOptions } from '../resolve/types.ts';
import { reaches } from './reach.ts';
import { smallerModels } from './suggest-model.ts';
import { inputsOf, regionsFor } from './suggest-place.ts';
import { modelInputs, type Today } from './today.ts';

function places(context: Context, today: Today): readonly ResolvedOption[] {
  if (!reaches('location', today.estimator)) return [];
  const { regions } =
    context.options === 'all' ? context.catalog.data : (regionsFor(context, today) ?? { regions: [] });
  return regions.map((region) => ({ name: region.id, inputs: inputsOf(context, today, region) }));
}

function models(context: Context, today: Today): readonly ResolvedOption[] {
  if (!reaches('model', today.estimator)) return [];
  const found = context.options === 'all' ? undefined : smallerModels(context, today);
  if (typeof found === 'string') return [];
  const all = found
    ? found.models.map(({ model }) => model)
    : context.catalog.data.models.filter(
        ({ kind, total_parameters: total, active_parameters: active }) => kind === 'text' && total && active,
      );
  return all.flatMap(({ id }) => {
    const other = modelInputs(context, today.usage, id, `${today.usage.path}.practices`);
    return other ? [{ name: id, inputs: other.inputs }] : [];
  });
}

/** Errors  noted: a name of `keep` that the catalogue does not hold. */
export function resolveOptions(context: Context, today: Today): ResolvedOptions {
  return { places: places(context, today), models: models(context, today) };
}
