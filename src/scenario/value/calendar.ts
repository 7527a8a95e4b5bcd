/** The period of a scenario, and how what is counted over it is read. */
import { periods } from '../../assessment.ts';
import type { Period } from '../../assessment.ts';
import { currencies, hoursOver, overPeriod, periodOf } from './convert.ts';
import type { Kind } from './convert.ts';
import { fieldOf, type Field } from './fields.ts';
import { isUnreadable, readNumbers, splitSuffix, type Unreadable } from './number-text.ts';
import { isMap } from './quantity.ts';
import type { Reader } from './quantity-text.ts';

/** Readers of the fields that are counted over the period. */
export interface Calendar {
  readonly period: Period;
  readonly volume: Reader;
  /** Kinds `period`, `unit`, `user`. */
  readonly requests: Reader;
  /** The kind is the currency. */
  readonly spend: Reader;
  readonly hours: Reader;
  /** Any other field that counts over the period. `bare` is what a number without unit lacks, where it lacks something. */
  readonly counted: (field: Field, kinds: readonly Kind[], bare?: Unreadable) => Reader;
  /** Runs of a training. */
  readonly runs: Reader;
  /** Data sent over the network. */
  readonly transfer: Reader;
}

const volumeKinds: readonly Kind[] = [{ kind: 'period', units: ['unit', '1'], overTime: true }];

// "200 per user" is over the period; a unit is delivered at some moment of it.
const requestKinds: readonly Kind[] = [
  { kind: 'period', units: ['request', '1'], overTime: true },
  { kind: 'unit', units: ['request/unit', '1/unit'], overTime: false },
  { kind: 'user', units: ['request/user', '1/user'], overTime: false },
];

const runKinds: readonly Kind[] = [{ kind: 'period', units: ['1'], overTime: true }];

const transferKinds: readonly Kind[] = [{ kind: 'period', units: ['GB'], overTime: true }];

const moneyKinds = currencies.map((currency): Kind => ({ kind: currency, units: [currency], overTime: true }));

/** The unit of a value as written: of its text, or of its block. Undefined when it has no readable unit. */
function writtenUnit(raw: unknown): string | undefined {
  if (typeof raw === 'number') return '';
  if (typeof raw === 'string') {
    const numbers = readNumbers(raw, { suffixed: true });
    return isUnreadable(numbers) ? undefined : numbers.at(-1)?.unit;
  }
  if (!isMap(raw)) return undefined;
  const { unit, value, low } = raw;
  return typeof unit === 'string' ? splitSuffix(unit).unit : writtenUnit(isMap(value) ? undefined : (value ?? low));
}

/**
 * The period as given, else the one that the volume of the functional unit names, else `once` for a volume without a
 * time, else the year.
 */
export function calendarOf(period: unknown, volume: unknown): Calendar {
  const given = periods.find((each) => each === period);
  const unit = given === undefined && volume !== undefined ? writtenUnit(volume) : undefined;
  const chosen = given ?? (unit === undefined ? 'year' : periodOf(unit));
  const isGiven = given !== undefined;
  const key = `${chosen} ${isGiven}`;
  const known = calendars.get(key) ?? calendarOver(chosen, isGiven);
  calendars.set(key, known);
  return known;
}

/** One for each period: what its readers have understood of a unit holds for the next file too. */
const calendars = new Map<string, Calendar>();

function calendarOver(chosen: Period, isGiven: boolean): Calendar {
  const onceBecause = !isGiven
    ? 'the volume of the functional unit names no time, which makes this a job done once'
    : 'the period of this scenario is "once"';
  const context = { onceBecause };
  return {
    period: chosen,
    volume: { field: fieldOf('functional_unit.volume'), convert: overPeriod(volumeKinds, chosen, context) },
    requests: { field: fieldOf('requests'), convert: overPeriod(requestKinds, chosen, context) },
    spend: {
      field: fieldOf('spend.amount'),
      convert: overPeriod(moneyKinds, chosen, {
        ...context,
        bare: { reason: 'an amount of money needs its currency', example: '12 kEUR/year' },
      }),
    },
    hours: { field: fieldOf('fleet.hours'), convert: hoursOver(chosen, onceBecause) },
    counted: (field, kinds, bare) => ({
      field,
      convert: overPeriod(kinds, chosen, { ...context, ...(bare ? { bare } : {}) }),
    }),
    runs: { field: fieldOf('training.runs'), convert: overPeriod(runKinds, chosen, context) },
    transfer: { field: fieldOf('data.transfer'), convert: overPeriod(transferKinds, chosen, context) },
  };
}
