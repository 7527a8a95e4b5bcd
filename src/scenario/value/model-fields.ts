/** Fields of a model described in place. Part of the table in fields.ts. */

const parameters = { unit: 'Gparameter', suffixed: 'parameter', bounded: false, minimum: 0, above: true, ceiling: 1e6 };
const parameterSlips = { low: 0.001, high: 20_000, than: 'any model', slips: [{ by: 1e9, unit: 'parameter' }] };

export const bitsWhy = 'a parameter takes more than 0 and at most 64 bits';

// prettier-ignore
export const modelFields = {
  'model.total_parameters': {
    ...parameters, name: 'model.total_parameters', wanted: 'a number of parameters (in billions)',
    why: 'a model has parameters', plausible: parameterSlips, example: '70B',
  },
  'model.active_parameters': {
    ...parameters, name: 'model.active_parameters', wanted: 'a number of parameters (in billions)',
    why: 'a token passes through some parameters', plausible: parameterSlips, example: '17B',
  },
  'model.experts': {
    name: 'model.experts', unit: '1', wanted: 'a number of experts in a layer', bounded: false, minimum: 2, ceiling: 1e4,
    why: 'a mixture has at least two experts', example: '128',
  },
  'model.experts_used': {
    name: 'model.experts_used', unit: '1', wanted: 'a number of experts that a token calls', bounded: false, minimum: 1,
    ceiling: 1e4, why: 'a token calls at least one expert', example: '8',
  },
  'model.cache': {
    name: 'model.cache', unit: 'B/token', implied: ['1/token'], wanted: 'an amount of memory for a token of context', bounded: false,
    minimum: 0, above: true, ceiling: 1e8, why: 'a model that remembers nothing of a token has no context',
    plausible: { low: 1000, high: 1e7, than: 'any model', slips: [{ by: 1000, unit: 'B/token' }] }, example: '131 kB',
  },
  'model.state': {
    name: 'model.state', unit: 'B', wanted: 'an amount of memory for a conversation', bounded: false, minimum: 0, ceiling: 1e12,
    why: 'a negative amount does not exist', plausible: { high: 1e10, than: 'any model', slips: [{ by: 1000, unit: 'kB' }] },
    example: '142 MB',
  },
  'model.bits': {
    name: 'model.bits', unit: 'bit/parameter', wanted: 'a number of bits per parameter',
    implied: ['bit/parameter', '1/parameter'], bounded: true, minimum: 0, above: true, maximum: 64, why: bitsWhy,
    example: '16',
  },
} as const;
