/** A cell of a csv file (RFC 4180) that no spreadsheet computes: text that starts like a formula gets an apostrophe. */

const formula = /^[=+\-@\t\r]/;
const plainNumber = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;

export function csvCell(text: string): string {
  const harmless = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
