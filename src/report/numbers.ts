/** Figures for people: two or three digits, the prefix that reads best, the interval in the unit of its centre. */
import { messages, type Lang } from '../messages/index.ts';
import { parseUnit, type Range } from '../units.ts';
import { finite, toDigits } from './round.ts';
import { scaleFor } from './scales.ts';

/** A figure in its three parts, for columns. */
export interface Figure {
  readonly number: string;
  /** Empty where the figure has no unit. */
  readonly unit: string;
  /** `[330 - 1 900]`; empty where the figure is exact, or exact to the digits printed. */
  readonly interval: string;
}

export interface FigureOptions {
  readonly lang: Lang;
  /**
   * `result` rounds to what an estimate can claim: 2 digits below 100, 3 above, bounds 2; of an exact figure 3, without
   * zeros at the end. `input` shows a value as it went in: 4 digits, whole numbers in full.
   */
  readonly as?: 'result' | 'input';
  /** Unit to print in, instead of the one that reads best: a part is printed in the unit of its whole. */
  readonly like?: { readonly magnitude: number };
  /** Words of the unit: those of the language, or those that formulas are written in. */
  readonly unitWords?: 'method';
}

const decimalMark: Readonly<Record<Lang, string>> = { en: '.', fr: ',' };

/**
 * A rounded number in plain digits: thousands parted by a space in every language, so that output is the same bytes on
 * every terminal. Not through Intl, whose first use costs a quarter of the start-up: docs/decisions/0005; a test holds
 * the two together.
 */
function write(value: number, digits: number, lang: Lang, zeros: boolean): string {
  const rounded = toDigits(finite(value, 'a figure'), digits);
  if (rounded === 0) return '0';
  const size = Math.abs(rounded);
  const written = zeros || (size >= 1e-15 && size < 1e15) ? size.toExponential(digits - 1) : size.toExponential();
  const [mantissa = '', power = ''] = written.split('e');
  const sign = rounded < 0 ? '-' : '';
  if (size < 1e-15 || size >= 1e15) {
    return `${sign}${mantissa.replace('.', decimalMark[lang])}e${power.replace('+', '')}`;
  }
  const exponent = Number(power);
  const all = mantissa.replace('.', '');
  const significant = zeros ? all : all.replace(/0+$/, '');
  const whole = exponent < 0 ? '0' : significant.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = exponent < 0 ? '0'.repeat(-exponent - 1) + significant : significant.slice(exponent + 1);
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ' ');
  return sign + grouped + (fraction === '' ? '' : decimalMark[lang] + fraction);
}

const resultDigits = (value: number, isExact: boolean): number =>
  isExact || Math.abs(toDigits(value, 2)) >= 100 ? 3 : 2;

function inputDigits(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < 1e9 ? 9 : 4;
}

function interval(range: Range, shown: number, options: FigureOptions): string {
  const { lang, as = 'result' } = options;
  const dash = range.low < 0 ? messages(lang).to : '-';
  const between = (low: string, high: string): string => `[${low} ${dash} ${high}]`;
  if (as === 'input') {
    const low = write(range.low, inputDigits(range.low), lang, false);
    const high = write(range.high, inputDigits(range.high), lang, false);
    return low === high ? '' : between(low, high);
  }
  // A narrow interval needs more digits to hold its centre; one narrower than four digits is not printed.
  for (const digits of [2, 3, 4]) {
    const low = toDigits(range.low, digits);
    const high = toDigits(range.high, digits);
    if (low < high && low <= shown && shown <= high) {
      return between(write(range.low, digits, lang, true), write(range.high, digits, lang, true));
    }
  }
  return '';
}

/**
 * A range in parts. Null is unknown and has no parts: the caller prints the word.
 * Errors: InternalError on NaN and infinities.
 * Example figure({ low: 330, central: 812, high: 1900 }, 'kgCO2e', { lang: 'en' }) -> 812, kgCO2e, [330 - 1 900]
 */
export function figure(range: Range, unit: string, options: FigureOptions): Figure {
  const { lang, as = 'result' } = options;
  for (const bound of [range.low, range.central, range.high]) finite(bound, 'a figure');
  const largest = Math.max(Math.abs(range.low), Math.abs(range.high));
  const magnitude = options.like?.magnitude ?? (range.central === 0 ? largest : range.central);
  const scaled = scaleFor(magnitude, unit);
  const at = (value: number): number => value * scaled.factor;
  const mine: Range = { low: at(range.low), central: at(range.central), high: at(range.high) };
  // Sums of exact values differ in their last bits.
  const isExact = range.high - range.low <= 1e-12 * largest;
  const digits = as === 'input' ? inputDigits(mine.central) : resultDigits(mine.central, isExact);
  return {
    // An exact figure claims no digit that it does not have.
    number: write(mine.central, digits, lang, as === 'result' && !isExact),
    unit: scaled.unit === '1' ? '' : options.unitWords ? scaled.unit : messages(lang).unit(scaled.unit),
    interval: isExact ? '' : interval(mine, toDigits(mine.central, digits), options),
  };
}

/** `812 kgCO2e [330 - 1 900]`; the word for unknown when there is no value. */
export function formatRange(range: Range | null, unit: string, options: FigureOptions): string {
  if (range === null) return messages(options.lang).unknown;
  const parts = figure(range, unit, options);
  return [parts.number, parts.unit, parts.interval].filter((part) => part !== '').join(' ');
}

/** `812 kgCO2e`: only where the interval stands beside it. */
export function formatCentral(range: Range | null, unit: string, options: FigureOptions): string {
  if (range === null) return messages(options.lang).unknown;
  const parts = figure(range, unit, options);
  return [parts.number, parts.unit].filter((part) => part !== '').join(' ');
}

/**
 * A number of things: whole and in full below a thousand million, then in words (`621 billion`).
 * A count that is a range is an estimate, and printed like one.
 */
export function formatCount(range: Range | null, lang: Lang): string {
  if (range === null) return messages(lang).unknown;
  return inWords(range, 1e9, { lang, as: range.low === range.high ? 'input' : 'result' });
}

/** An estimate of how many: `297 million [170 - 570]`. */
export function formatAmount(range: Range, lang: Lang): string {
  return inWords(range, 1e6, { lang });
}

/** With the word for its size from `smallest` on; in full below it, and where there is no word. */
function inWords(range: Range, smallest: number, options: FigureOptions): string {
  const { large } = messages(options.lang);
  const size = Math.abs(toDigits(range.central, 3));
  const [scale, word] =
    size < smallest || size >= 1e15
      ? [1, null]
      : size >= 1e12
        ? [1e12, large.trillion]
        : size >= 1e9
          ? [1e9, large.billion]
          : [1e6, large.million];
  const scaled: Range = { low: range.low / scale, central: range.central / scale, high: range.high / scale };
  return formatRange(scaled, word === null ? '1' : word(toDigits(scaled.central, 2)), options);
}

/** A whole number of rows, inputs, usages. */
export function formatInteger(value: number, lang: Lang): string {
  return write(value, 15, lang, false);
}

/** `41 %`; `<1 %` for what is small and not nothing. */
export function formatShare(share: number, lang: Lang): string {
  const percent = finite(share, 'a share') * 100;
  if (percent > 0 && percent < 1) return '<1 %';
  return `${write(Math.round(percent), 15, lang, false)} %`;
}

/** `x0.70` */
export function formatRatio(ratio: number, lang: Lang): string {
  return `x${write(ratio, resultDigits(ratio, false), lang, true)}`;
}

/** After over before as a change: `-88 % [-91 to -80]`, `+140 %`; in times from ten on: `x14 [6.0 - 30]`. */
export function formatChange({ low, central, high }: Range, lang: Lang): string {
  if (central >= 10) return formatTimes({ low, central, high }, lang);
  const percent = (factor: number): string => {
    const change = (finite(factor, 'a change') - 1) * 100;
    // What is nearly all gone is not all gone.
    const shown = change < -99 ? Math.round(change * 10) / 10 : Math.round(change);
    return `${shown > 0 ? '+' : ''}${write(shown, 15, lang, false)}`;
  };
  const [from, to] = [percent(low), percent(high)];
  const ends = from === to ? '' : ` [${from} ${messages(lang).to} ${to}]`;
  return `${percent(central)} %${ends}`;
}

/** `x14 [6.0 - 30]` */
export function formatTimes(range: Range, lang: Lang): string {
  return `x${formatRange(range, '1', { lang })}`;
}

/** Before over after: `/43 [18 - 90]`. */
export function formatDivisor(range: Range, lang: Lang, intervals: boolean): string {
  const print = intervals ? formatRange : formatCentral;
  return `/${print(range, '1', { lang })}`;
}

/** A price of emissions per tonne, as it is quoted: `200 EUR/t`. Any other unit is printed as it comes. */
export function formatCarbonPrice(price: Range, unit: string, lang: Lang, intervals: boolean): string {
  const [currency = ''] = unit.split('/');
  const from = parseUnit(unit);
  const perTonne = parseUnit(`${currency}/tCO2e`);
  const print = intervals ? formatRange : formatCentral;
  if (!from || !perTonne || !unit.includes('CO2e')) return print(price, unit, { lang, as: 'input' });
  const factor = from.scale / perTonne.scale;
  const quoted = (value: number): number => toDigits(value * factor, 12);
  const range: Range = { low: quoted(price.low), central: quoted(price.central), high: quoted(price.high) };
  return print(range, `${currency}/t`, { lang, as: 'input' });
}
