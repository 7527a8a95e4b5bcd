/**
 * Every numeric field of a scenario: its unit, what it must be, what it plausibly is, and how it is written.
 * The one place to look up or to change a unit or a bound.
 */

import { dataFields } from './data-fields.ts';
import { bitsWhy, modelFields } from './model-fields.ts';
import { trainingFields } from './training-fields.ts';
import { workFields } from './work-fields.ts';

/** A prefix or a separator that slipped: the value divided by `by` is what was meant, or the same digits in `unit`. */
interface Slip {
  readonly by: number;
  readonly unit?: string;
}

interface Described {
  readonly name: string;
  /** The unit of a bare number and of the result; `1` for a plain number. */
  readonly unit: string;
  /** What the field is, to follow "this field is". */
  readonly wanted: string;
  /** Factors that may be left out or spelled otherwise: `0.3 Wh` for `Wh/request`, `kg` for `kgCO2e`. */
  readonly implied?: readonly string[];
  /** The suffixes k M G B T multiply a number of this field, which is then counted in this unit. */
  readonly suffixed?: string;
  /** Bounded quantities (shares, ratios) take the arithmetic middle of a range, sizes the geometric mean. */
  readonly bounded: boolean;
  readonly minimum?: number;
  /** The minimum itself is refused. */
  readonly above?: boolean;
  /** Why the bounds are what they are. */
  readonly why: string;
  /** Outside these a value is possible but suspect. `than` follows "above" and "below". */
  readonly plausible?: {
    readonly low?: number;
    readonly high?: number;
    readonly than: string;
    readonly slips: readonly Slip[];
  };
  readonly example: string;
}

/**
 * Every field ends somewhere: at a maximum that `why` explains, or at a ceiling beyond which no such size is meant.
 * Products and quotients of all fields at their ends stay far inside the numbers that a computer holds.
 */
export type Field = Described &
  (
    | { readonly maximum: number; readonly ceiling?: undefined }
    | { readonly ceiling: number; readonly maximum?: undefined }
  );

const perRequest = ['1/request'];
const tokens = {
  unit: 'token/request',
  implied: ['token/request', '1/request', 'token'],
  suffixed: '1',
  bounded: false,
  minimum: 0,
  ceiling: 1e9,
};
const tokenSlips = { high: 10e6, than: 'the context of any model', slips: [] };
const equivalent = 'kgCO2e/kg';

const notNegative = 'a negative amount does not exist';

/** Named by their place in a usage, or at the top of the scenario; packed, so that it can be read as a table. */
// prettier-ignore
export const fields = {
  'functional_unit.volume': {
    name: 'functional_unit.volume', unit: 'unit', wanted: 'a number of functional units', suffixed: '1',
    bounded: false, minimum: 0, ceiling: 1e18, why: notNegative, example: '300k/year',
  },
  carbon_price: {
    name: 'carbon_price', unit: 'EUR/kgCO2e', wanted: 'a price of a mass of CO2e', bounded: false, minimum: 0, ceiling: 1e6,
    why: 'a price below nothing would reward emissions',
    plausible: { high: 20, than: 'any published price of carbon', slips: [{ by: 1000 }] }, example: '200 EUR/t',
  },
  requests: {
    name: 'requests', unit: 'request', wanted: 'a number of requests', suffixed: '1', bounded: false, minimum: 0, ceiling: 1e18,
    why: notNegative, example: '15M/year',
  },
  users: {
    name: 'users', unit: 'user', wanted: 'a number of users', implied: ['user'], suffixed: '1', bounded: false,
    minimum: 0, ceiling: 1e18, why: notNegative, plausible: { high: 8.5e9, than: 'the population of the world', slips: [] },
    example: '1.8M',
  },
  iterations: {
    name: 'iterations', unit: '1', wanted: 'a number of prompts for one kept result', implied: perRequest,
    bounded: false, minimum: 1, ceiling: 1e6, why: 'a result that is kept took at least one prompt',
    plausible: { high: 1000, than: 'what one result usually takes', slips: [] }, example: '4',
  },
  'tokens.input': {
    ...tokens, name: 'tokens.input', wanted: 'a number of tokens per request', why: notNegative,
    plausible: tokenSlips, example: '900',
  },
  'tokens.output': {
    ...tokens, name: 'tokens.output', wanted: 'a number of tokens per request', why: notNegative,
    plausible: tokenSlips, example: '600',
  },
  'tokens.reasoning': {
    ...tokens, name: 'tokens.reasoning', wanted: 'a number of tokens per request', why: notNegative,
    plausible: tokenSlips, example: '1500',
  },
  'tokens.cached_input': {
    ...tokens, name: 'tokens.cached_input', wanted: 'a number of tokens per request', why: notNegative,
    plausible: tokenSlips, example: '400',
  },
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
  'measured.energy': {
    name: 'measured.energy', unit: 'kWh/request', wanted: 'an energy per request', implied: perRequest,
    bounded: false, minimum: 0, ceiling: 1e12, why: notNegative,
    plausible: { high: 0.1, than: 'any chat prompt', slips: [{ by: 1000, unit: 'Wh' }, { by: 1e6, unit: 'mWh' }] },
    example: '0.3 Wh',
  },
  'measured.ghg': {
    name: 'measured.ghg', unit: 'kgCO2e/request', wanted: 'a mass of CO2e per request',
    implied: [...perRequest, equivalent, `${equivalent}/request`], bounded: false, minimum: 0, ceiling: 1e12, why: notNegative,
    example: '1.14 gCO2e',
  },
  'measured.water': {
    name: 'measured.water', unit: 'L/request', wanted: 'a volume of water per request', implied: perRequest,
    bounded: false, minimum: 0, ceiling: 1e12, why: notNegative,
    plausible: { high: 10, than: 'any chat prompt', slips: [{ by: 1000, unit: 'mL' }] }, example: '16.7 mL',
  },
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
  'spend.amount': {
    name: 'spend.amount', unit: 'EUR', wanted: 'an amount of money', suffixed: '1', bounded: false, minimum: 0, ceiling: 1e15,
    why: 'money that comes in is not a spend', example: '12 kEUR/year',
  },
  ...modelFields,
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
  share: {
    name: 'share', unit: '1', wanted: 'a share', bounded: true, minimum: 0, maximum: 1,
    why: 'a place serves between none and all of the requests', example: '37 %',
  },
  ...workFields,
  ...trainingFields,
  ...dataFields,
} as const satisfies Readonly<Record<string, Field>>;

export type FieldName = keyof typeof fields;

/** A field by name, without the literal types of the table. */
export function fieldOf(name: FieldName): Field {
  return fields[name];
}
