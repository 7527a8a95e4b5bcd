/** A usage as it is, and what a practice comes to in it. */
import type { Estimator, PracticeStatus, Setting } from '../../assessment.ts';
import type { Provider } from '../../catalog/types.ts';
import { fromCatalogue, known, type Context } from '../resolve/fill.ts';
import type { ResolvedLocation } from '../resolve/location.ts';
import { resolveModel, type ResolvedModel } from '../resolve/model.ts';
import { reasoningOf } from '../resolve/tokens.ts';
import type { ResolvedInput, ResolvedPractice } from '../resolve/types.ts';
import type { ModelPractice, Usage } from '../types.ts';

/** A usage as it is, resolved. */
export interface Today {
  readonly usage: Usage;
  readonly model: ResolvedModel | undefined;
  readonly host: Provider;
  readonly locations: readonly ResolvedLocation[];
  readonly estimator: Estimator;
  /** Of the way it is estimated, its place and volume included. */
  readonly inputs: readonly ResolvedInput[];
}

/** What a practice comes to: the parts of ResolvedPractice that differ from the usual. */
export type Found = Partial<ResolvedPractice> & { readonly status: PracticeStatus };

export const inputOf = ({ inputs }: Today, id: string): ResolvedInput | undefined =>
  inputs.find((input) => input.id === id);

/** Weights and precision of another model; the deployment is made anew for it. */
export function modelInputs(context: Context, usage: Usage, use: ModelPractice['use'], owner: string) {
  const { bits: _bits, accelerators: _accelerators, ...serving } = usage.serving ?? {};
  const { model: _model, ...others } = usage;
  const other: Usage = { ...others, serving, path: owner, ...(use === undefined ? {} : { model: use }) };
  const model = resolveModel(context, other);
  if (!model || known(usage.tokens?.reasoning)) return model;
  // A model that thinks writes hidden tokens that the model of today does not, and the other way round.
  const reasoning = fromCatalogue('reasoning_tokens', 'tokens.reasoning', reasoningOf(context, usage, model));
  return { ...model, inputs: [...model.inputs, reasoning] };
}

/** A place by its name, or by its intensity where it has none. */
export function placeSetting(name: string | null, inputs: readonly ResolvedInput[]): Setting | null {
  return name ?? inputs.find(({ id }) => id === 'grid_ghg')?.range ?? null;
}

/** Where the usage runs, in a word. */
export function placeToday({ locations }: Today): Setting | null {
  const names = [...new Set(locations.map(({ name }) => name ?? '?'))];
  if (names.length > 1) return names.join(' + ');
  return placeSetting(locations[0]?.name ?? null, locations[0]?.inputs ?? []);
}
