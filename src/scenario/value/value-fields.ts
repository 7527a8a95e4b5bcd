/** Fields of the value and of the budget it is held against. Part of the table in fields.ts. */
import { notNegative } from './field-parts.ts';

// prettier-ignore
export const valueFields = {
  'value.alternatives.ghg': {
    name: 'value.alternatives.ghg', unit: 'kgCO2e', wanted: 'a mass of CO2e over the period', bounded: false, minimum: 0, ceiling: 1e18,
    why: notNegative, example: '12 kg/year',
  },
  'value.avoided.amount': {
    name: 'value.avoided.amount', unit: '1', wanted: 'a number of things over the period', suffixed: '1', bounded: false, minimum: 0,
    ceiling: 1e18, why: 'what happens more often than before is not avoided: count it as rebound', example: '12000 km/year',
  },
  'value.avoided.factor': {
    name: 'value.avoided.factor', unit: 'kgCO2e', wanted: 'a mass of CO2e for one of what is avoided', bounded: false, minimum: 0,
    ceiling: 1e12, why: notNegative, example: '1.1 kgCO2e/km',
  },
  'value.economic.benefit': {
    name: 'value.economic.benefit', unit: 'EUR', wanted: 'an amount of money', suffixed: '1', bounded: false, minimum: 0, ceiling: 1e15,
    why: 'a benefit below nothing is a cost', example: '52 kEUR/year',
  },
  'value.economic.cost': {
    name: 'value.economic.cost', unit: 'EUR', wanted: 'an amount of money', suffixed: '1', bounded: false, minimum: 0, ceiling: 1e15,
    why: 'a cost below nothing is a benefit', example: '11 kEUR/year',
  },
  'value.economic.minutes_saved': {
    name: 'value.economic.minutes_saved', unit: 'min', wanted: 'a time for one kept result', implied: ['unit', 'min*unit'],
    bounded: false, minimum: 0, ceiling: 1e6, why: 'time that is lost is a cost',
    plausible: { high: 10_000, than: 'what one result usually saves', slips: [{ by: 60, unit: 's' }] }, example: '3 min per unit',
  },
  'value.economic.hourly_cost': {
    name: 'value.economic.hourly_cost', unit: 'EUR/h', wanted: 'an amount of money for an hour', bounded: false, minimum: 0, ceiling: 1e6,
    why: notNegative, plausible: { high: 1000, than: 'an hour of work', slips: [] }, example: '45 EUR/h',
  },
  'value.economic.rate': {
    name: 'value.economic.rate', unit: '1', wanted: 'a rate of two currencies', bounded: false, minimum: 0, above: true, ceiling: 1e4,
    why: 'one currency is worth something in another', example: '1.15 USD/EUR',
  },
  'value.social.score': {
    name: 'value.social.score', unit: '1', wanted: 'a score from -3 to 3', bounded: true, minimum: -3, maximum: 3,
    why: 'the scale has seven steps, from -3 (harms people) over 0 to 3 (serves them)', example: '1',
  },
  'value.rebound': {
    name: 'value.rebound', unit: '1', wanted: 'a part of the use', bounded: true, minimum: 0, ceiling: 1e3,
    why: 'use that falls is fewer requests', plausible: { high: 20, than: 'any rebound that was measured', slips: [{ by: 100, unit: '%' }] },
    example: '10..30 %',
  },
  'budget.ghg': {
    name: 'budget.ghg', unit: 'kgCO2e', wanted: 'a mass of CO2e over the period', bounded: false, minimum: 0, ceiling: 1e18,
    why: notNegative, example: '500 kgCO2e/year',
  },
  'budget.ghg_per_unit': {
    name: 'budget.ghg_per_unit', unit: 'kgCO2e', wanted: 'a mass of CO2e for one functional unit', implied: ['kgCO2e/kg', 'unit', 'kgCO2e*unit/kg'],
    bounded: false, minimum: 0, ceiling: 1e12, why: notNegative, example: '3 gCO2e',
  },
  'budget.water': {
    name: 'budget.water', unit: 'L', wanted: 'a volume of water over the period', bounded: false, minimum: 0, ceiling: 1e18,
    why: notNegative, example: '20 m3/year',
  },
} as const;
