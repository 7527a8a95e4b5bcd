/**
 * Right-sized model: weights and precision of another model, deployed anew on as many accelerators as it needs; or, where
 * it has no name, the impact of a prompt divided.
 */
import { put, type Effect } from './change.ts';

export const model: Effect = (part, { inputs, factor }) => {
  if (factor) return { mechanisms: ['right-sizing', ...part.mechanisms], inputs: [...part.inputs, factor] };
  // The number of accelerators was that of the model of today.
  const free = { ...part, inputs: part.inputs.filter(({ id }) => id !== 'accelerators') };
  return put(free, inputs);
};
