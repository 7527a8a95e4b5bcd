/** Text such as `0.02 to 0.05 kgCO2e/kWh` -> numbers with the unit as written; refuses what two readers could read differently. */

/** A number as written: `15M/year` is 15, suffix M, unit `/year`. */
export interface Written {
  readonly number: number;
  readonly suffix: string;
  /** Canonical spelling; empty when none is given. */
  readonly unit: string;
}

/** Why a text cannot be read, and how the same thing would be written. */
export interface Unreadable {
  readonly reason: string;
  readonly example?: string;
  /** What to write in place of what, where the rest of the text is right. */
  readonly instead?: { readonly of: string; readonly write: string };
  /** What to add at the end, where all that is written is right. */
  readonly append?: string;
}

export function isUnreadable<T extends object>(result: T | Unreadable): result is Unreadable {
  return 'reason' in result;
}

/** One blank for several: a pattern that begins with any number of them tries each, and a hundred thousand take half a minute. */
const oneBlank = (text: string): string => text.replace(/\s+/g, ' ');

/** Unit text in the spelling of units.ts: `kg CO₂ eq / kWh` -> `kgCO2eq/kWh`, `per user a day` -> `/user/day`. */
export function canonicalUnit(text: string): string {
  if (/^[A-Za-z0-9%/]*$/.test(text)) return text;
  return oneBlank(text)
    .replace(/₂/g, '2')
    .replace(/³/g, '3')
    .replace(/\u03bc/g, 'µ')
    .replace(/(?:^|\s)(?:per|an?)\s+(?=\S)/g, '/')
    .replace(/\s*([/*])\s*/g, '$1')
    .replace(/([gt])\s+(CO2|Sb)/g, '$1$2')
    .replace(/(CO2|Sb)[\s-]+(e|eq)\b/g, '$1$2')
    .trim();
}

/** `k` of `300k`, and the rest. A letter counts as a suffix only alone: `kWh` has none. */
export function splitSuffix(rest: string): { suffix: string; unit: string } {
  const match = /^\s*([kMGBT])(?=$|\s|\/)(.*)$/s.exec(rest);
  return { suffix: match?.[1] ?? '', unit: canonicalUnit(match ? (match[2] ?? '') : rest) };
}

const numberAtStart = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/;

const bigWords: readonly (readonly [RegExp, string, string])[] = [
  [/^\s*(?:K|thousand)(?![A-Za-z])/, 'k', 'thousand'],
  [/^\s*(?:m|mn|mio|million)(?![A-Za-z])/, 'M', 'million'],
  [/^\s*(?:b|bn|billion)(?![A-Za-z])/, 'B', 'billion'],
  [/^\s*(?:trillion)(?![A-Za-z])/, 'T', 'trillion'],
];

/** The usual ways of writing a number that mean two things, or none. */
function trapAfterNumber(number: string, rest: string): Unreadable | undefined {
  const whole = number + rest;
  if (/^,\d/.test(rest)) {
    return {
      reason: 'a comma inside a number separates thousands for some readers and decimals for others',
      example: /^\d{1,3}(?:,\d{3})+(?!\d)/.test(whole)
        ? `${whole.replace(/,(?=\d{3})/g, '')} (thousands) or ${whole.replace(/,(?=\d)/, '.')} (decimals)`
        : whole.replace(',', '.'),
    };
  }
  if (/^[ '’_]\d/.test(rest)) {
    return {
      reason: 'the digits of a number stand together, without separators',
      example: whole.replace(/(\d)[ '’_](?=\d)/g, '$1'),
    };
  }
  if (/^:\d/.test(rest))
    return {
      reason: 'a ":" inside a number is read as base 60 by some and as a time by others',
      example: 'a number with a unit, as in 1.5 h',
    };
  if (/^\s*[-–—]\s*\.?\d/.test(rest)) {
    return { reason: '"-" could be a minus sign or a range', example: whole.replace(/\s*[-–—]\s*(?=\.?\d)/, ' to ') };
  }
  if (/^\s*(?:±|\+\/?-)/.test(rest)) return { reason: 'a range is given by its two ends', example: '4 to 6' };
  if (/^\.\d/.test(rest)) return { reason: 'it has two decimal points' };
  if (/^\s*[/*^]\s*\d/.test(rest)) return { reason: 'arithmetic is not done in a value; write its result' };
  if (/^[+-]?0\d/.test(number))
    return { reason: 'a number does not start with 0', example: whole.replace(/^([+-]?)0+(?=\d)/, '$1') };
  if (/^[+-]?0$/.test(number) && /^[xob][0-9a-f]/i.test(rest)) return { reason: 'numbers are written in base 10' };
  return undefined;
}

function readOne(text: string, suffixed: boolean): Written | Unreadable {
  const found = numberAtStart.exec(text)?.[0];
  if (found === undefined) {
    if (text === '') return { reason: 'a number is missing' };
    if (/^[~≈<>≤≥]/.test(text))
      return { reason: 'a sign such as ~ or < says that there is a range, not which one', example: '4 to 6' };
    if (/^[$€£]\s*\d/.test(text)) return { reason: 'the currency comes after the number', example: '12 USD/year' };
    return { reason: 'a value starts with a number, or is "unknown"' };
  }
  const rest = text.slice(found.length);
  const trap = trapAfterNumber(found, rest);
  if (trap) return trap;
  const number = Number(found);
  if (!suffixed) return { number, suffix: '', unit: canonicalUnit(rest) };
  for (const [pattern, suffix, word] of bigWords) {
    if (pattern.test(rest))
      return {
        reason: `the suffix for ${word} is ${suffix}`,
        example: found + rest.replace(pattern, suffix),
      };
  }
  return { number, ...splitSuffix(rest) };
}

/** The number and the unit of a text, or the two ends of a range. */
export function readNumbers(
  written: string,
  { suffixed }: { readonly suffixed: boolean },
): readonly Written[] | Unreadable {
  // Non-breaking and thin spaces and the typographic minus come along with copied text.
  const text = oneBlank(written.replace(/[\u00a0\u2007-\u200a\u202f]/g, ' '))
    .replace(/\u2212/g, '-')
    .trim();
  const parts = text.split(/\s+to\s+|\s*(?:\.{2,3}|…)\s*/);
  if (parts.length > 2) return { reason: 'a range has two ends', example: '4 to 6' };
  const read: Written[] = [];
  for (const part of parts) {
    const one = readOne(part, suffixed);
    if (isUnreadable(one)) return one;
    read.push(one);
  }
  const [low, high] = read;
  if (!low || !high) return read;
  if (high.unit === '' && low.unit !== '')
    return { reason: 'the unit of a range comes after its last number', example: '4 to 6 Wh' };
  if (high.suffix !== '' && low.suffix === '') {
    return {
      reason: `"${high.suffix}" may count for both ends or for the last one only`,
      example: `${low.number}${high.suffix} to ${high.number}${high.suffix}${high.unit}`,
    };
  }
  return [low.unit === '' ? { ...low, unit: high.unit } : low, high];
}
