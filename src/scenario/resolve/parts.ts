/** An estimate at each place of a usage: its mechanisms with those that follow, its inputs with those of place and volume. */
import type { Usage } from '../types.ts';
import type { Estimate } from './estimates.ts';
import { implied, type Context } from './fill.ts';
import { referenceAccelerator } from './ecologits.ts';
import type { PublishedTraining } from './published-training.ts';
import type { ResolvedLocation } from './location.ts';
import type { ResolvedInput, ResolvedOpinions, ResolvedPart } from './types.ts';
import type { ResolvedVolume } from './volume.ts';

/** What follows once the energy of a prompt is known. */
const downstream = ['facility', 'operation', 'water', 'embodied', 'totals', 'busy'];

export function partsAt(
  context: Context,
  usage: Usage,
  estimate: Pick<Estimate, 'mechanisms' | 'inputs'>,
  locations: readonly ResolvedLocation[],
  volume: ResolvedVolume,
  training: Pick<PublishedTraining, 'mechanisms' | 'inputs'> = { mechanisms: [], inputs: [] },
): ResolvedPart[] {
  return locations.map((location) => ({
    place: location.name,
    mechanisms: [
      ...estimate.mechanisms,
      ...volume.mechanisms,
      ...(location.inputs.some(({ id }) => id === 'grid_ghg_market') ? ['market-based'] : []),
      ...downstream,
      ...training.mechanisms,
    ],
    inputs: sharingKeys(context, usage, [
      ...estimate.inputs,
      ...volume.inputs,
      ...location.inputs,
      ...training.inputs,
      // A conversation counts its calls; a prompt is one.
      ...(estimate.mechanisms.includes('conversation') ? [] : [implied('calls', 1, '1')]),
    ]),
  }));
}

/**
 * Values that several usages take from one place of the file, `defaults`, are one unknown: their key is that place.
 */
function sharingKeys(context: Context, usage: Usage, inputs: readonly ResolvedInput[]): readonly ResolvedInput[] {
  if (!context.hasDefaults) return inputs;
  return inputs.map((input) => {
    if (input.status !== 'given-range' || !input.key.startsWith(usage.path)) return input;
    const place = context.locate(`${usage.path}.${input.field}`);
    return place ? { ...input, key: `given:${place.file}:${place.line}:${place.column}` } : input;
  });
}

export function opinionsOf(
  context: Context,
  usage: Usage,
  { own, other }: { own: Estimate; other: Estimate },
  locations: readonly ResolvedLocation[],
  volume: ResolvedVolume,
): ResolvedOpinions {
  return {
    own: partsAt(context, usage, own, locations, volume),
    other: partsAt(context, usage, other, locations, volume),
    reference: referenceAccelerator(context),
  };
}
