/** Fields of the practices. Part of the table in fields.ts. */
import { perRequest } from './field-parts.ts';

// prettier-ignore
export const practiceFields = {
  'practices.share': {
    name: 'practices.share', unit: '1', wanted: 'a share', bounded: true, minimum: 0, above: true, maximum: 1,
    why: 'a practice reaches some of the requests, and at most all of them', example: '80 %',
  },
  'practices.by': {
    name: 'practices.by', unit: '1', wanted: 'a share', bounded: true, minimum: 0, maximum: 1,
    why: 'it takes away between nothing and all; what grows is no practice', example: '60 %',
  },
  'practices.divide': {
    name: 'practices.divide', unit: '1', wanted: 'a plain number', bounded: false, minimum: 0, above: true, ceiling: 1e6,
    why: 'nothing can be divided by 0, and a negative divisor has no meaning', example: '20',
  },
  'practices.iterations.to': {
    name: 'practices.iterations.to', unit: '1', wanted: 'a number of prompts for one kept result', implied: perRequest,
    bounded: false, minimum: 1, ceiling: 1e6, why: 'a result that is kept took at least one prompt', example: '1.5',
  },
  'practices.model.quality': {
    name: 'practices.model.quality', unit: '1', wanted: 'a plain number (results it gets right, per result of the model of today)',
    bounded: true, minimum: 0, maximum: 1, why: 'a smaller model gets between none and all of the results right', example: '0.95',
  },
  'practices.model.retry': {
    name: 'practices.model.retry', unit: '1', wanted: 'a share', bounded: true, minimum: 0, maximum: 1,
    why: 'between none and all of its answers are asked for again', example: '5 %',
  },
} as const;
