/** The unit that a value is written in -> the unit of its field, or a refusal that says what is wrong with it. */
import type { Period } from '../../assessment.ts';
import { describeDimensions, multiply, nearestUnit, parseUnit, sameDimensions } from '../../units.ts';
import type { Unit } from '../../units.ts';
import type { Field } from './fields.ts';
import type { Unreadable } from './number-text.ts';

/** `number * scale / divide` is the value in the unit of the field. Kept apart so that 0.3 Wh is exactly 0.0003 kWh. */
export interface Conversion {
  readonly scale: number;
  readonly divide: number;
  /** Which of several readings it was: `per user`, `USD`. Both ends of a range must agree. */
  readonly kind: string;
}

export type Refusal =
  | Unreadable
  | { readonly unknownUnit: string; readonly nearest: string | undefined }
  | { readonly dimensionOf: string; readonly measures: string };

export function isRefusal<T extends object>(result: T | Refusal): result is Refusal {
  return 'reason' in result || 'unknownUnit' in result || 'dimensionOf' in result;
}

/** What a field does with a unit as written, empty when none is. `suffixed` says that k, M, G, B or T came before it. */
export type Convert = (unit: string, suffixed: boolean) => Conversion | Refusal;

export const secondsOf: Readonly<Record<Exclude<Period, 'once'>, number>> = {
  year: 365 * 86_400,
  month: (365 / 12) * 86_400,
  week: 7 * 86_400,
  day: 86_400,
};

const unitless: Unit = { dimensions: {}, scale: 1 };

function unitNamed(text: string): Unit {
  return parseUnit(text) ?? unitless;
}

/** The unit as written, or why it is none. */
function understand(written: string): { readonly unit: Unit } | Refusal {
  const text = written.startsWith('/') ? `1${written}` : written;
  const alone = /(?:^|[/*])([A-Za-zµ]*CO2)(?=$|[/*])/.exec(text)?.[1];
  if (alone !== undefined) {
    const meant = `${alone}e`;
    return {
      reason: `${alone} counts carbon dioxide alone; write ${meant} if the figure covers all greenhouse gases`,
      instead: { of: alone, write: meant },
    };
  }
  const unit = parseUnit(text);
  if (unit) return { unit };
  const part = written.split(/[/*]/).find((each) => each !== '' && !parseUnit(each)) ?? written;
  return { unknownUnit: part, nearest: nearestUnit(part) };
}

function otherDimension(written: string, unit: Unit): Refusal {
  const measures = describeDimensions(unit);
  return { dimensionOf: written, measures: measures === '1' ? 'nothing (it is a plain number)' : measures };
}

/** A file says the same unit thousands of times: each is understood once. */
function remembering(convert: Convert): Convert {
  const known = new Map<string, Conversion | Refusal>();
  return (unit, suffixed) => {
    const key = suffixed ? `+${unit}` : unit;
    const answer = known.get(key) ?? convert(unit, suffixed);
    known.set(key, answer);
    return answer;
  };
}

/** A field with one unit; the factors in `implied` may be left out or spelled otherwise. */
export function plainly(field: Field): Convert {
  let units: { readonly expected: Unit; readonly candidates: readonly Unit[] } | undefined;
  return remembering((written, suffixed) => {
    // Read at the first value of the field: few fields of the format stand in one file.
    units ??= {
      expected: unitNamed(field.unit),
      candidates: [unitless, ...(field.implied ?? []).map(unitNamed)],
    };
    const { expected, candidates } = units;
    if (written === '') {
      const base =
        suffixed && field.suffixed !== undefined && field.suffixed !== '1' ? unitNamed(field.suffixed) : expected;
      return { scale: base.scale, divide: expected.scale, kind: '' };
    }
    const understood = understand(written);
    if (isRefusal(understood)) return understood;
    for (const candidate of candidates) {
      const unit = multiply(understood.unit, candidate);
      if (sameDimensions(unit, expected)) return { scale: unit.scale, divide: expected.scale, kind: '' };
    }
    return otherDimension(written, understood.unit);
  });
}

/** One way of reading a counted thing. A bare number is read as the kind whose units hold `1`. */
export interface Kind {
  readonly kind: string;
  readonly units: readonly string[];
  /** Whether it counts over time, and so must name one unless the period is `once`. */
  readonly overTime: boolean;
}

/**
 * A field that counts over the period: requests, volumes, money. A rate is brought to the period of the scenario.
 * Refuses a rate where the period is `once`, and a count without a time where it is not.
 */
export function overPeriod(
  kinds: readonly Kind[],
  period: Period,
  { bare, onceBecause }: { readonly bare?: Unreadable; readonly onceBecause: string },
): Convert {
  return remembering((written) => {
    if (written === '' && bare) return bare;
    const understood: { readonly unit: Unit } | Refusal = written === '' ? { unit: unitless } : understand(written);
    if (isRefusal(understood)) return understood;
    const { unit } = understood;
    const isRate = (unit.dimensions['time'] ?? 0) === -1;
    const counted = isRate ? multiply(unit, { dimensions: { time: 1 }, scale: 1 }) : unit;
    const match = kinds
      .flatMap(({ units, ...kind }) => units.map((name) => ({ ...kind, expected: unitNamed(name) })))
      .find(({ expected }) => sameDimensions(counted, expected));
    if (!match) return otherDimension(written, unit);
    const { kind, overTime, expected } = match;
    if (period === 'once') {
      if (isRate)
        return {
          reason: `${onceBecause}, so this is a count, not a rate`,
          example: 'a count, or give the scenario a period such as "period: year"',
        };
      return { scale: counted.scale, divide: expected.scale, kind };
    }
    if (!isRate && overTime) {
      return {
        reason: `the scenario counts by the ${period}, and this names no time (a job done one time says "period: once")`,
        append: `/${period}`,
      };
    }
    return { scale: counted.scale * (isRate ? secondsOf[period] : 1), divide: expected.scale, kind };
  });
}

/** Hours over the period: `8760`, `36 h`, or a part of the time such as `8 h/day`. */
export function hoursOver(period: Period, onceBecause: string): Convert {
  return (written) => {
    if (written === '') return { scale: 1, divide: 1, kind: '' };
    const understood = understand(written);
    if (isRefusal(understood)) return understood;
    const { unit } = understood;
    if (sameDimensions(unit, unitNamed('h'))) return { scale: unit.scale, divide: 3600, kind: '' };
    // "kWh/Wh" is a plain number too, and no time.
    const isTime = (part: string): boolean => sameDimensions(parseUnit(part) ?? unitless, unitNamed('h'));
    if (!/^[^/]+\/[^/]+$/.test(written) || !written.split('/').every(isTime)) return otherDimension(written, unit);
    if (period === 'once')
      return { reason: `${onceBecause}, so this is a number of hours, not a rate`, example: '36 h' };
    return { scale: unit.scale * secondsOf[period], divide: 3600, kind: '' };
  };
}

export const currencies = ['EUR', 'USD', 'CAD', 'GBP'] as const;

/** A price of emissions; the kind is the currency. */
export function priced(written: string): Conversion | Refusal {
  if (written === '') return { reason: 'a price needs its currency and its mass', example: '200 EUR/t' };
  const understood = understand(written);
  if (isRefusal(understood)) return understood;
  for (const currency of currencies) {
    for (const mass of ['kgCO2e', 'kg']) {
      const expected = unitNamed(`${currency}/${mass}`);
      if (sameDimensions(understood.unit, expected))
        return { scale: understood.unit.scale, divide: expected.scale, kind: currency };
    }
  }
  return otherDimension(written, understood.unit);
}

/**
 * The period that a volume suggests: `300k/month` counts by the month, `40/hour` by the year, `300k` is done once.
 * A unit that cannot be read suggests nothing, and is reported where the volume is read.
 */
export function periodOf(written: string): Period {
  const understood = written === '' ? undefined : understand(written);
  if (understood && isRefusal(understood)) return 'year';
  if (understood?.unit.dimensions['time'] !== -1) return 'once';
  const seconds = unitNamed(written.split('/').at(-1) ?? '').scale;
  for (const period of ['year', 'month', 'week', 'day'] as const) {
    if (Math.abs(seconds / secondsOf[period] - 1) < 1e-9) return period;
  }
  return 'year';
}
