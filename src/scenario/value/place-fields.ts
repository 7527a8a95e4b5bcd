/** Fields of the place: the building and its electricity. Part of the table in fields.ts. */
import { equivalent, notNegative } from './field-parts.ts';

// prettier-ignore
export const placeFields = {
  pue: {
    name: 'pue', unit: '1', wanted: 'a plain number', bounded: true, minimum: 1, ceiling: 1e3,
    why: 'PUE divides the energy of the facility by that of its computers, which is a part of it',
    plausible: { high: 3, than: 'any data centre', slips: [{ by: 10 }, { by: 100 }] }, example: '1.2',
  },
  wue: {
    name: 'wue', unit: 'L/kWh', wanted: 'a volume of water per energy of the computers', bounded: false, minimum: 0, ceiling: 1e3,
    why: notNegative, plausible: { high: 10, than: 'any data centre', slips: [{ by: 1000, unit: 'mL/kWh' }] },
    example: '0.4 L/kWh',
  },
  'grid.intensity': {
    name: 'grid.intensity', unit: 'kgCO2e/kWh', wanted: 'a mass of CO2e per energy', implied: [equivalent],
    bounded: false, minimum: 0, ceiling: 1e3, why: 'removing carbon is not a property of a grid; count it apart',
    plausible: { high: 1.5, low: 0.001, than: 'any grid', slips: [{ by: 1000, unit: 'gCO2e/kWh' }, { by: 0.001, unit: 'tCO2e/kWh' }] },
    example: '0.2875 kgCO2e/kWh',
  },
  'grid.water': {
    name: 'grid.water', unit: 'L/kWh', wanted: 'a volume of water per energy', bounded: false, minimum: 0, ceiling: 1e3,
    why: notNegative, plausible: { high: 100, than: 'any grid', slips: [{ by: 1000, unit: 'mL/kWh' }] },
    example: '1.8 L/kWh',
  },
  'grid.adpe': {
    name: 'grid.adpe', unit: 'kgSbeq/kWh', wanted: 'a mass of antimony equivalents per energy',
    implied: ['kgSbeq/kg'], bounded: false, minimum: 0, ceiling: 1e3, why: notNegative,
    plausible: { high: 1e-5, than: 'any grid', slips: [{ by: 1000, unit: 'gSbeq/kWh' }, { by: 1e6, unit: 'mgSbeq/kWh' }] },
    example: '5e-8 kgSbeq/kWh',
  },
  'grid.primary_energy': {
    name: 'grid.primary_energy', unit: 'MJ/kWh', wanted: 'a primary energy per energy', bounded: false, minimum: 0, ceiling: 1e3,
    why: notNegative, plausible: { high: 30, low: 1, than: 'any grid', slips: [{ by: 1000, unit: 'kJ/kWh' }] },
    example: '9.5 MJ/kWh',
  },
} as const;
