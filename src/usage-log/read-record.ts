/** Expressions of a reader as functions of one record: the built-in engine. What SQL engines compute, this computes too. */
import { InternalError } from '../errors.ts';
import { joint, type Expression, type Path, type Reader, type TimeUnit } from './types.ts';

export type Json = unknown;

/** A record with the items of the lists that are open: `levels[0]` is the record itself. */
export type Levels = readonly Json[];

const isObject = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function valueAt(levels: Levels, path: Path): Json {
  let level = 0;
  for (const step of path) if (step === '[]') level += 1;
  let value: Json = levels[level];
  for (const step of path.slice(path.lastIndexOf('[]') + 1))
    value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  return value;
}

/** Each row of a record, with the items of the lists that were opened on the way to it. */
export function* openLists(levels: Levels, rows: Path): Generator<Levels> {
  const open = rows.indexOf('[]');
  if (open < 0) {
    yield levels;
    return;
  }
  let list = levels.at(-1);
  for (const step of rows.slice(0, open)) {
    list =
      typeof list === 'object' && list !== null && Object.hasOwn(list, step)
        ? (list as Readonly<Record<string, unknown>>)[step]
        : undefined;
  }
  if (Array.isArray(list))
    for (const item of list as unknown[]) yield* openLists([...levels, item], rows.slice(open + 1));
}

function textOfJson(value: Json): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : null;
}

function attributeIn(list: Json, key: string): Json {
  if (isObject(list)) return Object.hasOwn(list, key) ? list[key] : undefined;
  if (!Array.isArray(list)) return undefined;
  const found: Json = list.find((each: Json) => isObject(each) && each['key'] === key);
  const value = isObject(found) ? found['value'] : undefined;
  return isObject(value) ? (value['stringValue'] ?? value['intValue'] ?? value['doubleValue']) : undefined;
}

const decimal = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;

/** NaN where a text is no number; null where there is none. */
function numberOfJson(value: Json): number | null {
  if (typeof value === 'number') return value;
  const text = textOfJson(value);
  if (text === null) return null;
  return decimal.test(text) ? Number(text) : Number.NaN;
}

const raw = (expression: Expression & { readonly type: 'field' | 'attribute' }, levels: Levels): Json => {
  const value = valueAt(levels, expression.path);
  return expression.type === 'field' ? value : attributeIn(value, expression.key);
};

export function textIn(expression: Expression, levels: Levels): string | null {
  switch (expression.type) {
    case 'field':
    case 'attribute':
      return textOfJson(raw(expression, levels));
    case 'literal':
      return String(expression.value);
    case 'coalesce':
      for (const each of expression.of) {
        const text = textIn(each, levels);
        if (text !== null) return text;
      }
      return null;
    case 'join':
      return expression.of.map((each) => textIn(each, levels) ?? '').join(joint);
    case 'when':
      return textIn(
        (textIn(expression.of, levels) ?? '') === expression.equals ? expression.use : expression.otherwise,
        levels,
      );
    case 'add':
    case 'subtract':
      throw new InternalError('a name is no sum');
    default:
      return expression satisfies never;
  }
}

/** Whether a text is made of a whole number that a double does not hold: two of them may read the same. */
export function isInexact(expression: Expression, levels: Levels): boolean {
  switch (expression.type) {
    case 'field':
    case 'attribute': {
      const value = raw(expression, levels);
      return typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
    }
    case 'coalesce':
    case 'join':
      return expression.of.some((each) => isInexact(each, levels));
    case 'literal':
    case 'when':
    case 'add':
    case 'subtract':
      return false;
    default:
      return expression satisfies never;
  }
}

/** What is looked at on the way to a number. */
export interface Checks {
  /** A field as it is written, NaN where it is no number, before it is added to others. */
  readonly written: (value: number) => void;
  /** A part is more than its whole. */
  readonly partOverWhole: () => void;
}

export function numberIn(expression: Expression, levels: Levels, check: Checks): number | null {
  switch (expression.type) {
    case 'field':
    case 'attribute': {
      const value = numberOfJson(raw(expression, levels));
      if (value !== null) check.written(value);
      return value;
    }
    case 'literal':
      return Number(expression.value);
    case 'coalesce': {
      // Each is looked at: a fault behind the first is a fault of the row.
      const all = expression.of.map((each) => numberIn(each, levels, check));
      return all.find((value) => value !== null) ?? null;
    }
    case 'add':
    case 'subtract': {
      const left = numberIn(expression.left, levels, check);
      const right = numberIn(expression.right, levels, check) ?? 0;
      if (left === null) return null;
      if (expression.type === 'add') return left + right;
      if (right > left) check.partOverWhole();
      return left - right;
    }
    case 'join':
      throw new InternalError('a text is no number');
    case 'when': {
      const [one, other] = [expression.use, expression.otherwise].map((each) => numberIn(each, levels, check));
      return ((textIn(expression.of, levels) ?? '') === expression.equals ? one : other) ?? null;
    }
    default:
      return expression satisfies never;
  }
}

const iso =
  /^\s*(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(?:Z|UTC|([+-])(\d\d)(?::?(\d\d))?)?)?\s*$/i;

const seconds = { s: 1, ms: 1e3, us: 1e6, ns: 1e9 } as const;

/** Days of the civil calendar since 1970-01-01. */
export function daysOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

/** `2026-11-25` of a number of days since 1970-01-01. */
export function dayText(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const place = Math.floor((5 * ofYear + 2) / 153);
  const month = place < 10 ? place + 3 : place - 9;
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = ofYear - Math.floor((153 * place + 2) / 5) + 1;
  return `${String(year + era * 400 + (month <= 2 ? 1 : 0)).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** No log is older or newer: beyond, a unit has slipped. */
const [firstDay, lastDay] = [daysOf(2000, 1, 1), daysOf(2100, 1, 1)];
const plausible = (days: number): number | undefined => (days >= firstDay && days < lastDay ? days : undefined);

/** The day in UTC, in days since 1970-01-01; null where nothing is written, undefined where it is no instant of 2000 to 2099. */
export function utcDay(text: string | null, unit: TimeUnit): number | null | undefined {
  if (text === null) return null;
  if (unit !== 'iso') {
    if (!decimal.test(text)) return undefined;
    return plausible(Math.floor(Number(text) / seconds[unit] / 86_400));
  }
  const found = iso.exec(text);
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const days = daysOf(year, month, day);
  const isReal = dayText(days) === text.trim().slice(0, 10) && hour <= 24 && minute < 60 && second <= 60;
  if (!isReal) return undefined;
  const offset = (found[7] === '-' ? -1 : 1) * (Number(found[8] ?? 0) * 60 + Number(found[9] ?? 0));
  return plausible(days + Math.floor((hour * 60 + minute - offset) / 1440));
}

/** Whether a row has the texts that the reader asks of its rows; the others are none of its own. */
export const isRowOf = ({ only }: Pick<Reader, 'only'>, levels: Levels): boolean =>
  only?.every(({ of, equals }) => (textIn(of, levels) ?? '') === equals) ?? true;
