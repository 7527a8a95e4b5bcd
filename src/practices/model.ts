/**
 * Right-sized model: weights and precision of another model, deployed anew on as many accelerators as it needs; or, where
 * it has no name, the impact of a prompt divided.
 */
import type { UncertainInput } from '../engine/uncertainty.ts';
import { put, type ChangedPart, type Effect } from './change.ts';

/** The number of accelerators is that of the model of today: another one is deployed anew. */
export const undeployed = <Input extends UncertainInput>(part: ChangedPart<Input>): ChangedPart<Input> => ({
  ...part,
  inputs: part.inputs.filter(({ id }) => id !== 'accelerators'),
});

export const model: Effect = (part, { inputs, factor }) =>
  factor
    ? { mechanisms: ['right-sizing', ...part.mechanisms], inputs: [...part.inputs, factor] }
    : put(undeployed(part), inputs);
