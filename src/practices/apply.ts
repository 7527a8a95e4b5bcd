/** A practice on a usage: the requests that it reaches change, the others stay, and retries come on top. */
import type { UncertainInput } from '../engine/uncertainty.ts';
import type { Change, ChangedPart } from './change.ts';
import { effects } from './effects.ts';

/** The part for so much of its requests; undefined for none. */
function weigh<Input extends UncertainInput>(part: ChangedPart<Input>, weight: number): ChangedPart<Input> | undefined {
  if (weight <= 0) return undefined;
  if (weight === 1) return part;
  const inputs = part.inputs.map((input) => {
    if (input.id !== 'location_share') return input;
    const { low, central, high } = input.range;
    return { ...input, range: { low: low * weight, central: central * weight, high: high * weight } };
  });
  return { ...part, inputs };
}

/**
 * The parts of a usage after a practice. A retry asks the model of today again, so that shares may add up to more than 1:
 * retries add requests.
 * Example a share of 80 % with 5 % retries -> 80 % changed, 20 % as today, 4 % as today on top
 */
export function applyChange<Input extends UncertainInput>(
  parts: readonly ChangedPart<Input>[],
  change: Change<Input>,
): readonly ChangedPart<Input>[] {
  const { practice, share, retry } = change;
  const effect = effects[practice];
  return parts.flatMap((part) =>
    [weigh(effect(part, change), share), weigh(part, 1 - share + share * retry)].filter((each) => each !== undefined),
  );
}
