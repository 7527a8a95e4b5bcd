/** Fewer iterations: prompts for a result that is kept, as a number or as a part of today's. */
import { put, rescale, type Effect } from './change.ts';

export const iterations: Effect = (part, { inputs, factor }) =>
  factor ? rescale(part, { id: 'iterations', mechanism: 'fewer-iterations', factor }) : put(part, inputs);
