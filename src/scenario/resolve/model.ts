/** The model of a usage: its size and precision, inputs of the text method. */
import { problem } from '../../errors.ts';
import type { Figure, Model } from '../../catalog/types.ts';
import { defaultOf, fill, fromCatalogue, fromScenario, implied, type Context, type Substitute } from './fill.ts';
import type { Range } from '../../units.ts';
import type { Given, InlineModel, Usage } from '../types.ts';
import { placed } from './hardware.ts';
import { neededWork } from './needed-work.ts';
import type { ResolvedInput } from './types.ts';

export interface ResolvedModel {
  readonly name: string;
  /** Provider row that most likely hosts it. */
  readonly hosting: string | undefined;
  readonly inputs: readonly ResolvedInput[];
  /** Hidden tokens of an answer, where the model always thinks. */
  readonly reasoning?: Substitute;
}

/** Looks a model up. Undefined, with a problem noted, when there is none of that name. */
export function findModel(context: Context, usage: Usage, name: string): Model | undefined {
  const found = context.catalog.model(name);
  if (found && 'ok' in found) return found.ok;
  context.problems.push(
    found
      ? problem('ambiguous-name', { kind: 'model', name, candidates: found.ambiguous }, placed(context, usage, 'model'))
      : problem(
          'unknown-name',
          { kind: 'model', name, nearest: context.catalog.nearest('models', name), table: 'models' },
          placed(context, usage, 'model'),
        ),
  );
  return undefined;
}

function bitsOf(context: Context, published: Figure | undefined, key: string, size: number): Substitute {
  if (published) return { figure: published, key, status: 'catalogue' };
  const threshold = defaultOf(context.catalog, 'bits_threshold').figure.value;
  return defaultOf(context.catalog, size >= threshold ? 'bits_large' : 'bits_small');
}

function fromCatalogueModel(context: Context, usage: Usage, model: Model): ResolvedModel | undefined {
  if (model.kind === 'text') return sizedModel(context, usage, model);
  const work = neededWork(model.kind);
  context.problems.push(
    problem(
      'wrong-kind-of-model',
      { name: model.id, kind: model.kind, wanted: 'text', ...(work ? { work } : {}) },
      placed(context, usage, 'model'),
    ),
  );
  return undefined;
}

/** Sizes and precision of a model, whatever it makes. Undefined, with a problem noted, when its size is not published. */
export function sizedModel(context: Context, usage: Usage, model: Model): ResolvedModel | undefined {
  const { total_parameters: total, active_parameters: active } = model;
  if (!total || !active) {
    context.problems.push(
      problem(
        'unpublished-figure',
        {
          name: model.id,
          figure: 'the size',
          fix: 'describe the model in place, as a range: model: { total_parameters: 20 to 70, active_parameters: ... }; or give "measured: { energy: ... }"',
        },
        placed(context, usage, 'model'),
      ),
    );
    return undefined;
  }
  // In a dense model every weight is active: one unknown, not two.
  const dense = model.architecture !== 'moe';
  const totalKey = `model:${model.id}.total_parameters`;
  // Sizes that nobody published are guesses of third parties: assumptions, whoever made them.
  const fact = (figure: Figure, key: string): Substitute => ({
    figure,
    key,
    status: isPublished(figure) ? 'catalogue' : 'default',
  });
  return {
    name: model.id,
    hosting: model.hosting,
    ...(model.reasoning_tokens
      ? {
          reasoning: {
            figure: model.reasoning_tokens,
            key: `model:${model.id}.reasoning_tokens`,
            status: 'default' as const,
            note: `${model.id} thinks before it answers`,
          },
        }
      : {}),
    inputs: [
      fromCatalogue('total_parameters', 'model', fact(total, totalKey)),
      fromCatalogue(
        'active_parameters',
        'model',
        fact(active, dense ? totalKey : `model:${model.id}.active_parameters`),
      ),
      fill(
        'bits',
        'serving.bits',
        usage.serving?.bits,
        usage.path,
        bitsOf(context, model.bits, `model:${model.id}.bits`, total.value),
      ),
      model.parallel_samples
        ? fromCatalogue('parallel_samples', 'model', fact(model.parallel_samples, `model:${model.id}.parallel_samples`))
        : implied('parallel_samples', 1, '1'),
      implied('mixture', dense ? 0 : 1, '1'),
      ...layersOf((name, id) => {
        const figure = model[name];
        return figure && fromCatalogue(id, 'model', fact(figure, `model:${model.id}.${name}`));
      }),
    ],
  };
}

/** Facts of the layers, by their names in the catalogue and in a scenario, and in the method. */
const layerFacts = [
  ['experts', 'experts', '1'],
  ['experts_used', 'experts_used', '1'],
  ['cache', 'declared_cache', 'B/token'],
  ['state', 'recurrent_state', 'B'],
] as const;

/** What a model does not say of its layers is 0: the law of the method stands for it. */
function layersOf(
  read: (name: (typeof layerFacts)[number][0], id: string, unit: string) => ResolvedInput | undefined,
): readonly ResolvedInput[] {
  return layerFacts.map(([name, id, unit]) => read(name, id, unit) ?? implied(id, 0, unit));
}

const isPublished = ({ confidence }: Figure): boolean => confidence === 'primary' || confidence === 'secondary';

const isSame = (left: Given, right: Given): boolean =>
  left.range.low === right.range.low && left.range.high === right.range.high;

/** `70.6B`, `20-70B`: a model without a name is called by its size. */
function sizeName({ low, central, high }: Range): string {
  const short = (value: number): string => String(Number(value.toPrecision(3)));
  return low < high ? `${short(low)}-${short(high)}B` : `${short(central)}B`;
}

export const inlineName = (model: InlineModel): string => model.name ?? sizeName(model.total_parameters.range);

export function sizedInline(context: Context, usage: Usage, model: InlineModel): ResolvedModel {
  const total = fromScenario(
    'total_parameters',
    'Gparameter',
    'model.total_parameters',
    model.total_parameters,
    usage.path,
  );
  const active = model.active_parameters
    ? fromScenario('active_parameters', 'Gparameter', 'model.active_parameters', model.active_parameters, usage.path)
    : { ...total, id: 'active_parameters' };
  const bits = usage.serving?.bits ?? model.bits;
  const size = model.total_parameters.range.central;
  return {
    name: inlineName(model),
    hosting: undefined,
    inputs: [
      total,
      active,
      fill(
        'bits',
        usage.serving?.bits ? 'serving.bits' : 'model.bits',
        bits,
        usage.path,
        bitsOf(context, undefined, '', size),
      ),
      implied('parallel_samples', 1, '1'),
      implied(
        'mixture',
        model.active_parameters && !isSame(model.active_parameters, model.total_parameters) ? 1 : 0,
        '1',
      ),
      ...layersOf((name, id, unit) => {
        const given = model[name];
        return given && fromScenario(id, unit, `model.${name}`, given, usage.path);
      }),
    ],
  };
}

export function resolveModel(context: Context, usage: Usage): ResolvedModel | undefined {
  if (usage.model === undefined) return undefined;
  if (typeof usage.model !== 'string') return sizedInline(context, usage, usage.model);
  const model = findModel(context, usage, usage.model);
  return model && fromCatalogueModel(context, usage, model);
}
