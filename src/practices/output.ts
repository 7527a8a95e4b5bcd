/** Shorter outputs: tokens of an answer, as a number or as a part of today's. */
import { put, rescale, type Effect } from './change.ts';

export const output: Effect = (part, { inputs, factor }) =>
  factor ? rescale(part, { id: 'output_tokens', mechanism: 'shorter-output', factor }) : put(part, inputs);
