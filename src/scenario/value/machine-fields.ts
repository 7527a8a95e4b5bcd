/** Fields of machines: how a model is served, and a fleet from the top down. Part of the table in fields.ts. */
import { notNegative, perRequest } from './field-parts.ts';
import { bitsWhy } from './model-fields.ts';

// prettier-ignore
export const machineFields = {
  'serving.accelerators': {
    name: 'serving.accelerators', unit: '1', wanted: 'a number of accelerators', bounded: false, minimum: 1, ceiling: 1e6,
    why: 'a deployment runs on at least one accelerator',
    plausible: { high: 1024, than: 'one copy of any model', slips: [] }, example: '8',
  },
  'serving.batch': {
    name: 'serving.batch', unit: '1', wanted: 'a number of requests served at a time', implied: perRequest,
    bounded: false, minimum: 1, ceiling: 1e6, why: 'a batch holds at least one request',
    plausible: { high: 8192, than: 'any deployment', slips: [] }, example: '64',
  },
  'serving.bits': {
    name: 'serving.bits', unit: 'bit/parameter', wanted: 'a number of bits per parameter',
    implied: ['bit/parameter', '1/parameter'], bounded: true, minimum: 0, above: true, maximum: 64, why: bitsWhy,
    example: '8',
  },
  'serving.idle': {
    name: 'serving.idle', unit: '1', wanted: 'a plain number (idle energy over active energy)', bounded: true,
    minimum: 0, ceiling: 1e3, why: notNegative,
    plausible: { high: 10, than: 'any deployment in use', slips: [{ by: 100, unit: '%' }] }, example: '0.12',
  },
  'serving.host': {
    name: 'serving.host', unit: '1', wanted: 'a plain number (watts of server per watt of accelerator)',
    bounded: true, minimum: 0, ceiling: 1e3, why: notNegative,
    plausible: { high: 3, than: 'any server', slips: [{ by: 100, unit: '%' }] }, example: '0.3',
  },
  'fleet.count': {
    name: 'fleet.count', unit: '1', wanted: 'a number of accelerators', suffixed: '1', bounded: false, minimum: 0, ceiling: 1e9,
    why: notNegative, plausible: { high: 1e7, than: 'any fleet', slips: [] }, example: '5000',
  },
  'fleet.utilisation': {
    name: 'fleet.utilisation', unit: '1', wanted: 'a share', bounded: true, minimum: 0, maximum: 1,
    why: 'an accelerator is busy between none and all of the time', example: '60 %',
  },
  'fleet.hours': {
    name: 'fleet.hours', unit: 'h', wanted: 'a time', bounded: false, minimum: 0, ceiling: 1e6, why: notNegative,
    example: '8760 h/year',
  },
  'fleet.share': {
    name: 'fleet.share', unit: '1', wanted: 'a share', bounded: true, minimum: 0, maximum: 1,
    why: 'a usage takes between none and all of a fleet', example: '30 %',
  },
} as const;
