/** Markdown of the generated documents. */

/** Text that stays text inside a cell of a table. */
export const plain = (text: string): string =>
  text.replace(/[\\`*_[\]<>|~]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ');

/** A table with a blank line after it; nothing without rows. */
export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  rows.length === 0
    ? []
    : [
        `| ${heads.join(' | ')} |`,
        `|${'---|'.repeat(heads.length)}`,
        ...rows.map((row) => `| ${row.join(' | ')} |`),
        '',
      ];
