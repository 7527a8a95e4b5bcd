/** Fields of a training run. Part of the table in fields.ts. */
import { notNegative } from './field-parts.ts';

const whole = { bounded: false, minimum: 0, why: notNegative };

// prettier-ignore
export const trainingFields = {
  'training.count': {
    ...whole, name: 'training.count', unit: '1', wanted: 'a number of accelerators', suffixed: '1', ceiling: 1e7,
    plausible: { high: 1e6, than: 'any cluster', slips: [] }, example: '8',
  },
  'training.hours': { ...whole, name: 'training.hours', unit: 'h', wanted: 'a length of time', ceiling: 1e6, example: '36 h' },
  'training.gpu_hours': {
    ...whole, name: 'training.gpu_hours', unit: 'h', suffixed: 'h', wanted: 'accelerator-hours', ceiling: 1e12, example: '1.46M',
  },
  'training.runs': {
    ...whole, name: 'training.runs', unit: '1', suffixed: '1', wanted: 'a number of runs', ceiling: 1e9, example: '4/year',
  },
  'training.power': {
    ...whole, name: 'training.power', unit: 'W', wanted: 'a power of one accelerator', ceiling: 1e5,
    plausible: { high: 3000, than: 'any accelerator', slips: [{ by: 1000, unit: 'mW' }] }, example: '400 W',
  },
  'training.host': {
    name: 'training.host', unit: '1', wanted: 'a plain number (watts of server per watt of accelerator)', bounded: true,
    minimum: 0, ceiling: 1e3, why: notNegative, plausible: { high: 3, than: 'any server', slips: [{ by: 100, unit: '%' }] },
    example: '0.5',
  },
  'training.energy': {
    ...whole, name: 'training.energy', unit: 'kWh', wanted: 'an energy of the whole training', ceiling: 1e15,
    plausible: { high: 1e9, than: 'any training', slips: [{ by: 1000 }] }, example: '1287 MWh',
  },
  'training.ghg': {
    ...whole, name: 'training.ghg', unit: 'kgCO2e', implied: ['kgCO2e/kg'], wanted: 'a mass of CO2e of the whole training',
    ceiling: 1e15, example: '552 t',
  },
  'training.water': { ...whole, name: 'training.water', unit: 'L', wanted: 'a volume of water of the whole training', ceiling: 1e15, example: '700 m3' },
  'training.tokens': {
    ...whole, name: 'training.tokens', unit: 'token', implied: ['token'], suffixed: '1', wanted: 'a number of training tokens',
    ceiling: 1e18, example: '15T',
  },
  'training.parameters': {
    name: 'training.parameters', unit: 'Gparameter', suffixed: 'parameter', wanted: 'a number of parameters (in billions)',
    bounded: false, minimum: 0, above: true, ceiling: 1e6, why: 'a model has parameters',
    plausible: { low: 0.001, high: 20_000, than: 'any model', slips: [{ by: 1e9, unit: 'parameter' }] }, example: '8B',
  },
  'training.share': {
    name: 'training.share', unit: '1', wanted: 'a share', bounded: true, minimum: 0, maximum: 1,
    why: 'this scenario carries between none and all of a training', example: '30 %',
  },
  'training.serves': {
    name: 'training.serves', unit: 'request', implied: ['request'], suffixed: '1', wanted: 'a number of requests', bounded: false,
    minimum: 1, ceiling: 1e18, why: 'a training that serves nobody has no request to carry it', example: '10B requests',
  },
  'training.development': {
    name: 'training.development', unit: '1', wanted: 'a plain number (all runs per the last one)', bounded: false, minimum: 1,
    ceiling: 1000, why: 'the last run is one of them', example: '1.5',
  },
  'training.pue': {
    name: 'training.pue', unit: '1', wanted: 'a plain number', bounded: true, minimum: 1, ceiling: 1e3,
    why: 'PUE divides the energy of the facility by that of its computers, which is a part of it',
    plausible: { high: 3, than: 'any data centre', slips: [{ by: 10 }, { by: 100 }] }, example: '1.2',
  },
} as const;
