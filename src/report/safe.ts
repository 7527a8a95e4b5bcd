/** Text of a scenario on its way to a terminal: what could move the cursor, hide or reverse text is shown escaped. */

/**
 * Control characters (C0, DEL, C1), format characters (bidi marks and overrides, zero-width, tags), line separators,
 * lone surrogates. The zero-width joiner stays: it makes one sign of several in emoji and in Indic scripts.
 */
const dangerous = (): RegExp => /[\p{Cc}\p{Cs}\u2028\u2029]|(?!\u200d)\p{Cf}/gu;

/** Words of ASCII with one blank between them, which most names are: for them the tables of Unicode stay closed. */
const isHarmless = (text: string): boolean => /^[\x20-\x7e]+$/.test(text) && !/^ | $| {2}/.test(text);

export function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\u{${code.toString(16)}}`;
}

/** One line of text that cannot harm a terminal. Line breaks, tabs and runs of blanks become one space. */
export function safe(text: string): string {
  if (isHarmless(text)) return text;
  return text
    .replace(/[\s\u0085]+/gu, (blanks) => (/\ufeff/.test(blanks) ? blanks.replaceAll('\ufeff', '\\ufeff') : ' '))
    .replace(dangerous(), escapeCharacter)
    .trim();
}

/** What JSON and YAML leave raw inside double quotes: C1 controls, bidi marks and overrides, line separators. */
const raw = /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

export function needsEscape(text: string): boolean {
  return text.search(raw) >= 0;
}

/** For text inside double quotes of JSON or YAML: reads back the same, and cannot act on a terminal or a CI log. */
export function escapeInQuotes(text: string): string {
  return text.replace(raw, (character) => escapeCharacter(character).replace('\\x', '\\u00'));
}

/** For source excerpts, where each character is shown in its place. */
export function isDangerous(character: string): boolean {
  return dangerous().test(character);
}
