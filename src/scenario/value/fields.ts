/**
 * Every numeric field of a scenario: its unit, what it must be, what it plausibly is, and how it is written.
 * The one place to look up or to change a unit or a bound.
 */

import { dataFields } from './data-fields.ts';
import { equivalent, notNegative, perRequest } from './field-parts.ts';
import { machineFields } from './machine-fields.ts';
import { modelFields } from './model-fields.ts';
import { placeFields } from './place-fields.ts';
import { practiceFields } from './practice-fields.ts';
import { trainingFields } from './training-fields.ts';
import { valueFields } from './value-fields.ts';
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

const tokens = {
  unit: 'token/request',
  implied: ['token/request', '1/request', 'token'],
  suffixed: '1',
  bounded: false,
  minimum: 0,
  ceiling: 1e9,
};
const tokenSlips = { high: 10e6, than: 'the context of any model', slips: [] };

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
  ...placeFields,
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
  ...machineFields,
  'spend.amount': {
    name: 'spend.amount', unit: 'EUR', wanted: 'an amount of money', suffixed: '1', bounded: false, minimum: 0, ceiling: 1e15,
    why: 'money that comes in is not a spend', example: '12 kEUR/year',
  },
  ...modelFields,
  ...practiceFields,
  ...valueFields,
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
