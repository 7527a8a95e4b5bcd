/** Fields of data, own machines, growth. Part of the table in fields.ts. */
import { notNegative } from './field-parts.ts';

const amount = { bounded: false, minimum: 0, why: notNegative };

// prettier-ignore
export const dataFields = {
  'data.storage': { ...amount, name: 'data.storage', unit: 'TB', wanted: 'an amount of data', ceiling: 1e9, example: '2 TB' },
  'data.replicas': {
    name: 'data.replicas', unit: '1', wanted: 'a number of copies', bounded: false, minimum: 1, ceiling: 100,
    why: 'what is stored is there once at least', example: '3',
  },
  'data.vectors': { ...amount, name: 'data.vectors', unit: 'GB', wanted: 'an amount of memory', ceiling: 1e9, example: '40 GB' },
  'data.transfer': { ...amount, name: 'data.transfer', unit: 'GB', wanted: 'an amount of data over time', ceiling: 1e15, example: '3 GB/day' },
  'data.device': {
    ...amount, name: 'data.device', unit: 'kWh/request', implied: ['1/request'], wanted: 'an energy of the device for a result',
    ceiling: 1e6, plausible: { high: 0.1, than: 'what a screen takes for one result', slips: [{ by: 1000, unit: 'Wh' }] }, example: '0.1 Wh',
  },
  'fleet.servers': {
    ...amount, name: 'fleet.servers', unit: '1', suffixed: '1', above: true, wanted: 'a number of servers', ceiling: 1e9,
    why: 'accelerators stand in servers', example: '1000',
  },
  'fleet.lifetime': {
    name: 'fleet.lifetime', unit: 'year', wanted: 'a length of time', bounded: false, minimum: 0.1, ceiling: 50,
    why: 'a machine serves for some time', plausible: { high: 12, than: 'the life of a server', slips: [{ by: 12, unit: 'month' }] },
    example: '6 years',
  },
  'fleet.reused': {
    name: 'fleet.reused', unit: '1', wanted: 'a share', bounded: true, minimum: 0, maximum: 1,
    why: 'between none and all of the machines had a life before', example: '40 %',
  },
  growth: {
    name: 'growth', unit: '1', implied: ['year'], wanted: 'a share of change each year', bounded: true, minimum: -1, ceiling: 100,
    why: 'use cannot fall by more than all of it', plausible: { high: 3, low: -1, than: 'any use that lasts', slips: [{ by: 100, unit: '%' }] },
    example: '20 %/year',
  },
  grid_trend: {
    name: 'grid_trend', unit: '1', implied: ['year'], wanted: 'a share of change each year', bounded: true, minimum: -1, ceiling: 1,
    why: 'the intensity of a grid cannot fall by more than all of it', example: '-4 %/year',
  },
  horizon: {
    name: 'horizon', unit: 'year', wanted: 'a number of years', bounded: false, minimum: 1, ceiling: 50,
    why: 'the first year is the scenario as it is', example: '3 years',
  },
} as const;
