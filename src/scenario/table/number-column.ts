/** Cells that hold plain numbers, read as fast as a million rows need; anything else goes the careful way. */
import type { Calendar } from '../value/calendar.ts';
import { isRefusal } from '../value/convert.ts';
import type { FieldName } from '../value/fields.ts';
import { canonicalUnit } from '../value/number-text.ts';
import { readerOf } from '../value/quantity.ts';
import { converted, type Reader } from '../value/quantity-text.ts';
import type { Cell } from './rows.ts';

/** Fields that enter the method as the number that they are, and decide nothing else. */
const numberFields = [
  'users', 'iterations', 'turns', 'context_tokens', 'tokens.input', 'tokens.output', 'tokens.reasoning',
  'tokens.cached_input', 'images.count', 'audio.seconds', 'embeddings.tokens', 'measured.energy', 'measured.ghg',
  'measured.water',
] as const satisfies readonly FieldName[]; // prettier-ignore

const plain = /^(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A number as a cell holds it, without sign, unit or range; NaN for anything else. */
export function plainNumber(cell: Cell): number {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string' || cell === '') return Number.NaN;
  if (cell.length < 16) {
    let value = 0;
    let at = 0;
    for (; at < cell.length; at += 1) {
      const digit = cell.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9 || (at === 1 && value === 0)) break;
      value = value * 10 + digit;
    }
    if (at === cell.length) return value;
  }
  return plain.test(cell) ? Number(cell) : Number.NaN;
}

export interface NumberColumn {
  /** The value in the unit of the field, where nothing is to be said about it; else NaN. */
  readonly read: (cell: Cell) => number;
  /** Whether a value is of a suspect size. */
  readonly isSuspect: (value: number) => boolean;
  readonly mayBeZero: boolean;
}

function readerFor(field: string, calendar: Calendar): Reader | undefined {
  if (field === 'requests') return calendar.requests;
  const name = numberFields.find((each) => each === field);
  return name === undefined ? undefined : readerOf(name);
}

/** Undefined for a field that is no such number. */
export function numberColumn(
  { field, unit }: { readonly field: string; readonly unit: string },
  calendar: Calendar,
): NumberColumn | undefined {
  const reader = readerFor(field, calendar);
  if (!reader) return undefined;
  const { convert, field: of } = reader;
  const written = canonicalUnit(unit);
  const conversion = convert(written, false);
  const { minimum = Number.NEGATIVE_INFINITY, maximum, ceiling, above = false, plausible } = of;
  const most = maximum ?? ceiling ?? Number.POSITIVE_INFINITY;
  // Nothing is shared among no requests.
  const mayBeZero = field !== 'requests' && !above && minimum <= 0;
  const least = plausible?.low ?? 0;
  const usual = plausible?.high ?? Number.POSITIVE_INFINITY;
  const isSame = !isRefusal(conversion) && conversion.scale === conversion.divide;
  return {
    mayBeZero,
    isSuspect: (value) => value > usual || (value > 0 && value < least),
    read: (cell) => {
      const number = plainNumber(cell);
      if (Number.isNaN(number) || isRefusal(conversion)) return Number.NaN;
      let value = number;
      if (!isSame) {
        const found = converted({ number, suffix: '', unit: written }, convert);
        value = isRefusal(found) ? Number.NaN : found.value;
      }
      const isIn = value >= minimum && value <= most && (value === 0 ? mayBeZero : value >= 1e-30);
      return isIn && !(above && value <= minimum) ? value : Number.NaN;
    },
  };
}
