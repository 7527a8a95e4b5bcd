/** Readers of the fields of `value` and `budget`: amounts over the period or for each unit, factors, rates. */
import type { Calendar } from './calendar.ts';
import { currencies, isRefusal, plainly, type Convert, type Kind, type Refusal } from './convert.ts';
import { fieldOf, type FieldName } from './fields.ts';
import type { Reader } from './quantity-text.ts';
import { dimensions, type Basis, type Dimension } from '../value-types.ts';

/** A kind says what is counted, and over what. */
const kindOf = (what: string, basis: Basis): string => (basis === 'unit' ? `${what} per unit` : what);

/** The reverse of the kind of a reading. */
export function whatOf(kind: string): { readonly what: string; readonly basis: Basis } {
  return kind.endsWith(' per unit')
    ? { what: kind.slice(0, -' per unit'.length), basis: 'unit' }
    : { what: kind, basis: 'period' };
}

/** Something over the period, and the same for each functional unit. */
const both = (what: string, units: readonly string[]): readonly Kind[] => [
  { kind: kindOf(what, 'period'), units, overTime: true },
  { kind: kindOf(what, 'unit'), units: units.map((unit) => `${unit}/unit`), overTime: false },
];

const moneyKinds = currencies.flatMap((currency) => both(currency, [currency]));
const amountKinds = dimensions.flatMap((dimension) => both(dimension, [dimension]));
const ghgKinds = both('kgCO2e', ['kgCO2e', 'kg']);

export const moneyReader = (calendar: Calendar, name: FieldName): Reader => {
  const field = fieldOf(name);
  const bare = { reason: 'an amount of money needs its currency', example: field.example };
  return calendar.counted(field, moneyKinds, bare);
};

/** A bare number counts over the period only where that is a job done once. */
export const amountReader = (calendar: Calendar): Reader => {
  return calendar.counted(fieldOf('value.avoided.amount'), amountKinds);
};

export const ghgReader = (calendar: Calendar, name: FieldName): Reader => {
  const field = fieldOf(name);
  return calendar.counted(field, ghgKinds, { reason: 'a mass needs its unit', example: field.example });
};

/** A limit holds over the period and nothing else. */
export const limitReader = (calendar: Calendar, name: 'budget.ghg' | 'budget.water'): Reader => {
  const field = fieldOf(name);
  const units = name === 'budget.ghg' ? ['kgCO2e', 'kg'] : ['L'];
  const bare = { reason: 'a limit needs its unit', example: field.example };
  return calendar.counted(field, [{ kind: 'period', units, overTime: true }], bare);
};

/** The first of several units that fits; the kind says which. */
function oneOf(options: readonly { readonly kind: string; readonly convert: Convert }[], bare: Refusal): Convert {
  return (written, suffixed) => {
    if (written === '') return bare;
    let refusal: Refusal = bare;
    for (const { kind, convert } of options) {
      const found = convert(written, suffixed);
      if (!isRefusal(found)) return { ...found, kind };
      refusal = found;
    }
    return refusal;
  };
}

/** kgCO2e for a km, a kg, a kWh, a litre, or one thing; the kind is the dimension. */
export const factorReader: Reader = {
  field: fieldOf('value.avoided.factor'),
  convert: oneOf(
    dimensions.map((dimension: Dimension) => {
      const unit = dimension === '1' ? 'kgCO2e' : `kgCO2e/${dimension}`;
      return {
        kind: dimension,
        convert: plainly({ ...fieldOf('value.avoided.factor'), unit, implied: ['kgCO2e/kg'] }),
      };
    }),
    { reason: 'a factor needs its unit', example: '1.1 kgCO2e/km' },
  ),
};

/** Money for an hour; the kind is the currency. */
export const hourlyReader: Reader = {
  field: fieldOf('value.economic.hourly_cost'),
  convert: oneOf(
    currencies.map((currency) => ({
      kind: currency,
      convert: plainly({ ...fieldOf('value.economic.hourly_cost'), unit: `${currency}/h` }),
    })),
    { reason: 'an amount of money needs its currency', example: '45 EUR/h' },
  ),
};

/** One currency per another; the kind is `USD/EUR`. */
export const rateReader: Reader = {
  field: fieldOf('value.economic.rate'),
  convert: oneOf(
    currencies.flatMap((of) =>
      currencies
        .filter((per) => per !== of)
        .map((per) => ({
          kind: `${of}/${per}`,
          convert: plainly({ ...fieldOf('value.economic.rate'), unit: `${of}/${per}` }),
        })),
    ),
    { reason: 'a rate names both currencies', example: '1.15 USD/EUR' },
  ),
};
